import { expect, test, vi } from 'vitest';
import type { SheetColumnView, SheetRow, SheetView } from '$lib/api/generated';
import { neighbours } from './beside';
import { bySection, hiddenOf, shown, SHOWN_AT_FIRST, shownOf } from './columns';
import { asked, filterBy, orderOf, SheetOrder, sortBy } from './order.svelte';
import { PAGE, SheetPages } from './pages.svelte';

const column = (key: string, section = '', kind = 'short_text'): SheetColumnView => ({
  key,
  header: key,
  section,
  kind,
});

function part(from: number, matched: number, name = 'r'): SheetView {
  const rows: SheetRow[] = [];
  for (let row = from; row < Math.min(matched, from + PAGE); row += 1)
    rows.push({ record: `${name}${row}`, cells: [String(row)] });
  return {
    title: 'Visit',
    columns: [column('a')],
    rows,
    matched,
    total: matched,
    may_export: true,
  };
}

test('a heading sorts up, then down, then gives newest first back', () => {
  const order = new SheetOrder();
  sortBy(order, 'q');
  expect(asked(order)).toEqual({ sort: 'q', descending: false, filters: [] });
  sortBy(order, 'q');
  expect(asked(order)).toEqual({ sort: 'q', descending: true, filters: [] });
  sortBy(order, 'q');
  expect(asked(order)).toEqual({ descending: false, filters: [] });
});

test('a column has one filter, and an empty one is none', () => {
  const order = new SheetOrder();
  filterBy(order, 'q', ' home ');
  filterBy(order, 'q', 'school ');
  expect(asked(order).filters).toEqual([{ column: 'q', holds: 'school' }]);
  filterBy(order, 'q', '  ');
  expect(asked(order).filters).toEqual([]);
});

test('a sheet stays as it was arranged through the sitting, each form by itself', () => {
  orderOf('visit').hidden = ['q'];
  expect(orderOf('visit').hidden).toEqual(['q']);
  expect(orderOf('contact').hidden).toBeNull();
});

test('a hidden column leaves the cells of the others in their places', () => {
  const columns = ['a', 'b', 'c'].map((key) => column(key));
  expect(shownOf(columns, ['b']).map(({ column: { key }, cell }) => [key, cell])).toEqual([
    ['a', 0],
    ['c', 2],
  ]);
});

test('a very wide form starts with a part of its columns, until somebody chooses', () => {
  const columns = Array.from({ length: SHOWN_AT_FIRST + 5 }, (_, at) => column(`q${at}`));
  expect(hiddenOf(columns, null)).toHaveLength(5);
  expect(hiddenOf(columns, [])).toHaveLength(0);
});

test('columns are listed under their sections', () => {
  const parts = bySection([column('a'), column('b', 'Visit'), column('c', 'Visit')]);
  expect(parts.map((one) => [one.section, one.columns.length])).toEqual([
    ['', 1],
    ['Visit', 2],
  ]);
});

test('a moment is shown as people write it, a text as it stands', () => {
  expect(shown(column('event', '', 'moment'), '2026-11-17')).toBe('17 November 2026');
  expect(shown(column('a'), '2026-11-17')).toBe('2026-11-17');
});

test('rows are asked for by the page, and once', async () => {
  const ask = vi.fn((from: number) => Promise.resolve(part(from, 1000)));
  const pages = new SheetPages(part(0, 1000), ask);
  expect(pages.row(0)?.record).toBe('r0');
  expect(pages.row(450)).toBeUndefined();
  await Promise.all([pages.need(390, 450), pages.need(390, 450)]);
  expect(ask.mock.calls).toEqual([[200], [400]]);
  expect(pages.row(450)?.record).toBe('r450');
});

test('a page in an order that is no longer shown is dropped', async () => {
  let arrive: (view: SheetView) => void = () => {};
  const late = new Promise<SheetView>((resolve) => (arrive = resolve));
  const pages = new SheetPages(part(0, 1000), (from) =>
    from === 0 ? Promise.resolve(part(0, 1000, 'new')) : late,
  );
  const asking = pages.need(200, 210);
  await pages.again();
  arrive(part(200, 1000, 'old'));
  await asking;
  expect(pages.row(0)?.record).toBe('new0');
  expect(pages.row(205)).toBeUndefined();
});

test('what was shown stays when the next order cannot be had', async () => {
  const pages = new SheetPages(part(0, 10), () => Promise.reject(new Error('gone')));
  await pages.again();
  expect(pages.row(3)?.record).toBe('r3');
  expect(pages.trouble?.code).toBe('no_answer');
});

test('previous and next follow the order of the sheet', () => {
  const { rows } = part(0, 5);
  expect(neighbours(rows, 'r0', 0, 5)).toEqual({
    at: 0,
    of: 5,
    before: undefined,
    after: { record: 'r1', at: 1 },
  });
  expect(neighbours(rows, 'r4', 100, 105)?.before).toEqual({ record: 'r3', at: 103 });
  expect(neighbours(rows, 'elsewhere', 0, 5)).toBeUndefined();
});
