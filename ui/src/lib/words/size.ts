import { t } from './catalogue';

/** A size as people read it: small sizes in kB, larger ones in MB with one decimal. */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return t('size-kb', { size: Math.max(1, Math.round(bytes / 1000)) });
  return t('size-mb', { size: (bytes / 1_000_000).toFixed(1) });
}
