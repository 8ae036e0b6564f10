// What is shipped: nothing of the GOV.UK brand, nothing from elsewhere, nothing that loosens the policy.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../ui/build', import.meta.url));
const files = readdirSync(BUILD, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => join(file.parentPath ?? file.path, file.name));
const text = files.map((file) => [file, readFileSync(file, 'utf8')]);
const holding = (pattern) =>
  text.filter(([, inside]) => pattern.test(inside)).map(([file]) => file);

test('the screens are built', () => {
  assert.ok(files.some((file) => file.endsWith('index.html')));
});

test('no font, crest or crown of GOV.UK is shipped', () => {
  assert.deepEqual(holding(/GDS Transport|govuk-crest|govuk-logotype-crown/i), []);
  assert.deepEqual(
    files.filter((file) => /\.(woff2?|ttf|otf)$/.test(file)),
    [],
  );
});

test('no style sheet reaches for anything from elsewhere', () => {
  const styles = text.filter(([file]) => file.endsWith('.css'));
  assert.deepEqual(
    styles.filter(([, inside]) => /url\(\s*["']?(https?:|\/\/)|@import/.test(inside)),
    [],
  );
});

test('the page carries a policy without unsafe-inline and unsafe-eval', () => {
  const page = readFileSync(join(BUILD, 'index.html'), 'utf8');
  const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  for (const directive of [
    "default-src 'none'",
    "style-src 'self'",
    "frame-src 'none'",
    "form-action 'none'",
  ]) {
    assert.ok(policy.includes(directive), directive);
  }
  assert.doesNotMatch(policy, /unsafe/);
});
