import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PackPreview, PackProgressView } from '$lib/api/generated';
import { person } from '../work/people.fixture';
import { withField } from './columns';
import ColumnsStep from './ColumnsStep.svelte';
import { Pack, pack } from './pack.svelte';
import PeopleStep from './PeopleStep.svelte';
import { aboutWhat, inWords } from './reconcile';
import Problems from './Problems.svelte';
import RunStep from './RunStep.svelte';

const call = vi.hoisted(() => vi.fn());
const goto = vi.hoisted(() => vi.fn());
vi.mock('$app/navigation', () => ({ goto }));
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));
vi.mock('$lib/host/hand-in', () => ({ handIn: () => Promise.resolve('upload-1') }));

const counts = {
  ready: 3,
  left_out: 1,
  new_people: 2,
  known_people: 1,
  facts: 4,
  notes: 0,
  undated: 0,
};
const preview = (some: Partial<PackPreview> = {}): PackPreview => ({
  file_name: 'people.csv',
  sheets: [],
  headings: ['Id', 'Name', 'Born'],
  first: [['7', 'Zoë Sample', '03/04/2016']],
  fields: [
    { name: 'person', needed: false },
    { name: 'name', needed: true },
    { name: 'date_of_birth', needed: false },
  ],
  columns: { person: 0, name: 1 },
  remembered: false,
  date_formats: { slashed: '03/04/2016' },
  dates_ambiguous: false,
  dates: null,
  dates_matter: false,
  rows: 4,
  counts,
  problems: [],
  unclear: [],
  example: null,
  ...some,
});
const progress = (some: Partial<PackProgressView>): PackProgressView => ({
  running: false,
  step: 'reading',
  done: 0,
  total: 0,
  ended: null,
  failed: null,
  ...some,
});
const about = { rows: 'person', system: 'Mosaic', asAt: '2020-10-11' };
const file = new File(['a'], 'people.csv');
beforeEach(() => {
  call.mockReset();
  goto.mockReset();
  pack.forget();
});

test('a column fills one field, and a field has one column', () => {
  expect(withField({ person: 0, name: 1 }, 2, 'name')).toEqual({ person: 0, name: 2 });
  expect(withField({ person: 0, name: 1 }, 0, '')).toEqual({ name: 1 });
});

test('who is what to whom is said, so that a file the wrong way round is seen', () => {
  const view = preview({ example: { of: 'Amira', relation: 'mother', to: 'Zoë' } });
  render(ColumnsStep, { view, ongo: () => {} });
  screen.getByText(/Amira is the mother of Zoë/);
});

test('columns that a file remembers are left to the host, with its order of dates', async () => {
  const one = new Pack();
  call.mockResolvedValue(preview({ remembered: true }));
  await one.take(about, file);
  await one.start();
  expect(call.mock.lastCall?.[1].read).toEqual({
    upload: 'upload-1',
    rows: 'person',
    system: 'Mosaic',
    as_at: '2020-10-11',
  });
});

test('the order of dates that is remembered is chosen already, and can be changed', async () => {
  const one = new Pack();
  call.mockResolvedValue(preview({ remembered: true, dates: 'month_first', dates_matter: true }));
  await one.take(about, file);
  expect(one.dates).toBe('month_first');
  expect(one.known.spared).not.toContain('dates');
  one.dates = 'day_first';
  await one.readAgain();
  expect(call.mock.lastCall?.[1]).toMatchObject({ dates: 'day_first' });
});

test('a file of the dialog is named by its token and never handed in', async () => {
  const one = new Pack();
  const chosen = { token: 'token-1', name: 'notes.csv', size: 900_000_000 };
  call.mockResolvedValue({ file: null });
  expect(await one.pick()).toBe(false);
  call.mockResolvedValue({ file: chosen });
  expect(await one.pick()).toBe(true);
  call.mockResolvedValue(preview());
  await one.take(about, chosen);
  expect(call.mock.lastCall?.[1]).toMatchObject({ chosen: 'token-1', rows: 'person' });
  await one.start();
  expect(call.mock.lastCall?.[1].read).toMatchObject({ chosen: 'token-1' });
  expect(call.mock.lastCall?.[1].read).not.toHaveProperty('upload');
});

const unclear = (candidates: string[]) => [
  {
    key: 'k1',
    name: 'Zoe Sample',
    date_of_birth: null,
    candidates: candidates.map((id) => ({
      person: person(id, 'Zoë'),
      likeness: 'likely',
      reasons: [],
      against: [],
    })),
  },
];

test('a file that failed is looked at as a new one: who is who and which column is what is said anew', async () => {
  call.mockResolvedValue(preview({ unclear: unclear(['p1']) }));
  await pack.take(about, file);
  pack.columns = { person: 2, name: 0 };
  pack.dates = 'day_first';
  pack.people['k1'] = 'p1';
  // Another file lies there now: its first row is somebody else.
  call.mockResolvedValue(preview({ columns: { person: 1, name: 2 }, unclear: unclear(['p2']) }));
  render(RunStep, { progress: progress({ failed: { code: 'import_fault', args: {} } }) });
  await userEvent.click(screen.getByRole('button', { name: 'Look at it again' }));
  const asked = call.mock.calls.filter(([verb]) => verb === 'read_pack').at(-1)?.[1];
  expect(asked).not.toHaveProperty('columns');
  expect(asked).not.toHaveProperty('dates');
  expect(pack.columns).toEqual({ person: 1, name: 2 });
  expect(pack.undecided).toHaveLength(1);
  expect(goto).toHaveBeenCalledWith('/packs/new?step=columns');
});

