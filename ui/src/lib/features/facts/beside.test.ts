import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Fact, FactVersionView } from '$lib/api/generated';
import { fact } from '$lib/features/child/child.fixture';
import FactBeside from './FactBeside.svelte';
import FactRow from './FactRow.svelte';
import { asHidden } from './hiding';
import { withdraw } from './save';

const call = vi.hoisted(() => vi.fn());
const offerUndo = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));
vi.mock('$lib/features/frame/undo.svelte', () => ({ offerUndo }));
vi.mock('$app/navigation', () => ({ invalidate: async () => {} }));

type Address = Extract<Fact, { kind: 'address' }>;

const lives = (lines: string, more: Partial<Address> = {}): Address => ({
  kind: 'address',
  lines,
  used: 'home',
  do_not_contact: false,
  hidden: false,
  ...more,
});
const beside = (...says: Fact[]): FactVersionView[] =>
  says.map((one) => ({ says: one, author: 'Sam Sample', recorded: '2026-11-12T09:10:00Z' }));
const names = (id: string) => id;

const pack = lives('1 Old Road');
const refuge = lives('2 Refuge Row', { hidden: true, hidden_from: ['him'] });
const clash = fact('a', pack, { beside: beside(refuge, { ...pack, hidden: true }) });

beforeEach(() => {
  call.mockReset().mockResolvedValue({ id: 'a', seen: ['now'] });
  offerUndo.mockReset();
});

test('an address chosen out of a clash stays as hidden as any of its versions', async () => {
  render(FactBeside, { props: { fact: clash, names } });
  const [first] = screen.getAllByRole('button', { name: /1 Old Road/ });
  await userEvent.click(first as HTMLElement);
  const kept = { ...pack, hidden: true, hidden_from: ['him'] };
  expect(call).toHaveBeenLastCalledWith('record_fact', {
    id: 'a',
    about: ['zoe'],
    says: kept,
    seen: ['seen-a'],
  });
  await offerUndo.mock.calls[0]?.[1]();
  expect(call.mock.calls.at(-1)?.[1]).toMatchObject({ says: kept, seen: ['now'] });
});

test('a withdrawn clash that is taken back is as hidden as it was', async () => {
  await (
    await withdraw(clash, 'A slip')
  )();
  expect(call.mock.calls.at(-1)?.[1]).toMatchObject({
    says: { hidden: true, hidden_from: ['him'] },
  });
});

test('everybody from whom any version hides it stays kept from it, and nobody twice', () => {
  const two = beside(refuge, { ...refuge, hidden_from: ['him', 'uncle'] });
  expect(asHidden(pack, { says: pack, beside: two })).toMatchObject({
    hidden: true,
    hidden_from: ['him', 'uncle'],
  });
});

test('nothing is hidden that no version hides, and one that stands alone says it itself', () => {
  expect(asHidden(pack, { says: pack, beside: beside(lives('3 New Street')) })).toEqual(pack);
  expect(asHidden(pack, { says: refuge, beside: [] })).toEqual(pack);
});

test('a line that a fact says twice is shown twice', () => {
  const summary = { kind: 'summary', on: '2026-11-01', who_am_i: 'I am Zoë' };
  const says = { ...summary, what_matters: 'My brother', what_next: 'My brother' } as Fact;
  render(FactRow, { props: { person: 'zoe', fact: fact('s', says), names } });
  expect(screen.getAllByText('My brother')).toHaveLength(2);
});
