import type { SnippetView, WritingView } from '$lib/api/generated';
import { call } from '$lib/host/call';

/** Pieces of text and words taken as right, once somebody has begun to write. */
export const writing = $state<{ known: WritingView | null }>({ known: null });

let asked = false;

/** Asks for the pieces of text once. Writing goes on without them when they cannot be had. */
export async function loadPieces(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    writing.known = await call('writing', {});
  } catch {
    asked = false;
  }
}

/** Takes what a change of the pieces answered, so that fields know it at once. */
export function showPieces(view: WritingView): void {
  asked = true;
  writing.known = view;
}

/** The piece of text of this name, whatever the case it is typed in. */
export function pieceNamed(name: string): SnippetView | undefined {
  const wanted = name.toLowerCase();
  return writing.known?.snippets.find((piece) => piece.name.toLowerCase() === wanted);
}
