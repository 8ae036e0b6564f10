import type {
  PackPerson,
  PackPreview,
  PackProgressView,
  ReadPackRequest,
} from '$lib/api/generated';
import { ApiError, call } from '$lib/host/call';
import { handIn } from '$lib/host/hand-in';
import type { Known } from './steps';

/** What is said of a file before it is read. */
export interface AboutFile {
  rows: string;
  system: string;
  asAt: string;
}

/**
 * A pack that is being taken in. It lives as long as the sitting, so that going back, or away and
 * back, loses nothing. Nothing is kept before `start`.
 */
export class Pack {
  about = $state<AboutFile>({ rows: 'person', system: '', asAt: '' });
  upload = $state('');
  view = $state.raw<PackPreview | null>(null);
  columns = $state<Record<string, number>>({});
  dates = $state<string | undefined>();
  sheet = $state<string | undefined>();
  /** UUID or `new`, by key of the file. */
  people = $state<Record<string, string | undefined>>({});
  remember = $state(true);
  progress = $state.raw<PackProgressView | null>(null);
  trouble = $state.raw<ApiError | null>(null);
  /** The share that has arrived, from 0 to 1, while a file is handed in. */
  arrived = $state(0);
  working = $state<'sending' | 'reading' | null>(null);
  /** Dates were asked about: they stay a step of this file once an answer was given. */
  #asked = $state(false);
  #readWith = '';
  /** The columns are as the host suggests or remembers them. */
  #untouched = false;

  get unclear(): PackPerson[] {
    return this.view?.unclear ?? [];
  }

  get undecided(): PackPerson[] {
    return this.unclear.filter((person) => !this.people[person.key]);
  }

  /** Needed fields that no column fills. */
  get missing(): string[] {
    const fields = this.view?.fields ?? [];
    return fields
      .filter((field) => field.needed && this.columns[field.name] === undefined)
      .map((field) => field.name);
  }

  get known(): Known {
    return {
      read: this.view !== null,
      askDates: this.#asked,
      askPeople: this.unclear.length > 0,
      started: this.progress !== null,
    };
  }

  /** Reads a file. What was chosen before stays if it cannot be read. */
  async take(about: AboutFile, file: File): Promise<boolean> {
    return this.#try(async () => {
      this.arrived = 0;
      this.working = 'sending';
      const upload = await handIn(file, (share) => (this.arrived = share));
      this.working = 'reading';
      const view = await call('read_pack', asked(about, upload));
      this.forget();
      this.upload = upload;
      this.#begin(about, view);
    });
  }

  /** Reads the same file as something else. */
  async takeAs(about: AboutFile): Promise<boolean> {
    const same = JSON.stringify(about) === JSON.stringify(this.about);
    if (same && this.view) return true;
    return this.#try(async () => {
      this.working = 'reading';
      this.#begin(about, await call('read_pack', asked(about, this.upload)));
    });
  }

  /** Another sheet of the workbook has other columns. */
  async takeSheet(sheet: string): Promise<boolean> {
    return this.#try(async () => {
      this.working = 'reading';
      const view = await call('read_pack', { ...asked(this.about, this.upload), sheet });
      this.#begin(this.about, view);
      this.sheet = sheet;
      this.#readWith = this.#choices();
    });
  }

  /** Reads it again if a column or the order of dates was changed since. */
  async readAgain(): Promise<boolean> {
    if (this.#readWith === this.#choices()) return true;
    return this.#try(async () => {
      this.working = 'reading';
      this.#untouched = false;
      this.#keep(await call('read_pack', this.#request()));
    });
  }

  /** All of whom nobody decided are new. */
  addAllNew(): void {
    for (const person of this.undecided) this.people[person.key] = 'new';
  }

  /** Takes it in. From here on it is kept. */
  async start(): Promise<boolean> {
    return this.#try(async () => {
      const decided = this.unclear.flatMap(({ key }) => {
        const person = this.people[key];
        return person ? [[key, person] as const] : [];
      });
      this.progress = await call('import_pack', {
        read: this.#request(),
        people: Object.fromEntries(decided),
        remember: this.remember,
      });
    });
  }

  /** How far it is. */
  async look(): Promise<void> {
    try {
      const progress = await call('pack_progress', {});
      const ever = progress.running || progress.ended !== null || progress.failed !== null;
      this.progress = ever ? progress : null;
      this.trouble = null;
    } catch (cause) {
      this.trouble = ApiError.from(cause);
    }
  }

  async cancel(): Promise<void> {
    await this.#try(() => call('cancel_pack', {}));
    await this.look();
  }

  /** Nothing is being taken in any more: it is done, or another file was chosen. */
  forget(): void {
    this.upload = '';
    this.view = null;
    this.columns = {};
    this.dates = undefined;
    this.sheet = undefined;
    this.people = {};
    this.progress = null;
    this.#asked = false;
  }

  #request(): ReadPackRequest {
    return {
      ...asked(this.about, this.upload),
      // Columns that nobody changed are left to the host: it remembers the order of dates with them.
      ...(this.#untouched ? {} : { columns: $state.snapshot(this.columns) }),
      ...(this.dates ? { dates: this.dates } : {}),
      ...(this.sheet ? { sheet: this.sheet } : {}),
    };
  }

  #choices(): string {
    return JSON.stringify([this.dates, Object.entries(this.columns).toSorted()]);
  }

  #begin(about: AboutFile, view: PackPreview): void {
    this.about = about;
    this.columns = { ...view.columns };
    this.dates = undefined;
    this.sheet = undefined;
    this.#asked = false;
    this.#untouched = true;
    this.#keep(view);
  }

  #keep(view: PackPreview): void {
    this.view = view;
    this.#asked = this.#asked || view.dates_ambiguous;
    this.#readWith = this.#choices();
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

const asked = (about: AboutFile, upload: string): ReadPackRequest => ({
  upload,
  rows: about.rows,
  system: about.system,
  as_at: about.asAt,
});

/** The one that is going on in this sitting. */
export const pack = new Pack();
