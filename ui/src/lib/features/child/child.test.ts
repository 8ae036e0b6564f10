import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChangeView, Fact, FactChangeView } from '$lib/api/generated';
import IdentityBar from '$lib/features/people/IdentityBar.svelte';
import { t } from '$lib/words/catalogue';
import { address, child, fact, network, warning, zoe } from './child.fixture';
import ChronologySheet from './ChronologySheet.svelte';
import { livingAt, namesOf, statusOf } from './file';
import History from './History.svelte';
import { recorded, say } from './history';
import Overview from './Overview.svelte';
import People from './People.svelte';
import { tabOf } from './tabs';
import Warnings from './Warnings.svelte';

vi.mock('$app/navigation', () => ({ invalidate: async () => {}, goto: async () => {} }));

const asked: [string, unknown][] = [];

beforeEach(() => {
  asked.length = 0;
  window.__TAURI_INTERNALS__ = {
    invoke: async (_: string, sent: unknown) => {
      asked.push(['rpc', sent]);
      return {};
    },
  } as never;
});

afterEach(() => {
  delete window.__TAURI_INTERNALS__;
});

const names = namesOf(child, network);
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

describe('the bar', () => {
  test('says the name that somebody goes by, and their full name beside it', () => {
    render(IdentityBar, { props: { child } });
    expect(screen.getByRole('heading', { level: 1 }).textContent?.replace(/\s+/g, ' ')).toContain(
      'Zo (Zoë Sample-Çelik)',
    );
    expect(text()).toContain('27 March 2016 (10 years old)');
    expect(text()).toContain('12 Example Road, Flat 3, E8 1AA');
    expect(text()).toContain('Turkish, English, interpreter needed');
  });

  test('says that an address is hidden and never shows it', () => {
    const hidden = fact(
      'h',
      { ...address.says, hidden: true, lines: '', postcode: undefined } as never,
      { hidden: true },
    );
    render(IdentityBar, { props: { child: { ...child, facts: [hidden] } } });
    expect(text()).toContain('Address hidden from you');
  });

  test('says of a birth whether it is about right or still to come', () => {
    const born = (is: string) => ({
      ...child,
      person: { ...zoe, date_of_birth_is: is, age: is === 'due' ? null : 10 },
    });
    const { unmount } = render(IdentityBar, { props: { child: born('estimated') } });
    expect(text()).toContain('about 27 March 2016');
    unmount();
    render(IdentityBar, { props: { child: born('due') } });
    expect(text()).toContain('due 27 March 2016');
  });
});

test('a fact that names somebody outside the family brings their name', () => {
  const warning = fact('w9', { ...address.says } as never, { names: { eve: 'Eve Example' } });
  expect(namesOf({ ...child, facts: [warning] }, network)('eve')).toBe('Eve Example');
  expect(namesOf(child, network)('eve')).toBe('somebody on file');
});

test('where somebody was placed goes before their home', () => {
  const placed = fact('p', { ...address.says, used: 'placement', lines: '5 Carer Lane' } as never);
  expect(livingAt([address, placed])?.id).toBe('p');
});

test('an open episode says the status better than what was noted once', () => {
  expect(statusOf(child)).toBe('Child protection plan');
  expect(statusOf({ ...child, facts: [], person: { ...zoe, care_status: 'looked_after' } })).toBe(
    'Looked after',
  );
});

describe('warnings', () => {
  test('say their kind in words, who the risk is from, and who knows', () => {
    render(Warnings, { props: { person: 'zoe', warnings: [warning], names } });
    expect(text()).toContain('Warning: Risk to workers');
    expect(screen.getByRole('link', { name: 'Amira Çelik' }).getAttribute('href')).toBe(
      '/people/amira',
    );
    expect(text()).toContain('to be reviewed by 30 April 2027');
    expect(text()).toContain('they do not know of it: It would raise the risk');
  });

  test('are acknowledged together, those not read and no others', async () => {
    const read = { ...warning, id: 'w2', read: true };
    render(Warnings, { props: { person: 'zoe', warnings: [warning, read], names } });
    await userEvent.setup().click(screen.getByRole('button', { name: /I have read/ }));
    expect(JSON.stringify(asked)).toContain('"warnings":["w1"]');
    expect(JSON.stringify(asked)).not.toContain('w2');
  });

  test('that were read ask for nothing', () => {
    const read = { ...warning, read: true };
    render(Warnings, { props: { person: 'zoe', warnings: [read], names } });
    expect(screen.queryByRole('button', { name: /I have read/ })).toBeNull();
  });
});

describe('the overview', () => {
  test('has the summary with its date, and what is due with its day', () => {
    render(Overview, { props: { child, network } });
    expect(text()).toContain('As at 1 November 2026');
    expect(text()).toContain('day 12 of 45');
    expect(text()).toContain('1 fact');
  });

  test('of an empty file says what is missing', () => {
    const empty = { ...child, facts: [], due: [], since: null, last_decision: null, recovered: [] };
    render(Overview, { props: { child: empty, network: { ...network, members: [] } } });
    for (const words of [
      'No summary has been written yet',
      'No management decision',
      'Nobody is allocated',
      'No episode is recorded',
      'Nothing is due',
      'You have not opened this file before',
    ]) {
      expect(text()).toContain(words);
    }
  });
});

