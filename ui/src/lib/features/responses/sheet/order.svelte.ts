import type { SheetFilter } from '$lib/api/generated';
import type { Place } from './move';

/** How a person has arranged a response sheet: for this sitting only, as filters may hold names. */
export class SheetOrder {
  /** Key of the column to sort by; none for newest first. */
  sort = $state<string | undefined>();
  descending = $state(false);
  filters = $state<SheetFilter[]>([]);
  /** Keys of the columns that are not shown; null until somebody has chosen. */
  hidden = $state<string[] | null>(null);
  /** How many columns stay in view while the others are scrolled. */
  frozen = $state<0 | 1 | 2>(1);
  /** Whether the row with the filter boxes is shown. */
  filtering = $state(false);
  /** The cell that was last in use. */
  at = $state.raw<Place>({ row: 0, column: 1 });
}

const orders: Record<string, SheetOrder> = {};

/** How this form's sheet is arranged. The same object all through the sitting. */
export function orderOf(form: string): SheetOrder {
  return (orders[form] ??= new SheetOrder());
}

/** What of an arrangement decides which rows come, and in which order. */
export function asked(order: SheetOrder): {
  sort?: string;
  descending: boolean;
  filters: SheetFilter[];
} {
  const filters = order.filters.map(({ column, holds }) => ({ column, holds: holds.trim() }));
  return order.sort
    ? { sort: order.sort, descending: order.descending, filters }
    : { descending: false, filters };
}

/** A heading was chosen: up, then down, then newest first again. */
export function sortBy(order: SheetOrder, column: string): void {
  if (order.sort !== column) {
    order.sort = column;
    order.descending = false;
  } else if (!order.descending) {
    order.descending = true;
  } else {
    order.sort = undefined;
    order.descending = false;
  }
}

/** Sets what a column must hold, as it is being typed; an empty text takes the filter away. */
export function filterBy(order: SheetOrder, column: string, holds: string): void {
  const others = order.filters.filter((filter) => filter.column !== column);
  order.filters = holds.trim() === '' ? others : [...others, { column, holds }];
}
