import type { DraftView, WalkView } from '$lib/api/generated';
import type { Answers, FormDefinition, FormSection } from '$lib/api/form';
import { ApiError, call } from '$lib/host/call';
import { inLanguage } from './language';
import { answerAt, itemsOf, putAnswer, withWays } from './paths';
import type { Sitting } from './sitting';

const PAUSE = 500;

/**
 * A draft while it is being filled. Everything typed is saved, valid or not: after a pause, and at
 * once on a choice, on leaving a field and before the screen changes. What is shown is decided by
 * the engine in Rust; this only remembers what it said last.
 */
export class Filling implements Sitting {
  readonly draft: DraftView;
  readonly keepsFiles = true;
  answers = $state<Answers>({});
  walk = $state.raw<WalkView>({} as WalkView);
  /** Language in which the form is shown; empty for its own. */
  language = $state('');
  saved = $state('');
  /** Typed and not yet on the disk. */
  dirty = $state(false);
  /** Why the last save did not work; the text is kept on the screen. */
  trouble = $state<ApiError | null>(null);
  /** Saves in this sitting: the first one is said aloud. */
  saves = $state(0);
  /** How many questions the last answer brought. */
  appeared = $state(0);

  /** The form in the language chosen. */
  readonly form: FormDefinition = $derived.by(() => inLanguage(this.draft.form, this.language));
  // Every path that is asked, and the ways to it: asked for by each question that is drawn.
  readonly #asked = $derived.by(() => withWays(this.walk.asked ?? []));

  #revision: number;
  #place: string | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(draft: DraftView) {
    this.draft = draft;
    this.answers = (draft.answers ?? {}) as Answers;
    this.walk = draft.walk;
    this.saved = draft.saved;
    this.#revision = draft.revision;
    this.#place = draft.place;
  }

  get(path: string): unknown {
    return answerAt(this.answers, path);
  }

  /** Takes an answer. A choice is saved at once because questions may depend on it. */
  set(path: string, value: unknown, atOnce = false): void {
    putAnswer(this.answers, path, value);
    this.#changed(atOnce);
  }

  /** Puts an item into a repeating group; at `index` when it comes back. */
  addItem(question: string, item: { id: string; answers: Answers }, index?: number): void {
    const items = [...itemsOf(this.answers[question])];
    items.splice(index ?? items.length, 0, item);
    this.answers[question] = items;
    this.#changed(true);
  }

  removeItem(question: string, id: string): void {
    this.answers[question] = itemsOf(this.answers[question]).filter((item) => item.id !== id);
    this.#changed(true);
  }

  /** Whether the engine asks this now, or a question inside it. */
  asks(path: string): boolean {
    return this.#asked.has(path);
  }

  carried(path: string): boolean {
    return this.draft.carried.includes(path);
  }

  problem(path: string): string | undefined {
    return this.walk.problems.find((problem) => problem.path === path)?.message;
  }

  /** Whether the engine takes "not known because" in place of this missing answer. */
  mayGiveReason(path: string): boolean {
    return this.walk.problems.some((one) => one.path === path && one.may_give_reason);
  }

  /** Remembers the section and the field, to come back to. */
  at(section: string, field: string | null): void {
    this.#place = field ? `${section}#${field}` : section;
  }

  /** The sections that the answers so far lead to, in order. */
  get sections(): FormSection[] {
    const asked = this.walk.sections.filter((one) => one.asked).map((one) => one.id);
    return this.form.sections.filter((section) => asked.includes(section.id));
  }

  /** Saves now and waits for it. Never rejects: a refusal is in `trouble`, the answers stay. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (!this.dirty) return;
    this.#running = this.#save();
    await this.#running;
  }

  #changed(atOnce: boolean): void {
    this.dirty = true;
    clearTimeout(this.#timer);
    if (atOnce) void this.flush();
    else this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  async #save(): Promise<void> {
    const answers = $state.snapshot(this.answers);
    this.dirty = false;
    try {
      const saved = await call('save_draft', {
        id: this.draft.id,
        answers,
        revision: this.#revision,
        place: this.#place,
      });
      this.#revision = saved.revision;
      this.saved = saved.saved;
      this.saves += 1;
      this.trouble = null;
      this.#shows(saved.walk);
    } catch (cause) {
      this.dirty = true;
      this.trouble = ApiError.from(cause);
    } finally {
      this.#running = null;
    }
  }

  #shows(walk: WalkView): void {
    const before = this.walk.asked;
    this.appeared = walk.asked.filter((path) => !before.includes(path)).length;
    this.walk = walk;
  }
}
