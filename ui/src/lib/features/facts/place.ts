import type { Target } from '$lib/api/generated';
import { pathOf, type Tab } from '$lib/features/child/tabs';
import { FIELDS, type FormKind } from './kinds';

const TAB: Record<FormKind, Tab> = {
  other_name: 'details',
  identifier: 'details',
  address: 'details',
  phone_or_email: 'details',
  relationship: 'people',
  not_known: 'people',
  warning: 'details',
  allocation: 'due',
  episode: 'due',
  summary: 'overview',
  mark: 'timeline',
  not_told: 'timeline',
  sent: 'timeline',
};

/** The tab that shows facts of a kind: where somebody comes back to. */
export function placeAfter(person: string, kind: FormKind | null): string {
  return pathOf(person, kind ? TAB[kind] : 'overview');
}

/** What an address names as `note:<id>`. */
export function targetOf(written: string | null): Target | undefined {
  const [what, id] = (written ?? '').split(':');
  return (what === 'record' || what === 'note' || what === 'fact') && id ? { what, id } : undefined;
}

/** What an address brings into a new form: words and choices, nothing that somebody must type. */
export function brought(kind: FormKind, query: URLSearchParams): Record<string, string> {
  const may = FIELDS[kind].filter((field) => field.kind === 'line' || field.kind === 'choice');
  return Object.fromEntries(
    may.flatMap(({ name, choices }) => {
      const value = query.get(name);
      const known = value !== null && (!choices || choices.includes(value));
      return known ? [[name, value]] : [];
    }),
  );
}
