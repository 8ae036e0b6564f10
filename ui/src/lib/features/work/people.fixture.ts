import type { CaseloadRow, DueRow, PersonRow, SearchView } from '$lib/api/generated';

/** A synthetic person on file. */
export const person = (id: string, name: string, some: Partial<PersonRow> = {}): PersonRow => ({
  id,
  name,
  known_as: null,
  kind: 'child',
  date_of_birth: '2016-03-27',
  date_of_birth_is: 'exact',
  care_status: null,
  age: 10,
  last_seen: null,
  drafts: 0,
  waiting: 0,
  clash: false,
  warnings: [],
  worker: null,
  identifier: null,
  ...some,
});

/** Something due for them. */
export const due = (some: Partial<DueRow> = {}): DueRow => ({
  person: person('p1', 'Zoë Sample'),
  limit: 'assessment_complete',
  episode: 'assessment',
  fact: 'f1',
  from: '2026-11-05',
  due: '2027-01-11',
  state: 'later',
  day: 12,
  of_days: 45,
  nature: 'law',
  source: 'Working Together to Safeguard Children 2018, chapter 1',
  form: 'assessment',
  ...some,
});

/** A row of a caseload. */
export const row = (id: string, name: string, some: Partial<CaseloadRow> = {}): CaseloadRow => ({
  person: person(id, name),
  team: 'Unit 3',
  worker: 'Ada Worker',
  since: '2026-10-01',
  priority: null,
  waiting_days: null,
  next_due: null,
  allocation: `a-${id}`,
  ...some,
});

/** An answer of the search. */
export const found = (some: Partial<SearchView> = {}): SearchView => ({
  people: [],
  pinned: [],
  recent: [],
  texts: [],
  next: null,
  forms: [],
  understood: 'words',
  indexed: 0,
  to_index: 0,
  ...some,
});
