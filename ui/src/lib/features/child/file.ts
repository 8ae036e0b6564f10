import type { ChildView, Fact, FactView, NetworkView } from '$lib/api/generated';
import type { Names } from '$lib/features/facts/say';
import { t } from '$lib/words/catalogue';

/** A fact of one kind. */
export type Of<K extends Fact['kind']> = FactView & { says: Extract<Fact, { kind: K }> };

/** The facts of a kind, in the order in which the file has them. */
export function of<K extends Fact['kind']>(facts: FactView[], kind: K): Of<K>[] {
  return facts.filter((fact): fact is Of<K> => fact.says.kind === kind);
}

/** The facts of a kind that hold today. */
export function holding<K extends Fact['kind']>(facts: FactView[], kind: K): Of<K>[] {
  return of(facts, kind).filter((fact) => fact.holds);
}

/** Who is named on this file, by id. */
export function namesOf(child: ChildView, network: NetworkView): Names {
  const known = [
    child.person,
    ...child.same_person,
    ...network.members.map((member) => member.person),
  ];
  const facts = [...child.warnings, ...child.facts, ...network.not_known];
  const names = new Map([
    ...facts.flatMap((fact) => Object.entries(fact.names)),
    ...known.map((person): [string, string] => [person.id, person.name]),
  ]);
  return (id) => names.get(id) ?? t('fact-somebody-on-file');
}

/** Where somebody lives today: where they were placed or stay goes before home. */
export function livingAt(facts: FactView[]): Of<'address'> | undefined {
  const all = holding(facts, 'address');
  return ['placement', 'temporary', 'home']
    .map((used) => all.find((fact) => fact.says.used === used))
    .find(Boolean);
}

/** The allocation of the worker who has the case today. */
export function leadOf(facts: FactView[]): Of<'allocation'> | undefined {
  const all = holding(facts, 'allocation');
  return all.find((fact) => fact.says.role === 'lead_worker') ?? all[0];
}

/** The newest summary. */
export function summaryOf(facts: FactView[]): Of<'summary'> | undefined {
  return of(facts, 'summary').toSorted((one, other) => other.says.on.localeCompare(one.says.on))[0];
}

const STATUS_EPISODES = [
  'looked_after',
  'child_protection',
  'child_in_need',
  'care_leaver',
  'early_help',
];

/** What the service is to them today: open episodes say it better than what somebody once noted. */
export function statusOf(child: ChildView): string {
  const open = holding(child.facts, 'episode').map((fact) => fact.says.episode as string);
  const words = STATUS_EPISODES.filter((kind) => open.includes(kind)).map((kind) =>
    t(`episode-${kind}`),
  );
  if (words.length > 0) return words.join(', ');
  return t(`care-status-${child.person.care_status ?? 'unknown'}`);
}
