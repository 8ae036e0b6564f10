import { isRecord } from './paths';

/** The columns chosen in a row: one at most in a choice grid, any number in a tick grid. */
export function chosenIn(value: unknown, row: string): string[] {
  const chosen = isRecord(value) ? value[row] : undefined;
  if (typeof chosen === 'string') return chosen === '' ? [] : [chosen];
  return Array.isArray(chosen) ? (chosen as string[]) : [];
}

/** The answer once a column of a row was pressed. The other rows stay as they are. */
export function pressed(value: unknown, row: string, column: string, many: boolean): unknown {
  if (!many) return withRow(value, row, column);
  const before = chosenIn(value, row);
  const ticked = before.includes(column)
    ? before.filter((one) => one !== column)
    : [...before, column];
  return withRow(value, row, ticked.length > 0 ? ticked : undefined);
}

/** The answer without a row; nothing when it was the last. */
export function cleared(value: unknown, row: string): unknown {
  return withRow(value, row, undefined);
}

function withRow(value: unknown, row: string, chosen: unknown): unknown {
  const rows = isRecord(value) ? { ...value } : {};
  if (chosen === undefined) Reflect.deleteProperty(rows, row);
  else rows[row] = chosen;
  return Object.keys(rows).length > 0 ? rows : undefined;
}
