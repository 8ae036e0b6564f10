import { describe, expect, test } from 'vitest';
import type { FactView } from '$lib/api/generated';
import { documentsOf, matching, titleOf } from './documents';

function fact(id: string, says: Record<string, unknown>): FactView {
  const document = { kind: 'document', title: id, sort: 'letter', ...says };
  return { id, about: [], says: document, recorded: '2026-11-01T10:00:00Z' } as unknown as FactView;
}

const FACTS = [
  fact('Old letter', { on: '2019-03-02' }),
  fact('No day', { sort: 'report', note: 'from Zoë' }),
  fact('New letter', { on: '2026-03-02', file: { name: 'scan_0001.pdf' } }),
  fact('A mark', { kind: 'mark' }),
];

describe('documents', () => {
  test('the newest day is first, and those without a day are last', () => {
    expect(documentsOf(FACTS).map((one) => one.id)).toEqual(['New letter', 'Old letter', 'No day']);
  });

  test('the list is narrowed by words in any order, without accents, and by sort', () => {
    const all = documentsOf(FACTS);
    const found = (words: string, sort = '') => matching(all, words, sort).map((one) => one.id);
    expect(found('letter old')).toEqual(['Old letter']);
    expect(found('zoe')).toEqual(['No day']);
    expect(found('0001')).toEqual(['New letter']);
    expect(found('', 'report')).toEqual(['No day']);
    expect(found('nothing')).toEqual([]);
  });

  test('a title to begin with is the name of the file without its ending', () => {
    expect(titleOf('school_letter 2.pdf')).toBe('school letter 2');
    expect(titleOf('minutes')).toBe('minutes');
  });
});
