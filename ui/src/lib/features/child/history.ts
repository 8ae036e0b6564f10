import type { ChangeView, EventRow, Fact, FactChangeView } from '$lib/api/generated';
import { more, title, type Names } from '$lib/features/facts/say';
import { t } from '$lib/words/catalogue';
import { fieldName, fieldValue } from './fields';

/** Something that was recorded, for the list of who recorded what when. */
export interface Recorded {
  id: string;
  at: string;
  author: string;
  new: boolean;
  /** A fact or a field as it was changed, or an event of the timeline. */
  what: { change: ChangeView } | { event: EventRow };
}

/** Everything on the file by when it was recorded, the last first. */
export function recorded(changes: ChangeView[], events: EventRow[]): Recorded[] {
  const rows: Recorded[] = [
    ...changes.map((change) => ({
      id: change.id,
      at: change.recorded,
      author: change.author,
      new: change.new,
      what: { change },
    })),
    ...events.map((event) => ({
      id: `${event.target.what}-${event.target.id}-${event.what}`,
      at: event.recorded,
      author: event.author,
      new: event.new,
      what: { event },
    })),
  ];
  return rows.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** A change in words: what it is about, what was done, and the lines that are different. */
export interface Said {
  about: string;
  act: 'added' | 'changed' | 'withdrawn' | 'removed' | 'moved';
  /** What was said and is no longer. */
  gone: string[];
  /** What is said now and was not. */
  come: string[];
  reason: string | null;
}

/** Says a change. `names` are those of the file; a change brings those whom it names itself. */
export function say(change: ChangeView, names: Names): Said {
  if (change.fact) return sayFact(change.fact, names);
  const { field, before, value } = change.field ?? { field: '', before: '', value: '' };
  const words = (text: string) => (text === '' ? [] : [fieldValue(field, text)]);
  return {
    about: fieldName(field),
    act: value === '' ? 'removed' : before === '' ? 'added' : 'changed',
    gone: words(before),
    come: words(value),
    reason: null,
  };
}

function sayFact(fact: FactChangeView, names: Names): Said {
  const kind = (fact.says ?? fact.before)?.kind;
  const named: Names = (id) => fact.names[id] ?? names(id);
  const lines = (says: Fact | null) => (says ? [title(says, named), ...more(says, named)] : []);
  const [before, now] = fact.hidden ? [[], []] : [lines(fact.before), lines(fact.says)];
  if (fact.before && fact.says && !fact.hidden) {
    // Of brothers and sisters, one was taken off it or came to it.
    const files = (about: string[]) => t('history-files', { who: about.map(named).join(', ') });
    before.push(files(fact.about_before));
    now.push(files(fact.about));
  }
  return {
    about: kind ? t(`fact-kind-${kind}`) : '',
    act: fact.says
      ? fact.before
        ? 'changed'
        : 'added'
      : fact.about.length > 0
        ? 'moved'
        : 'withdrawn',
    gone: before.filter((line) => line && !now.includes(line)),
    come: now.filter((line) => line && !before.includes(line)),
    reason: fact.reason,
  };
}
