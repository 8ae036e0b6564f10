import { call } from '$lib/host/call';
import { lock } from './lock';

const TOUCH_EVERY = 20_000;
const WARN_BEFORE = 60_000;
const ACTS = ['keydown', 'pointerdown', 'input', 'wheel'] as const;

/** Counts the time without a key press; warns a minute before locking, then locks. */
export class Idle {
  /** True in the last minute before locking. */
  warning = $state(false);

  #last = Date.now();
  #touched = 0;
  readonly #lockAfter: () => number;

  /** `lockAfter` gives the setting, in minutes. */
  constructor(lockAfter: () => number) {
    this.#lockAfter = lockAfter;
  }

  /** Watches until the returned function is called. */
  watch(): () => void {
    const act = () => this.act();
    for (const name of ACTS) window.addEventListener(name, act, { passive: true, capture: true });
    const timer = setInterval(() => this.#look(), 1000);
    return () => {
      for (const name of ACTS) window.removeEventListener(name, act, { capture: true });
      clearInterval(timer);
    };
  }

  /** The person is here. */
  act(): void {
    const now = Date.now();
    this.#last = now;
    this.warning = false;
    if (now - this.#touched < TOUCH_EVERY) return;
    this.#touched = now;
    // A touch that gets no answer is made up for by the next one.
    call('touch', {}).catch(() => {});
  }

  #look(): void {
    const left = this.#lockAfter() * 60_000 - (Date.now() - this.#last);
    this.warning = left <= WARN_BEFORE;
    if (left > 0) return;
    this.#last = Date.now();
    lock().catch(() => {});
  }
}
