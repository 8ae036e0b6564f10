import type { ChildView, PersonField } from '$lib/api/generated';
import { labelOf } from '$lib/features/facts/lists';
import { bornAndAge } from '$lib/features/people/age';
import { said as code } from '$lib/features/people/words';
import { has, t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';

/** What is recorded once of a person, in the order in which it is read. */
const ORDER: PersonField[] = [
  'name',
  'known_as',
  'kind',
  'date_of_birth',
  'date_of_death',
  'sex',
  'gender',
  'pronouns',
  'ethnicity',
  'ethnicity_described',
  'religion',
  'nationality',
  'immigration',
  'languages',
  'interpreter_needed',
  'communication',
  'disability',
  'disability_described',
  'school',
  'gp',
  'agency',
  'job',
  'care_status',
  'consent',
  'note',
];

/** Fields of adults at work, left out of a child's file while they are empty. */
const AT_WORK: PersonField[] = ['agency', 'job', 'date_of_death'];

/** A value in words: a code by the words of its list, where it is one. */
export function fieldValue(field: string, value: string): string {
  switch (field) {
    case 'sex':
    case 'interpreter_needed':
      return code(`person-${field}`, value);
    case 'kind':
      return code('person-kind', value);
    case 'care_status':
      return t(`care-status-${value || 'unknown'}`);
    case 'ethnicity':
    case 'religion':
      return labelOf(field, value);
    case 'disability':
      return value
        .split(' ')
        .map((one) => labelOf(field, one))
        .join(', ');
    case 'date_of_birth':
    case 'date_of_death':
      return event(value);
    case 'date_of_birth_is':
      return code('person-born', value);
    default:
      return value;
  }
}

/** The name of a field, as the list of what is recorded has it. */
export const fieldName = (field: string): string =>
  has(`field-${field}`) ? t(`field-${field}`) : code('person', field);

/** Every field with its value; an empty one says that nobody recorded it. */
export function fieldRows(child: ChildView): { key: string; value: string }[] {
  const fields: Partial<Record<string, string>> = { ...child.fields, kind: child.person.kind };
  return ORDER.filter((field) => fields[field] || !AT_WORK.includes(field)).map((field) => {
    const value = fields[field];
    if (field === 'date_of_birth')
      return { key: fieldName(field), value: bornAndAge(child.person) };
    return {
      key: fieldName(field),
      value: value ? fieldValue(field, value) : t('person-not-recorded'),
    };
  });
}
