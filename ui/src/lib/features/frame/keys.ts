import { goto } from '$app/navigation';
import { togglePalette } from '$lib/features/search/palette.svelte';
import { flushAll } from '$lib/features/session/flush';
import { lock } from '$lib/features/session/lock';

/** What a screen offers to keys that mean something else on each screen. */
export interface ScreenKeys {
  /** Ctrl+Enter: go to the check page, or file. */
  forward?: () => void;
  /** Ctrl+P: print what this screen makes for paper, in place of the screen itself. */
  print?: () => void;
  /** Ctrl+S: say that it is saved. */
  saved?: () => void;
  /** The child in view, for Ctrl+N and Ctrl+Shift+N. */
  child?: string;
  /** Alt+1 to Alt+7: the tabs of a page that has some. */
  tab?: (number: number) => void;
}

let screen: ScreenKeys = {};

/** Sets what the keys do on this screen; undone when the screen goes. */
export function offerKeys(keys: ScreenKeys): () => void {
  screen = keys;
  return () => {
    if (screen === keys) screen = {};
  };
}

function region(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (one) => one.offsetParent !== null || getComputedStyle(one).position === 'fixed',
  );
  const here = regions.findIndex((one) => one.contains(document.activeElement));
  regions[(here + step + regions.length) % regions.length]?.focus();
}

function record(form: string): void {
  const child = screen.child ? `?child=${screen.child}` : '';
  void goto(`/new/${form}${child}`);
}

// No key of one character alone: speech input types such keys by accident (WCAG 2.1.4).
function act(key: KeyboardEvent): (() => void) | undefined {
  const ctrl = (key.ctrlKey || key.metaKey) && !key.altKey;
  const name = key.key.length === 1 ? key.key.toLowerCase() : key.key;
  if (name === 'F6') return () => region(key.shiftKey ? -1 : 1);
  if (name === 'F1') return () => void goto('/help');
  const tab = key.altKey && !key.ctrlKey && /^Digit[1-7]$/.exec(key.code);
  if (tab && screen.tab) return () => screen.tab?.(Number(key.code.slice(-1)));
  if (!ctrl) return undefined;
  if (name === 'p' && screen.print) return screen.print;
  if (name === 'k') return togglePalette;
  if (name === 'l') return () => void lock();
  if (name === 's') return () => void flushAll().then(() => screen.saved?.());
  if (name === 'n') return () => record(key.shiftKey ? 'visit' : 'case_note');
  if (name === 'Enter' && screen.forward) return screen.forward;
  return undefined;
}

/** Hears the keys of every screen. Nothing needs one: each has a link or a button too. */
export function onKey(key: KeyboardEvent): void {
  const found = act(key);
  if (!found) return;
  key.preventDefault();
  found();
}
