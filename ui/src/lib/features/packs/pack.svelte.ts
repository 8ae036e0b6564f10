import type {
  ChosenFile,
  PackPerson,
  PackPreview,
  PackProgressView,
  ReadPackRequest,
} from '$lib/api/generated';
import { FromFile } from '$lib/features/wizard/from-file.svelte';
import type { Known } from '$lib/features/wizard/steps';
import { call } from '$lib/host/call';

/** What is said of a file before it is read. */
export interface AboutFile {
  rows: string;
  system: string;
  asAt: string;
}

/** The steps of taking a pack in, in their order. */
export const STEPS = ['file', 'columns', 'dates', 'preview', 'people', 'run'] as const;
export type Step = (typeof STEPS)[number];

/** A pack that is being taken in. */
export class Pack extends FromFile<PackPreview, PackProgressView> {
  about = $state<AboutFile>({ rows: 'person', system: '', asAt: '' });
  /** A file that was chosen in a dialog of the window, of any size. */
  picked = $state.raw<ChosenFile | null>(null);
  columns = $state<Record<string, number>>({});
  sheet = $state<string | undefined>();
  /** UUID or `new`, by key of the file. */
  people = $state<Record<string, string | undefined>>({});
  remember = $state(true);
  /** The token of the file that was read, where it was chosen in a dialog. */
  #chosen = '';
  /** The columns as the host suggested or remembered them. */
  #suggested = '';

  get unclear(): PackPerson[] {
    return this.view?.unclear ?? [];
  }

  get undecided(): PackPerson[] {
    return this.unclear.filter((person) => this.decided(person) === undefined);
  }

  /** Who somebody of the file was said to be. Only whom the file may mean counts: it may have been read anew. */
  decided({ key, candidates }: PackPerson): string | undefined {
    const said = this.people[key];
    const may = said === 'new' || candidates.some((candidate) => candidate.person.id === said);
    return may ? said : undefined;
  }

  /** Needed fields that no column fills. */
  get missing(): string[] {
    const fields = this.view?.fields ?? [];
    return fields
      .filter((field) => field.needed && this.columns[field.name] === undefined)
      .map((field) => field.name);
  }

  get known(): Known<Step> {
    const spared: Step[] = [];
    if (!this.view?.dates_matter) spared.push('dates');
    if (this.unclear.length === 0) spared.push('people');
    return {
      order: STEPS,
      spared,
      read: this.view !== null,
      started: this.progress !== null,
    };
  }

  /** Asks in a dialog of the window which file; false when it was closed. */
  async pick(): Promise<boolean> {
    let picked: ChosenFile | null = null;
    await this.try(async () => {
      picked = (await call('choose_pack_file', {})).file;
    });
    if (picked) this.picked = picked;
    return picked !== null;
  }

  /** Reads a file. What was chosen before stays if it cannot be read. */
  async take(about: AboutFile, file: File | ChosenFile): Promise<boolean> {
    return this.try(async () => {
      const [upload, chosen] = 'token' in file ? ['', file.token] : [await this.send(file), ''];
      this.working = 'reading';
      const view = await call('read_pack', { ...this.#named(upload, chosen), ...said(about) });
      const picked = this.picked;
      this.forget();
      [this.upload, this.#chosen, this.picked] = [upload, chosen, chosen ? picked : null];
      this.#begin(about, view);
    });
  }

  /** Reads the same file as something else. */
  async takeAs(about: AboutFile): Promise<boolean> {
    const same = JSON.stringify(about) === JSON.stringify(this.about);
    if (same && this.view) return true;
    return this.try(async () => {
      this.working = 'reading';
      this.#begin(about, await call('read_pack', { ...this.#named(), ...said(about) }));
    });
  }

  /** Another sheet of the workbook has other columns. */
  async takeSheet(sheet: string): Promise<boolean> {
    return this.try(async () => {
      this.working = 'reading';
      const view = await call('read_pack', { ...this.#named(), ...said(this.about), sheet });
      this.#begin(this.about, view, sheet);
    });
  }

  /** Reads the file as if it were a new one, for it may be: nothing that was said of its columns and people holds. */
  async takeAnew(): Promise<boolean> {
    return this.try(async () => {
      this.working = 'reading';
      const sheet = this.sheet ? { sheet: this.sheet } : {};
      const view = await call('read_pack', { ...this.#named(), ...said(this.about), ...sheet });
      this.#begin(this.about, view, this.sheet);
    });
  }

  /** All of whom nobody decided are new. */
  addAllNew(): void {
    for (const person of this.undecided) this.people[person.key] = 'new';
  }

  /** Takes it in. From here on it is kept. */
  async start(): Promise<boolean> {
    return this.try(async () => {
      const decided = this.unclear.flatMap((unclear) => {
        const person = this.decided(unclear);
        return person ? [[unclear.key, person] as const] : [];
      });
      this.progress = await call('import_pack', {
        read: this.#request(),
        people: Object.fromEntries(decided),
        remember: this.remember,
      });
    });
  }

  /** Nothing is being taken in any more: it is done, or another file was chosen. */
  forget(): void {
    this.upload = '';
    this.#chosen = '';
    this.picked = null;
    this.view = null;
    this.columns = {};
    this.dates = undefined;
    this.sheet = undefined;
    this.people = {};
    this.progress = null;
  }

  protected choices(): string {
    return JSON.stringify([this.dates, this.#columns()]);
  }

  protected async read(): Promise<void> {
    this.keep(await call('read_pack', this.#request()));
  }

  protected async ask(): Promise<PackProgressView | null> {
    const progress = await call('pack_progress', {});
    const ever = progress.running || progress.ended !== null || progress.failed !== null;
    return ever ? progress : null;
  }

  protected stop(): Promise<unknown> {
    return call('cancel_pack', {});
  }

  #named(upload = this.upload, chosen = this.#chosen): { upload: string } | { chosen: string } {
    return chosen === '' ? { upload } : { chosen };
  }

  #request(): ReadPackRequest {
    return {
      ...this.#named(),
      ...said(this.about),
      // Columns that nobody changed are left to the host: it remembers the order of dates with them.
      ...(this.#columns() === this.#suggested ? {} : { columns: $state.snapshot(this.columns) }),
      ...(this.dates ? { dates: this.dates } : {}),
      ...(this.sheet ? { sheet: this.sheet } : {}),
    };
  }

  #columns(): string {
    return JSON.stringify(Object.entries(this.columns).toSorted());
  }

  #begin(about: AboutFile, view: PackPreview, sheet?: string): void {
    this.about = about;
    this.people = {};
    this.columns = { ...view.columns };
    this.dates = view.dates ?? undefined;
    this.sheet = sheet;
    this.#suggested = this.#columns();
    this.keep(view);
  }
}

const said = (about: AboutFile) => ({
  rows: about.rows,
  system: about.system,
  as_at: about.asAt,
});

/** The one that is going on in this sitting. */
export const pack = new Pack();
