import { expect, test } from 'vitest';
import { FILTERS, HEADINGS, inView, moved, staysInBox } from './move';

const size = { rows: 1000, columns: 8, page: 20, filtering: false };
const filtering = { ...size, filtering: true };

test.each([
  ['ArrowDown', false, { row: 5, column: 2 }, { row: 6, column: 2 }],
  ['ArrowDown', false, { row: 999, column: 2 }, { row: 999, column: 2 }],
  ['ArrowUp', false, { row: 0, column: 2 }, { row: HEADINGS, column: 2 }],
  ['ArrowDown', false, { row: HEADINGS, column: 2 }, { row: 0, column: 2 }],
  ['ArrowLeft', false, { row: 5, column: 0 }, { row: 5, column: 0 }],
  ['ArrowRight', false, { row: 5, column: 7 }, { row: 5, column: 7 }],
  ['PageDown', false, { row: 990, column: 1 }, { row: 999, column: 1 }],
  ['PageUp', false, { row: 12, column: 1 }, { row: 0, column: 1 }],
  ['Home', false, { row: 12, column: 4 }, { row: 12, column: 0 }],
  ['End', false, { row: 12, column: 4 }, { row: 12, column: 7 }],
  ['Home', true, { row: 12, column: 4 }, { row: 0, column: 0 }],
  ['End', true, { row: 12, column: 4 }, { row: 999, column: 7 }],
])('%s moves as in a spreadsheet', (key, ctrl, from, to) => {
  expect(moved(key, ctrl, from, size)).toEqual(to);
});

test('the filter boxes lie between the headings and the first row', () => {
  expect(moved('ArrowUp', false, { row: 0, column: 1 }, filtering)?.row).toBe(FILTERS);
  expect(moved('ArrowUp', false, { row: FILTERS, column: 1 }, filtering)?.row).toBe(HEADINGS);
  expect(moved('ArrowDown', false, { row: HEADINGS, column: 1 }, filtering)?.row).toBe(FILTERS);
  expect(moved('ArrowDown', false, { row: FILTERS, column: 1 }, filtering)?.row).toBe(0);
});

test('a sheet without rows keeps the keys at its headings', () => {
  const none = { ...size, rows: 0 };
  expect(moved('ArrowDown', false, { row: HEADINGS, column: 1 }, none)?.row).toBe(HEADINGS);
  expect(moved('Home', true, { row: HEADINGS, column: 3 }, none)?.row).toBe(-1);
});

test('a letter moves nothing', () => {
  expect(moved('a', false, { row: 0, column: 0 }, size)).toBeUndefined();
});

test('a filter box keeps the keys that its text needs', () => {
  const box = document.createElement('input');
  box.value = 'Zoë';
  box.setSelectionRange(1, 1);
  expect(staysInBox('ArrowLeft', box)).toBe(true);
  expect(staysInBox('ArrowDown', box)).toBe(false);
  box.setSelectionRange(3, 3);
  expect(staysInBox('ArrowRight', box)).toBe(false);
});

test('only the rows in view and a few around them are drawn, however many there are', () => {
  const drawn = inView(1_600_000, 640, 32, 100_000);
  expect(drawn.from).toBeLessThanOrEqual(50_000);
  expect(drawn.to).toBeGreaterThanOrEqual(50_020);
  expect(drawn.to - drawn.from).toBeLessThan(60);
  expect(inView(0, 640, 32, 3)).toEqual({ from: 0, to: 3 });
  expect(inView(9_000, 640, 32, 0)).toEqual({ from: 0, to: 0 });
});
