import { SvelteMap } from 'svelte/reactivity';
import type { SheetRow, SheetView } from '$lib/api/generated';
import { ApiError, call } from '$lib/host/call';
import { asked, type SheetOrder } from './order.svelte';

/** As many rows as the host gives at once. */
export const PAGE = 200;
/** Pages kept in memory; the ones farthest away go first. */
const KEPT = 30;

type Ask = (from: number) => Promise<SheetView>;

/** The first page of a sheet as it is arranged, or the page that begins at `from`. */
export function askSheet(
  form: string,
  order: SheetOrder,
  from = 0,
  count = PAGE,
): Promise<SheetView> {
  return call('sheet', { form, ...asked(order), from, count });
}

/** The rows of a sheet, fetched a page at a time as they come into view. */
export class SheetPages {
  head = $state.raw<Omit<SheetView, 'rows'>>({} as SheetView);
  /** Another order was asked for and is not here yet. */
  waiting = $state(false);
  trouble = $state.raw<ApiError | null>(null);

  readonly #pages = new SvelteMap<number, SheetRow[]>();
  #asked: number[] = [];
  readonly #ask: Ask;
  #turn = 0;

  constructor(first: SheetView, ask: Ask) {
    this.#ask = ask;
    this.#begin(first);
  }

  /** The row at this place; undefined while it is on its way. */
  row(index: number): SheetRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Fetches what is missing of these rows. */
  async need(from: number, to: number): Promise<void> {
    const first = Math.floor(from / PAGE);
    const last = Math.floor(Math.max(from, to - 1) / PAGE);
    const missing = [];
    for (let page = first; page <= last; page += 1) {
      if (!this.#pages.has(page) && !this.#asked.includes(page)) missing.push(page);
    }
    await Promise.all(missing.map((page) => this.#load(page)));
  }

  /** Asks for the sheet in its new order. The rows of the old one stay until it is here. */
  async again(): Promise<void> {
    const mine = ++this.#turn;
    this.waiting = true;
    try {
      const first = await this.#ask(0);
      if (mine === this.#turn) this.#begin(first);
    } catch (cause) {
      if (mine === this.#turn) this.trouble = ApiError.from(cause);
    } finally {
      if (mine === this.#turn) this.waiting = false;
    }
  }

  #begin({ rows, ...head }: SheetView): void {
    this.#pages.clear();
    this.#asked = [];
    this.#pages.set(0, rows);
    this.head = head;
    this.trouble = null;
  }

  async #load(page: number): Promise<void> {
    const mine = this.#turn;
    this.#asked.push(page);
    try {
      const { rows } = await this.#ask(page * PAGE);
      // An answer in an order that is no longer shown is dropped.
      if (mine !== this.#turn) return;
      this.#pages.set(page, rows);
      this.#dropFarFrom(page);
      this.trouble = null;
    } catch (cause) {
      if (mine === this.#turn) this.trouble = ApiError.from(cause);
    } finally {
      if (mine === this.#turn) this.#asked = this.#asked.filter((one) => one !== page);
    }
  }

  #dropFarFrom(page: number): void {
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const one of far.slice(0, Math.max(0, far.length - KEPT))) this.#pages.delete(one);
  }
}
