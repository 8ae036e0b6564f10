import type {
  ChildDecision,
  ColumnTarget,
  ImportProgressView,
  NamedChildView,
  ReadResponsesView,
} from '$lib/api/generated';
import { FromFile } from '$lib/features/wizard/from-file.svelte';
import type { Known } from '$lib/features/wizard/steps';
import { call } from '$lib/host/call';

/** The steps of bringing answers in, in their order. */
export const STEPS = ['file', 'columns', 'dates', 'children', 'preview', 'run'] as const;
export type Step = (typeof STEPS)[number];

/** What was decided about a child of the file. `name` is of somebody who was looked up. */
export interface Decision {
  person: string;
  name?: string;
}

/** Answers that are being brought in from a file. */
export class Taking extends FromFile<ReadResponsesView, ImportProgressView> {
  form = $state('');
  columns = $state<ColumnTarget[]>([]);
  /** The orders of day and month that the file allows. */
  orders = $state.raw<string[]>([]);
  decisions = $state<Record<string, Decision | undefined>>({});

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

  get known(): Known<Step> {
    const spared: Step[] = [];
    if (this.orders.length < 2) spared.push('dates');
    if (this.unclear.length === 0) spared.push('children');
    return {
      order: STEPS,
      spared,
      read: this.view !== null,
      started: this.progress !== null,
    };
  }

  /** Reads a file as answers to a form. What was chosen before stays if it cannot be read. */
  async take(form: string, file: File): Promise<boolean> {
    return this.try(async () => {
      const upload = await this.send(file);
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
    return this.try(async () => {
      this.working = 'reading';
      const view = await call('read_responses', { upload: this.upload, form });
      this.#begin(form, view);
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
    return this.try(async () => {
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

  protected choices(): string {
    return JSON.stringify([this.dates, this.columns.map((column) => column.target)]);
  }

  protected async read(): Promise<void> {
    const dates = this.dates;
    const columns = $state.snapshot(this.columns);
    const asked = { upload: this.upload, form: this.form, columns };
    const view = await call('read_responses', dates ? { ...asked, dates } : asked);
    // With an order chosen the host need not name the others: they stay to choose from.
    if (!dates || view.dates.length > this.orders.length) this.orders = view.dates;
    this.keep(view);
  }

  protected ask(): Promise<ImportProgressView> {
    return call('import_progress', {});
  }

  protected stop(): Promise<unknown> {
    return call('cancel_import', {});
  }

  #begin(form: string, view: ReadResponsesView): void {
    this.form = form;
    this.columns = view.columns.map((column) => ({ ...column }));
    this.dates = undefined;
    this.orders = view.dates;
    this.keep(view);
  }
}

/** The one that is going on in this sitting. */
export const taking = new Taking();
