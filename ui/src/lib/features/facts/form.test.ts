import { describe, expect, test } from 'vitest';
import type { Fact } from '$lib/api/generated';
import { address, warning } from '$lib/features/child/child.fixture';
import { has } from '$lib/words/catalogue';
import { asked, blank, filled, labelOf, read } from './form';
import { END_FIELDS, FIELDS, isFormKind, type FormKind } from './kinds';
import { optionsOf } from './lists';

const NOW = new Date('2026-11-22T10:00:00');
const KINDS = Object.keys(FIELDS) as FormKind[];
const names = (id: string) => id;

describe('every kind of fact', () => {
  test.each(KINDS)('%s has words for each field and each choice', (kind) => {
    for (const field of FIELDS[kind]) {
      const key = `fact-${kind}-${field.name.replace('details.', '')}`;
      expect(has(key), key).toBe(true);
      if (field.kind === 'tick') expect(has(`${key}-why`), `${key}-why`).toBe(true);
      for (const choice of field.choices ?? []) {
        expect(has(`${field.words}-${choice}`), `${field.words}-${choice}`).toBe(true);
      }
      if (field.kind === 'choice') expect(optionsOf(field).length).toBeGreaterThan(1);
    }
    for (const key of [`facts-${kind}`, `facts-${kind}-none`, `fact-add-${kind}`]) {
      expect(has(key), key).toBe(true);
    }
    expect(has(`fact-kind-${kind}`)).toBe(true);
  });

  test.each(KINDS)('%s says what is missing from an empty form', (kind) => {
    const answer = read(kind, blank(kind, NOW), { kind } as Partial<Fact>);
    const needed = FIELDS[kind].filter(
      (field) => field.needed && !field.start && (!field.when || field.when({})),
    );
    expect('wrong' in answer ? Object.keys(answer.wrong) : []).toEqual(
      needed.map((field) => field.name),
    );
  });
});

test('a fact that is not touched is said again as it was', () => {
  for (const fact of [address.says, warning.says]) {
    const kind = isFormKind(fact.kind) ? fact.kind : 'other_name';
    const answer = read(kind, filled(kind, fact, names, NOW), fact);
    expect('says' in answer && JSON.parse(JSON.stringify(answer.says))).toEqual(fact);
  }
});

test('an episode keeps details that no field asks, and its time only where one is known', () => {
  const says: Fact = {
    kind: 'episode',
    episode: 'placement',
    from: '2026-11-05T14:30',
    details: { placement_type: 'u1', room: '3' },
    begun_by: 'r1',
  };
  const typed = filled('episode', says, names, NOW);
  const answer = read(
    'episode',
    { ...typed, until: { day: '6', month: '11', year: '2026' } },
    says,
  );
  expect(answer).toEqual({ says: { ...says, until: '2026-11-06' } });
});

test('a time that cannot be is asked again', () => {
  const typed = blank('episode', NOW);
  const from = { day: '5', month: '11', year: '2026', time: '25:00' };
  const answer = read('episode', { ...typed, episode: 'missing', from }, { kind: 'episode' });
  expect('wrong' in answer && answer.wrong.from).toMatch(/14:30/);
});

test('what ends before it begins is asked again', () => {
  const says = { ...address.says };
  const typed = filled('address', says, names, NOW);
  const until = { day: '1', month: '1', year: '2020' };
  const answer = read('address', { ...typed, until }, says, true);
  expect('wrong' in answer && answer.wrong.until).toBe('It ends before it begins');
});

test('an end needs its day and asks for nothing else', () => {
  const typed = filled('address', address.says, names, NOW);
  expect(asked('address', typed, true).map((field) => field.name)).toEqual(END_FIELDS.address);
  const answer = read('address', typed, address.says, true);
  expect('wrong' in answer && Object.keys(answer.wrong)).toEqual(['until']);
});

test('why somebody was not told is asked only when they were not', () => {
  const typed = { ...blank('warning', NOW), told: 'no' };
  const fields = asked('warning', typed).map((field) => field.name);
  expect(fields).toContain('told_because');
  expect(fields).not.toContain('told_on');
});

test('a worker with another name is another worker', () => {
  const says: Fact = {
    kind: 'allocation',
    team: 'Unit 4',
    worker: { name: 'Sam Sample', author: 'x' },
    role: 'lead_worker',
    from: '2026-10-01',
  };
  const typed = filled('allocation', says, names, NOW);
  const same = read('allocation', typed, says);
  expect('says' in same && same.says.kind === 'allocation' && same.says.worker?.author).toBe('x');
  const other = read('allocation', { ...typed, worker: 'Lee Lead' }, says);
  expect('says' in other && other.says.kind === 'allocation' && other.says.worker).toEqual({
    name: 'Lee Lead',
  });
});

test('a field that says nothing is left out and not kept empty', () => {
  const typed = { ...blank('other_name', NOW), name: ' Zo ', used: 'alias' };
  expect(read('other_name', typed, { kind: 'other_name' })).toEqual({
    says: { kind: 'other_name', name: 'Zo', used: 'alias' },
  });
  expect(labelOf('other_name', { name: 'name' })).toBe('Name');
});

test('a summary has all its parts, those not written empty', () => {
  const typed = { ...blank('summary', NOW), who_am_i: 'I am ten.' };
  expect(read('summary', typed, { kind: 'summary' })).toEqual({
    says: {
      kind: 'summary',
      on: '2026-11-22',
      who_am_i: 'I am ten.',
      what_matters: '',
      what_next: '',
    },
  });
});
