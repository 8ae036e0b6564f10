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

/** The paths and the ways to them: `a/b/c` brings `a/b` and `a` along. */
export function withWays(paths: string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((_, index) => all.add(parts.slice(0, index + 1).join('/')));
  }
  return all;
}

/** The items of a repeating group, in order. */
export function itemsOf(value: unknown): GroupItem[] {
  return Array.isArray(value) ? (value as GroupItem[]) : [];
}

/**
 * A new id for an item of a group: a random UUID, from the source of randomness that a page has
 * whether or not its address counts as secure.
 */
export function newItemId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[(bytes[8] ?? 0) & 3] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

function within(value: unknown, item: string): Answers | undefined {
  if (Array.isArray(value)) return itemsOf(value).find((one) => one.id === item)?.answers;
  return isRecord(value) ? (value[item] as Answers | undefined) : undefined;
}

function put(answers: Answers, question: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(answers, question);
  else answers[question] = value;
}

/** Whether it is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
