import type { Question } from '$lib/api/form';

/** A block of questions that is ready to be added. Its words are a form's, to be changed like any. */
export interface Template {
  id: string;
  questions: Question[];
}

export const TEMPLATES: Template[] = [
  {
    id: 'own_words',
    questions: [
      {
        id: 'own_words_seen',
        text: 'How did you find out what the child thinks?',
        hint: 'Talking, playing, drawing, watching, or somebody who knows how they communicate.',
        required: true,
        kind: { type: 'long_text' },
      },
      {
        id: 'own_words',
        text: 'What did the child say or show, in their own words?',
        guidance:
          'Write what the child said as they said it, and what they showed without words. Keep what you make of it for another question.',
        required: true,
        kind: { type: 'long_text' },
      },
      {
        id: 'own_words_wish',
        text: 'What would the child like to be different?',
        required: false,
        kind: { type: 'long_text' },
      },
    ],
  },
  {
    id: 'actions',
    questions: [
      {
        id: 'actions',
        text: 'What will be done?',
        hint: 'One entry for each action.',
        required: true,
        kind: {
          type: 'group',
          item_name: 'action',
          at_least: 1,
          questions: [
            {
              id: 'action_outcome',
              text: 'What will be better for the child?',
              required: true,
              kind: { type: 'long_text' },
            },
            {
              id: 'action_what',
              text: 'What will be done?',
              required: true,
              kind: { type: 'long_text' },
            },
            { id: 'action_who', text: 'Who will do it?', required: true, kind: { type: 'person' } },
            {
              id: 'action_by',
              text: 'By which day?',
              hint: 'A date. “Ongoing” is no date.',
              required: true,
              kind: { type: 'date' },
            },
          ],
        },
      },
    ],
  },
  {
    id: 'present',
    questions: [
      {
        id: 'present',
        text: 'Who was there?',
        required: true,
        kind: {
          type: 'group',
          item_name: 'person',
          questions: [
            { id: 'present_who', text: 'Name', required: true, kind: { type: 'person' } },
            {
              id: 'present_role',
              text: 'Role, or how they know the child',
              required: true,
              kind: { type: 'short_text' },
            },
            {
              id: 'present_how',
              text: 'How did they take part?',
              required: false,
              kind: {
                type: 'one_choice',
                choices: [
                  { id: 'in_person', label: 'In person' },
                  { id: 'remotely', label: 'By video or phone' },
                  { id: 'in_writing', label: 'By sending a report' },
                ],
              },
            },
          ],
        },
      },
      {
        id: 'absent',
        text: 'Who was invited and did not come?',
        required: false,
        kind: { type: 'long_text' },
      },
    ],
  },
  {
    id: 'analysis',
    questions: [
      {
        id: 'worries',
        text: 'What are we worried about?',
        guidance: 'What has happened, to whom, how often, and what it does to the child.',
        required: true,
        kind: { type: 'long_text' },
      },
      {
        id: 'going_well',
        text: 'What is going well?',
        required: true,
        kind: { type: 'long_text' },
      },
      {
        id: 'what_it_means',
        text: 'What does this mean for the child?',
        guidance: 'Your judgement, and how it follows from what is written above.',
        required: true,
        kind: { type: 'long_text' },
      },
      {
        id: 'how_safe',
        text: 'How safe is the child today?',
        required: false,
        kind: { type: 'scale', low: 0, high: 10, low_label: 'Not safe', high_label: 'Safe' },
      },
    ],
  },
];
