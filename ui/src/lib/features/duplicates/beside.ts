import type { PersonRow } from '$lib/api/generated';
import { said, warningKind } from '$lib/features/people/words';
import { has, t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';

/** One thing that is known of both files, side by side. */
export interface Line {
  id: string;
  what: string;
  one: string;
  other: string;
  /** Both say the same; undefined where one of them says nothing. */
  agrees: boolean | undefined;
}

const birth = (row: PersonRow) => {
  if (!row.date_of_birth) return '';
  const is = row.date_of_birth_is;
  const how = is !== 'exact' && has(`duplicates-born-${is}`) ? t(`duplicates-born-${is}`) : '';
  return [event(row.date_of_birth), how].filter(Boolean).join(' ');
};

const PARTS: [string, (row: PersonRow) => string][] = [
  ['name', (row) => row.name],
  ['known-as', (row) => row.known_as ?? ''],
  ['born', birth],
  ['kind', (row) => said('person-kind', row.kind)],
  ['identifier', (row) => row.identifier ?? ''],
  ['status', (row) => (row.care_status ? t(`care-status-${row.care_status}`) : '')],
  ['worker', (row) => row.worker ?? ''],
  ['seen', (row) => (row.last_seen ? event(row.last_seen) : '')],
  ['warnings', (row) => row.warnings.map(warningKind).join(', ')],
];

/** What two files say, line by line; what neither says is left out. */
export function besideEachOther(one: PersonRow, other: PersonRow): Line[] {
  return PARTS.map(([id, of]) => {
    const [first, second] = [of(one), of(other)];
    const same = first.toLocaleLowerCase() === second.toLocaleLowerCase();
    const agrees = first === '' || second === '' ? undefined : same;
    return { id, what: t(`duplicates-${id}`), one: first, other: second, agrees };
  }).filter((line) => line.one !== '' || line.other !== '');
}
