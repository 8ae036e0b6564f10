import type { Answers } from '$lib/api/form';
import type { AnswerSection, DraftView, TryFormView } from '$lib/api/generated';
import { Filling } from '$lib/features/draft/filling.svelte';
import { itemsOf, putAnswer } from '$lib/features/draft/paths';
import { ApiError, call } from '$lib/host/call';

const PAUSE = 250;

/** A form that is tried with synthetic children, filled like any draft. Nothing of it is kept. */
export class TryFilling extends Filling {
  /** What would be filed. */
  filed = $state.raw<AnswerSection[]>([]);

  readonly #form: string;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(draft: string, first: TryFormView) {
    super(asDraft(first));
    this.#form = draft;
    this.filed = first.sections;
  }

  /** Begins a try; rejects when the form has faults. */
  static async begin(draft: string): Promise<TryFilling> {
    return new TryFilling(draft, await call('try_form', { draft, answers: {} }));
  }

  override set(path: string, value: unknown, atOnce = false): void {
    putAnswer(this.answers, path, value);
    this.#changed(atOnce);
  }

  override addItem(question: string, item: { id: string; answers: Answers }, index?: number): void {
    const items = [...itemsOf(this.answers[question])];
    items.splice(index ?? items.length, 0, item);
    this.answers[question] = items;
    this.#changed(true);
  }

  override removeItem(question: string, id: string): void {
    this.answers[question] = itemsOf(this.answers[question]).filter((item) => item.id !== id);
    this.#changed(true);
  }

  override async flush(): Promise<void> {
    clearTimeout(this.#waiting);
    if (this.dirty) await this.#ask();
  }

  #changed(atOnce: boolean): void {
    this.dirty = true;
    clearTimeout(this.#waiting);
    if (atOnce) void this.#ask();
    else this.#waiting = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const mine = ++this.#turn;
    this.dirty = false;
    try {
      const answers = $state.snapshot(this.answers);
      const said = await call('try_form', { draft: this.#form, answers });
      // An answer that another key press has overtaken is dropped.
      if (mine !== this.#turn) return;
      const before = this.walk.asked;
      this.appeared = said.walk.asked.filter((path) => !before.includes(path)).length;
      this.walk = said.walk;
      this.filed = said.sections;
      this.trouble = null;
    } catch (cause) {
      this.trouble = ApiError.from(cause);
    }
  }
}

function asDraft(first: TryFormView): DraftView {
  return {
    id: '',
    form: first.form,
    answers: {},
    children: first.children,
    walk: first.walk,
    started: '',
    saved: '',
    revision: 0,
    place: null,
    carried: [],
    last: {},
    newer: null,
    left_behind: [],
    voice_empty: [],
  };
}
