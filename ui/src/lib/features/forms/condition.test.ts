import { describe, expect, test } from 'vitest';
import type { Condition, Question } from '$lib/api/form';
import { looksAt, nameOf, ruleOf, testsOf, toCondition, toGroup, type Rule } from './condition';
import { sample } from './sample.fixture';
import { sayCondition } from './say';

const yes: Condition = { question: 'seen', is_yes: true };
const worry: Condition = { question: 'about', is: 'worry' };

describe('a condition comes back from the builder as it was', () => {
  test.each<[string, Condition]>([
    ['one test', yes],
    ['one choice', worry],
    ['any of two choices', { question: 'about', any_of: ['worry', 'advice'] }],
    ['not a choice', { not: worry }],
    ['all', { all: [yes, worry] }],
    ['any with a single rule', { any: [yes] }],
    ['none', { not: { any: [yes, worry] } }],
    ['a group in a group', { any: [yes, { all: [worry, { question: 'day', answered: true }] }] }],
    ['a mark of a grid', { question: 'who', marked: ['health', 'came'] }],
    ['no mark of a grid', { not: { question: 'who', marked: ['health', 'came'] } }],
    ['the child', { child: { status: ['looked_after'] } }],
  ])('%s', (_, condition) => {
    expect(toCondition(toGroup(condition))).toEqual(condition);
  });
});

test('what is written another way means the same', () => {
  const back = (condition: Condition) => toCondition(toGroup(condition));
  expect(back({ question: 'day', answered: false })).toEqual({
    not: { question: 'day', answered: true },
  });
  expect(back({ question: 'seen', is_yes: false })).toEqual({ not: { any: [yes] } });
  expect(back({ not: { not: worry } })).toEqual(worry);
});

test('a condition with nothing left in it is none', () => {
  expect(toCondition({ join: 'any', parts: [] })).toBeUndefined();
  expect(toCondition({ join: 'all', parts: [{ join: 'any', parts: [] }] })).toBeUndefined();
});

test('each kind offers the tests that suit it, and each new rule is whole', () => {
  const form = sample();
  const about = form.sections[0]?.questions[1] as Question;
  expect(testsOf(about)).toEqual(['any_of', 'none_of', 'answered', 'not_answered']);
  for (const name of testsOf(about)) expect(nameOf(ruleOf(name, about))).toBe(name);
  expect(ruleOf('any_of', about).test).toEqual({ question: 'about', any_of: ['worry'] });
});

test('a mark of a grid is offered, whole, and said with its wording', () => {
  const part = (id: string) => ({ id, label: id.toUpperCase() });
  const kind = { type: 'tick_grid', rows: [part('a')], columns: [part('b')] } as const;
  const grid = { id: 'who', text: 'Who came?', required: false, kind } as unknown as Question;
  for (const name of testsOf(grid)) expect(nameOf(ruleOf(name, grid))).toBe(name);
  expect(ruleOf('marked', grid).test).toEqual({ question: 'who', marked: ['a', 'b'] });
  const form = sample();
  form.sections[0]?.questions.push(grid);
  const condition: Condition = { not: { question: 'who', marked: ['a', 'b'] } };
  expect(sayCondition(form, condition)).toBe('“A”: “B” is not marked in “Who came?”');
});

test('the opposite of an age is said as an age', () => {
  const rule: Rule = { test: { child: { age_under: 5 } }, negated: true };
  expect(nameOf(rule)).toBe('age_at_least');
});

test('every question that a condition looks at is found', () => {
  expect(looksAt({ any: [yes, { not: { all: [worry] } }] })).toEqual(['seen', 'about']);
});

test('a condition is said in plain words', () => {
  const form = sample();
  expect(sayCondition(form, worry)).toBe('“A worry about a child” to “What is it about?”');
  expect(sayCondition(form, { all: [yes, { child: { age_under: 5 } }] })).toBe(
    '“Yes” to “Was the child seen?” and the child is younger than 5',
  );
  expect(sayCondition(form, { question: 'left', answered: true })).toMatch(/gone/);
});
