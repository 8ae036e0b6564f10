import type { Answers, FormSection } from '$lib/api/form';
import type { AnswerSection, DraftView, TryFormView, WalkView } from '$lib/api/generated';
import { answerAt, itemsOf, putAnswer, withWays } from '$lib/features/draft/paths';
import type { Sitting } from '$lib/features/draft/sitting';
import { ApiError, call } from '$lib/host/call';

const PAUSE = 250;

/** A form that is tried with synthetic children, filled like any draft. Nothing of it is kept. */
export class TryFilling implements Sitting {
  readonly draft: DraftView;
  readonly keepsFiles = false;
  answers = $state<Answers>({});
  walk = $state.raw<WalkView>({} as WalkView);
  /** What would be filed. */
  filed = $state.raw<AnswerSection[]>([]);
  /** Why the engine could not be asked; what was typed stays. */
  trouble = $state<ApiError | null>(null);
  /** How many questions the last answer brought. */
  appeared = $state(0);

  readonly #form: string;
  readonly #asked = $derived.by(() => withWays(this.walk.asked));
  #dirty = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(form: string, first: TryFormView) {
    this.#form = form;
    this.draft = asDraft(first);
    this.walk = first.walk;
    this.filed = first.sections;
  }

  /** Begins a try of a form draft; rejects when the form has faults. */
  static async begin(form: string): Promise<TryFilling> {
    return new TryFilling(form, await call('try_form', { draft: form, answers: {} }));
  }

  get(path: string): unknown {
    return answerAt(this.answers, path);
  }

  set(path: string, value: unknown, atOnce = false): void {
    putAnswer(this.answers, path, value);
    this.#changed(atOnce);
  }

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

  asks(path: string): boolean {
    return this.#asked.has(path);
  }

  /** Nothing is carried over into a try. */
  carried(): boolean {
    return false;
  }

  problem(path: string): string | undefined {
    return this.walk.problems.find((problem) => problem.path === path)?.message;
  }

  mayGiveReason(path: string): boolean {
    return this.walk.problems.some((one) => one.path === path && one.may_give_reason);
  }

  /** The sections that the answers so far lead to, in order. */
  get sections(): FormSection[] {
    const asked = this.walk.sections.filter((one) => one.asked).map((one) => one.id);
    return this.draft.form.sections.filter((section) => asked.includes(section.id));
  }

  /** Asks the engine now about what it has not yet seen. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#dirty) await this.#ask();
  }

  #changed(atOnce: boolean): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    if (atOnce) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const mine = ++this.#turn;
    this.#dirty = false;
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

/** A draft that is nowhere: the questions are drawn from it. */
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
