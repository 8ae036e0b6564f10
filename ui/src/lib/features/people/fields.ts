import type { PersonField } from '$lib/api/generated';
import { optionsOf } from '$lib/features/facts/lists';
import { t } from '$lib/words/catalogue';

/** What the form holds of a person: empty texts where nothing is known. */
export type PersonFields = Partial<Record<PersonField, string>>;

/** What the service is to a child, as somebody said or as episodes have it. */
export const CARE_STATUSES = [
  'early_help',
  'child_in_need',
  'child_protection_plan',
  'looked_after',
  'care_leaver',
  'none_of_these',
];

export const KINDS = ['child', 'unborn_child', 'adult', 'professional', 'place', 'group'] as const;
export type PersonKind = (typeof KINDS)[number];

const PEOPLE: readonly string[] = ['child', 'unborn_child', 'adult', 'professional'];

/** A field as the form asks it. Its words are `person-<name>`. */
export interface Field {
  name: PersonField;
  as: 'line' | 'text' | 'choice' | 'ticks' | 'date';
  /** Codes to choose from, whose words are `person-<name>-<code>`. */
  codes?: readonly string[];
  /** The list of `forms/lists` that holds the codes with their words. */
  list?: string;
}

/** Fields that are opened together. */
export interface FieldGroup {
  id: string;
  kinds: readonly string[];
  fields: Field[];
}

const line = (name: PersonField): Field => ({ name, as: 'line' });

/** What is asked beside name and birth, group by group. */
export const GROUPS: FieldGroup[] = [
  {
    id: 'identity',
    kinds: ['child', 'unborn_child', 'adult'],
    fields: [
      {
        name: 'sex',
        as: 'choice',
        codes: ['female', 'male', 'indeterminate', 'not_known'],
      },
      line('gender'),
      line('pronouns'),
      { name: 'ethnicity', as: 'choice', list: 'ethnicity' },
      line('ethnicity_described'),
      { name: 'religion', as: 'choice', list: 'religion' },
      line('nationality'),
      line('immigration'),
      { name: 'date_of_death', as: 'date' },
    ],
  },
  {
    id: 'language',
    kinds: PEOPLE,
    fields: [
      line('languages'),
      { name: 'interpreter_needed', as: 'choice', codes: ['yes', 'no', 'not_asked'] },
      { name: 'communication', as: 'text' },
      { name: 'disability', as: 'ticks', list: 'disability' },
      { name: 'disability_described', as: 'text' },
    ],
  },
  {
    id: 'school',
    kinds: ['child', 'unborn_child', 'adult'],
    fields: [line('school'), line('gp')],
  },
  { id: 'work', kinds: ['professional', 'group'], fields: [line('agency'), line('job')] },
  {
    id: 'consent',
    kinds: KINDS,
    fields: [
      { name: 'consent', as: 'text' },
      { name: 'note', as: 'text' },
    ],
  },
];

/** What may be chosen in a field. */
export function choicesOf(field: Field): { value: string; text: string; exclusive?: boolean }[] {
  const all = field.list
    ? optionsOf({ name: field.name, kind: 'choice', list: field.list })
    : (field.codes ?? []).map((code) => ({ value: code, text: t(`person-${field.name}-${code}`) }));
  const alone = ['none', 'declined', 'not_asked'];
  return field.as === 'ticks'
    ? all.map((one) => ({ ...one, exclusive: alone.includes(one.value) }))
    : all;
}

/** Whether a kind has a day of birth, or is due. */
export const isBorn = (kind: string): boolean => PEOPLE.includes(kind) && kind !== 'professional';

/** What differs from what was before: a field left alone is no statement about it. */
export function changed(now: PersonFields, before: PersonFields): PersonFields {
  const names = Object.keys({ ...before, ...now }) as PersonField[];
  return Object.fromEntries(
    names
      .filter((name) => (now[name] ?? '') !== (before[name] ?? ''))
      .map((name) => [name, now[name] ?? '']),
  );
}
