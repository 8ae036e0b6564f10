import type { FormDefinition, Kind, Question } from '$lib/api/form';
import type { DraftView } from '$lib/api/generated';

const choices = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
];
const parts = {
  rows: [
    { id: 'gp', label: 'Doctor' },
    { id: 'school', label: 'School' },
  ],
  columns: [
    { id: 'yes', label: 'Came' },
    { id: 'no', label: 'Was asked' },
  ],
};
/** One transparent pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Every kind of question, each under the name of its kind. */
const KINDS: Record<string, Kind> = {
  statement: { type: 'statement' },
  image: { type: 'image', media: 'image/png', data: PIXEL, alt: 'A small square' },
  image_gone: { type: 'image', media: 'image/png', data: '', alt: 'A house and a tree' },
  short_text: { type: 'short_text' },
  email: { type: 'short_text', format: 'email' },
  long_text: { type: 'long_text' },
  one_choice: { type: 'one_choice', choices, other: true },
  many_choices: { type: 'many_choices', choices, other: true },
  drop_down: { type: 'drop_down', choices },
  long_list: {
    type: 'drop_down',
    choices: Array.from({ length: 30 }, (_, at) => ({ id: `c${at}`, label: `Country ${at}` })),
  },
  scale: { type: 'scale', low: 1, high: 5, low_label: 'Not at all safe', high_label: 'Very safe' },
  rating: { type: 'rating', levels: 5, icon: 'star' },
  choice_grid: { type: 'choice_grid', ...parts, column_once: true },
  tick_grid: { type: 'tick_grid', ...parts },
  date: { type: 'date', approximate: true },
  moment: { type: 'date', parts: 'with_time' },
  birthday: { type: 'date', parts: 'no_year' },
  time: { type: 'time' },
  duration: { type: 'duration' },
  yes_no: { type: 'yes_no' },
  number: { type: 'number', unit: 'weeks', whole: true },
  person: { type: 'person' },
  team: { type: 'team' },
  upload: { type: 'upload', types: ['image', 'pdf'], max_files: 2, max_mib: 1 },
  drawing: { type: 'drawing' },
  body_map: { type: 'body_map' },
  signature: { type: 'signature' },
  calculated: { type: 'calculated', work_out: 'days_since', from: 'date' },
};

const question = (id: string, kind: Kind): Question => ({
  id,
  text: `About ${id}`,
  required: false,
  kind,
});

/** A synthetic form with a question of every kind, also of each child and in a repeating group. */
export const EVERY: FormDefinition = {
  id: 'every_kind',
  number: 1,
  title: 'Every kind',
  about: 'A synthetic form.',
  urgency: 'normal',
  subjects: 'any_number',
  record: 'case_note',
  guidance: '',
  requirements: [],
  translations: { cy: { 'section/all': 'Popeth', 'question/short_text': 'Ynglŷn â thestun' } },
  sections: [
    {
      id: 'all',
      title: 'Everything',
      questions: [
        ...Object.entries(KINDS).map(([id, kind]) => question(id, kind)),
        question('each', {
          type: 'each_child',
          questions: [question('said', { type: 'long_text' })],
        }),
        question('plan', {
          type: 'group',
          item_name: 'action',
          questions: [question('what', { type: 'short_text' })],
        }),
      ],
    },
  ],
};

/** A draft of it about one child, with nothing answered. */
export function draftOfEvery(): DraftView {
  const asked = [...Object.keys(KINDS), 'each/ann/said', 'plan'];
  return {
    id: 'd1',
    form: EVERY,
    answers: {},
    children: [{ id: 'ann', name: 'Ann Sample' }],
    walk: {
      sections: [{ id: 'all', asked: true, progress: 'not_started', to_fix: 0 }],
      asked,
      problems: [],
      hidden: [],
      answered: 0,
      total: asked.length,
      calculated: { calculated: '12 days' },
    },
    started: '2026-11-21T10:00:00+00:00',
    saved: '2026-11-21T10:00:00+00:00',
    revision: 1,
    place: null,
    carried: [],
    last: {
      short_text: { answer: 'As before.', event_time: '2026-10-12', record: 'r1' },
    },
    newer: null,
    left_behind: [],
    voice_empty: [],
  };
}
