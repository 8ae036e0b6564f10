import { expect, test } from 'vitest';
import type { QuestionSummaryView } from '$lib/api/generated';
import { bars, finding, lines, tells } from './count';

const question = (some: Partial<QuestionSummaryView>): QuestionSummaryView => ({
  key: 'q',
  header: 'Where?',
  kind: 'one_choice',
  answered: 10,
  not_known: 0,
  empty: 0,
  counts: [],
  numbers: null,
  ...some,
});
const counts = (...all: number[]) => all.map((count, at) => ({ label: `Choice ${at}`, count }));

test('the finding names what was answered most often', () => {
  expect(finding(question({ counts: counts(7, 3) }))).toBe(
    'Most often “Choice 0”: 7 of 10 answers.',
  );
});

test('two answers that are equally common are both named', () => {
  expect(finding(question({ counts: counts(5, 5) }))).toBe(
    '“Choice 0” and “Choice 1” are equally common: 5 each, of 10 answers.',
  );
});

test('the finding of numbers says their range and mean', () => {
  expect(finding(question({ numbers: [5, 32.456, 90], empty: 2 }))).toBe(
    'From 5 to 90, on average 32.5. Answered 10 times out of 12.',
  );
});

test('nothing answered is said, not divided by', () => {
  const none = question({ answered: 0, empty: 4 });
  expect(finding(none)).toBe('Nobody has answered this.');
  expect(bars(none).bars.map((bar) => bar.length)).toEqual([0, 100]);
});

test('not known and no answer are in the table and drawn apart from the answers', () => {
  const one = question({ counts: counts(8, 2), not_known: 3, empty: 4 });
  expect(lines(one).map((row) => [row.fill, row.count])).toEqual([
    ['answer', 8],
    ['answer', 2],
    ['not-known', 3],
    ['empty', 4],
  ]);
});

test('a long list draws the choices that were taken most, and says how many are left', () => {
  const many = question({ counts: counts(...Array.from({ length: 60 }, (_, at) => at)) });
  const { bars: drawn, left } = bars(many);
  expect(drawn).toHaveLength(20);
  expect(drawn[0]?.label).toBe('Choice 40');
  expect(left).toBe(40);
  expect(lines(many)).toHaveLength(62);
});

test('a count from one to four tells who answered', () => {
  expect(tells([question({ counts: counts(6, 4) })])).toBe(true);
  expect(tells([question({ counts: counts(10, 0) })])).toBe(false);
  expect(tells([question({ not_known: 1 })])).toBe(true);
});
