import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftView, SaveDraftRequest, WalkView } from '$lib/api/generated';
import { Filling } from './filling.svelte';

const walk = (asked: string[]): WalkView => ({
  sections: [],
  asked,
  problems: [],
  hidden: [],
  answered: 0,
  total: asked.length,
  calculated: {},
});

const draft: DraftView = {
  id: 'd1',
  form: {
    id: 'visit',
    number: 1,
    title: 'Visit',
    about: '',
    urgency: 'normal',
    subjects: 'any_number',
    record: 'visit',
    event_time: { question: 'when' },
    guidance: '',
    requirements: [],
    sections: [],
  },
  answers: {},
  children: [],
  walk: walk(['when']),
  started: '2026-11-21T10:00:00+00:00',
  saved: '2026-11-21T10:00:00+00:00',
  revision: 7,
  place: null,
  carried: [],
  last: {},
  newer: null,
  left_behind: [],
  voice_empty: [],
};

/** A window's host that keeps what it was sent, and refuses while `refuse` says so. */
let sent: SaveDraftRequest[];
let refuse: { code: string; args: Record<string, string> } | null;
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  refuse = null;
  asked = ['when'];
  window.__TAURI_INTERNALS__ = {
    invoke: async (_, args) => {
      if (refuse) throw refuse;
      sent.push(args.payload as SaveDraftRequest);
      return { revision: 7 + sent.length, saved: '2026-11-21T10:01:00+00:00', walk: walk(asked) };
    },
  };
});

afterEach(() => {
  vi.useRealTimers();
  delete window.__TAURI_INTERNALS__;
});

test('half-typed text is saved after a pause, once', async () => {
  const filling = new Filling(draft);
  filling.set('when', { day: '3', month: '', year: '' });
  filling.set('when', { day: '31', month: '', year: '' });
  await vi.advanceTimersByTimeAsync(499);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map((one) => one.answers)).toEqual([{ when: { day: '31', month: '', year: '' } }]);
  expect(filling.dirty).toBe(false);
});

test('each save names the revision that it follows', async () => {
  const filling = new Filling(draft);
  filling.set('when', 'a');
  await filling.flush();
  filling.set('when', 'b');
  await filling.flush();
  expect(sent.map((one) => one.revision)).toEqual([7, 8]);
});

test('a choice is saved at once, and the questions that it brings are counted', async () => {
  const filling = new Filling(draft);
  asked = ['when', 'why', 'who'];
  filling.set('when', { choice: 'x' }, true);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  expect(filling.appeared).toBe(2);
});

test('a refused save keeps the text and says why; the next save brings it', async () => {
  const filling = new Filling(draft);
  refuse = { code: 'disk_full', args: {} };
  filling.set('when', 'kept');
  await filling.flush();
  expect(filling.trouble?.code).toBe('disk_full');
  expect(filling.dirty).toBe(true);
  expect(filling.get('when')).toBe('kept');
  refuse = null;
  await filling.flush();
  expect(filling.trouble).toBeNull();
  expect(sent.at(-1)?.answers).toEqual({ when: 'kept' });
});

test('an item that was removed comes back to its place', () => {
  const filling = new Filling(draft);
  const item = (id: string) => ({ id, answers: {} });
  for (const id of ['a', 'b', 'c']) filling.addItem('who', item(id));
  filling.removeItem('who', 'b');
  filling.addItem('who', item('b'), 1);
  expect((filling.get('who') as { id: string }[]).map((one) => one.id)).toEqual(['a', 'b', 'c']);
});
