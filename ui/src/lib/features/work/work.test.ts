import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { MyDayView } from '$lib/api/generated';
import CaseloadTable from './CaseloadTable.svelte';
import { dueWords } from './due';
import Everybody from './Everybody.svelte';
import { giving } from './giving.svelte';
import LimitForm from './LimitForm.svelte';
import MyDay from './MyDay.svelte';
import { due, person, row } from './people.fixture';
import { takenBack } from './take-back';
import TransferForm from './TransferForm.svelte';

const call = vi.hoisted(() => vi.fn());
const goto = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));
vi.mock('$app/navigation', () => ({ goto }));

Element.prototype.scrollIntoView = () => {};

beforeEach(() => {
  call.mockReset();
  goto.mockReset();
  giving.people = [];
});

const day = (some: Partial<MyDayView>): MyDayView => ({
  today: '2026-11-22',
  allocated: 3,
  overdue: [],
  today_due: [],
  soon: [],
  unread_warnings: [],
  drafts: [],
  unsent: 0,
  newly_allocated: [],
  ...some,
});

test.each([
  ['2026-11-20', 'was due 20 November 2026, 2 days ago'],
  ['2026-11-22', 'due today'],
  ['2026-11-22T14:30', 'due 22 November 2026 14:30'],
  ['2026-11-23', 'due 23 November 2026, in 1 day'],
])('what is due %s is said in words', (when, said) => {
  expect(dueWords({ due: when }, '2026-11-22')).toBe(said);
});

test('my day says what is overdue in a word and a shape, the day of how many, and the rule', () => {
  render(MyDay, { day: day({ overdue: [due({ state: 'overdue', due: '2026-11-20' })] }) });
  screen.getByRole('heading', { name: 'Overdue (1)' });
  screen.getByText('▲ Overdue');
  screen.getByText(/was due 20 November 2026, 2 days ago\s+· day 12 of 45/);
  screen.getByText('Working Together to Safeguard Children 2018, chapter 1');
  expect(screen.getByRole('link', { name: /^Record it/ }).getAttribute('href')).toBe(
    '/new/assessment?child=p1',
  );
});

test('a day with nothing due says so, and warnings that were not read come first', () => {
  const unread = person('p2', 'Tomas Sample', { warnings: ['risk_to_worker'] });
  render(MyDay, { day: day({ unread_warnings: [unread] }) });
  screen.getByText(/Nothing is overdue/);
  const headings = screen.getAllByRole('heading', { level: 2 });
  expect(headings[0]?.textContent).toContain('Warnings that you have not read: 1 person');
});

test('chosen children are given to somebody else on the next screen', async () => {
  const rows = [row('p1', 'Zoë Sample'), row('p2', 'Tomas Sample', { next_due: due() })];
  const view = { of: 'mine', rows, total: 2, teams: [], workers: [], unallocated: 0 };
  render(CaseloadTable, { view, name: 'Mine' });
  const give = screen.getByRole('button', { name: /to somebody else/ });
  expect(give).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Choose Tomas Sample' }));
  await userEvent.click(screen.getByRole('button', { name: 'Give 1 child to somebody else' }));
  expect(giving.people.map((one) => one.name)).toEqual(['Tomas Sample']);
  expect(goto).toHaveBeenCalledWith('/caseload/transfer');
});

test('a transfer needs a team and a reason, and takes the hand-over note along', async () => {
  const onsave = vi.fn().mockResolvedValue(undefined);
  const workers = [{ of: 'worker:bo', name: 'Bo Worker', team: 'Unit 4', children: 9, overdue: 2 }];
  const props = {
    people: [{ id: 'p1', name: 'Zoë Sample', with: 'Unit 3' }],
    loads: { teams: [], workers },
    teams: [],
  };
  render(TransferForm, { ...props, onsave, onerror: () => {} });
  await userEvent.click(screen.getByRole('button', { name: 'Give this child' }));
  expect(screen.getAllByText('Enter the team')).toHaveLength(2);
  expect(onsave).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Team'), 'Unit 4');
  await userEvent.type(screen.getByLabelText('Worker (optional)'), 'Bo Worker');
  screen.getByText('Has 9 children now, 2 overdue in something.');
  await userEvent.type(screen.getByLabelText('Reason'), 'Moved house');
  await userEvent.type(screen.getByLabelText('Hand-over note (optional)'), 'Call the aunt first');
  await userEvent.click(screen.getByRole('button', { name: 'Give this child' }));
  expect(onsave.mock.calls[0]?.[0]).toMatchObject({
    people: ['p1'],
    team: 'Unit 4',
    worker: 'Bo Worker',
    reason: 'Moved house',
    handover: 'Call the aunt first',
  });
});

test('a transfer that is taken back needs nothing but its own answer', async () => {
  call.mockResolvedValue({});
  const says = {
    kind: 'allocation',
    role: 'lead_worker',
    team: 'Unit 3',
    from: '2026-10-01',
  } as const;
  await takenBack({ made: ['a-new'], before: [{ id: 'a-p1', about: ['p1'], says }] });
  expect(call.mock.calls).toEqual([
    ['withdraw_fact', { id: 'a-new', reason: 'Taken back at once' }],
    ['record_fact', { id: 'a-p1', about: ['p1'], says }],
  ]);
});

test('children among everybody on file can be given, and nobody else', async () => {
  const people = [person('p1', 'Zoë Sample'), person('p2', 'Ada Sample', { kind: 'adult' })];
  render(Everybody, { first: { people, total: 2 } });
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Choose Zoë Sample' }));
  // Whoever is ticked stays so while the list shows others.
  call.mockResolvedValue({ people: [people[1]], total: 1 });
  await userEvent.type(screen.getByLabelText('Find a person by name'), 'Ada');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Give 1 child to somebody else' }),
  );
  expect(giving.people.map((one) => one.id)).toEqual(['p1']);
});

test('a local limit is changed only with a number and a source', async () => {
  const limit = {
    limit: 'visit_cp',
    episode: 'child_protection',
    amount: 10,
    unit: 'working_days',
    nature: 'local',
    source: 'Local rule; set your own',
    own: null,
  };
  call.mockResolvedValue({});
  render(LimitForm, { limit, ondone: async () => {}, oncancel: () => {} });
  const amount = screen.getByLabelText('How many');
  await userEvent.clear(amount);
  await userEvent.type(amount, '0');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getAllByText('Enter a whole number from 1 to 999')).toHaveLength(2);
  expect(call).not.toHaveBeenCalled();
  await userEvent.clear(amount);
  await userEvent.type(amount, '15');
  await userEvent.type(screen.getByLabelText('Where the new rule comes from'), 'Policy of May');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(call.mock.calls[0]?.[1]).toMatchObject({
    about: [],
    says: { kind: 'time_limit', limit: 'visit_cp', amount: 15, unit: 'working_days' },
  });
});
