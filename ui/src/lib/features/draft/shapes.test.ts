// Answers as they stand in boxes, grids, drawings and lists, and back.
import { expect, test } from 'vitest';
import type { FormDefinition } from '$lib/api/form';
import { asDate, boxesOf, dayBefore } from './dates';
import { adds, isFull, MOST_STROKES, pathOfStroke, pointIn, withStrokes, withWords } from './drawn';
import { asDuration } from './durations';
import { endingsOf, filesOf, withFile } from './files';
import { chosenIn, cleared, pressed } from './grids';
import { inLanguage } from './language';
import { marksOf, withMarks } from './marks';
import { withWays } from './paths';
import { answersOfLink, onShelves } from './shelves';

test.each([
  ['2026-03-07', { day: '7', month: '3', year: '2026' }],
  ['2026-03', { day: '', month: '3', year: '2026' }],
  ['2026', { day: '', month: '', year: '2026' }],
  ['--02-29', { day: '29', month: '2', year: '' }],
  ['2026-03-07T14:30', { day: '7', month: '3', year: '2026', time: '14:30' }],
  ['--11-21T09:05', { day: '21', month: '11', year: '', time: '09:05' }],
  ['21/11/2026', { day: '21', month: '11', year: '2026' }],
  ['21 Nov 2026, 2.30pm', { day: '21', month: 'Nov', year: '2026', time: '2.30pm' }],
  ['5 May', { day: '5', month: 'May', year: '' }],
  ['some day', { day: 'some day', month: '', year: '' }],
])('the date %s stands in its boxes, and nothing of it is lost', (line, boxes) => {
  expect(asDate(line)).toEqual(boxes);
});

test('a half-typed date stays as typed', () => {
  const typed = { day: '3', month: '', year: '20' };
  expect(asDate(typed)).toEqual(typed);
});

test('a date has the boxes that its question asks for', () => {
  expect(boxesOf()).toEqual(['day', 'month', 'year']);
  expect(boxesOf('no_year_with_time')).toEqual(['day', 'month', 'time']);
});

test('yesterday on the first of a month is the last of the month before', () => {
  expect(dayBefore(new Date(2026, 2, 1), 1)).toEqual({ day: '28', month: '2', year: '2026' });
});

test.each([
  ['PT1H30M', { hours: '1', minutes: '30', seconds: '' }],
  ['PT15S', { hours: '', minutes: '', seconds: '15' }],
  ['1:30', { hours: '1', minutes: '30', seconds: '' }],
  ['an hour', { hours: 'an hour', minutes: '', seconds: '' }],
])('the length of time %s stands in its boxes', (line, boxes) => {
  expect(asDuration(line)).toEqual(boxes);
});

test('a row of a choice grid holds one column, a row of a tick grid any number', () => {
  const one = pressed(pressed(undefined, 'gp', 'yes', false), 'gp', 'no', false);
  expect(one).toEqual({ gp: 'no' });
  const two = pressed(pressed(undefined, 'mon', 'am', true), 'mon', 'pm', true);
  expect(chosenIn(two, 'mon')).toEqual(['am', 'pm']);
  expect(pressed(two, 'mon', 'am', true)).toEqual({ mon: ['pm'] });
});

test('a grid without an answered row is no answer', () => {
  expect(cleared({ gp: 'no' }, 'gp')).toBeUndefined();
  expect(cleared({ gp: 'no', police: 'yes' }, 'gp')).toEqual({ police: 'yes' });
  expect(pressed({ mon: ['am'] }, 'mon', 'am', true)).toBeUndefined();
});

test('a drawing keeps its words when its lines go, and its lines when its words go', () => {
  const drawn = withWords(withStrokes(undefined, [[[1, 2]]]), 'says', 'a dog');
  expect(drawn).toEqual({ strokes: [[[1, 2]]], says: 'a dog' });
  expect(withStrokes(drawn, [])).toEqual({ says: 'a dog' });
  expect(withWords(drawn, 'says', '')).toEqual({ strokes: [[[1, 2]]] });
  expect(withWords({ name: 'Ann' }, 'name', '')).toBeUndefined();
});

