import type { Standing } from '$lib/api/generated';

const ANYWHERE = ['/help', '/about'];

/** Where a person must go instead of `path`, given how the casebook stands; undefined: nowhere. */
export function gate(standing: Standing, path: string): string | undefined {
  if (ANYWHERE.includes(path)) return undefined;
  if (standing === 'no_casebook') return path === '/welcome' ? undefined : '/welcome';
  if (standing === 'locked') return path === '/unlock' ? undefined : '/unlock';
  return path === '/welcome' || path === '/unlock' ? '/' : undefined;
}
