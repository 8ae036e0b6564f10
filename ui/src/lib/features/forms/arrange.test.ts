import { expect, test } from 'vitest';
import type { FormSection, Question } from '$lib/api/form';
import { copyOfSection, forget, move, moveToSection, newSection, takeOut } from './arrange';
import { newQuestion, otherKind } from './blank';
import { byShelf } from './desk';
import { dropAt, landing } from './drag';
import { freeId, questionIds, slug } from './ids';
import { fromLines } from './lines';
import { drawn } from './map';
import { beforeQuestion, beforeSection } from './place';
import { sample } from './sample.fixture';
import { take } from './taking';
import { TEMPLATES } from './templates';

const ids = (questions: Question[]) => questions.map((question) => question.id);
const of = (index: number) => sample().sections[index] as FormSection;

test('an id is made from the wording and is free', () => {
  expect(slug('Who was there, and Zoë’s mother?', 'x')).toBe('who_was_there_and_zoes_mother');
  expect(slug('מי', 'question')).toBe('question');
  expect(freeId('day', ['day', 'day_2'])).toBe('day_3');
  expect(freeId('end', [])).toBe('end_2');
  expect(newQuestion('Which day?', 'date', ['which_day']).id).toBe('which_day_2');
});

test('a question may look at earlier ones and at those of its own child, and at no others', () => {
  const form = sample();
  expect(ids(beforeQuestion(form, 'why'))).toEqual(['day', 'about', 'seen', 'safe']);
  expect(ids(beforeQuestion(form, 'day'))).toEqual([]);
  expect(ids(beforeQuestion(form, 'note'))).toEqual(['day', 'about', 'seen', 'children']);
  expect(ids(beforeSection(form, 1))).toEqual(['day', 'about']);
});

test('moving stops at the ends', () => {
  const list = ['a', 'b', 'c'];
  expect(move(list, 0, 2)).toBe(true);
  expect(list).toEqual(['b', 'c', 'a']);
  expect(move(list, 0, -1)).toBe(false);
  expect(move(list, 2, 3)).toBe(false);
});

test('a dragged card lands where it was let go', () => {
  const boxes = [0, 50, 100].map((top) => ({ top, height: 50 }));
  expect(dropAt(boxes, 10)).toBe(0);
  expect(dropAt(boxes, 80)).toBe(2);
  expect(landing(0, 2)).toBe(1);
  expect(landing(2, 0)).toBe(0);
});

test('a copy of a section has ids of its own, and its conditions look at the copy', () => {
  const form = sample();
  const copy = copyOfSection(form, of(1));
  expect(copy.id).toBe('worry_2');
  expect(ids(copy.questions)).toEqual(['seen_2', 'children_2']);
  const [, each] = copy.questions;
  const inner = each && 'questions' in each.kind ? each.kind.questions : [];
  expect(inner[1]?.when).toEqual({
    all: [
      { question: 'safe_2', is_no: true },
      { question: 'seen_2', answered: true },
    ],
  });
});

test('a question that goes takes along what the form said of it', () => {
  const form = sample();
  form.marks = { seen: 'safe' };
  takeOut(form, 'day');
  takeOut(form, 'safe');
  expect(form.event_time).toBeUndefined();
  expect(form.marks).toEqual({});
  forget(form);
  expect(questionIds(form)).toEqual(['about', 'seen', 'children', 'why', 'note']);
});

test('a question moves to the end of another section', () => {
  const form = sample();
  moveToSection(form, 'day', 'close');
  expect(form.sections.map((section) => ids(section.questions))).toEqual([
    ['about'],
    ['seen', 'children'],
    ['note', 'day'],
  ]);
});

test('a new section has an id of its own', () => {
  expect(newSection(sample(), 'Closing')).toEqual({
    id: 'closing',
    title: 'Closing',
    questions: [],
  });
  expect(newSection(sample(), 'Close').id).toBe('close_2');
});

test('questions taken over get free ids; what they depended on and led to is named', () => {
  const [, about] = of(0).questions;
  const [seen, children] = of(1).questions;
  const taken = take(
    [about, children].filter((one) => one !== undefined),
    ['about', 'safe'],
  );
  expect(ids(taken.questions)).toEqual(['about_2', 'children']);
  expect(taken.jumps).toEqual(['What is it about?']);
  expect(taken.always).toEqual(['Why not?']);
  expect(JSON.stringify(taken.questions)).not.toContain('go_to');
  const both = take(
    [seen, children].filter((one) => one !== undefined),
    [],
  );
  expect(both.always).toEqual([]);
});

test('each template fits into a form twice', () => {
  const form = sample();
  for (const template of [...TEMPLATES, ...TEMPLATES]) {
    const { questions } = take(template.questions, questionIds(form));
    form.sections[0]?.questions.push(...questions);
  }
  expect(new Set(questionIds(form)).size).toBe(questionIds(form).length);
});

test('a line that stays keeps its id; one reworded in its place keeps it too', () => {
  const before = [
    { id: 'a', label: 'Apple', go_to: 'end' },
    { id: 'b', label: 'Pear' },
  ];
  expect(fromLines(before, 'Pear\nApple')).toEqual([before[1], before[0]]);
  expect(fromLines(before, 'Apples\nPear')[0]).toEqual({
    id: 'a',
    label: 'Apples',
    go_to: 'end',
  });
  expect(fromLines(before, ' Pear \n\nPlum\nA\n').map((one) => one.id)).toEqual([
    'b',
    'plum',
    'a_2',
  ]);
});

test('another kind keeps what suits both', () => {
  const choices = of(0).questions[1]?.kind;
  if (!choices) throw new Error('the sample has choices');
  const ticks = otherKind(choices, 'many_choices');
  expect(JSON.stringify(ticks)).not.toContain('go_to');
  expect('choices' in ticks && ticks.choices).toHaveLength(2);
  expect(otherKind(choices, 'number')).toEqual({ type: 'number' });
});

test('forms are found by title and shelf', () => {
  const row = (title: string, shelf: string, retired = false) => ({
    id: title,
    title,
    shelf,
    number: 1,
    hash: '',
    own: false,
    retired,
    use_instead: null,
    published: null,
    records: 0,
  });
  const forms = [
    row('Visit', 'Every day'),
    row('Referral', 'Front door'),
    row('Old', 'Every day', true),
  ];
  const shelves = (search: string) =>
    byShelf(forms, search, 'offered').map((shelf) => shelf.forms.map((form) => form.title));
  expect(shelves('')).toEqual([['Visit'], ['Referral']]);
  expect(shelves('door ref')).toEqual([['Referral']]);
  expect(byShelf(forms, '', 'retired')).toHaveLength(1);
});

test('the map draws a box a section and the end, and a bow for a jump', () => {
  const section = (id: string, ways: { to: string | null; because: string }[]) => ({
    id,
    title: id,
    questions: 1,
    reached: true,
    conditional: false,
    ways,
  });
  const drawing = drawn([
    section('one', [
      { to: 'two', because: '' },
      { to: null, because: 'if “No”' },
    ]),
    section('two', [{ to: null, because: '' }]),
  ]);
  expect(drawing.boxes).toHaveLength(3);
  expect(drawing.ways.map((way) => way.jump)).toEqual([false, true, false]);
});
