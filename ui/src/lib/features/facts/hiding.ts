import type { Fact, FactView } from '$lib/api/generated';

/**
 * An address that is chosen out of a clash, as hidden as any of the versions that stand side by side: a
 * lost system knew nothing of hiding. To show it to everybody is a correction of its own, once one version
 * stands.
 */
export function asHidden(says: Fact, fact: Pick<FactView, 'says' | 'beside'>): Fact {
  if (says.kind !== 'address' || fact.beside.length === 0) return says;
  const hidden = [fact, ...fact.beside].flatMap(({ says: one }) =>
    one.kind === 'address' && one.hidden ? [one] : [],
  );
  if (hidden.length === 0) return says;
  const from = new Set(hidden.flatMap((one) => one.hidden_from ?? []));
  return { ...says, hidden: true, ...(from.size > 0 ? { hidden_from: [...from] } : {}) };
}
