import type { Condition, Question } from '$lib/api/form';
import { copies } from './arrange';
import { looksAt } from './condition';
import { innerOf, withInner } from './ids';
import { without } from './set';

/** Questions taken from another form, and what could not be taken with them. */
export interface Taken {
  questions: Question[];
  /** Wording of questions that are now asked always, because what they depended on stayed behind. */
  always: string[];
  /** Wording of questions whose choices led to sections that stayed behind. */
  jumps: string[];
}

/** Takes questions from another form under ids that are free here. */
export function take(chosen: Question[], taken: Iterable<string>): Taken {
  const always: string[] = [];
  const jumps: string[] = [];
  const there = new Set(withInner(chosen).map((question) => question.id));
  const resolves = (when: Condition) => looksAt(when).every((id) => there.has(id));
  const fit = (question: Question): Question => {
    const next = structuredClone(question);
    if (next.when && !resolves(next.when)) {
      delete next.when;
      always.push(next.text);
    }
    if ('choices' in next.kind && next.kind.choices.some((choice) => choice.go_to)) {
      next.kind.choices = next.kind.choices.map((choice) => without(choice, 'go_to'));
      jumps.push(next.text);
    }
    if (next.kind.type === 'date' && !there.has(next.kind.not_before_question ?? '')) {
      delete next.kind.not_before_question;
    }
    if ('questions' in next.kind) next.kind.questions = innerOf(question).map(fit);
    return next;
  };
  return { questions: copies(chosen.map(fit), taken), always, jumps };
}
