import { expect, test } from 'vitest';
import { ambiguous, meant } from './dates';
import { after, before, stepNamed, stepsOf, type Known } from './steps';

type Step = 'file' | 'columns' | 'dates' | 'preview' | 'run';

const known = (some: Partial<Known<Step>> = {}): Known<Step> => ({
  order: ['file', 'columns', 'dates', 'preview', 'run'],
  spared: ['dates'],
  read: true,
  started: false,
  ...some,
});

test('what a file does not leave open is not asked', () => {
  expect(stepsOf(known({ read: false }))).toEqual(['file']);
  expect(stepsOf(known())).toEqual(['file', 'columns', 'preview', 'run']);
  expect(after('columns', known())).toBe('preview');
  expect(after('columns', known({ spared: [] }))).toBe('dates');
  expect(after('run', known())).toBe('run');
  expect(before('preview', known())).toBe('columns');
  expect(before('file', known())).toBeUndefined();
});

test('an address leads to no step that cannot be shown yet', () => {
  expect(stepNamed('preview', known({ read: false }))).toBe('file');
  expect(stepNamed('dates', known())).toBe('file');
  expect(stepNamed('run', known())).toBe('preview');
  expect(stepNamed('run', known({ read: false, started: true }))).toBe('run');
  expect(stepNamed('nonsense', known())).toBe('file');
});

test('a day that can be two days is found and shown both ways', () => {
  const columns = [
    { header: 'a', example: '21/11/2026' },
    { header: 'b', example: '03/04/2026 10:00:00' },
  ];
  expect(ambiguous(columns)).toBe('03/04/2026');
  expect(meant('03/04/2026', 'day_first')).toBe('3 April 2026');
  expect(meant('03/04/2026', 'month_first')).toBe('4 March 2026');
  expect(ambiguous([{ header: 'a', example: '05/05/2026' }])).toBeUndefined();
});
