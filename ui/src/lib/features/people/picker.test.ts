import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { named, naming } from '../draft/person';
import { person } from '../work/people.fixture';
import PersonPicker from './PersonPicker.svelte';

const people = [person('1', 'Ann Sample'), person('2', 'Anna Sample')];

beforeEach(() => {
  window.__TAURI_INTERNALS__ = { invoke: async () => ({ people, total: 2, matches: [] }) };
});

afterEach(() => {
  delete window.__TAURI_INTERNALS__;
});

test('a person on file is chosen by the arrow keys and Enter', async () => {
  const onchange = vi.fn();
  render(PersonPicker, {
    props: { id: 'who', label: 'Who?', anybody: true, value: null, onchange },
  });
  const user = userEvent.setup();
  const box = screen.getByRole('combobox', { name: 'Who?' });
  await user.type(box, 'A');
  await screen.findByRole('option', { name: /Anna/ });
  expect(box.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onchange).toHaveBeenLastCalledWith({ id: '2', name: 'Anna Sample' });
});

test('a name that is not on file is taken as typed', async () => {
  const onchange = vi.fn();
  render(PersonPicker, {
    props: { id: 'who', label: 'Who?', anybody: true, value: null, onchange },
  });
  const user = userEvent.setup();
  await user.type(screen.getByRole('combobox'), 'B');
  await user.keyboard('{Escape}');
  expect(onchange).toHaveBeenLastCalledWith({ name: 'B' });
  expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('false');
});

test('whose file it is, is not offered as somebody else, and a choice can be taken back', async () => {
  const onchange = vi.fn();
  const props = { id: 'who', label: 'Who?', not: '1', value: null, onchange };
  const { rerender } = render(PersonPicker, { props });
  const user = userEvent.setup();
  await user.type(screen.getByRole('combobox', { name: 'Who?' }), 'Ann');
  expect(onchange).not.toHaveBeenCalled();
  await user.click(await screen.findByRole('option', { name: /^Anna/ }));
  expect(screen.queryByRole('option')).toBeNull();
  expect(onchange).toHaveBeenLastCalledWith({ id: '2', name: 'Anna Sample' });
  await rerender({ ...props, value: { id: '2', name: 'Anna Sample' } });
  await user.click(screen.getByRole('button', { name: 'Choose somebody else' }));
  expect(onchange).toHaveBeenLastCalledWith(null);
});

test.each([
  [undefined, null],
  [{ name: 'Bo' }, { name: 'Bo' }],
  [
    { person: '2', name: 'Anna Sample' },
    { id: '2', name: 'Anna Sample' },
  ],
])('an answer that names somebody is read and written the same', (answer, who) => {
  expect(named(answer)).toEqual(who);
  expect(naming(who)).toEqual(answer);
});
