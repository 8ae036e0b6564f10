import type { Commands } from '$lib/api/generated';
import { ApiError } from './error';
import { callOverHttp } from './browser';
import { callInWindow, inWindow } from './window';

export { ApiError };

type WhenLocked = () => void;
let whenLocked: WhenLocked = () => {};

/** Says what to do when the casebook turns out to be locked: set once, by the frame of the screens. */
export function onLocked(act: WhenLocked): void {
  whenLocked = act;
}

/**
 * The one way from the screens to Rust. Resolves with the command's answer, or rejects with an
 * `ApiError` whose code has words in the catalogue.
 */
export async function call<C extends keyof Commands>(
  command: C,
  request: Commands[C]['req'],
): Promise<Commands[C]['res']> {
  try {
    const answer = inWindow()
      ? await callInWindow(command, request)
      : await callOverHttp(command, request);
    return answer as Commands[C]['res'];
  } catch (cause) {
    const error = ApiError.from(cause);
    if (error.code === 'locked') whenLocked();
    throw error;
  }
}
