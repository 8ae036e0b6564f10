import type { Answers, GroupItem } from '$lib/api/form';

/** `question`, `question/<child id>/question` or `question/<item id>/question`. */
export function pathOf(question: string, of?: { question: string; item: string }): string {
  return of ? `${of.question}/${of.item}/${question}` : question;
}

/** The answer at a path, as typed; undefined when nothing was. */
export function answerAt(answers: Answers, path: string): unknown {
  const [question = '', item, inner] = path.split('/');
  const value = answers[question];
  if (item === undefined || inner === undefined) return value;
  return within(value, item)?.[inner];
}

/** Puts an answer in its place; undefined takes it out. */
export function putAnswer(answers: Answers, path: string, value: unknown): void {
  const [question = '', item, inner] = path.split('/');
  if (item === undefined || inner === undefined) {
    put(answers, question, value);
    return;
  }
  let place = within(answers[question], item);
  if (!place) {
    // Items of a group are added by the person; only children can be answered for the first time.
    if (!isRecord(answers[question])) answers[question] = {};
    const children = answers[question] as Record<string, Answers>;
    children[item] = {};
    place = children[item];
  }
  if (place) put(place, inner, value);
}

/** The items of a repeating group, in order. */
export function itemsOf(value: unknown): GroupItem[] {
  return Array.isArray(value) ? (value as GroupItem[]) : [];
}

function within(value: unknown, item: string): Answers | undefined {
  if (Array.isArray(value)) return itemsOf(value).find((one) => one.id === item)?.answers;
  return isRecord(value) ? (value[item] as Answers | undefined) : undefined;
}

function put(answers: Answers, question: string, value: unknown): void {
  if (value === undefined) delete answers[question];
  else answers[question] = value;
}

/** Whether it is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
