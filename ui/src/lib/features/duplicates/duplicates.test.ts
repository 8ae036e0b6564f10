import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { person } from '../work/people.fixture';
import { besideEachOther } from './beside';
import Ledger from './Ledger.svelte';
import Pair from './Pair.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));

const one = person('p1', 'Zoë Sample', { identifier: 'E-4F7KQ-M' });
const other = person('p2', 'Sample Zoe');

Element.prototype.scrollIntoView = () => {};

beforeEach(() => call.mockReset().mockResolvedValue({ id: 'f1' }));

test('what agrees, what differs, and what only one says', () => {
  const lines = besideEachOther(one, other);
  const agrees = (id: string) => lines.find((line) => line.id === id)?.agrees;
  expect(agrees('name')).toBe(false);
  expect(agrees('born')).toBe(true);
  expect(agrees('identifier')).toBeUndefined();
  expect(lines.some((line) => line.id === 'worker')).toBe(false);
});

test('a decision needs a reason and who agreed', async () => {
  const ondecided = vi.fn().mockResolvedValue(undefined);
  const pair = { one, other, likeness: 'likely', reasons: ['names_in_other_order'], against: [] };
  render(Pair, { pair, ondecided });
  await userEvent.click(screen.getByRole('button', { name: /^Same person/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Keep this decision' }));
  expect(screen.getAllByText('Enter why')).toHaveLength(2);
  expect(call).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Why'), 'Same mother');
  await userEvent.type(screen.getByLabelText('Who agreed'), 'Bo Lead');
  await userEvent.click(screen.getByRole('button', { name: 'Keep this decision' }));
  expect(call.mock.calls[0]?.[1].says).toEqual({
    kind: 'same_person',
    one: 'p1',
    other: 'p2',
    same: true,
    reason: 'Same mother',
    approved_by: 'Bo Lead',
  });
  expect(ondecided).toHaveBeenCalledWith('f1', 'Zoë Sample and Sample Zoe are the same person');
});

test('a decision in force is taken back with a reason; one that was replaced is not', async () => {
  const decision = {
    id: 'f1',
    one,
    other,
    same: true,
    reason: 'Same mother',
    approved_by: 'Bo Lead',
    author: 'Ada Worker',
    recorded: '2026-11-20T10:00:00Z',
    replaced: false,
  };
  const ontakeback = vi.fn().mockResolvedValue(undefined);
  render(Ledger, { decisions: [decision, { ...decision, replaced: true }], ontakeback });
  await userEvent.click(screen.getByRole('button', { name: /^Take back/ }));
  await userEvent.type(screen.getByLabelText('Why is it taken back?'), 'Wrong child');
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  expect(ontakeback).toHaveBeenCalledWith('f1', 'Wrong child');
});
