import type { CaseloadRow, Fact, TransferRequest } from '$lib/api/generated';
import { call } from '$lib/host/call';
import { t } from '$lib/words/catalogue';

function madeBy(request: TransferRequest, says: Fact): boolean {
  return (
    says.kind === 'allocation' &&
    says.team === request.team &&
    says.worker?.name === request.worker &&
    says.from === request.from &&
    (request.role === undefined || says.role === request.role)
  );
}

/**
 * Takes a transfer back: what it made is withdrawn, and an allocation that it ended holds again.
 * `before` is how the children stood before it.
 */
export async function takenBack(before: CaseloadRow[], request: TransferRequest): Promise<void> {
  for (const row of before) {
    const { facts } = await call('open_child', { id: row.person.id });
    const made = facts.find(({ id, says }) => id !== row.allocation && madeBy(request, says));
    if (made) await call('withdraw_fact', { id: made.id, reason: t('transfer-taken-back') });
    const ended = facts.find((fact) => fact.id === row.allocation);
    if (ended?.says.kind !== 'allocation' || !ended.says.until) continue;
    const says = { ...ended.says };
    delete says.until;
    delete says.ended_because;
    await call('record_fact', { id: ended.id, about: ended.about, says });
  }
}
