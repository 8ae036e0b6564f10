import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ChronologyView, Fact } from '$lib/api/generated';
import { child, fact, network, person } from '$lib/features/child/child.fixture';
import FactPage from './[id]/(file)/facts/[fact]/+page.svelte';
import ChronologyPage from './[id]/chronology/+page.svelte';
import CorrectPage from './[id]/correct/+page.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));
vi.mock('$app/navigation', () => ({ goto: async () => {}, invalidate: async () => {} }));
vi.mock('$app/state', () => ({
  page: { url: new URL('http://localhost/people/zoe/facts/a?do=correct'), params: { fact: 'a' } },
}));

const zoe = person('zoe', 'Zoë Sample');
const ann = person('ann', 'Ann Example');

beforeEach(() => {
  call.mockReset().mockResolvedValue({ id: 'a', seen: [] });
});

test('the form that corrects somebody starts anew for somebody else', async () => {
  const of = (who: typeof zoe) =>
    ({ person: who, fields: { name: who.name }, seen: [`seen-${who.id}`] }) as never;
  const shown = render(CorrectPage, { props: { data: of(zoe) } as never });
  const name = () => screen.getByLabelText<HTMLInputElement>('Full name');
  await userEvent.type(name(), ' of Old Street');
  await shown.rerender({ data: of(ann) } as never);
  expect(name().value).toBe('Ann Example');
  await userEvent.clear(name());
  await userEvent.type(name(), 'Anna Example');
  await userEvent.click(screen.getByRole('button', { name: 'Save the correction' }));
  const [, request] = call.mock.calls.at(-1) ?? [];
  expect(request).toMatchObject({ id: 'ann', seen: ['seen-ann'] });
  expect(request.fields.name).toBe('Anna Example');
});

test('what comes in of the same person leaves what is typed, and was not seen', async () => {
  const of = (seen: string) => ({ person: zoe, fields: { name: zoe.name }, seen: [seen] }) as never;
  const shown = render(CorrectPage, { props: { data: of('old') } as never });
  await userEvent.type(screen.getByLabelText('Full name'), '-Çelik');
  await shown.rerender({ data: of('new') } as never);
  await userEvent.click(screen.getByRole('button', { name: 'Save the correction' }));
  const [, request] = call.mock.calls.at(-1) ?? [];
  expect(request).toMatchObject({ fields: { name: 'Zoë Sample-Çelik' }, seen: ['old'] });
});

test.each([
  ['another audience', { audience: 'court' }, zoe],
  ['the whole family', { family: true }, zoe],
  ['another child', {}, ann],
])('a release of hidden addresses does not outlive a change to %s', async (_, more, who) => {
  const of = (whose: typeof zoe): ChronologyView => ({
    person: whose,
    warnings: [],
    summary: null,
    events: [],
    gap: null,
    left_out: 0,
    hidden: true,
    released: false,
    made: '2026-11-22T10:00:00Z',
    made_by: 'Sam Sample',
  });
  const data = { chronology: of(zoe), audience: 'file', family: false };
  const shown = render(ChronologyPage, { props: { data } as never });
  const release = () =>
    screen.getByLabelText<HTMLInputElement>('Let hidden addresses onto this copy');
  await userEvent.click(release());
  await userEvent.type(screen.getByLabelText('Why do they have to be on it?'), 'The judge');
  await shown.rerender({ data: { ...data, chronology: of(who), ...more } } as never);
  expect(release().checked).toBe(false);
  await userEvent.click(release());
  expect(screen.getByLabelText<HTMLTextAreaElement>('Why do they have to be on it?').value).toBe(
    '',
  );
});

test('the correction of an address that has a hidden one beside it starts hidden', async () => {
  const says = { kind: 'address', lines: '1 Old Road', used: 'home', do_not_contact: false };
  const open = { ...says, hidden: false } as Fact;
  const hidden = { ...says, hidden: true, hidden_from: ['amira'] } as Fact;
  const beside = [{ says: hidden, author: 'Sam Sample', recorded: '2026-11-12T09:10:00Z' }];
  const data = { child: { ...child, facts: [fact('a', open, { beside })] }, network };
  render(FactPage, { props: { data } as never });
  expect(screen.getByLabelText<HTMLInputElement>('Hidden address').checked).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Save the correction' }));
  expect(call.mock.calls[0]).toEqual([
    'record_fact',
    expect.objectContaining({ says: hidden, seen: ['seen-a'] }),
  ]);
});
