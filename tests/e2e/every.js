// A synthetic form with every kind of question, and publishing it as those who look after forms do.
import assert from 'node:assert/strict';

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

const KINDS = {
  statement: { type: 'statement' },
  image: { type: 'image', media: 'image/png', data: '', alt: 'A house and a tree' },
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
  choice_grid: { type: 'choice_grid', ...parts },
  tick_grid: { type: 'tick_grid', ...parts },
  about: { type: 'date', approximate: true },
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
  calculated: { type: 'calculated', work_out: 'days_since', from: 'when' },
};

const question = (id, kind, more = {}) => ({
  id,
  text: `About ${id}`,
  required: false,
  ...more,
  kind,
});

/** The form; its second version asks for no team and asks something new. */
export function everyKind(number = 1) {
  const kinds = Object.entries(KINDS).filter(([id]) => number === 1 || id !== 'team');
  return {
    id: 'every_kind',
    number,
    title: 'Every kind',
    about: 'A synthetic form with a question of every kind.',
    urgency: 'normal',
    subjects: 'any_number',
    record: 'case_note',
    shelf: 'Trying out',
    who: 'Anyone',
    event_time: { question: 'when' },
    guidance: 'Made up.',
    requirements: [],
    leads_to: [
      {
        form: 'each_alone',
        label: 'Go on to a meeting',
        answers: { discussed: 'long_text' },
      },
    ],
    translations: { cy: { 'section/all': 'Popeth', 'question/short_text': 'Testun byr' } },
    sections: [
      {
        id: 'all',
        title: 'Everything',
        questions: [
          question('when', { type: 'date', not_in_future: false }, { required: true }),
          ...kinds.map(([id, kind]) => question(id, kind, { echo: id === 'long_text' })),
          ...(number === 1 ? [] : [question('new_one', { type: 'short_text' })]),
          question('each', { type: 'each_child', questions: [question('said', KINDS.long_text)] }),
          question('plan', {
            type: 'group',
            item_name: 'action',
            questions: [question('what', KINDS.short_text)],
          }),
        ],
      },
    ],
  };
}

/** A meeting about several children, of which each gets only its own part. */
export function eachAlone() {
  return {
    ...everyKind(),
    event_time: undefined,
    leads_to: undefined,
    translations: undefined,
    id: 'each_alone',
    title: 'Each alone',
    about: 'A meeting that is made up.',
    files: 'each_child_alone',
    sections: [
      {
        id: 'all',
        title: 'The meeting',
        questions: [
          question('discussed', { type: 'long_text' }),
          question('each', { type: 'each_child', questions: [question('said', KINDS.long_text)] }),
        ],
      },
    ],
  };
}

/** Publishes a form as a new one, or as the next version of the one in force. */
export async function publish(page, definition, next = false) {
  const told = await page.evaluate(
    async ([definition, next]) => {
      const call = async (command, request) => {
        const response = await fetch(`/rpc/${command}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        });
        const answer = await response.json();
        if (!response.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
        return answer;
      };
      const { settings } = await call('session', {});
      await call('save_settings', { ...settings, edits_forms: true });
      const draft = await call(
        'edit_form',
        next ? { from: 'form', id: definition.id } : { from: 'blank', title: definition.title },
      );
      const saved = await call('save_form_draft', {
        id: draft.id,
        revision: draft.revision,
        definition: { ...definition, number: draft.definition.number ?? definition.number },
      });
      if (saved.inspection.faults.length > 0) return saved.inspection.faults;
      const { revision } = saved;
      const { old_hash: against } = await call('compare_form', { draft: draft.id });
      const note = 'Made for a test.';
      await call('publish_form', { id: draft.id, revision, against, note });
      return [];
    },
    [definition, next],
  );
  assert.deepEqual(told, [], 'the form can be published');
}
