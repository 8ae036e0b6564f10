// What an answer shows beside its words.
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { AnswerRow } from '$lib/api/generated';
import AnswerSections from './AnswerSections.svelte';

const row = (kind: string, answer: string, value: unknown = null): AnswerRow => ({
  path: kind,
  question: `About ${kind}`,
  about: null,
  answer,
  answered: true,
  not_known_because: null,
  kind,
  value,
});

const show = (one: AnswerRow, more: object = {}) =>
  render(AnswerSections, {
    props: { sections: [{ id: 's', title: 'Section', rows: [one] }], ...more },
  }).container;

const strokes = [
  [
    [10, 20],
    [30, 40],
  ],
];
const file = { blob: 'ab', name: 'garden.png', size: 3, media: 'image/png' };

test('a drawing shows its lines under its words', () => {
  const container = show(row('drawing', 'A house', { says: 'A house', strokes }));
  screen.getByText('A house');
  screen.getByRole('img', { name: 'About drawing: a drawing. A house' });
  expect(container.querySelector('path')?.getAttribute('d')).toBe('M10 20L30 40');
});

test('a drawing without words says how many lines it has', () => {
  show(row('drawing', 'A drawing', { strokes }));
  screen.getByRole('img', { name: 'About drawing: a drawing of 1 line' });
});

test('a name that was typed shows no picture, one signed by hand does', () => {
  const typed = show(row('signature', 'Ann Sample', { name: 'Ann Sample' }));
  expect(typed.querySelector('svg')).toBeNull();
  show(row('signature', 'Ann Sample', { name: 'Ann Sample', strokes }));
  screen.getByRole('img', { name: 'About signature: signed by hand. Ann Sample' });
});

test('the marks of a body map have the numbers of their words and cannot be pressed', () => {
  const marks = [
    { id: 'a', part: 'arm_left', note: 'A graze' },
    { id: 'b', part: 'face', note: 'Red', x: 250, y: 100 },
  ];
  const container = show(row('body_map', 'Left arm: A graze\nFace: Red', { marks }));
  const words = [...container.querySelectorAll('ol > li')].map((line) => line.textContent);
  expect(words).toEqual(['Left arm: A graze', 'Face: Red']);
  expect(container.querySelector('.body-map__mark')?.textContent).toBe('2');
  expect(container.querySelector('.body-map--live')).toBeNull();
  screen.getByRole('img', { name: /with 1 mark, told above$/ });
});

test('files are named, and shown where it is known whose they are', () => {
  show(row('upload', 'garden.png', [file]));
  screen.getByText('garden.png', { selector: 'bdi' });
  expect(screen.queryByRole('button')).toBeNull();
  show(row('upload', 'garden.png', [file]), { of: { record: 'r1' } });
  screen.getByRole('button', { name: 'Show garden.png' });
});

test('an answer that an import kept as it was stays in its words', () => {
  const container = show(row('drawing', 'see paper file', { as_imported: 'see paper file' }));
  screen.getByText('see paper file');
  expect(container.querySelector('svg')).toBeNull();
});

test('what is worked out has no link to change it', () => {
  const change = (section: string, path: string) => `/${section}/${path}`;
  show(row('number', '12'), { change });
  screen.getByRole('link', { name: 'Change About number' });
  show(row('calculated', '3 days'), { change });
  expect(screen.queryByRole('link', { name: /About calculated/ })).toBeNull();
});
