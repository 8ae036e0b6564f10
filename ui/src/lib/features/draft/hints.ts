/** Short hints as one: each with its full stop, those that say nothing left out. */
export function hints(...parts: (string | false | null | undefined)[]): string | undefined {
  const said = parts.filter((part) => typeof part === 'string' && part.trim() !== '') as string[];
  if (said.length < 2) return said[0];
  return said.map((part) => (/[.!?:]$/.test(part.trim()) ? part : `${part}.`)).join(' ');
}
