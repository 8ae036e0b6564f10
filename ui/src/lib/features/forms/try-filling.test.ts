import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TryFormRequest, TryFormView } from '$lib/api/generated';
import { sample } from './sample.fixture';
import { TryFilling } from './try-filling.svelte';

let asked: string[];
let sent: string[];
let delays: number[];
let refuse: { code: string; args: Record<string, string> } | null;

const said = (request: TryFormRequest, paths: string[]): TryFormView => ({
  form: sample(),
  children: [{ id: 'c1', name: 'Ada Practice' }],
  walk: {
    sections: sample().sections.map((section) => ({
      id: section.id,
      asked: section.id !== 'worry',
      progress: 'not_started',
      to_fix: 0,
    })),
    asked: paths,
    problems: [{ path: 'day', section: 'call', message: 'Enter a day', may_give_reason: true }],
    hidden: [],
    answered: Object.keys(request.answers).length,
    total: paths.length,
    calculated: {},
  },
  sections: [],
});

beforeEach(() => {
  vi.useFakeTimers();
  asked = ['day', 'about'];
  sent = [];
  delays = [];
  refuse = null;
  window.__TAURI_INTERNALS__ = {
    invoke: async (_, args) => {
      sent.push(String(args.command));
      const paths = asked;
      const delay = delays.shift();
      if (delay) await new Promise((done) => setTimeout(done, delay));
      if (refuse) throw refuse;
      return said(args.payload as TryFormRequest, paths);
    },
  };
});

afterEach(() => {
  vi.useRealTimers();
  delete window.__TAURI_INTERNALS__;
});

test('a try asks the engine and saves nothing', async () => {
  const filling = await TryFilling.begin('d1');
  asked = ['day', 'about', 'children/c1/safe'];
  filling.set('about', { choice: 'worry' }, true);
  await vi.advanceTimersByTimeAsync(0);
  expect(filling.asks('children')).toBe(true);
  expect(filling.asks('children/c1/safe')).toBe(true);
  expect(filling.appeared).toBe(1);
  expect(new Set(sent)).toEqual(new Set(['try_form']));
});

test('only sections that the answers lead to are shown', async () => {
  const filling = await TryFilling.begin('d1');
  expect(filling.sections.map((section) => section.id)).toEqual(['call', 'close']);
  expect(filling.problem('day')).toBe('Enter a day');
  expect(filling.mayGiveReason('day')).toBe(true);
});

test('an answer that another has overtaken is dropped', async () => {
  const filling = await TryFilling.begin('d1');
  delays = [50, 5];
  asked = ['day'];
  filling.set('about', { choice: 'worry' }, true);
  asked = ['day', 'about', 'note'];
  filling.set('about', { choice: 'advice' }, true);
  await vi.advanceTimersByTimeAsync(100);
  expect(filling.walk.asked).toEqual(['day', 'about', 'note']);
});

test('what was typed stays when the engine cannot be asked', async () => {
  const filling = await TryFilling.begin('d1');
  refuse = { code: 'locked', args: {} };
  filling.set('note', 'kept');
  await filling.flush();
  expect(filling.trouble?.code).toBe('locked');
  expect(filling.get('note')).toBe('kept');
});

test('an item that was removed comes back to its place', async () => {
  const filling = await TryFilling.begin('d1');
  for (const id of ['a', 'b', 'c']) filling.addItem('who', { id, answers: {} });
  filling.removeItem('who', 'b');
  filling.addItem('who', { id: 'b', answers: {} }, 1);
  expect((filling.get('who') as { id: string }[]).map((one) => one.id)).toEqual(['a', 'b', 'c']);
});
