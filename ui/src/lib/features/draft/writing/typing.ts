/** A box that text is written in. */
export type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * Puts `text` in the place of what stands from `from` to `to`, as if it had been typed: the box
 * tells its listeners, and Ctrl+Z takes it back.
 */
export function typeInto(box: Box, from: number, to: number, text: string): void {
  box.focus();
  box.setSelectionRange(from, to);
  // The only way to write so that the box's own undo knows of it. Where it is gone, the text still
  // gets in.
  const typed = document.execCommand?.('insertText', false, text) ?? false;
  if (typed) return;
  box.setRangeText(text, from, to, 'end');
  box.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }),
  );
}

/** Puts `text` where the caret is, in the place of what is selected. */
export function typeAtCaret(box: Box, text: string): void {
  const end = box.value.length;
  typeInto(box, box.selectionStart ?? end, box.selectionEnd ?? end, text);
}

const CALL = /;;([\p{L}\p{N}-]+)$/u;

/** The piece of text called up right before the caret: `;;name`, with where it begins. */
export function calledUp(box: Box): { name: string; from: number; to: number } | undefined {
  const { selectionStart: from, selectionEnd: to } = box;
  if (from === null || from !== to) return undefined;
  const found = CALL.exec(box.value.slice(0, from));
  if (!found) return undefined;
  return { name: found[1] ?? '', from: found.index, to };
}

/** Where a doubtful word stands now: where it was, or its first place as a word of its own. */
export function placeOfWord(text: string, word: string, at: number): number {
  if (text.startsWith(word, at)) return at;
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'u',
  );
  return text.search(whole);
}
