import { pieceNamed } from './pieces.svelte';
import { calledUp, typeInto, type Box } from './typing';

/** A blank or Tab after `;;name` puts the piece of text of that name in its place. */
export function expandPiece(pressed: KeyboardEvent): void {
  if (pressed.key !== ' ' && pressed.key !== 'Tab') return;
  if (pressed.shiftKey || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return;
  const box = pressed.currentTarget as Box;
  const call = calledUp(box);
  const piece = call && pieceNamed(call.name);
  if (!piece) return;
  pressed.preventDefault();
  typeInto(box, call.from, call.to, piece.text + (pressed.key === ' ' ? ' ' : ''));
}
