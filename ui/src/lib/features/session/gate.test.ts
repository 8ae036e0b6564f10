import { expect, test } from 'vitest';
import { gate } from './gate';

test.each([
  ['no_casebook', '/', '/welcome'],
  ['no_casebook', '/welcome', undefined],
  ['locked', '/drafts/1', '/unlock'],
  ['locked', '/unlock', undefined],
  ['locked', '/help', undefined],
  ['open', '/unlock', '/'],
  ['open', '/drafts/1', undefined],
] as const)('%s at %s leads to %s', (standing, path, expected) => {
  expect(gate(standing, path)).toBe(expected);
});
