import type { ChildView, EventRow, Fact } from '$lib/api/generated';

/** Something that was recorded, for the list of who recorded what when. */
export interface Recorded {
  id: string;
  at: string;
  author: string;
  new: boolean;
  /** A fact as it was said, or an event of the timeline. */
  what: { fact: Fact; stands: boolean } | { event: EventRow };
}

/** Everything on the file by when it was recorded, the last first; versions that clash among it. */
export function recorded(child: ChildView, events: EventRow[]): Recorded[] {
  const facts = [...child.warnings, ...child.facts].filter(
    (fact, at, all) => all.findIndex((one) => one.id === fact.id) === at,
  );
  const rows: Recorded[] = [
    ...facts.flatMap((fact) =>
      [{ says: fact.says, author: fact.author, recorded: fact.recorded }, ...fact.beside].map(
        (version, at) => ({
          id: `${fact.id}-${at}`,
          at: version.recorded,
          author: version.author,
          new: fact.new && at === 0,
          what: { fact: version.says, stands: fact.beside.length === 0 },
        }),
      ),
    ),
    ...events.map((event) => ({
      id: `${event.target.what}-${event.target.id}-${event.what}`,
      at: event.recorded,
      author: event.author,
      new: event.new,
      what: { event },
    })),
  ];
  return rows.toSorted((one, other) => other.at.localeCompare(one.at));
}