test('a point is counted from the edges of the drawing and never lies outside', () => {
  const box = { x: 100, y: 50, width: 200, height: 100 } as DOMRect;
  expect(pointIn(box, 200, 100)).toEqual([500, 500]);
  expect(pointIn(box, 0, 900)).toEqual([0, 1000]);
});

test('points that nobody could see apart are not kept, and a drawing has an end', () => {
  expect(adds([[10, 10]], [11, 11])).toBe(false);
  expect(adds([[10, 10]], [20, 10])).toBe(true);
  expect(isFull(Array.from({ length: MOST_STROKES }, () => [[0, 0]]))).toBe(true);
  expect(pathOfStroke([[5, 6]])).toBe('M5 6L5 6');
});

test('a mark made by keyboard has a place in words and no point', () => {
  const marks = [
    { id: 'a', part: 'face', note: 'red' },
    { id: 'b', part: '', note: '', x: 1, y: 2 },
  ];
  expect(marksOf(withMarks(marks))).toEqual(marks);
  expect(withMarks([])).toBeUndefined();
});

test('the same file is attached once', () => {
  const file = { blob: 'ab', name: 'plan.pdf', size: 3, media: 'application/pdf' };
  expect(withFile(withFile(undefined, file), file)).toEqual([file]);
  expect(filesOf([file, 'nonsense'])).toEqual([file]);
  expect(endingsOf(['pdf', 'image'])).toBe('.pdf,.png,.jpg,.jpeg,.gif,.webp');
  expect(endingsOf([])).toBeUndefined();
});

test('what is asked brings the ways to it along', () => {
  const asked = withWays(['each/ann/seen']);
  expect(asked.has('each')).toBe(true);
  expect(asked.has('each/ann')).toBe(true);
  expect(asked.has('each/bo')).toBe(false);
});

test('forms are found by words of their title or purpose and stand on their shelves', () => {
  const form = (id: string, title: string, shelf: string) =>
    ({ id, title, shelf, about: 'What was seen' }) as never;
  const forms = [
    form('a', 'Visit', ''),
    form('b', 'Contact', 'Front door'),
    form('c', 'Visit', 'X'),
  ];
  expect(onShelves(forms, '').map((shelf) => shelf.name)).toEqual(['Front door', 'X', '']);
  expect(onShelves(forms, 'SEEN vis').map((shelf) => shelf.name)).toEqual(['X', '']);
});

test('a link brings answers, none, or something that cannot be read', () => {
  expect(answersOfLink('{"when":"2026-03-07"}')).toEqual({ when: '2026-03-07' });
  expect(answersOfLink(null)).toBeNull();
  expect(answersOfLink('[1]')).toBeUndefined();
  expect(answersOfLink('{')).toBeUndefined();
});

test('another language replaces the texts that it has, and no id', () => {
  const form = {
    title: 'Visit',
    about: '',
    guidance: '',
    translations: {
      cy: {
        form: 'Ymweliad',
        'question/mood': 'Sut?',
        'choice/mood/ok': 'Iawn',
        'section/s': 'Un',
      },
    },
    sections: [
      {
        id: 's',
        title: 'One',
        questions: [
          {
            id: 'mood',
            text: 'How?',
            required: false,
            kind: {
              type: 'one_choice',
              choices: [
                { id: 'ok', label: 'Fine' },
                { id: 'bad', label: 'Bad' },
              ],
            },
          },
        ],
      },
    ],
  } as unknown as FormDefinition;
  const shown = inLanguage(form, 'cy');
  expect(shown.title).toBe('Ymweliad');
  expect(shown.sections[0]?.title).toBe('Un');
  expect(shown.sections[0]?.questions[0]).toMatchObject({
    id: 'mood',
    text: 'Sut?',
    kind: {
      choices: [
        { id: 'ok', label: 'Iawn' },
        { id: 'bad', label: 'Bad' },
      ],
    },
  });
  expect(inLanguage(form, '')).toBe(form);
});
