import { SvelteSet } from 'svelte/reactivity';
import type { FormDefinition } from '$lib/api/form';
import type { FormDraftView, InspectionView } from '$lib/api/generated';
import { ApiError, call } from '$lib/host/call';
import { t } from '$lib/words/catalogue';

const PAUSE = 500;
const MOST_STEPS = 200;

/**
 * A form while it is being changed. Every change is saved, whole or not: after a pause, on leaving a
 * field and before the screen changes. Each can be taken back. What is wrong is decided in Rust; this
 * only remembers what it said last.
 */
export class Editing {
  readonly id: string;
  definition = $state<FormDefinition>({} as FormDefinition);
  inspection = $state.raw<InspectionView>({ faults: [], warnings: [], map: [] });
  saved = $state('');
  /** Changed and not yet on the disk. */
  dirty = $state(false);
  /** Why the last save did not work; what was changed is kept on the screen. */
  trouble = $state<ApiError | null>(null);
  /** Saves in this sitting: the first one is said aloud. */
  saves = $state(0);
  /** What was just done, said aloud. */
  said = $state('');
  /** How many steps can be taken back, and brought again. */
  steps = $state({ back: 0, forth: 0 });
  /** Questions whose cards stand open. */
  readonly open = new SvelteSet<string>();
  /** Hash of the version that it began as. */
  base: string | null = null;

  #revision = 0;
  #past: FormDefinition[] = [];
  #future: FormDefinition[] = [];
  #field: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(draft: FormDraftView) {
    this.id = draft.id;
    this.#take(draft);
  }

  /** The revision that was saved last. */
  get revision(): number {
    return this.#revision;
  }

  /**
   * Does one change. Changes of one `field` that follow each other are one step back: typing a
   * sentence is taken back as a whole.
   */
  change(act: () => void, field?: string): void {
    if (field === undefined || field !== this.#field) this.#remember();
    this.#field = field;
    act();
    this.#changed();
  }

  undo(): void {
    if (this.#step(this.#past, this.#future)) this.said = t('editor-undone');
  }

  redo(): void {
    if (this.#step(this.#future, this.#past)) this.said = t('editor-redone');
  }

  /** Saves now and waits for it. Never rejects: a refusal is in `trouble`. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#field = undefined;
    while (this.#running) await this.#running;
    if (!this.dirty) return;
    this.#running = this.#save();
    await this.#running;
  }

  /** It was saved elsewhere meanwhile: shows that. What stands here can be had back by undoing. */
  async takeTheirs(): Promise<void> {
    await this.#ask((draft) => {
      this.#remember();
      this.#take(draft);
    });
  }

  /** It was saved elsewhere meanwhile: saves what stands here over it. */
  async keepMine(): Promise<void> {
    await this.#ask((draft) => {
      this.#revision = draft.revision;
    });
    if (!this.trouble) await this.flush();
  }

  async #ask(act: (draft: FormDraftView) => void): Promise<void> {
    try {
      act(await call('open_form_draft', { id: this.id }));
      this.trouble = null;
    } catch (cause) {
      this.trouble = ApiError.from(cause);
    }
  }

  #take(draft: FormDraftView): void {
    this.definition = draft.definition;
    this.inspection = draft.inspection;
    this.saved = draft.saved;
    this.base = draft.base;
    this.#revision = draft.revision;
    this.dirty = false;
  }

  #remember(): void {
    this.#past.push($state.snapshot(this.definition) as FormDefinition);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.#count();
  }

  #step(from: FormDefinition[], to: FormDefinition[]): boolean {
    const next = from.pop();
    if (!next) return false;
    to.push($state.snapshot(this.definition) as FormDefinition);
    this.definition = next;
    this.#field = undefined;
    this.#count();
    this.#changed();
    return true;
  }

  #count(): void {
    this.steps = { back: this.#past.length, forth: this.#future.length };
  }

  #changed(): void {
    this.dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#pause(), PAUSE);
  }

  /** After a pause in typing the field is still the same: the step back stays whole. */
  async #pause(): Promise<void> {
    const field = this.#field;
    await this.flush();
    this.#field = field;
  }

  async #save(): Promise<void> {
    const definition = $state.snapshot(this.definition) as FormDefinition;
    this.dirty = false;
    try {
      const saved = await call('save_form_draft', {
        id: this.id,
        definition,
        revision: this.#revision,
      });
      this.#revision = saved.revision;
      this.saved = saved.saved;
      this.inspection = saved.inspection;
      this.saves += 1;
      this.trouble = null;
    } catch (cause) {
      this.dirty = true;
      this.trouble = ApiError.from(cause);
    } finally {
      this.#running = null;
    }
  }
}

let last: Editing | undefined;

/**
 * The form as it was left a moment ago, with its steps back and whatever could not be saved; afresh
 * if it was changed elsewhere.
 */
export function resume(draft: FormDraftView): Editing {
  const same = last?.id === draft.id && (last.dirty || last.revision === draft.revision);
  if (!last || !same) last = new Editing(draft);
  return last;
}
