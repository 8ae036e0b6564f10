import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Idle } from './idle.svelte';

let asked: string[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  window.__TAURI_INTERNALS__ = {
    invoke: async (_, args) => {
      asked.push(String(args.command));
      return {};
    },
  };
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  delete window.__TAURI_INTERNALS__;
});

test('it warns a minute before it locks, and locks when nobody types', async () => {
  const idle = new Idle(() => 10);
  stop = idle.watch();
  await vi.advanceTimersByTimeAsync(8 * 60_000);
  expect(idle.warning).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(idle.warning).toBe(true);
  expect(asked).not.toContain('lock');
  await vi.advanceTimersByTimeAsync(61_000);
  expect(asked).toContain('lock');
});

test('a key press takes the warning away, and tells the host at most every twenty seconds', async () => {
  const idle = new Idle(() => 10);
  stop = idle.watch();
  await vi.advanceTimersByTimeAsync(9.5 * 60_000);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  expect(idle.warning).toBe(false);
  for (let count = 0; count < 40; count += 1) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(asked).toEqual(['touch', 'touch']);
});
