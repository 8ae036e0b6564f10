/** The last thing that can be taken back, while it can. */
interface Undoable {
  text: string;
  undo: () => unknown;
}

export const undo = $state<{ now: Undoable | null }>({ now: null });

let timer: ReturnType<typeof setTimeout> | undefined;

/** Offers to take something back for ten seconds, or until it leaves the screen without `seconds`. */
export function offerUndo(text: string, act: () => unknown, seconds?: number): void {
  clearTimeout(timer);
  undo.now = { text, undo: act };
  if (seconds) timer = setTimeout(() => (undo.now = null), seconds * 1000);
}

/** Takes the last thing back. */
export async function takeBack(): Promise<void> {
  clearTimeout(timer);
  const last = undo.now;
  undo.now = null;
  await last?.undo();
}

/** Nothing can be taken back any more: another screen is shown. */
export function forgetUndo(): void {
  clearTimeout(timer);
  undo.now = null;
}
