import { has, t } from '$lib/words/catalogue';

/** The words of a code; a code of a newer Holdfast without words is shown as it is, readable. */
export function said(prefix: string, code: string): string {
  const key = `${prefix}-${code}`;
  return has(key) ? t(key) : code.replaceAll('_', ' ');
}

/** The kind of a warning in words. */
export const warningKind = (kind: string): string => said('warning', kind);
