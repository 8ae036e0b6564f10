import { tick } from 'svelte';
import type { Editing } from './editing.svelte';
import { moveQuestion } from './moving.svelte';
import { placeOf } from './place';

const TYPED = 'input:not([type=checkbox], [type=radio], [type=file]), textarea';

/** Ctrl+Z and Ctrl+Shift+Z outside text fields, which take their own typing back; Alt+Up, Alt+Down. */
export function onEditKey(key: KeyboardEvent, editing: Editing): void {
  const at = document.activeElement;
  const ctrl = (key.ctrlKey || key.metaKey) && !key.altKey;
  if (ctrl && key.key.toLowerCase() === 'z' && !at?.matches(TYPED)) {
    key.preventDefault();
    if (key.shiftKey) editing.redo();
    else editing.undo();
  }
  const step = key.key === 'ArrowUp' ? -1 : key.key === 'ArrowDown' ? 1 : 0;
  // Alt+Down opens a list of options: there it keeps its meaning.
  if (!key.altKey || key.ctrlKey || step === 0 || at?.matches('select')) return;
  const id = at?.closest<HTMLElement>('[data-question]')?.dataset.question;
  const place = id === undefined ? undefined : placeOf(editing.definition, id);
  if (!at || !place || id === undefined) return;
  key.preventDefault();
  const field = at.id;
  moveQuestion(editing, id, place.index + step);
  // A card that moves takes the focus from what stands in it.
  void tick().then(() => document.getElementById(field)?.focus());
}
