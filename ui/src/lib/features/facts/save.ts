import { invalidate } from '$app/navigation';
import type { Fact, FactView, RecordFactRequest } from '$lib/api/generated';
import { offerUndo } from '$lib/features/frame/undo.svelte';
import { call } from '$lib/host/call';
import { t } from '$lib/words/catalogue';
import { asHidden } from './hiding';

/** What the pages of a file depend on: asked anew when something was recorded. */
export const FILE = 'holdfast:file';

/** Shows the file as it is now. */
export const refresh = () => invalidate(FILE);

/**
 * Records a fact, and gives what takes it back: a new one is withdrawn, a corrected one says again
 * what it said before.
 */
export async function record(request: RecordFactRequest, before?: Fact): Promise<() => unknown> {
  const now = await call('record_fact', request);
  return async () => {
    // What it says after this is what was just recorded: that is what is taken back.
    if (before) await call('record_fact', { ...request, id: now.id, says: before, seen: now.seen });
    else await call('withdraw_fact', { id: now.id, reason: t('fact-undo-reason') });
    await refresh();
  };
}

/** Withdraws a fact; taken back by recording it again as it was. */
export async function withdraw(fact: FactView, reason: string): Promise<() => unknown> {
  await call('withdraw_fact', { id: fact.id, reason });
  return async () => {
    await call('record_fact', { id: fact.id, about: fact.about, says: asHidden(fact.says, fact) });
    await refresh();
  };
}

/**
 * Records without a page of its own: shows the file anew and offers to take it back. `shown` shows
 * anew what the page of the file does not hold, after either.
 */
export async function recordHere(
  request: RecordFactRequest,
  words: string,
  before?: Fact,
  shown: () => unknown = () => {},
): Promise<void> {
  const undo = await record(request, before);
  await refresh();
  await shown();
  offerUndo(words, async () => {
    await undo();
    await shown();
  });
}
