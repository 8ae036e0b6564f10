import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const words = readFileSync('../locales/en-GB/form-desk.ftl', 'utf8');
const keys = [...words.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('.test.'))
  .map((path) => readFileSync(join('src', path), 'utf8'))
  .join('\n');

/** `t(`editor-kind-${kind}`)` stands for every key that begins and ends so. */
const made = [...sources.matchAll(/`([a-z-]+\$\{[^`]+)`/g)].map(
  (match) => new RegExp(`^${(match[1] ?? '').replace(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
);

test('the words of the form desk have no key that no screen shows', () => {
  const shown = (key: string) =>
    sources.includes(`'${key}'`) || made.some((pattern) => pattern.test(key));
  expect(keys.filter((key) => !shown(key))).toEqual([]);
});

test('no key stands in two files', () => {
  const all = readdirSync('../locales/en-GB')
    .filter((file) => file.endsWith('.ftl') && file !== 'form-desk.ftl')
    .map((file) => readFileSync(join('../locales/en-GB', file), 'utf8'))
    .join('\n');
  expect(keys.filter((key) => all.includes(`\n${key} =`))).toEqual([]);
});
