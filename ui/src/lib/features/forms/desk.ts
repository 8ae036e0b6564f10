import type { FormDeskRow } from '$lib/api/generated';

/** Which forms to show. */
export type Which = 'offered' | 'own' | 'shipped' | 'retired' | 'all';

export const WHICH: Which[] = ['offered', 'own', 'shipped', 'retired', 'all'];

const fits = (form: FormDeskRow, which: Which): boolean =>
  which === 'all' ||
  (which === 'retired' && form.retired) ||
  (which === 'offered' && !form.retired) ||
  (which === 'own' && form.own && !form.retired) ||
  (which === 'shipped' && !form.own && !form.retired);

/** Forms whose title or shelf has every word that is looked for, by shelf, in the order they came. */
export function byShelf(
  forms: FormDeskRow[],
  search: string,
  which: Which,
): { shelf: string; forms: FormDeskRow[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (form: FormDeskRow) => {
    const text = `${form.title} ${form.shelf}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const shelves = new Map<string, FormDeskRow[]>();
  for (const form of forms) {
    if (!fits(form, which) || !has(form)) continue;
    shelves.set(form.shelf, [...(shelves.get(form.shelf) ?? []), form]);
  }
  return [...shelves].map(([shelf, on]) => ({ shelf, forms: on }));
}
