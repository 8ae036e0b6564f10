import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import PersonLookup from './PersonLookup.svelte';

const row = (id: string, name: string) => ({ id, name, known_as: null, age: 9 });

beforeEach(() => {
  window.__TAURI_INTERNALS__ = {
    invoke: async () => ({ people: [row('1', 'Ann Sample'), row('2', 'Anna Sample')], total: 2 }),
  };
});

afterEach(() => {
  delete window.__TAURI_INTERNALS__;
});

test('a person on file is chosen by the arrow keys and Enter', async () => {
  const onchange = vi.fn();
  render(PersonLookup, {
    props: { id: 'who', label: 'Who?', value: undefined, onchange, onblur() {} },
  });
  const user = userEvent.setup();
  const box = screen.getByRole('combobox', { name: 'Who?' });
  await user.type(box, 'A');
  await screen.findByRole('option', { name: /Anna/ });
  expect(box.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onchange).toHaveBeenLastCalledWith({ person: '2', name: 'Anna Sample' });
});

test('a name that is not on file is taken as typed', async () => {
  const onchange = vi.fn();
  render(PersonLookup, {
    props: { id: 'who', label: 'Who?', value: undefined, onchange, onblur() {} },
  });
  const user = userEvent.setup();
  await user.type(screen.getByRole('combobox'), 'B');
  await user.keyboard('{Escape}');
  expect(onchange).toHaveBeenLastCalledWith({ name: 'B' });
  expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('false');
});
