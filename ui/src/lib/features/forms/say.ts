import type { Condition, FormDefinition, GridPart, Question } from '$lib/api/form';
import { t } from '$lib/words/catalogue';
import { isGroup, nameOf, toGroup, type Group, type Rule } from './condition';
import { allQuestions } from './ids';

const LONGEST = 80;

/** Wording cut short, for a list or a button. */
export function short(wording: string, otherwise = t('editor-no-wording')): string {
  const text = wording.trim();
  if (text === '') return otherwise;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A condition in plain words: "“Yes” to “Was the child seen?”". */
export function sayCondition(form: FormDefinition, condition: Condition): string {
  const questions = new Map(allQuestions(form).map((question) => [question.id, question]));
  return sayGroup(toGroup(condition), questions);
}

function sayGroup(group: Group, questions: Map<string, Question>): string {
  const parts = group.parts.map((part) =>
    isGroup(part) ? `(${sayGroup(part, questions)})` : sayRule(part, questions),
  );
  if (group.join === 'none') return t('editor-say-none', { parts: parts.join(t('editor-say-or')) });
  return parts.join(group.join === 'any' ? t('editor-say-or') : t('editor-say-and'));
}

function sayRule(rule: Rule, questions: Map<string, Question>): string {
  const { test } = rule;
  const question = test.question ? questions.get(test.question) : undefined;
  const limit =
    test.at_least ?? test.at_most ?? test.child?.age_under ?? test.child?.age_at_least ?? 0;
  return t(`editor-say-${nameOf(rule)}`, {
    question: question ? short(question.text) : t('editor-gone'),
    choices: choiceWords(question, test.any_of ?? []).join(t('editor-say-or')),
    statuses: (test.child?.status ?? []).map((one) => t(`editor-status-${one}`)).join(', '),
    number: limit,
    ...markWords(question, test.marked),
  });
}

/** The wording of a row and a column of a grid. */
function markWords(
  question: Question | undefined,
  marked: [string, string] | undefined,
): Record<string, string> {
  if (!marked) return {};
  const grid = question && 'rows' in question.kind ? question.kind : { rows: [], columns: [] };
  const label = (parts: GridPart[], id: string) => parts.find((one) => one.id === id)?.label ?? id;
  return { row: label(grid.rows, marked[0]), column: label(grid.columns, marked[1]) };
}

/** The wording of choices, each in quotation marks. */
export function choiceWords(question: Question | undefined, ids: string[]): string[] {
  const choices = question && 'choices' in question.kind ? question.kind.choices : [];
  return ids.map((id) => {
    const label = choices?.find((choice) => choice.id === id)?.label;
    return t('editor-quoted', { text: label ?? (id === 'other' ? t('fill-other') : id) });
  });
}

/** How a kind is called. */
export function sayKind(question: Question): string {
  return t(`editor-kind-${question.kind.type}`);
}