test('nobody is linked whom the file as it was read last cannot mean', async () => {
  const one = new Pack();
  call.mockResolvedValue(preview({ unclear: unclear(['p1', 'p3']) }));
  await one.take(about, file);
  one.people['k1'] = 'p1';
  call.mockResolvedValue(preview({ columns: { person: 0, name: 2 }, unclear: unclear(['p3']) }));
  one.columns = { person: 0, name: 2 };
  await one.readAgain();
  expect(one.undecided).toHaveLength(1);
  await one.start();
  expect(call.mock.lastCall?.[1].people).toEqual({});
  one.people['k1'] = 'p3';
  await one.start();
  expect(call.mock.lastCall?.[1].people).toEqual({ k1: 'p3' });
});

test('what differs is said in words, not in codes', () => {
  const point = { sort: 'status_differs', what: 'care_status', pack: 'looked_after', here: '' };
  expect(aboutWhat({ ...point, sort: 'warning_added', what: 'marac' })).toMatch(/: /);
  expect(inWords(point, point.pack)).toBe('Looked after');
  expect(inWords(point, point.here)).toBe('Nothing');
});

test('dates that can be read in two ways stay a step after they were said', async () => {
  const one = new Pack();
  call.mockResolvedValue(preview({ dates_ambiguous: true, dates_matter: true }));
  expect(await one.take(about, file)).toBe(true);
  expect(one.known.spared).toEqual(['people']);
  call.mockResolvedValue(preview({ dates: 'day_first', dates_matter: true }));
  one.dates = 'day_first';
  await one.readAgain();
  expect(call.mock.lastCall?.[1]).toMatchObject({ dates: 'day_first' });
  expect(one.known.spared).toEqual(['people']);
  await one.readAgain();
  expect(call).toHaveBeenCalledTimes(2);
});

test('a column that is needed and is not there is asked for', async () => {
  const view = preview({ columns: { person: 0 } });
  call.mockResolvedValue(view);
  await pack.take(about, file);
  const ongo = vi.fn();
  render(ColumnsStep, { view, ongo });
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  screen.getByText('Say which column is: Full name');
  await userEvent.selectOptions(screen.getByLabelText('What “Name” is taken for'), 'name');
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(ongo).toHaveBeenCalledOnce();
});

test('problems are told by kind, with rows, what is left out first', () => {
  render(Problems, {
    problems: [
      { kind: 'check_digit_wrong', taken: true, rows: 2, first: [4, 9] },
      { kind: 'no_name', taken: false, rows: 30, first: [2, 3] },
    ],
  });
  const headings = screen.getAllByRole('heading', { level: 3 });
  expect(headings.map((one) => one.textContent)).toEqual(['Left out', 'Taken all the same']);
  screen.getByText('Rows 4, 9');
  screen.getByText('The first are rows 2, 3');
});

test('nothing is imported before everybody who may be on file is decided about', async () => {
  const view = preview({ unclear: unclear(['p1']) });
  call.mockResolvedValue(view);
  await pack.take(about, file);
  const ongo = vi.fn();
  render(PeopleStep, { view, ongo });
  await userEvent.click(screen.getByRole('button', { name: 'Take 3 rows in' }));
  expect(screen.getAllByText('Say who Zoe Sample is').length).toBeGreaterThan(0);
  await userEvent.click(screen.getByLabelText(/^Zoë, /));
  call.mockResolvedValue(progress({ running: true }));
  await userEvent.click(screen.getByRole('button', { name: 'Take 3 rows in' }));
  expect(call.mock.lastCall).toMatchObject([
    'import_pack',
    { people: { k1: 'p1' }, remember: true },
  ]);
  expect(ongo).toHaveBeenCalledOnce();
});

test('the same pack again adds nothing and says so', () => {
  render(RunStep, { progress: progress({ ended: { batch: null, counts } }) });
  screen.getByText('This pack was here already. Nothing was added.');
  expect(screen.queryByRole('button', { name: 'Undo this pack' })).toBeNull();
});

test('a pack is undone with a reason, and says who stays', async () => {
  call.mockResolvedValue({ kept: [person('p1', 'Zoë Sample')] });
  render(RunStep, { progress: progress({ ended: { batch: 'b1', counts } }) });
  await userEvent.click(screen.getByRole('button', { name: 'Undo this pack' }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo the pack' }));
  screen.getByText('Say why it is undone');
  await userEvent.type(screen.getByLabelText('Why is it undone?'), 'Wrong file');
  await userEvent.click(screen.getByRole('button', { name: 'Undo the pack' }));
  expect(call.mock.lastCall).toEqual(['undo_pack', { batch: 'b1', reason: 'Wrong file' }]);
  screen.getByText('The pack was undone.');
  screen.getByRole('link', { name: 'Zoë Sample' });
});

test('while people are kept, the screen says that saving waits', async () => {
  const shown = render(RunStep, { progress: progress({ running: true, step: 'keeping' }) });
  screen.getByText(/^Anything you save on another screen waits/);
  await shown.rerender({ progress: progress({ running: true, step: 'indexing' }) });
  expect(screen.queryByText(/^Anything you save on another screen waits/)).toBeNull();
});

test('a pack that is being taken in says how far it is and can be stopped', async () => {
  call.mockResolvedValue(progress({ failed: { code: 'stopped', args: {} } }));
  render(RunStep, { progress: progress({ running: true, step: 'keeping', done: 5, total: 9 }) });
  screen.getByText('5 of 9 rows');
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(call.mock.calls.map(([verb]) => verb)).toContain('cancel_pack');
});
