import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import limits from '../../../../../crates/domain/data/time_limits.json?raw';
import { has } from '$lib/words/catalogue';

const FILES = ['work', 'search', 'people', 'packs'];
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('.test.'))
  .map((path) => readFileSync(join('src', path), 'utf8'))
  .join('\n');

/** `t(`name-${code}`)` and `said('name', code)`: words whose end is a code. */
const made = [
  ...[...sources.matchAll(/`([a-z-]+-)\$\{/g)].map((match) => match[1] ?? ''),
  ...[...sources.matchAll(/\bsaid\('([a-z-]+)'/g)].map((match) => `${match[1]}-`),
];

describe.each(FILES)('the words of %s', (file) => {
  const text = readFileSync(`../locales/en-GB/${file}.ftl`, 'utf8');
  const keys = [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');

  test('are shown on some screen', () => {
    const shown = (key: string) =>
      sources.includes(`'${key}'`) || made.some((begin) => key.startsWith(begin));
    expect(keys.filter((key) => !shown(key))).toEqual([]);
  });

  test('name no key twice', () => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

test('every time limit that ships has words', () => {
  const ids = [...limits.matchAll(/"id": "(\w+)"/g)].map((match) => match[1] ?? '');
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter((id) => !has(`limit-${id}`))).toEqual([]);
});
