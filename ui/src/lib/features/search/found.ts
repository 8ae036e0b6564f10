import type { PersonRow, SearchView } from '$lib/api/generated';
import { MORE } from '$lib/features/frame/more';
import { QUESTIONS, SCREENS } from '$lib/features/help/topics';
import { has, t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';
import { bornAndAge } from '$lib/features/people/age';
import { warningKind } from '$lib/features/people/words';

/** Something that can be chosen. */
export interface Choice {
  key: string;
  href?: string;
  /** Done instead of going somewhere. */
  act?: 'lock';
  title: string;
  more: string;
  /** Kinds of the warnings that hold: said in the row, before it is opened. */
  warnings: string[];
  /** Words around what fits, by turns plain and fitting, beginning with plain. */
  pieces: string[];
  /** The key that does the same. */
  shortcut?: string;
  /** Somebody who can be pinned. */
  person?: string;
}

/** Choices under one heading. */
export interface Group {
  name: string;
  choices: Choice[];
}

const bare = { warnings: [], pieces: [], more: '' };

const commands = (): Choice[] => [
  { ...bare, key: 'go-day', href: '/', title: t('nav-my-day') },
  { ...bare, key: 'go-caseload', href: '/caseload', title: t('nav-people') },
  { ...bare, key: 'add-person', href: '/people/new', title: t('people-add') },
  { ...bare, key: 'note', href: '/new/case_note', title: t('search-note'), shortcut: 'Ctrl+N' },
  { ...bare, key: 'visit', href: '/new/visit', title: t('search-visit'), shortcut: 'Ctrl+Shift+N' },
  { ...bare, key: 'record', href: '/new', title: t('nav-record') },
  { ...bare, key: 'drafts', href: '/drafts', title: t('nav-drafts') },
  { ...bare, key: 'outbox', href: '/outbox', title: t('nav-outbox') },
  ...MORE.filter((link) => link.href !== '/help').map((link) => ({
    ...bare,
    key: link.href,
    href: link.href,
    title: link.text,
  })),
  { ...bare, key: 'help', href: '/help', title: t('nav-help'), shortcut: 'F1' },
  { ...bare, key: 'keys', href: '/help#keyboard', title: t('help-keys-title') },
  { ...bare, key: 'lock', act: 'lock', title: t('key-lock'), shortcut: 'Ctrl+L' },
];

function named(texts: Choice[], words: string[]): Choice[] {
  return texts.filter((choice) => words.every((word) => choice.title.toLowerCase().includes(word)));
}

function person(row: PersonRow, more: (string | null | undefined)[] = []): Choice {
  const about = [
    row.known_as && t('people-known-as', { name: row.known_as }),
    bornAndAge(row),
    row.identifier,
    row.worker && t('search-worker', { name: row.worker }),
    ...more,
  ];
  return {
    key: `person-${row.id}`,
    href: `/people/${row.id}`,
    title: row.name,
    more: about.filter(Boolean).join(' · '),
    warnings: row.warnings.map(warningKind),
    pieces: [],
    person: row.id,
  };
}

/** What an answer and the text ask to show, the likeliest first; groups that are empty are left out. */
export function groupsOf(view: SearchView, text: string): Group[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const acts = words.length === 0 ? commands() : named(commands(), words);
  const help = [...SCREENS, ...QUESTIONS].map((topic) => ({
    ...bare,
    key: topic.id,
    href: `/help#${topic.id}`,
    title: t(topic.title),
  }));
  const groups: Group[] = [
    {
      name: t('search-pinned'),
      choices: words.length ? [] : view.pinned.map((row) => person(row)),
    },
    {
      name: t('search-recent'),
      choices: words.length
        ? []
        : view.recent
            .filter((row) => !view.pinned.some((pinned) => pinned.id === row.id))
            .map((row) => person(row)),
    },
    {
      name: t('search-people'),
      choices: view.people.map((found) =>
        person({ ...found.person, warnings: found.warning_kinds, worker: found.worker }, [
          has(`search-by-${found.by}`)
            ? t(`search-by-${found.by}`, { value: found.value })
            : found.value,
        ]),
      ),
    },
    {
      name: t('search-texts'),
      choices: view.texts.map((found) => ({
        key: `${found.what}-${found.id}`,
        href: placeOf(found.what, found.id),
        title: found.title,
        more: [
          found.people.map((one) => one.name).join(', '),
          found.event_time ? event(found.event_time) : t('search-no-date'),
          found.author,
        ]
          .filter(Boolean)
          .join(' · '),
        warnings: [],
        pieces: found.pieces,
      })),
    },
    {
      name: t('search-forms'),
      choices: view.forms.map((form) => ({
        ...bare,
        key: `form-${form.id}`,
        href: `/new/${form.id}`,
        title: form.title,
        more: t('search-form-start'),
      })),
    },
    { name: t('search-help'), choices: words.length ? named(help, words) : [] },
    { name: t('search-commands'), choices: acts },
  ];
  return groups.filter((group) => group.choices.length > 0);
}

function placeOf(what: string, id: string): string {
  if (what === 'note') return `/notes/${id}`;
  if (what === 'document') return `/documents/${id}`;
  return `/records/${id}`;
}

/** Everything that can be chosen, in the order of the arrow keys. */
export const inOrder = (groups: Group[]): Choice[] => groups.flatMap((group) => group.choices);
