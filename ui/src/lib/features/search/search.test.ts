import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { SearchView } from '$lib/api/generated';
import { found, person } from '../work/people.fixture';
import { groupsOf, inOrder } from './found';
import SearchBox from './SearchBox.svelte';

const call = vi.hoisted(() => vi.fn());
const goto = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));
vi.mock('$app/navigation', () => ({ goto }));

const zoe = person('p1', 'Zoë Sample');
const somebody = (name: string, warning_kinds: string[] = []) => ({
  person: person(name, name),
  warnings: warning_kinds.length,
  warning_kinds,
  by: 'name',
  value: '',
  worker: null,
});

beforeEach(() => {
  call.mockReset();
  goto.mockReset();
});

test('people stand before notes, and their warnings in the row', () => {
  const view = found({
    people: [somebody('Zoë Sample', ['risk_to_worker'])],
    texts: [
      {
        what: 'note',
        id: 'n1',
        title: 'Home visit',
        event_time: '2019-05-01',
        people: [zoe],
        pieces: ['met ', 'Zoë', ' at home'],
        author: 'Ada',
      },
    ],
  });
  const groups = groupsOf(view, 'zoe');
  expect(groups.map((group) => group.name)).toEqual([
    'People',
    'Notes and documents, newest first',
  ]);
  expect(groups[0]?.choices[0]?.warnings).toHaveLength(1);
  expect(groups[1]?.choices[0]?.href).toBe('/notes/n1');
});

test('before anything is typed it offers pinned and recent people, each once, and where to go', () => {
  const groups = groupsOf(found({ pinned: [zoe], recent: [zoe, person('p2', 'Tomas')] }), '');
  expect(groups.map((group) => group.name)).toEqual(['Pinned', 'Opened lately', 'Go to']);
  expect(groups[1]?.choices.map((choice) => choice.title)).toEqual(['Tomas']);
});

test('a command is found by its words', () => {
  const titles = inOrder(groupsOf(found(), 'lock')).map((choice) => choice.title);
  expect(titles).toContain('Lock now');
});

test('help for a screen is found by the name of the screen', () => {
  const [help] = groupsOf(found(), 'duplicates').filter((group) => group.name === 'Help');
  expect(help?.choices.map((choice) => choice.href)).toEqual(['/help#help-duplicates']);
});

test('arrows and Enter choose, and the box keeps the focus', async () => {
  call.mockResolvedValue(found({ people: [somebody('Zoë Sample'), somebody('Zoe Other')] }));
  const started = vi.fn();
  render(SearchBox, { id: 'x', focus: true, started });
  const box = screen.getByRole('combobox');
  await userEvent.type(box, 'zo');
  await screen.findAllByRole('option');
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(box);
  const second = screen.getByRole('option', { name: /Zoe Other/ });
  expect(second.getAttribute('aria-selected')).toBe('true');
  expect(box.getAttribute('aria-activedescendant')).toBe(second.id);
  await userEvent.keyboard('{Enter}');
  expect(started).toHaveBeenCalled();
  expect(goto).toHaveBeenCalledWith('/people/Zoe Other');
});

test('nothing found names the query and where it looked, with ways on', async () => {
  call.mockResolvedValue(found());
  render(SearchBox, { id: 'x', text: 'Tomm Wilson' });
  await screen.findByText(/0 results for “Tomm Wilson” in people, notes, documents/);
  const add = screen.getByRole('link', { name: 'Add “Tomm Wilson” as a new person' });
  expect(add.getAttribute('href')).toBe('/people/new?name=Tomm%20Wilson');
});

test('an answer that another key press has overtaken is dropped', async () => {
  const waiting: ((view: SearchView) => void)[] = [];
  call.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
  render(SearchBox, { id: 'x' });
  await userEvent.type(screen.getByRole('combobox'), 'ab');
  expect(waiting).toHaveLength(3);
  waiting[2]?.(found({ people: [somebody('New One')] }));
  waiting[1]?.(found({ people: [somebody('Old One')] }));
  await screen.findByRole('option', { name: /New One/ });
  await waitFor(() => expect(screen.queryByRole('option', { name: /Old One/ })).toBeNull());
});
