import type { SheetColumnView } from '$lib/api/generated';
import { event, fullMoment } from '$lib/words/time';

/** More columns than these are hidden until somebody asks for them: a wide form stays quick. */
export const SHOWN_AT_FIRST = 60;

export type Width = 'narrow' | 'medium' | 'wide';

const NARROW = ['number', 'scale', 'rating', 'yes_no', 'time', 'duration', 'calculated', 'date'];
const WIDE = ['long_text', 'many_choices', 'upload', 'person'];

/** How wide a column is drawn: by what is asked, so that a sheet does not jump while it is read. */
export function widthOf(column: SheetColumnView): Width {
  if (column.key === 'reference' || NARROW.includes(column.kind)) return 'narrow';
  return WIDE.includes(column.kind) ? 'wide' : 'medium';
}

/** The columns that are hidden. */
export function hiddenOf(columns: SheetColumnView[], hidden: string[] | null): string[] {
  return hidden ?? columns.slice(SHOWN_AT_FIRST).map((column) => column.key);
}

/** The columns that are shown, each with its place among the cells of a row. */
export function shownOf(
  columns: SheetColumnView[],
  hidden: string[] | null,
): { column: SheetColumnView; cell: number }[] {
  const out = new Set(hiddenOf(columns, hidden));
  return columns
    .map((column, cell) => ({ column, cell }))
    .filter(({ column }) => !out.has(column.key));
}

/** The columns by section, in the order of the sheet. */
export function bySection(
  columns: SheetColumnView[],
): { section: string; columns: SheetColumnView[] }[] {
  const sections: { section: string; columns: SheetColumnView[] }[] = [];
  for (const column of columns) {
    const last = sections.at(-1);
    if (last && last.section === column.section) last.columns.push(column);
    else sections.push({ section: column.section, columns: [column] });
  }
  return sections;
}

/** A cell as people read it: moments come as machines write them. */
export function shown(column: SheetColumnView, text: string): string {
  if (column.kind !== 'moment') return text;
  return /T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/.test(text) ? fullMoment(text) : event(text);
}
