import type { FormDefinition } from '$lib/api/form';

/** A small form with a jump, a condition, a group and questions about each child. */
export function sample(): FormDefinition {
  return {
    id: 'duty_call',
    number: 2,
    title: 'Duty call',
    about: 'A call to the duty desk.',
    urgency: 'normal',
    subjects: 'any_number',
    record: 'duty_call',
    shelf: 'Front door',
    guidance: '',
    requirements: [],
    event_time: { question: 'day' },
    sections: [
      {
        id: 'call',
        title: 'The call',
        questions: [
          { id: 'day', text: 'Which day?', required: true, kind: { type: 'date' } },
          {
            id: 'about',
            text: 'What is it about?',
            required: true,
            kind: {
              type: 'one_choice',
              choices: [
                { id: 'worry', label: 'A worry about a child' },
                { id: 'advice', label: 'Advice', go_to: 'close' },
              ],
            },
          },
        ],
      },
      {
        id: 'worry',
        title: 'The worry',
        when: { question: 'about', is: 'worry' },
        questions: [
          { id: 'seen', text: 'Was the child seen?', required: false, kind: { type: 'yes_no' } },
          {
            id: 'children',
            text: 'About each child',
            required: false,
            kind: {
              type: 'each_child',
              questions: [
                {
                  id: 'safe',
                  text: 'Is the child safe?',
                  required: true,
                  kind: { type: 'yes_no' },
                },
                {
                  id: 'why',
                  text: 'Why not?',
                  required: false,
                  when: {
                    all: [
                      { question: 'safe', is_no: true },
                      { question: 'seen', answered: true },
                    ],
                  },
                  kind: { type: 'long_text' },
                },
              ],
            },
          },
        ],
      },
      {
        id: 'close',
        title: 'Closing',
        questions: [
          { id: 'note', text: 'What was agreed?', required: true, kind: { type: 'long_text' } },
        ],
      },
    ],
  };
}
