import type { PersonRow } from '$lib/api/generated';
import { t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';

/** The date of birth with the age, or that it is not known. */
export function bornAndAge(person: PersonRow): string {
  if (!person.date_of_birth) return t('born-unknown');
  const born = event(person.date_of_birth);
  return person.age === null ? born : t('born-and-age', { born, age: person.age });
}
