import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { has, t } from './catalogue';

const LOCALES = '../locales/en-GB';
const BANNED =
  /\b(sync(ed|ing)?|queued?|pending|conflicts?|payload|oops|locally|retr(y|ies)|error \d+)\b/i;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('.test.'))
  .map((path) => readFileSync(join('src', path), 'utf8'));
const screens = ['screens.ftl', 'help.ftl']
  .map((file) => readFileSync(join(LOCALES, file), 'utf8'))
  .join('\n');
const keys = [...screens.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');

/** `t('key')` and `t(chosen ? 'one' : 'other')`, wherever the line breaks fall. */
function literal(source: string): string[] {
  const calls = [...source.matchAll(/\bt\(([^`()]*?)[,)]/g)].map((match) => match[1] ?? '');
  return calls.flatMap((call) =>
    [...call.matchAll(/'([a-z][\w-]+)'/g)].map((match) => match[1] ?? ''),
  );
}

/** What a key made while running may look like: `state-${state}` becomes /^state-.+$/. */
function patterns(source: string): RegExp[] {
  return [...source.matchAll(/`([a-z-]+\$\{[^`]+)`/g)].map(
    (match) => new RegExp(`^${(match[1] ?? '').replace(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
  );
}

const used = new Set(sources.flatMap(literal));
const made = sources.flatMap(patterns);

describe('the catalogue', () => {
  test('has words for every key that a screen names', () => {
    expect([...used].filter((key) => !has(key))).toEqual([]);
  });

  test('has no words that no screen shows', () => {
    const shown = (key: string) => used.has(key) || made.some((pattern) => pattern.test(key));
    expect(keys.filter((key) => !shown(key))).toEqual([]);
  });

  test('names no key twice', () => {
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(readdirSync(LOCALES).filter((file) => file.endsWith('.ftl')))(
    '%s has none of the words that people do not use',
    (file) => {
      const lines = readFileSync(join(LOCALES, file), 'utf8').split('\n');
      const words = lines.map((line) => line.replace(/^[\w-]+ =/, '').replace(/\{[^}]*\}/g, ''));
      expect(words.filter((line) => !line.startsWith('#') && BANNED.test(line))).toEqual([]);
    },
  );

  test('counts one and many', () => {
    expect(t('check-file', { form: 'visit', count: 1 })).toBe('File this visit to 1 child');
    expect(t('check-file', { form: 'visit', count: 2 })).toBe('File this visit to 2 children');
  });

  test('keeps a right-to-left name from turning the sentence around it', () => {
    expect(t('back-child', { name: 'ליבא' })).toBe('Back to \u2068ליבא\u2069');
    expect(t('back-child', { name: 'Zoë' })).toBe('Back to Zoë');
  });
});
