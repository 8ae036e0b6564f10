import { expect, test } from 'vitest';
import { asText, isAnswered, manyChosen, matching, OTHER, oneChosen } from './answers';

test('a number that a filed record carries over is shown as if it had been typed', () => {
  expect(asText(12)).toBe('12');
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

test('looking in a list leaves what every word fits, and what is chosen', () => {
  const options = ['White British', 'White Irish', 'Black British'].map((text) => ({
    value: text,
    text,
  }));
  const shown = (looked: string, chosen: string[] = []) =>
    matching(options, looked, chosen).map((one) => one.text);
  expect(shown('')).toHaveLength(3);
  expect(shown('brit wh')).toEqual(['White British']);
  expect(shown('irish', ['Black British'])).toEqual(['White Irish', 'Black British']);
});
