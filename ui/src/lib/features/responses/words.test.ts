import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const words = ['response-screens', 'wizard']
  .map((name) => readFileSync(`../locales/en-GB/${name}.ftl`, 'utf8'))
  .join('\n');
const keys = [...words.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');
const sources = [
  'src/lib/features/responses',
  'src/routes/responses',
  'src/lib/features/wizard',
  'src/lib/features/frame',
]
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('.test.'))
      .map((path) => readFileSync(join(room, path), 'utf8')),
  )
  .join('\n');

const MADE = [/^wizard-dates-/, /^response-import-step-/, /^response-import-child-alike-/];

test('every word of these screens is shown on one of them', () => {
  const shown = (key: string) =>
    sources.includes(`'${key}'`) || MADE.some((pattern) => pattern.test(key));
  expect(keys.filter((key) => !shown(key))).toEqual([]);
});

test('no key is named twice', () => {
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
