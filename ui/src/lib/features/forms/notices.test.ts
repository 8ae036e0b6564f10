import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { FormDefinition } from '$lib/api/form';
import { Editing } from './editing.svelte';
import EpisodeMarks from './EpisodeMarks.svelte';
import { addNotice, takeOutNotice } from './notices';
import Notices from './Notices.svelte';
import { sample } from './sample.fixture';

const editing = (some: Partial<FormDefinition> = {}) =>
  new Editing({
    id: 'd1',
    definition: { ...sample(), ...some },
    revision: 1,
    saved: '2026-11-21T10:00:00+00:00',
    base: null,
    inspection: { faults: [], warnings: [], map: [] },
  });

test('translations stay with their notices when one before them goes', () => {
  const form = sample();
  for (const text of ['One', 'Two', 'Three']) {
    addNotice(form);
    Object.assign(form.notices?.at(-1) ?? {}, { text });
  }
  form.translations = { cy: { form: 'Ffurflen', 'notice/1': 'Un', 'notice/3': 'Tri' } };
  takeOutNotice(form, 0);
  expect(form.notices?.map((notice) => notice.text)).toEqual(['Two', 'Three']);
  expect(form.translations.cy).toEqual({ form: 'Ffurflen', 'notice/2': 'Tri' });
  takeOutNotice(form, 1);
  takeOutNotice(form, 0);
  expect([form.notices, form.translations.cy]).toEqual([undefined, { form: 'Ffurflen' }]);
});

test('a notice is added, worded and taken out, and a new one is always shown', async () => {
  const form = editing();
  render(Notices, { editing: form });
  await userEvent.click(screen.getByRole('button', { name: 'Add a notice' }));
  const box = screen.getByLabelText('What it says');
  expect(document.activeElement).toBe(box);
  await userEvent.type(box, 'Phone the duty desk.');
  screen.getByText('It is always shown.');
  expect(form.definition.notices).toEqual([{ text: 'Phone the duty desk.' }]);
  await userEvent.click(screen.getByRole('button', { name: /^Remove notice/ }));
  expect(form.definition.notices).toBeUndefined();
});

test('an episode keeps whatever cannot be changed here, and says it', async () => {
  const mark = {
    act: 'begin',
    episode: 'assessment',
    own_date: 'day',
    set: { direction: 'up' },
    only_if: { question: 'seen', is_yes: true },
  } as const;
  const form = editing({ episodes: [mark] });
  render(EpisodeMarks, { editing: form });
  screen.getByText(/^Taken from the answers to: /);
  screen.getByText('Only if “Yes” to “Was the child seen?”');
  await userEvent.selectOptions(screen.getByLabelText('What is done'), 'The open one ends');
  await userEvent.selectOptions(screen.getByLabelText('Kind of episode'), 'Referral');
  expect(form.definition.episodes).toEqual([{ ...mark, act: 'end', episode: 'referral' }]);
});