describe('people and network', () => {
  test('ask for every parent and adult who is neither there nor explained', () => {
    render(People, { props: { child, network } });
    expect(text()).toContain('The father is not recorded, and not why');
    expect(screen.getByRole('link', { name: 'Add The father' }).getAttribute('href')).toBe(
      '/people/zoe/facts/new?kind=relationship&relation=father',
    );
    expect(screen.getByRole('link', { name: /Say why.*father/ }).getAttribute('href')).toBe(
      '/people/zoe/facts/new?kind=not_known&part=father',
    );
  });

  test('say in a table what the drawing shows', () => {
    render(People, { props: { child, network } });
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('4 people');
    expect(text()).toContain('of Amira Çelik');
  });
});

const changed = (id: string, some: Partial<ChangeView>): ChangeView => ({
  id,
  author: 'Sam Sample',
  recorded: '2026-11-20T10:00:00Z',
  recovered: null,
  new: false,
  fact: null,
  field: null,
  ...some,
});

const dog = (text: string) =>
  ({ kind: 'warning', warning: 'risk_to_worker', text, from: '2026-11-01' }) as Fact;

test('the history has changes among events, the last recorded first, whatever their zones', () => {
  const changes = [
    changed('later', { recorded: '2026-11-22T09:30:00Z' }),
    // An hour before the other, although its text is greater.
    changed('earlier', { recorded: '2026-11-22T09:30:00+01:00' }),
  ];
  const rows = recorded(changes, child.timeline.events);
  expect(rows).toHaveLength(2 + child.timeline.events.length);
  const ids = rows.map((row) => row.id);
  expect(ids.indexOf('later')).toBeLessThan(ids.indexOf('earlier'));
});

test('a change says what was there before and what is there now, and nothing that stayed', () => {
  const people = { z: 'Zoë', s: 'Sam' };
  const fact = { id: 'w', hidden: false, names: people, reason: null, about_before: [], about: [] };
  const names = () => 'somebody';
  const inWords = (some: Pick<FactChangeView, 'before' | 'says'> & Partial<FactChangeView>) =>
    say(changed('1', { fact: { ...fact, ...some } }), names);
  expect(inWords({ before: dog('A dog'), says: dog('Two dogs') })).toEqual({
    about: 'Warning',
    act: 'changed',
    gone: ['A dog'],
    come: ['Two dogs'],
    reason: null,
  });
  expect(inWords({ before: null, says: dog('A dog') })).toMatchObject({ act: 'added', gone: [] });
  const gone = inWords({ before: dog('A dog'), says: null, reason: 'It was next door' });
  expect(gone).toMatchObject({ act: 'withdrawn', come: [], reason: 'It was next door' });
  const files = { before: dog('A dog'), about_before: ['z', 's'], about: ['s'] };
  expect(inWords({ ...files, says: null })).toMatchObject({ act: 'moved', come: [] });
  expect(inWords({ ...files, says: dog('A dog') })).toMatchObject({
    act: 'changed',
    gone: ['On the files of Zoë, Sam'],
    come: ['On the files of Sam'],
  });
  const field = { field: 'sex', before: '', value: 'female' };
  expect(say(changed('1', { field }), names)).toMatchObject({ act: 'added', come: ['Female'] });
  const removed = { field: 'school', before: 'Old School', value: '' };
  expect(say(changed('1', { field: removed }), names)).toMatchObject({
    act: 'removed',
    gone: ['Old School'],
  });
});

test('what is kept from this person is said to be kept, and nothing of it', () => {
  const says = { kind: 'address', lines: '', used: 'home', hidden: true } as Fact;
  const fact = {
    id: 'a',
    before: null,
    says,
    reason: null,
    hidden: true,
    names: {},
    about_before: [],
    about: [],
  };
  const history = { changes: [changed('1', { fact })] };
  render(History, { props: { child, network, history } });
  expect(text()).toContain('Address: added');
  expect(text()).toContain(t('fact-hidden-from-you'));
});

test('a line that a fact says twice is shown twice', () => {
  const summary = { kind: 'summary', on: '2026-11-01', who_am_i: 'I am Zoë' };
  const says = { ...summary, what_matters: 'My brother', what_next: 'My brother' } as Fact;
  const kept = { id: 's', reason: null, hidden: false, names: {}, about_before: [], about: [] };
  const history = {
    changes: [
      changed('1', { fact: { ...kept, before: null, says } }),
      changed('2', { fact: { ...kept, before: says, says: null } }),
    ],
  };
  render(History, { props: { child, network, history } });
  expect(screen.getAllByText('My brother')).toHaveLength(2);
  expect(screen.getAllByText(t('history-before', { text: 'My brother' }))).toHaveLength(2);
});

test('a chronology says on the page whose it is, for whom, and by whom it was made', () => {
  const chronology = {
    person: zoe,
    warnings: [],
    summary: null,
    events: child.timeline.events.slice(0, 1),
    gap: null,
    left_out: 2,
    hidden: false,
    released: false,
    made: '2026-11-22T10:00:00Z',
    made_by: 'Sam Sample',
  };
  render(ChronologySheet, { props: { chronology, audience: 'court' } });
  const head = document.querySelector('thead')?.textContent ?? '';
  for (const words of ['Zoë Sample-Çelik', 'HF-4F7K-2', 'For the court', 'Sam Sample']) {
    expect(head).toContain(words);
  }
  expect(text()).toContain('Zoë says that she is afraid at night');
  expect(text()).toContain('2 events or passages were left out');
});

test.each([
  ['/people/zoe', 'overview'],
  ['/people/zoe/people/', 'people'],
  ['/people/zoe/facts/new', undefined],
])('%s shows the tab %s', (path, tab) => {
  expect(tabOf('zoe', path)).toBe(tab);
});
