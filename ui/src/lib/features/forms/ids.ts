import type { FormDefinition, Question } from '$lib/api/form';

const LONGEST = 40;
// Words that mean something of their own in a form file.
const TAKEN = ['end', 'other'];

/** An id made from wording: `Who was there?` is `who_was_there`. `otherwise` where no letter is left. */
export function slug(wording: string, otherwise: string): string {
  const plain = wording
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST)
    .replace(/^_+|_+$/g, '');
  return plain === '' ? otherwise : plain;
}

/** The wanted id, or that id with the first free number after it. */
export function freeId(wanted: string, taken: Iterable<string>): string {
  const all = new Set([...taken, ...TAKEN]);
  if (!all.has(wanted)) return wanted;
  let number = 2;
  while (all.has(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}

/** The questions that a question holds. */
export function innerOf(question: Question): Question[] {
  return 'questions' in question.kind ? question.kind.questions : [];
}

/** Every question of these, inner ones included, in order. */
export function withInner(questions: Question[]): Question[] {
  return questions.flatMap((question) => [question, ...innerOf(question)]);
}

/** Every question of a form, inner ones included, in order. */
export function allQuestions(form: FormDefinition): Question[] {
  return form.sections.flatMap((section) => withInner(section.questions));
}

/** Ids of every question of a form. */
export function questionIds(form: FormDefinition): string[] {
  return allQuestions(form).map((question) => question.id);
}
