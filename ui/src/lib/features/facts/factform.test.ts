import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { person } from '$lib/features/child/child.fixture';
import FactForm from './FactForm.svelte';
import type { Fact } from '$lib/api/generated';
import { blank, filled } from './form';
import type { FormKind } from './kinds';

beforeEach(() => {
  window.__TAURI_INTERNALS__ = {
    invoke: async () => ({
      people: [person('zoe', 'Zoë Sample')],
      total: 1,
      matches: [
        { person: person('zoe', 'Zoë Sample'), likeness: 'exact', reasons: [], against: [] },
        { person: person('ann', 'Ann Sample'), likeness: 'likely', reasons: [], against: [] },
      ],
    }),
  } as never;
});

afterEach(() => {
  delete window.__TAURI_INTERNALS__;
});

function show(kind: FormKind, before: object = {}) {
  const onsave = vi.fn(async () => {});
  const onerror = vi.fn();
  render(FactForm, {
    props: {
      kind,
      start: blank(kind, new Date('2026-11-22T10:00:00')),
      before: { kind, ...before } as never,
      person: 'zoe',
      submit: 'Save',
      onsave,
      onerror,
    },
  });
  return { onsave, onerror, user: userEvent.setup() };
}

test('what is missing is listed on top, leads to its field, and nothing is saved', async () => {
  const { onsave, onerror, user } = show('address');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(onerror).toHaveBeenLastCalledWith(true);
  expect(onsave).not.toHaveBeenCalled();
  const link = screen.getByRole('link', { name: 'Address: this is needed' });
  expect(document.querySelector(link.getAttribute('href') ?? '')?.tagName).toBe('TEXTAREA');
});

test('an address is saved as it was typed, without what was left empty', async () => {
  const { onsave, user } = show('address');
  await user.type(screen.getByLabelText('Address'), '12 Example Road');
  await user.click(screen.getByLabelText('home'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(onsave).toHaveBeenCalledWith({
    kind: 'address',
    lines: '12 Example Road',
    used: 'home',
    do_not_contact: false,
    hidden: false,
  });
});

test('from whom an address is hidden is asked only of a hidden one', async () => {
  const { user } = show('address');
  expect(screen.queryByRole('combobox', { name: /Hidden from/ })).toBeNull();
  await user.click(screen.getByLabelText('Hidden address'));
  expect(screen.getByRole('combobox', { name: /Hidden from/ })).toBeTruthy();
});

test('a relative is picked by the keys from those on file, and never the child itself', async () => {
  const { onsave, user } = show('relationship', { to: 'zoe' });
  await user.type(screen.getByRole('combobox', { name: 'Who' }), 'Sam');
  await screen.findByRole('option', { name: /Ann Sample/ });
  expect(screen.queryByRole('option', { name: /Zoë/ })).toBeNull();
  await user.keyboard('{ArrowDown}{Enter}');
  await user.selectOptions(screen.getByLabelText('What they are to this child'), 'mother');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(onsave).toHaveBeenCalledWith({
    kind: 'relationship',
    of: 'ann',
    to: 'zoe',
    relation: 'mother',
    main_carer: false,
    lives_with: false,
  });
});

test('a correction names the versions that the form started from, whatever came in since', async () => {
  const onsave = vi.fn(() => Promise.resolve());
  const before: Fact = { kind: 'other_name', name: 'Zoe', used: 'alias' };
  const props = {
    kind: 'other_name' as const,
    start: filled('other_name', before, String, new Date()),
    before,
    person: 'zoe',
    submit: 'Save',
    onsave,
    onerror: vi.fn(),
  };
  const shown = render(FactForm, { props: { ...props, seen: ['old'] } });
  await shown.rerender({ ...props, seen: ['new'] });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onsave).toHaveBeenCalledWith(before, ['old']);
});
