import type { FormDefinition, FormSection, Question } from '$lib/api/form';
import { renamed } from './condition';
import { freeId, innerOf, questionIds, slug, withInner } from './ids';
import { placeOf } from './place';

/** Moves what stands at one place to another; false when there is no such place. */
export function move(list: unknown[], from: number, to: number): boolean {
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return false;
  const [moved] = list.splice(from, 1);
  list.splice(to, 0, moved);
  return true;
}

/** A section with a heading and nothing in it, its id made from the heading. */
export function newSection(form: FormDefinition, title: string): FormSection {
  const taken = form.sections.map((section) => section.id);
  return { id: freeId(slug(title, 'section'), taken), title, questions: [] };
}

/** Copies of questions under ids that are free; what they ask of each other goes with them. */
export function copies(questions: Question[], taken: Iterable<string>): Question[] {
  const used = [...taken];
  const names = new Map<string, string>();
  for (const { id } of withInner(questions)) {
    const next = freeId(id, used);
    used.push(next);
    names.set(id, next);
  }
  const copy = (question: Question): Question => {
    const next = structuredClone(question);
    next.id = names.get(question.id) ?? question.id;
    if (next.when) next.when = renamed(next.when, names);
    if ('questions' in next.kind) next.kind.questions = innerOf(question).map(copy);
    if (next.kind.type === 'date' && next.kind.not_before_question) {
      const before = next.kind.not_before_question;
      next.kind.not_before_question = names.get(before) ?? before;
    }
    if (next.kind.type === 'calculated') renameParts(next.kind, names);
    return next;
  };
  return questions.map(copy);
}

function renameParts(kind: object, names: ReadonlyMap<string, string>): void {
  const name = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? id) : id);
  for (const [field, value] of Object.entries(kind)) {
    if (field === 'type' || field === 'work_out') continue;
    Reflect.set(kind, field, Array.isArray(value) ? value.map(name) : name(value));
  }
}

/** A copy of a question, to stand after it. */
export function copyOf(form: FormDefinition, question: Question): Question | undefined {
  return copies([question], questionIds(form))[0];
}

/** A copy of a section, to stand after it. */
export function copyOfSection(form: FormDefinition, section: FormSection): FormSection {
  const taken = form.sections.map((one) => one.id);
  return {
    ...structuredClone(section),
    id: freeId(section.id, taken),
    questions: copies(section.questions, questionIds(form)),
  };
}

/** Takes a question out. What the form itself says of it goes too; conditions on it are told as faults. */
export function takeOut(form: FormDefinition, id: string): void {
  const place = placeOf(form, id);
  if (!place) return;
  place.among.splice(place.index, 1);
  forget(form);
}

/** Drops what the form as a whole says of questions that it no longer has. */
export function forget(form: FormDefinition): void {
  const there = new Set(questionIds(form));
  const gone = (id: string | undefined) => id !== undefined && !there.has(id);
  if (gone(form.event_time?.question)) delete form.event_time;
  if (form.event_time && gone(form.event_time.time_question)) delete form.event_time.time_question;
  if (gone(form.title_from)) delete form.title_from;
  for (const mark of ['significant', 'seen', 'voice'] as const) {
    if (form.marks && gone(form.marks[mark])) Reflect.deleteProperty(form.marks, mark);
  }
}

/** Moves a question to the end of another section. */
export function moveToSection(form: FormDefinition, id: string, to: string): void {
  const place = placeOf(form, id);
  const section = form.sections.find((one) => one.id === to);
  if (!place || !section) return;
  const [question] = place.among.splice(place.index, 1);
  if (question) section.questions.push(question);
}
