import type { Condition, Question } from '$lib/api/form';

/** How the parts of a condition are joined. */
export type Join = 'all' | 'any' | 'none';

/** One test: of an answer or of the child. */
export interface Rule {
  /** A condition with one test in it. */
  test: Condition;
  negated: boolean;
}

/** Tests and groups of tests. */
export interface Group {
  join: Join;
  parts: (Group | Rule)[];
}

export const isGroup = (part: Group | Rule): part is Group => 'join' in part;

/** A condition as people build it. What was written any other way means the same. */
export function toGroup(condition: Condition | undefined): Group {
  if (!condition) return { join: 'all', parts: [] };
  const part = toPart(condition);
  return isGroup(part) ? part : { join: 'all', parts: [part] };
}

function toPart(condition: Condition): Group | Rule {
  if (condition.all) return { join: 'all', parts: condition.all.map(toPart) };
  if (condition.any) return { join: 'any', parts: condition.any.map(toPart) };
  if (condition.not) return opposite(toPart(condition.not));
  const { question, is } = condition;
  for (const name of ['answered', 'is_yes', 'is_no'] as const) {
    if (condition[name] === false) {
      return opposite({ test: { question, [name]: true }, negated: false });
    }
  }
  // A test of one choice is a test of any of one.
  if (is !== undefined) return { test: { question, any_of: [is] }, negated: false };
  return { test: condition, negated: false };
}

/** The opposite, as a rule where there are words for it and as "none of these" elsewhere. */
function opposite(part: Group | Rule): Group | Rule {
  if (isGroup(part)) {
    return part.join === 'any' ? { ...part, join: 'none' } : { join: 'none', parts: [part] };
  }
  const { any_of, answered, child, marked } = part.test;
  const hasWords = [any_of, answered, child, marked].some((one) => one !== undefined);
  return hasWords ? { ...part, negated: !part.negated } : { join: 'none', parts: [part] };
}

/** The condition as it stands in the form; undefined when nothing is left in it. */
export function toCondition(group: Group): Condition | undefined {
  const parts = group.parts.map(written).filter((part) => part !== undefined);
  const [only] = parts;
  if (!only) return undefined;
  if (group.join === 'none') return { not: { any: parts } };
  if (group.join === 'any') return { any: parts };
  return parts.length === 1 && group.parts.length === 1 ? only : { all: parts };
}

function written(part: Group | Rule): Condition | undefined {
  if (isGroup(part)) return toCondition(part);
  const { question, any_of } = part.test;
  const [only, more] = any_of ?? [];
  const test = only !== undefined && more === undefined ? { question, is: only } : part.test;
  return part.negated ? { not: test } : test;
}

/** What can be tested, as one word with its opposite. */
export type TestName =
  | 'is_yes'
  | 'is_no'
  | 'any_of'
  | 'none_of'
  | 'marked'
  | 'not_marked'
  | 'at_least'
  | 'at_most'
  | 'answered'
  | 'not_answered'
  | 'age_under'
  | 'age_at_least'
  | 'status'
  | 'not_status';

export const CHILD_TESTS: TestName[] = ['age_under', 'age_at_least', 'status', 'not_status'];

/** What can be tested about the answer to a question. */
export function testsOf(question: Question | undefined): TestName[] {
  const answered: TestName[] = ['answered', 'not_answered'];
  switch (question?.kind.type) {
    case 'yes_no':
      return ['is_yes', 'is_no', ...answered];
    case 'one_choice':
    case 'many_choices':
    case 'drop_down':
      return ['any_of', 'none_of', ...answered];
    case 'choice_grid':
    case 'tick_grid':
      return ['marked', 'not_marked', ...answered];
    case 'number':
    case 'scale':
    case 'rating':
    case 'calculated':
      return ['at_least', 'at_most', ...answered];
    default:
      return answered;
  }
}

/** The name of the test of a rule. */
export function nameOf({ test, negated }: Rule): TestName {
  if (test.child) {
    if (test.child.age_under !== undefined) return negated ? 'age_at_least' : 'age_under';
    if (test.child.age_at_least !== undefined) return negated ? 'age_under' : 'age_at_least';
    return negated ? 'not_status' : 'status';
  }
  if (test.any_of) return negated ? 'none_of' : 'any_of';
  if (test.marked) return negated ? 'not_marked' : 'marked';
  if (test.answered) return negated ? 'not_answered' : 'answered';
  if (test.is_yes) return 'is_yes';
  if (test.is_no) return 'is_no';
  return test.at_least !== undefined ? 'at_least' : 'at_most';
}

/** A rule with that test, whole from the start: the values are the first that make sense. */
export function ruleOf(name: TestName, question?: Question): Rule {
  const negated = ['none_of', 'not_marked', 'not_answered', 'not_status'].includes(name);
  const kind = question?.kind;
  const of = { question: question?.id };
  const first = kind && 'choices' in kind ? kind.choices[0]?.id : undefined;
  const marked: [string, string] =
    kind && 'rows' in kind ? [kind.rows[0]?.id ?? '', kind.columns[0]?.id ?? ''] : ['', ''];
  const tests: Record<TestName, Condition> = {
    is_yes: { ...of, is_yes: true },
    is_no: { ...of, is_no: true },
    any_of: { ...of, any_of: first ? [first] : [] },
    none_of: { ...of, any_of: first ? [first] : [] },
    marked: { ...of, marked },
    not_marked: { ...of, marked },
    at_least: { ...of, at_least: 1 },
    at_most: { ...of, at_most: 1 },
    answered: { ...of, answered: true },
    not_answered: { ...of, answered: true },
    age_under: { child: { age_under: 5 } },
    age_at_least: { child: { age_at_least: 10 } },
    status: { child: { status: ['looked_after'] } },
    not_status: { child: { status: ['looked_after'] } },
  };
  return { test: tests[name], negated };
}

/** Ids of the questions that a condition looks at. */
export function looksAt(condition: Condition | undefined): string[] {
  if (!condition) return [];
  const parts = [...(condition.all ?? []), ...(condition.any ?? [])];
  if (condition.not) parts.push(condition.not);
  return [...(condition.question ? [condition.question] : []), ...parts.flatMap(looksAt)];
}

/** The same condition about other ids. */
export function renamed(condition: Condition, names: ReadonlyMap<string, string>): Condition {
  const next = { ...condition };
  if (next.question) next.question = names.get(next.question) ?? next.question;
  if (next.all) next.all = next.all.map((part) => renamed(part, names));
  if (next.any) next.any = next.any.map((part) => renamed(part, names));
  if (next.not) next.not = renamed(next.not, names);
  return next;
}
