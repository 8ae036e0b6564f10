import type { ChildView, FactView, NetworkView } from '$lib/api/generated';

/** A fact of a file by its id: marks and what somebody does not know stand with the events. */
export function factOf(child: ChildView, network: NetworkView, id: string): FactView | undefined {
  return [...child.warnings, ...child.facts, ...network.not_known].find((fact) => fact.id === id);
}
