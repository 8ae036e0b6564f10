import { expect, test } from 'vitest';
import { asDate, asText, dayBefore, isAnswered, manyChosen, OTHER, oneChosen } from './answers';

test('what a filed record carries over is shown as if it had been typed', () => {
  expect(asDate('2026-03-07')).toEqual({ day: '7', month: '3', year: '2026' });
  expect(asText(12)).toBe('12');
});

test('a half-typed date stays as typed', () => {
  expect(asDate({ day: '3', month: '', year: '20' })).toEqual({ day: '3', month: '', year: '20' });
});

test('something else carries its text beside the choices', () => {
  expect(oneChosen(OTHER, 'in the park')).toEqual({ other: 'in the park' });
  expect(manyChosen(['a', OTHER], 'b')).toEqual({ choices: ['a'], other: 'b' });
  expect(oneChosen('', '')).toBeUndefined();
});

test('empty boxes are no answer', () => {
  expect(isAnswered({ day: '', month: '', year: '' })).toBe(false);
  expect(isAnswered({ day: '3', month: '', year: '' })).toBe(true);
});

test('yesterday on the first of a month is the last of the month before', () => {
  expect(dayBefore(new Date(2026, 2, 1), 1)).toEqual({ day: '28', month: '2', year: '2026' });
});
