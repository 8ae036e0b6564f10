import { tick } from 'svelte';
import { offerUndo } from '$lib/features/frame/undo.svelte';
import { t } from '$lib/words/catalogue';
import { copyOf, move, takeOut } from './arrange';
import type { Editing } from './editing.svelte';
import { placeOf } from './place';
import { short } from './say';

const UNDO_SECONDS = 10;

/** Moves a question among its neighbours and says where it is now. */
export function moveQuestion(editing: Editing, id: string, to: number): void {
  const place = placeOf(editing.definition, id);
  if (!place) return;
  const count = place.among.length;
  if (to < 0 || to >= count) {
    editing.said = t(to < 0 ? 'editor-is-first' : 'editor-is-last');
    return;
  }
  editing.change(() => void move(place.among, place.index, to));
  editing.said = t('editor-question-place', { place: to + 1, count });
}

/** Adds a copy of a question after it and opens it. */
export async function duplicate(editing: Editing, id: string): Promise<void> {
  const place = placeOf(editing.definition, id);
  const question = place?.among[place.index];
  if (!place || !question) return;
  const copy = copyOf(editing.definition, $state.snapshot(question) as typeof question);
  if (!copy) return;
  editing.change(() => void place.among.splice(place.index + 1, 0, copy));
  await show(editing, copy.id);
}

/** Opens a card and puts the focus on its wording. */
export async function show(editing: Editing, id: string): Promise<void> {
  const outer = placeOf(editing.definition, id)?.outer;
  if (outer) editing.open.add(outer.id);
  editing.open.add(id);
  await tick();
  const wording = document.getElementById(`q-${id}-text`);
  wording?.scrollIntoView({ block: 'center' });
  wording?.focus({ preventScroll: true });
}

/** Takes a question out, and offers to bring it back. */
export async function removeQuestion(editing: Editing, id: string, list: string): Promise<void> {
  const place = placeOf(editing.definition, id);
  const question = place?.among[place.index];
  if (!place || !question) return;
  const { index } = place;
  const text = t('editor-question-removed', { question: short(question.text) });
  editing.change(() => takeOut(editing.definition, id));
  takeBackBy(editing, text);
  await tick();
  const next = place.among[Math.min(index, place.among.length - 1)];
  document.getElementById(next ? `q-${next.id}-open` : `${list}-add-text`)?.focus();
}

/** Offers to take the last step back, for as long as it is the last one. */
export function takeBackBy(editing: Editing, text: string): void {
  const step = editing.steps.back;
  const back = () => {
    while (editing.steps.back >= step) editing.undo();
  };
  offerUndo(text, back, UNDO_SECONDS);
}
