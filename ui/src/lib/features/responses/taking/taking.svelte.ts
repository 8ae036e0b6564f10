import type {
  ChildDecision,
  ColumnTarget,
  ImportProgressView,
  NamedChildView,
  ReadResponsesView,
} from '$lib/api/generated';
import { ApiError, call } from '$lib/host/call';
import { handIn } from '$lib/host/hand-in';
import type { Known } from './steps';

/** What was decided about a child of the file. `name` is of somebody who was looked up. */
export interface Decision {
  person: string;
  name?: string;
}

/**
 * Answers that are being brought in from a file. It lives as long as the sitting, so that going back,
 * or away and back, loses nothing. Nothing is imported before `start`.
 */
export class Taking {
  form = $state('');
  upload = $state('');
  view = $state.raw<ReadResponsesView | null>(null);
  columns = $state<ColumnTarget[]>([]);
  /** The orders of day and month that the file allows. */
  orders = $state.raw<string[]>([]);
  dates = $state<string | undefined>();
  decisions = $state<Record<string, Decision | undefined>>({});
  progress = $state.raw<ImportProgressView | null>(null);
  trouble = $state.raw<ApiError | null>(null);
  /** The share that has arrived, from 0 to 1, while a file is handed in. */
  arrived = $state(0);
  working = $state<'sending' | 'reading' | null>(null);

  #readWith = '';

  /** Children that a person decides about. */
  get unclear(): NamedChildView[] {
    return (this.view?.people ?? []).filter((child) => child.likeness !== 'exact');
  }

  get exact(): number {
    return (this.view?.people ?? []).filter((child) => child.likeness === 'exact').length;
  }

  get undecided(): NamedChildView[] {
    return this.unclear.filter((child) => !this.decisions[child.key]);
  }

  get known(): Known {
    return {
      read: this.view !== null,
      askDates: this.orders.length > 1,
      askChildren: this.unclear.length > 0,
      started: this.progress !== null,
    };
  }

  /** Reads a file as answers to a form. What was chosen before stays if it cannot be read. */
  async take(form: string, file: File): Promise<boolean> {
    return this.#try(async () => {
      this.arrived = 0;
      this.working = 'sending';
      const upload = await handIn(file, (share) => (this.arrived = share));
      this.working = 'reading';
      const view = await call('read_responses', { upload, form });
      this.forget();
      this.upload = upload;
      this.#begin(form, view);
    });
  }

  /** Reads the same file for another form. */
  async takeFor(form: string): Promise<boolean> {
    if (form === this.form) return true;
    return this.#try(async () => {
      this.working = 'reading';
      const view = await call('read_responses', { upload: this.upload, form });
      this.#begin(form, view);
    });
  }

  /** Reads it again if a column or the order of the dates was changed since. */
  async readAgain(): Promise<boolean> {
    if (this.#readWith === this.#choices()) return true;
    return this.#try(async () => {
      this.working = 'reading';
      const dates = this.dates;
      const columns = $state.snapshot(this.columns);
      const asked = { upload: this.upload, form: this.form, columns };
      const view = await call('read_responses', dates ? { ...asked, dates } : asked);
      // With an order chosen the host need not name the others: they stay to choose from.
      if (!dates || view.dates.length > this.orders.length) this.orders = view.dates;
      this.#keep(view);
    });
  }

  /** Every child that nobody on file resembles is to be added. */
  addAllNew(): void {
    for (const child of this.undecided) {
      if (child.likeness === 'none') this.decisions[child.key] = { person: 'new' };
    }
  }

  /** Brings it in. From here on it is kept. */
  async start(): Promise<boolean> {
    return this.#try(async () => {
      this.progress = await call('import_responses', {
        upload: this.upload,
        form: this.form,
        columns: $state.snapshot(this.columns),
        dates: this.dates ?? this.orders[0] ?? 'day_first',
        people: this.unclear.flatMap((child): ChildDecision[] => {
          const decided = this.decisions[child.key];
          return decided ? [{ key: child.key, person: decided.person }] : [];
        }),
      });
    });
  }

  /** How far it is. */
  async look(): Promise<void> {
    try {
      this.progress = await call('import_progress', {});
      this.trouble = null;
    } catch (cause) {
      this.trouble = ApiError.from(cause);
    }
  }

  async cancel(): Promise<void> {
    await this.#try(() => call('cancel_import', {}));
    await this.look();
  }

  #choices(): string {
    return JSON.stringify([this.dates, this.columns.map((column) => column.target)]);
  }

  #begin(form: string, view: ReadResponsesView): void {
    this.form = form;
    this.columns = view.columns.map((column) => ({ ...column }));
    this.dates = undefined;
    this.orders = view.dates;
    this.#keep(view);
  }

  #keep(view: ReadResponsesView): void {
    this.view = view;
    this.#readWith = this.#choices();
  }

  /** Nothing is being brought in any more: it is done, or another file was taken. */
  forget(): void {
    this.form = '';
    this.upload = '';
    this.view = null;
    this.columns = [];
    this.orders = [];
    this.dates = undefined;
    this.decisions = {};
    this.progress = null;
  }

  async #try(act: () => Promise<unknown>): Promise<boolean> {
    this.trouble = null;
    try {
      await act();
      return true;
    } catch (cause) {
      this.trouble = ApiError.from(cause);
      return false;
    } finally {
      this.working = null;
    }
  }
}

/** The one that is going on in this sitting. */
export const taking = new Taking();
