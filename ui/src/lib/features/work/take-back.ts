import type { TransferredView } from '$lib/api/generated';
import { call } from '$lib/host/call';
import { t } from '$lib/words/catalogue';

/** Takes a transfer back: what it made is withdrawn, and what it changed stands as it did before. */
export async function takenBack(done: TransferredView): Promise<void> {
  for (const id of done.made) {
    await call('withdraw_fact', { id, reason: t('transfer-taken-back') });
  }
  for (const { id, about, says } of done.before) await call('record_fact', { id, about, says });
}
