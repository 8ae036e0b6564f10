import type {
  ChildView,
  EventRow,
  Fact,
  FactView,
  NetworkMember,
  NetworkView,
} from '$lib/api/generated';
import { person } from '$lib/features/work/people.fixture';

// Synthetic people only.

export { person };

export const fact = (id: string, says: Fact, more: Partial<FactView> = {}): FactView => ({
  id,
  about: ['zoe'],
  says,
  holds: true,
  planned: false,
  author: 'Sam Sample',
  recorded: '2026-11-12T09:10:00Z',
  recovered: null,
  new: false,
  beside: [],
  check: null,
  shared_with: [],
  read: null,
  not_told: null,
  hidden: false,
  seen: [`seen-${id}`],
  names: {},
  ...more,
});

export const event = (id: string, more: Partial<EventRow> = {}): EventRow => ({
  target: { what: 'note', id },
  what: 'note',
  sort: 'Home visit',
  title: 'Home visit',
  event_time: '2020-09-01',
  written_date: '',
  author: 'A. N. Other',
  recorded: '2026-11-10T08:00:00Z',
  people: [],
  extract: 'Seen at home with her brother.',
  significant: false,
  headline: '',
  life_story: false,
  mark: null,
  new: false,
  recovered: { system: 'Mosaic', as_at: '2020-10-11' },
  record: null,
  not_told: [],
  sent: [],
  ...more,
});

const member = (
  id: string,
  name: string,
  relation: string,
  more: Partial<NetworkMember> = {},
): NetworkMember => ({
  person: person(id, name, { kind: 'adult', date_of_birth: null, age: null }),
  relation,
  to: 'zoe',
  fact: `rel-${id}`,
  steps: 1,
  professional: false,
  parental_responsibility: null,
  main_carer: false,
  lives_with: false,
  from: null,
  until: null,
  holds: true,
  note: '',
  warnings: 0,
  phone: null,
  ...more,
});

export const zoe = person('zoe', 'Zoë Sample-Çelik', {
  known_as: 'Zo',
  identifier: 'HF-4F7K-2',
  last_seen: '2026-11-02',
});

export const network: NetworkView = {
  person: zoe,
  members: [
    member('amira', 'Amira Çelik', 'mother', {
      parental_responsibility: true,
      main_carer: true,
      lives_with: true,
      phone: '020 7946 0000',
      warnings: 1,
    }),
    member('tomas', 'Tomas Sample', 'half_sibling', { lives_with: true }),
    member('ayse', 'Ayşe Çelik', 'grandparent', { to: 'amira', steps: 2 }),
    member('pat', 'Pat Placeholder', 'health_visitor', { professional: true }),
  ],
  not_known: [],
  missing: ['father', 'other_adults'],
};

export const warning = fact(
  'w1',
  {
    kind: 'warning',
    warning: 'risk_to_worker',
    text: 'Visit in pairs. A large dog is in the garden.',
    risk_from: 'amira',
    from: '2026-05-01',
    review_by: '2027-04-30',
    told: { told: 'no', because: 'It would raise the risk' },
    agreed_with: 'Lee Lead',
  },
  { read: false },
);

export const address = fact('a1', {
  kind: 'address',
  lines: '12 Example Road\nFlat 3',
  postcode: 'E8 1AA',
  used: 'home',
  from: '2024-02-01',
  do_not_contact: false,
  hidden: false,
});

