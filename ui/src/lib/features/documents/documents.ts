import type { Fact, FactView } from '$lib/api/generated';
import { t } from '$lib/words/catalogue';

/** A document on a file. */
export type DocumentFact = FactView & { says: Extract<Fact, { kind: 'document' }> };

/** What a document can be, in the order in which people choose. */
export const SORTS = [
  'letter',
  'report',
  'court_order',
  'photo',
  'plan',
  'minutes',
  'birth_certificate',
  'other',
];

/** Most bytes of a file; the casebook holds to the same. */
export const MOST_BYTES = 64 << 20;

/** What the file dialog offers; the casebook looks into each file and judges by what is inside. */
export const ENDINGS =
  '.jpg,.jpeg,.png,.gif,.webp,.pdf,.txt,.csv,.docx,.odt,.xlsx,.ods,.pptx,.odp,.mp3,.m4a,.wav,.ogg,.mp4,.webm';

/** The documents among the facts of a file, the newest day first, those without a day last. */
export function documentsOf(facts: FactView[]): DocumentFact[] {
  const day = (fact: DocumentFact) => fact.says.on ?? '';
  return facts
    .filter((fact): fact is DocumentFact => fact.says.kind === 'document')
    .toSorted(
      (one, other) =>
        day(other).localeCompare(day(one)) || other.recorded.localeCompare(one.recorded),
    );
}

/** The documents with all these words in title, note, file name or place, and of this sort. */
export function matching(documents: DocumentFact[], words: string, sort: string): DocumentFact[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return documents.filter(({ says }) => {
    const text = fold(
      [says.title, says.note, says.file?.name, says.thought_to_be, sortName(says.sort)].join(' '),
    );
    return (sort === '' || says.sort === sort) && wanted.every((word) => text.includes(word));
  });
}

/** The name of a sort; one that these screens do not know keeps its own. */
export function sortName(sort: string): string {
  return SORTS.includes(sort) ? t(`document-sort-${sort}`) : sort;
}

/** A title to begin with: the file's name without its ending and with spaces between the words. */
export function titleOf(name: string): string {
  return name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_]+/g, ' ')
    .trim();
}

/** What a file most likely is: a picture is a photograph, for anything else a person says. */
export function sortOf(file: File): string {
  return file.type.startsWith('image/') ? 'photo' : '';
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
