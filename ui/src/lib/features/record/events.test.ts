import { describe, expect, test } from 'vitest';
import { event } from '$lib/features/child/child.fixture';
import { asked, NO_FILTER, titleOf, withGap, yearsBack } from './events';

const gap = { from: '2020-10-12', until: '2026-11-01' };
const shape = (rows: ReturnType<typeof withGap>) =>
  rows.map((row) => (row.row === 'gap' ? 'gap' : row.event.target.id));

describe('the gap of lost history', () => {
  const [old, now, undated] = [
    event('old', { event_time: '2020-09-01' }),
    event('now', { event_time: '2026-11-02T14:30' }),
    event('undated', { event_time: null }),
  ];

  test('stands between what was recovered and what was recorded since', () => {
    expect(shape(withGap([now, old], gap, true, true))).toEqual(['now', 'gap', 'old']);
    expect(shape(withGap([old, now], gap, false, true))).toEqual(['old', 'gap', 'now']);
  });

  test('comes at the end only where nothing more follows', () => {
    expect(shape(withGap([now], gap, true, true))).toEqual(['now', 'gap']);
    expect(shape(withGap([now], gap, true, false))).toEqual(['now']);
  });

  test('is not moved by an event without a day', () => {
    expect(shape(withGap([now, undated, old], gap, true, true))).toEqual([
      'now',
      'undated',
      'gap',
      'old',
    ]);
  });

  test('is not there where nothing was lost', () => {
    expect(shape(withGap([now, old], null, true, true))).toEqual(['now', 'old']);
  });
});

test('a filter that says nothing asks for everything', () => {
  expect(asked(NO_FILTER)).toEqual({});
  expect(asked({ ...NO_FILTER, sort: 'note', words: '  dog ', family: true })).toEqual({
    sorts: ['note'],
    words: 'dog',
    family: true,
  });
});

test('years go back to the birth, and twenty back where it is not known', () => {
  const now = new Date('2026-11-22');
  expect(yearsBack('2024-03-01', now)).toEqual(['2026', '2025', '2024']);
  expect(yearsBack(null, now)).toHaveLength(21);
});

test('an episode on the timeline is called by its kind', () => {
  const begun = event('e', { what: 'episode_begun', sort: 'child_protection', title: '' });
  expect(titleOf(begun)).toBe('Child protection plan');
});