export const child: ChildView = {
  person: zoe,
  fields: {
    name: 'Zoë Sample-Çelik',
    known_as: 'Zo',
    date_of_birth: '2016-03-27',
    languages: 'Turkish, English',
    interpreter_needed: 'yes',
    communication: 'Makaton, likes to draw while talking',
    sex: 'female',
    school: 'Example Primary',
  },
  seen: ['seen-1', 'seen-2'],
  newer: 0,
  clashes: [
    {
      field: 'date_of_birth',
      value: '2016-03-27',
      author: 'Sam Sample',
      recorded: '2026-11-11T10:00:00Z',
      seen: 'seen-1',
    },
    {
      field: 'date_of_birth',
      value: '2016-05-27',
      author: 'Priya Pattern',
      recorded: '2026-11-12T10:00:00Z',
      seen: 'seen-2',
    },
  ],
  warnings: [warning],
  facts: [
    address,
    fact(
      'i1',
      { kind: 'identifier', scheme: 'nhs', value: '943 476 5918' },
      { check: 'wrong', shared_with: ['Tomas Sample'], new: true },
    ),
    fact('p1', {
      kind: 'phone_or_email',
      by: 'phone',
      value: '020 7946 0001',
      note: 'Father, never call',
      do_not_contact: true,
    }),
    fact(
      'a0',
      {
        kind: 'address',
        lines: '1 Before Street',
        postcode: 'E8 2BB',
        used: 'home',
        until: '2024-01-31',
        do_not_contact: false,
        hidden: false,
      },
      { holds: false },
    ),
    fact('al1', {
      kind: 'allocation',
      team: 'Unit 4',
      worker: { name: 'Sam Sample' },
      role: 'lead_worker',
      from: '2026-10-01',
    }),
    fact(
      'e1',
      {
        kind: 'episode',
        episode: 'child_protection',
        from: '2026-10-20',
        details: { category: 'neg' },
      },
      {
        beside: [
          {
            says: {
              kind: 'episode',
              episode: 'child_protection',
              from: '2026-10-22',
              details: { category: 'emo' },
            },
            author: 'Priya Pattern',
            recorded: '2026-11-12T11:00:00Z',
          },
        ],
      },
    ),
    fact('s1', {
      kind: 'summary',
      on: '2026-11-01',
      who_am_i: 'I am ten. I love drawing and my brother Tomas.',
      what_matters: 'That people say when they will come, and come.',
      what_next: 'Core group on 2 December.',
    }),
  ],
  due: [
    {
      person: zoe,
      limit: 'visit_cp',
      episode: 'child_protection',
      fact: 'e1',
      from: '2026-11-02',
      due: '2026-11-16',
      state: 'overdue',
      day: 14,
      of_days: 10,
      nature: 'local',
      source: 'Local rule; set your own',
      form: 'visit',
    },
    {
      person: zoe,
      limit: 'assessment_complete',
      episode: 'assessment',
      fact: 'e2',
      from: '2026-11-05',
      due: '2027-01-11',
      state: 'later',
      day: 12,
      of_days: 45,
      nature: 'law',
      source: 'Working Together to Safeguard Children 2018, chapter 1',
      form: 'assessment',
    },
  ],
  same_person: [],
  last_decision: null,
  since: { looked: '2026-11-08T16:00:00Z', records: 2, facts: 1 },
  drafts: [],
  timeline: {
    events: [
      event('n0', {
        event_time: '2026-11-02T14:30',
        title: 'Visit at home',
        new: true,
        recovered: null,
        significant: true,
        headline: 'Zoë says that she is afraid at night',
        not_told: [
          { id: 'nt1', unaware: 'parent', because: 'Police enquiry', passage: 'afraid at night' },
        ],
        sent: [
          {
            id: 'se1',
            what: 'Copy of the record',
            to: 'Pat Placeholder, health visitor',
            agency: 'Example Health',
            how: 'secure e-mail',
            on: '2026-11-03',
          },
        ],
      }),
      event('n1'),
      event('n2', { event_time: null, written_date: '03/04/00', title: 'Phone call' }),
    ],
    next: null,
    total: 3,
    sorts: { note: 3 },
    authors: ['A. N. Other', 'Sam Sample'],
  },
  recovered: [{ system: 'Mosaic', as_at: '2020-10-11' }],
  gap: { from: '2020-10-12', until: '2026-11-01' },
};
