import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { person } from '../work/people.fixture';
import { changed } from './fields';
import { factsOf, NOTHING } from './first';
import PersonForm from './PersonForm.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));

const onsave = vi.fn();
const likely = {
  person: person('p1', 'Zoë Sample'),
  likeness: 'likely',
  reasons: ['names_in_other_order', 'birth_slip'],
  against: ['twin'],
};

beforeEach(() => {
  call.mockReset().mockResolvedValue({ matches: [] });
  onsave.mockReset().mockResolvedValue(undefined);
});

const show = (adding = true) =>
  render(PersonForm, { start: {}, submit: 'Add', adding, onsave, onerror: () => {} });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

test('a name is enough, in any script', async () => {
  show();
  await userEvent.type(screen.getByLabelText('Full name'), ' ליבא סאַמפּל ');
  await press('Add');
  expect(onsave.mock.calls[0]?.[0]).toMatchObject({
    fields: { kind: 'child', name: 'ליבא סאַמפּל' },
    facts: [],
    emergencyId: false,
  });
});

test('an unborn child needs no name, and the day is the one it is due', async () => {
  show();
  await userEvent.click(screen.getByLabelText('Unborn child'));
  for (const [part, value] of Object.entries({ Day: '3', Month: '2', Year: '2027' })) {
    await userEvent.type(screen.getAllByLabelText(part)[0] as HTMLElement, value);
  }
  await press('Add');
  const { fields } = onsave.mock.calls[0]?.[0] ?? {};
  expect(fields).toMatchObject({ date_of_birth: '2027-02-03', date_of_birth_is: 'due' });
});

test('somebody alike is decided about before anybody is added', async () => {
  call.mockResolvedValue({ matches: [likely] });
  show();
  await userEvent.type(screen.getByLabelText('Full name'), 'Sample Zoe');
  await press('Add');
  expect(onsave).not.toHaveBeenCalled();
  await screen.findByText('For it: names in another order, date of birth differs by a slip');
  screen.getByText('Against it: may be a twin');
  expect(screen.getByRole('link', { name: /^This is them – open/ }).getAttribute('href')).toBe(
    '/people/p1',
  );
  await press(/^A different person/);
  await press('Add');
  expect(onsave).toHaveBeenCalledOnce();
  expect(onsave.mock.calls[0]?.[0].different).toEqual(['p1']);
});

test('somebody who is no longer alike once the name was corrected is not decided about', async () => {
  call.mockResolvedValueOnce({ matches: [likely] });
  show();
  await userEvent.type(screen.getByLabelText('Full name'), 'Sample Zoe');
  await screen.findByText('Against it: may be a twin');
  await press(/^A different person/);
  await press('Add');
  expect(onsave.mock.calls[0]?.[0].different).toEqual([]);
});

test('somebody only possibly alike is shown and stops nobody', async () => {
  call.mockResolvedValue({ matches: [{ ...likely, likeness: 'possible' }] });
  show();
  await userEvent.type(screen.getByLabelText('Full name'), 'Zoe');
  await press('Add');
  expect(onsave).toHaveBeenCalledOnce();
});

test('a correction looks for nobody', async () => {
  show(false);
  await userEvent.type(screen.getByLabelText('Full name'), 'Zoe');
  await press('Add');
  expect(call).not.toHaveBeenCalled();
  expect(onsave).toHaveBeenCalledOnce();
});

test('address, phone and number become facts of their own', () => {
  expect(factsOf(NOTHING)).toEqual([]);
  const known = {
    ...NOTHING,
    postcode: 'E8 1EA',
    phone: '07700 900123',
    identifier: '943 476 5919',
  };
  expect(factsOf(known).map((fact) => fact.kind)).toEqual([
    'address',
    'phone_or_email',
    'identifier',
  ]);
});

test('only what was changed is recorded, and an empty text removes', () => {
  const before = { name: 'Zoë', sex: 'female', school: 'Old School' };
  expect(changed({ name: 'Zoë', sex: '', school: 'New School' }, before)).toEqual({
    sex: '',
    school: 'New School',
  });
});
