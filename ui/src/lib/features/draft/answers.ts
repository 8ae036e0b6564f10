import { isRecord } from './paths';

/** A text answer as typed. A number carried over from a filed record arrives as a number. */
export function asText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

/** The stand-in for "Something else" among the choices; no choice id has a space. */
export const OTHER = ' other';

/** What is chosen: a choice id, `OTHER`, or nothing. */
export function asChoice(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  return 'other' in value ? OTHER : asText(value.choice) || undefined;
}

/** Everything that is ticked, `OTHER` among them. */
export function asChoices(value: unknown): string[] {
  if (!isRecord(value)) return [];
  const chosen = Array.isArray(value.choices) ? (value.choices as string[]) : [];
  return 'other' in value ? [...chosen, OTHER] : chosen;
}

/** The text beside "Something else". */
export function otherText(value: unknown): string {
  return isRecord(value) ? asText(value.other) : '';
}

/** The answer that one chosen thing makes. */
export function oneChosen(choice: string, other: string): unknown {
  if (choice === '') return undefined;
  return choice === OTHER ? { other } : { choice };
}

/** The answer that several ticked things make. */
export function manyChosen(chosen: string[], other: string): unknown {
  const choices = chosen.filter((one) => one !== OTHER);
  return chosen.includes(OTHER) ? { choices, other } : { choices };
}

/** Why a must-have is not known; undefined when it is answered or empty. */
export function reasonOf(value: unknown): string | undefined {
  return isRecord(value) && 'not_known_because' in value
    ? asText(value.not_known_because)
    : undefined;
}

/** Whether anything was typed or chosen. */
export function isAnswered(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (!isRecord(value)) return true;
  return Object.values(value).some(isAnswered);
}

/** Above this many choices a list gets a box to look in it. */
export const MANY = 20;

/** The choices in which every word looked for stands, and those already chosen. */
export function matching<One extends { value: string; text: string }>(
  options: One[],
  looked: string,
  chosen: string[],
): One[] {
  const words = looked.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(
    (one) =>
      chosen.includes(one.value) || words.every((word) => one.text.toLowerCase().includes(word)),
  );
}

/** What an import could not read, as it was written there. */
export function asImported(value: unknown): string | undefined {
  return isRecord(value) && 'as_imported' in value ? asText(value.as_imported) : undefined;
}
