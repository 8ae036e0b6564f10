import { expect, test } from 'vitest';
import { age, event, moment } from './time';

const now = new Date(2026, 10, 21, 16, 0);
const at = (day: number, hour: number, minute: number) =>
  new Date(2026, 10, day, hour, minute).toISOString();

test('a moment is said as people say it', () => {
  expect(moment(at(21, 14, 32), now)).toBe('14:32');
  expect(moment(at(20, 14, 32), now)).toBe('yesterday 14:32');
  expect(moment(at(12, 9, 10), now)).toBe('12 November 09:10');
});

test('an event without a time has no time, never midnight', () => {
  expect(event('2026-11-17')).toBe('17 November 2026');
  expect(event('2026-11-17T14:30')).toBe('17 November 2026 14:30');
});

test('an age uses the largest whole unit', () => {
  expect(age(at(21, 15, 59), now)).toBe('1 minute');
  expect(age(at(21, 13, 0), now)).toBe('3 hours');
  expect(age(at(18, 16, 0), now)).toBe('3 days');
});
