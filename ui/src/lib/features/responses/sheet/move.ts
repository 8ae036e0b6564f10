/** A cell of the sheet. Column 0 is the number of the row; rows count from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The row of headings and the row of filter boxes, above the first row. */
export const HEADINGS = -2;
export const FILTERS = -1;

export interface Size {
  rows: number;
  columns: number;
  /** How many rows a page has. */
  page: number;
  /** Whether the filter boxes are shown. */
  filtering: boolean;
}

/** Where a key leads from here, as in a spreadsheet; undefined when it leads nowhere. */
export function moved(key: string, ctrl: boolean, from: Place, size: Size): Place | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const { row, column } = from;
  switch (key) {
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: ctrl ? lastColumn : Math.min(lastColumn, column + 1) };
    case 'ArrowUp':
      return { row: ctrl ? HEADINGS : above(row, size.filtering), column };
    case 'ArrowDown':
      return { row: ctrl ? lastRow : below(row, size), column };
    case 'PageUp':
      return { row: row < 0 ? row : Math.max(0, row - size.page), column };
    case 'PageDown':
      return { row: Math.min(lastRow, Math.max(0, row) + size.page), column };
    case 'Home':
      return ctrl ? { row: Math.min(0, lastRow), column: 0 } : { row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn };
    default:
      return undefined;
  }
}

function above(row: number, filtering: boolean): number {
  if (row > 0) return row - 1;
  return row === 0 && filtering ? FILTERS : HEADINGS;
}

function below(row: number, { rows, filtering }: Size): number {
  if (row === HEADINGS && filtering) return FILTERS;
  const next = row < 0 ? 0 : row + 1;
  return next < rows ? next : row;
}

/** Whether a key belongs to the text of a box: the caret still has somewhere to go. */
export function staysInBox(key: string, box: HTMLInputElement): boolean {
  const atStart = box.selectionStart === 0 && box.selectionEnd === 0;
  const atEnd = box.selectionStart === box.value.length && box.selectionEnd === box.value.length;
  if (key === 'ArrowLeft') return !atStart;
  if (key === 'ArrowRight') return !atEnd;
  return key === 'Home' || key === 'End';
}

/** The rows to draw for what is in view, with some above and below so that nothing flickers. */
export function inView(
  top: number,
  height: number,
  rowHeight: number,
  rows: number,
): { from: number; to: number } {
  const before = 10;
  const first = Math.floor(top / rowHeight) - before;
  const last = Math.ceil((top + height) / rowHeight) + before;
  // In steps of five, so that a small movement draws nothing anew.
  const from = Math.max(0, Math.min(first - (first % 5), rows));
  return { from, to: Math.max(from, Math.min(rows, last + ((5 - (last % 5)) % 5))) };
}
