import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FormDefinition } from '$lib/api/form';
import type { FormDraftView, SaveFormDraftRequest } from '$lib/api/generated';
import { Editing, resume } from './editing.svelte';
import { sample } from './sample.fixture';

const inspection = { faults: [], warnings: [], map: [] };
const draft = (definition: FormDefinition = sample(), revision = 7): FormDraftView => ({
  id: 'd1',
  definition,
  revision,
  saved: '2026-11-21T10:00:00+00:00',
  base: null,
  inspection,
});

/** A window's host that keeps what it was sent, and refuses while `refuse` says so. */
let sent: SaveFormDraftRequest[];
let refuse: { code: string; args: Record<string, string> } | null;
let elsewhere: FormDraftView;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  refuse = null;
  window.__TAURI_INTERNALS__ = {
    invoke: async (_, args) => {
      if (args.command === 'open_form_draft') return elsewhere;
      if (refuse) throw refuse;
      const request = args.payload as SaveFormDraftRequest;
      sent.push(request);
      return { revision: request.revision + 1, saved: '2026-11-21T10:01:00+00:00', inspection };
    },
  };
});

afterEach(() => {
  vi.useRealTimers();
  delete window.__TAURI_INTERNALS__;
});

const type = (editing: Editing, text: string) =>
  editing.change(() => (editing.definition.title = text), 'form/title');

test('what is typed is saved after a pause, once', async () => {
  const editing = new Editing(draft());
  for (const text of ['D', 'Du', 'Duty']) type(editing, text);
  await vi.advanceTimersByTimeAsync(499);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map((one) => [one.revision, one.definition.title])).toEqual([[7, 'Duty']]);
  expect(editing.dirty).toBe(false);
});

test('typing in one field is one step back; another field is another step', async () => {
  const editing = new Editing(draft());
  for (const text of ['D', 'Du', 'Duty']) type(editing, text);
  await vi.advanceTimersByTimeAsync(600);
  type(editing, 'Duty desk');
  editing.change(() => (editing.definition.about = 'x'), 'form/about');
  expect(editing.steps).toEqual({ back: 2, forth: 0 });
  editing.undo();
  expect(editing.definition.title).toBe('Duty desk');
  editing.undo();
  expect(editing.definition.title).toBe('Duty call');
  editing.redo();
  editing.redo();
  expect(editing.definition.about).toBe('x');
  expect(editing.steps).toEqual({ back: 2, forth: 0 });
});

test('a new change forgets what was taken back', () => {
  const editing = new Editing(draft());
  type(editing, 'A');
  editing.undo();
  type(editing, 'B');
  expect(editing.steps).toEqual({ back: 1, forth: 0 });
});

test('a step back is saved like any change', async () => {
  const editing = new Editing(draft());
  type(editing, 'A');
  await editing.flush();
  editing.undo();
  await editing.flush();
  expect(sent.map((one) => one.definition.title)).toEqual(['A', 'Duty call']);
  expect(sent.map((one) => one.revision)).toEqual([7, 8]);
});

test('a refused save keeps what was changed and says why', async () => {
  const editing = new Editing(draft());
  refuse = { code: 'disk_full', args: {} };
  type(editing, 'Kept');
  await editing.flush();
  expect([editing.trouble?.code, editing.dirty]).toEqual(['disk_full', true]);
  refuse = null;
  await editing.flush();
  expect(sent.at(-1)?.definition.title).toBe('Kept');
});

test('changed in two windows: mine goes over theirs when I say so', async () => {
  const editing = new Editing(draft());
  elsewhere = draft({ ...sample(), title: 'Theirs' }, 12);
  refuse = { code: 'draft_moved', args: {} };
  type(editing, 'Mine');
  await editing.flush();
  refuse = null;
  await editing.keepMine();
  expect(sent.map((one) => [one.revision, one.definition.title])).toEqual([[12, 'Mine']]);
});

test('changed in two windows: theirs is shown, and mine can be had back', async () => {
  const editing = new Editing(draft());
  elsewhere = draft({ ...sample(), title: 'Theirs' }, 12);
  refuse = { code: 'draft_moved', args: {} };
  type(editing, 'Mine');
  await editing.flush();
  refuse = null;
  await editing.takeTheirs();
  expect([editing.definition.title, editing.dirty]).toEqual(['Theirs', false]);
  editing.undo();
  expect(editing.definition.title).toBe('Mine');
});

test('what filing does to episodes and the notices are saved as they were', async () => {
  const kept = {
    episodes: [{ act: 'begin', episode: 'assessment', set: { direction: 'up' } }],
    notices: [{ when: { not: { question: 'who', marked: ['a', 'b'] } }, text: 'Look.' }],
  } satisfies Partial<FormDefinition>;
  const editing = new Editing(draft({ ...sample(), ...kept }));
  type(editing, 'Another title');
  await editing.flush();
  expect(sent[0]?.definition).toMatchObject({ title: 'Another title', ...kept });
});

test('coming back finds the steps back and whatever could not be saved', async () => {
  const first = resume(draft());
  type(first, 'A');
  await first.flush();
  expect(resume(draft(sample(), 8))).toBe(first);
  expect(resume(draft(sample(), 9))).not.toBe(first);
});
