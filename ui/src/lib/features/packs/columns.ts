/** The field that a column fills; empty when it is left out. */
export function fieldOf(columns: Record<string, number>, column: number): string {
  return Object.entries(columns).find(([, at]) => at === column)?.[0] ?? '';
}

/** A column fills a field, and nothing else does; an empty field leaves the column out. */
export function withField(
  columns: Record<string, number>,
  column: number,
  field: string,
): Record<string, number> {
  const others = Object.entries(columns).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === '' ? others : [...others, [field, column]]);
}

/** The first cell of a column that holds anything. */
export function example(first: string[][], column: number): string {
  return first.map((row) => row[column] ?? '').find((cell) => cell.trim() !== '') ?? '';
}
