import { freeId, slug } from './ids';

interface Labelled {
  id: string;
  label: string;
}

/**
 * Labelled things, a line each, as they were typed over. A line that was there keeps its id and all
 * that hangs on it; where only one wording changed in its place, it is the same thing reworded.
 */
export function fromLines<T extends Labelled>(before: T[], typed: string): T[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const left = [...before];
  const same = lines.map((line) => {
    const at = left.findIndex((one) => one.label === line);
    return at >= 0 ? left.splice(at, 1)[0] : undefined;
  });
  const inPlace = lines.length === before.length;
  const taken = before.map((one) => one.id);
  return lines.map((label, index) => {
    const there = before[index];
    const kept = same[index] ?? (inPlace && there && left.includes(there) ? there : undefined);
    if (kept) return { ...kept, label };
    const id = freeId(slug(label, 'choice'), taken);
    taken.push(id);
    return { id, label } as T;
  });
}

/** The labels, a line each. */
export function toLines(parts: Labelled[]): string {
  return parts.map((part) => part.label).join('\n');
}
