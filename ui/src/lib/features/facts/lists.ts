import { t } from '$lib/words/catalogue';
import type { Field } from './kinds';

interface List {
  name: string;
  items: { id: string; label: string }[];
}

// The words of codes are those of the forms, so that a file and its forms say the same.
const lists = import.meta.glob<List>(
  '../../../../../forms/lists/{abuse_category,disability,ethnicity,legal_status,placement_provider,placement_type,religion}.json',
  { import: 'default', eager: true },
);
const byName = new Map(Object.values(lists).map((list) => [list.name, list.items]));

/** The words of a code of a list; the code itself where the list does not know it. */
export function labelOf(list: string, code: string): string {
  return byName.get(list)?.find((item) => item.id === code)?.label ?? code;
}

/** What may be chosen in a field. */
export function optionsOf(field: Field): { value: string; text: string }[] {
  if (field.list)
    return (byName.get(field.list) ?? []).map((item) => ({ value: item.id, text: item.label }));
  return (field.choices ?? []).map((code) => ({
    value: code,
    text: t(`${field.words}-${code}`),
  }));
}
