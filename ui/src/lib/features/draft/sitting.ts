import type { Answers, FormSection } from '$lib/api/form';
import type { DraftView, WalkView } from '$lib/api/generated';

/**
 * What the questions of a form ask of whoever holds the answers: a draft that is saved as it is
 * typed, or a test run of which nothing is kept.
 */
export interface Sitting {
  readonly draft: DraftView;
  readonly walk: WalkView;
  /** The sections that the answers so far lead to, in order, in the language chosen. */
  readonly sections: FormSection[];
  /** Files can be attached: there is a draft that keeps them. */
  readonly keepsFiles?: boolean;
  get(path: string): unknown;
  set(path: string, value: unknown, atOnce?: boolean): void;
  addItem(question: string, item: { id: string; answers: Answers }, index?: number): void;
  removeItem(question: string, id: string): void;
  asks(path: string): boolean;
  carried(path: string): boolean;
  problem(path: string): string | undefined;
  mayGiveReason(path: string): boolean;
  flush(): Promise<void>;
}
