import type { EventRow, GapView } from '$lib/api/generated';
import { said } from '$lib/features/people/words';

/** The page of an event; none for what has no page of its own. */
export function linkOf(event: EventRow, person: string): string | undefined {
  switch (event.what) {
    case 'record':
      return `/records/${event.target.id}`;
    case 'note':
      return `/notes/${event.target.id}?child=${person}`;
    case 'document':
      return `/documents/${event.target.id}?child=${person}`;
    default:
      return undefined;
  }
}

/** What an event is called; an episode by its kind. */
export const titleOf = (event: EventRow): string => event.title || said('episode', event.sort);

/** What names the target of marks in an address: `note:…`. */
export const targetKey = (event: EventRow): string => `${event.target.what}:${event.target.id}`;

/** A row of a stream: an event or the gap of lost history. */
export type Row =
  { row: 'event'; key: string; event: EventRow } | { row: 'gap'; key: string; gap: GapView };

/**
 * Events with the gap where it belongs in time. `newestFirst`: as on the timeline; otherwise as in a
 * chronology. `whole`: no more events follow, so that a gap beyond the last one is shown at the end.
 */
export function withGap(
  events: EventRow[],
  gap: GapView | null,
  newestFirst: boolean,
  whole: boolean,
): Row[] {
  const rows: Row[] = events.map((event) => ({
    row: 'event',
    key: `${event.what}:${event.target.id}`,
    event,
  }));
  if (!gap) return rows;
  // An event without a day stands where it stands: it says nothing about where the gap is.
  const beyond = (event: EventRow) =>
    event.event_time !== null &&
    (newestFirst ? event.event_time < gap.from : event.event_time.slice(0, 10) >= gap.until);
  const at = events.findIndex(beyond);
  const mark: Row = { row: 'gap', key: 'gap', gap };
  if (at >= 0) return [...rows.slice(0, at), mark, ...rows.slice(at)];
  return whole ? [...rows, mark] : rows;
}

/** What of a timeline is shown. */
export interface Filter {
  sort: string;
  author: string;
  from: string;
  until: string;
  significant: boolean;
  family: boolean;
  words: string;
}

export const NO_FILTER: Filter = {
  sort: '',
  author: '',
  from: '',
  until: '',
  significant: false,
  family: false,
  words: '',
};

/** The request of a filter: only what it says. */
export function asked(filter: Filter): {
  sorts?: string[];
  author?: string;
  from?: string;
  until?: string;
  significant?: boolean;
  family?: boolean;
  words?: string;
} {
  return {
    ...(filter.sort ? { sorts: [filter.sort] } : {}),
    ...(filter.author ? { author: filter.author } : {}),
    ...(filter.from ? { from: filter.from } : {}),
    ...(filter.until ? { until: filter.until } : {}),
    ...(filter.significant ? { significant: true } : {}),
    ...(filter.family ? { family: true } : {}),
    ...(filter.words.trim() ? { words: filter.words.trim() } : {}),
  };
}

/** The years to jump to: from this one back to the birth, or twenty back where it is not known. */
export function yearsBack(born: string | null, now: Date): string[] {
  const last = now.getFullYear();
  const first = Math.max(1900, born ? Math.min(Number(born.slice(0, 4)), last) : last - 20);
  return Array.from({ length: last - first + 1 }, (_, back) => String(last - back));
}
