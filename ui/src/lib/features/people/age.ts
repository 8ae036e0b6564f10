import type { PersonRow } from '$lib/api/generated';
import { t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';

/** The date of birth with the age, that it is about right or a due date, or that it is not known. */
export function bornAndAge(
  person: Pick<PersonRow, 'date_of_birth' | 'date_of_birth_is' | 'age'>,
): string {
  if (!person.date_of_birth) return t('born-unknown');
  const day = event(person.date_of_birth);
  if (person.date_of_birth_is === 'due') return t('born-due', { day });
  const born = person.date_of_birth_is === 'estimated' ? t('born-about', { day }) : day;
  return person.age === null ? born : t('born-and-age', { born, age: person.age });
}
