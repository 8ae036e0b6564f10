import type { ImportLineView } from '$lib/api/generated';

/** One thing to know about a file, and everywhere that it holds. */
export interface LineGroup {
  message: string;
  places: string[];
}

export interface WeightGroup {
  weight: string;
  groups: LineGroup[];
}

/** What needs an answer stands first, then what changes, then what is left out. */
const ORDER = ['to_confirm', 'changed', 'left_out'];

/** Lines by weight and sentence, so that a thousand rows with one fault are one line to read. */
export function grouped(lines: ImportLineView[]): WeightGroup[] {
  const weights = [...new Set([...ORDER, ...lines.map((line) => line.weight)])];
  return weights
    .map((weight) => ({
      weight,
      groups: bySentence(lines.filter((line) => line.weight === weight)),
    }))
    .filter((one) => one.groups.length > 0);
}

function bySentence(lines: ImportLineView[]): LineGroup[] {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const places = groups.get(line.message) ?? [];
    const place = [line.place, line.about].filter((part) => part !== '').join(' – ');
    if (place !== '' && !places.includes(place)) places.push(place);
    groups.set(line.message, places);
  }
  return [...groups].map(([message, places]) => ({ message, places }));
}
