import type { SheetRow } from '$lib/api/generated';
import { askSheet } from './pages.svelte';
import type { SheetOrder } from './order.svelte';

/** A response that stands before or after another in the sheet as it is arranged. */
export interface Neighbour {
  record: string;
  at: number;
}

export interface Beside {
  /** Place of this response, from 0, and how many there are. */
  at: number;
  of: number;
  before?: Neighbour;
  after?: Neighbour;
}

/** How far from where it was a record is looked for: others may have been filed meanwhile. */
const AROUND = 100;

/** Finds a record near the place where it stood; undefined when it is not there (any more). */
export async function beside(
  form: string,
  order: SheetOrder,
  record: string,
  near: number,
): Promise<Beside | undefined> {
  const from = Math.max(0, near - AROUND + 1);
  const { rows, matched } = await askSheet(form, order, from, 2 * AROUND);
  return neighbours(rows, record, from, matched);
}

/** What stands beside a record in a part of the sheet that begins at `from`. */
export function neighbours(
  rows: SheetRow[],
  record: string,
  from: number,
  of: number,
): Beside | undefined {
  const index = rows.findIndex((row) => row.record === record);
  if (index < 0) return undefined;
  const neighbour = (step: number): Neighbour | undefined => {
    const row = rows[index + step];
    return row && { record: row.record, at: from + index + step };
  };
  return { at: from + index, of, before: neighbour(-1), after: neighbour(1) };
}
