import { expect, test } from 'vitest';
import { isoDate, typedDate } from './date';

test.each([
  [{ day: '27', month: '3', year: '2016' }, '2016-03-27'],
  [{ day: '', month: '', year: '' }, ''],
  [{ day: '30', month: '2', year: '2016' }, undefined],
  [{ day: '1', month: '2', year: '16' }, undefined],
  [{ day: 'x', month: '2', year: '2016' }, undefined],
])('%o is %s', (typed, iso) => {
  expect(isoDate(typed)).toBe(iso);
});

test('a stored date comes back into its three boxes', () => {
  expect(typedDate('2016-03-07')).toEqual({ day: '7', month: '3', year: '2016' });
});
