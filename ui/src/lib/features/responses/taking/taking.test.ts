import { beforeEach, expect, test, vi } from 'vitest';
import type { NamedChildView, ReadResponsesView } from '$lib/api/generated';
import { grouped } from './lines';
import { Taking } from './taking.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));
vi.mock('$lib/host/hand-in', () => ({ handIn: () => Promise.resolve('upload-1') }));

const child = (key: string, likeness: string): NamedChildView => ({
  key,
  name: key,
  born: null,
  id: null,
  rows: 1,
  likeness,
  candidates: [],
});

const read = (some: Partial<ReadResponsesView> = {}): ReadResponsesView => ({
  file_name: 'visits.csv',
  dialect: 'Google Sheet',
  rows: 3,
  new: 3,
  already_here: 0,
  changed: 0,
  columns: [{ header: 'Where?', target: 'question:where', example: 'At home' }],
  targets: [],
  dates: ['day_first'],
  lines: [],
  lines_total: 0,
  people: [],
  preview: [],
  preview_headers: [],
  ...some,
});

const file = new File(['a'], 'visits.csv');

beforeEach(() => call.mockReset());

test('lines are grouped by what they say, what to check first', () => {
  const line = (place: string, message: string, weight: string) => ({
    place,
    about: '',
    message,
    weight,
  });
  const parts = grouped([
    line('Row 2', 'left', 'left_out'),
    line('Row 3', 'odd', 'to_confirm'),
    line('Row 9', 'odd', 'to_confirm'),
  ]);
  expect(parts).toEqual([
    { weight: 'to_confirm', groups: [{ message: 'odd', places: ['Row 3', 'Row 9'] }] },
    { weight: 'left_out', groups: [{ message: 'left', places: ['Row 2'] }] },
  ]);
});

test('a file that cannot be read leaves the one before it as it was', async () => {
  const taking = new Taking();
  call.mockResolvedValueOnce(read());
  expect(await taking.take('visit', file)).toBe(true);
  call.mockRejectedValueOnce(new Error('no'));
  expect(await taking.take('visit', file)).toBe(false);
  expect(taking.view?.file_name).toBe('visits.csv');
  expect(taking.trouble?.code).toBe('no_answer');
});

test('it is read again only if something was changed since', async () => {
  const taking = new Taking();
  call.mockResolvedValue(read());
  await taking.take('visit', file);
  await taking.readAgain();
  expect(call).toHaveBeenCalledTimes(1);
  const [column] = taking.columns;
  if (column) column.target = 'leave_out';
  await taking.readAgain();
  expect(call).toHaveBeenCalledTimes(2);
  expect(call.mock.calls[1]?.[1]).toMatchObject({ columns: [{ target: 'leave_out' }] });
});

test('the orders to choose from stay when one was chosen', async () => {
  const taking = new Taking();
  call.mockResolvedValueOnce(read({ dates: ['day_first', 'month_first'] }));
  await taking.take('visit', file);
  expect(taking.known.spared).not.toContain('dates');
  taking.dates = 'month_first';
  call.mockResolvedValueOnce(read({ dates: ['month_first'] }));
  await taking.readAgain();
  expect(taking.orders).toEqual(['day_first', 'month_first']);
});

test('only children without an exact match are decided on, and all of them', async () => {
  const taking = new Taking();
  const people = [child('a', 'exact'), child('b', 'likely'), child('c', 'none')];
  call.mockResolvedValueOnce(read({ people }));
  await taking.take('visit', file);
  expect(taking.exact).toBe(1);
  taking.addAllNew();
  expect(taking.undecided.map((one) => one.key)).toEqual(['b']);
  taking.decisions.b = { person: 'p1', name: 'Bo Sample' };
  call.mockResolvedValueOnce({ running: true, done: 0, total: 3, finished: null, failed: null });
  await taking.start();
  expect(call.mock.calls.at(-1)).toEqual([
    'import_responses',
    {
      upload: 'upload-1',
      form: 'visit',
      columns: [{ header: 'Where?', target: 'question:where', example: 'At home' }],
      dates: 'day_first',
      people: [
        { key: 'b', person: 'p1' },
        { key: 'c', person: 'new' },
      ],
    },
  ]);
});

test('decisions stay through going back and reading again', async () => {
  const taking = new Taking();
  call.mockResolvedValue(read({ people: [child('c', 'none')] }));
  await taking.take('visit', file);
  taking.addAllNew();
  taking.dates = 'month_first';
  await taking.readAgain();
  expect(taking.undecided).toEqual([]);
});
