// The keyboard alone: everything reached, seen and not covered; drafts survive; locking comes back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { openBrowser, tabStops } from './browser.js';
import { startHost } from './host.js';

let host, browser, page, said;

before(async () => {
  host = await startHost();
  ({ browser, page, said } = await openBrowser());
  await page.goto(host.enter);
  await acts.firstRun(page);
  await acts.addPerson(page, host.origin, 'Zoë Sample');
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const field = () => page.evaluate(() => document.activeElement?.id ?? '');

const PATHS = [
  '/',
  '/caseload',
  '/people/new',
  '/new',
  '/new/visit',
  '/outbox',
  '/search',
  '/packs/new',
  '/settings',
  '/help',
];

for (const path of PATHS) {
  test(`each stop on ${path} shows the focus and is not covered`, async () => {
    await page.goto(`${host.origin}${path}`);
    await page.locator('h1').waitFor();
    await walk();
  });
}

test('each stop of a form shows the focus and is not covered', async () => {
  await acts.startForm(page, host.origin, 'visit', ['Zoë Sample']);
  await walk();
});

async function walk() {
  const stops = await tabStops(page);
  assert.ok(stops.length > 5, 'the walk reaches what the screen offers');
  assert.match(stops[0].what, /Skip to main content/, 'the skip link is the first stop');
  for (const stop of stops) {
    assert.ok(stop.ring, `the focus is seen on ${stop.what}`);
    assert.ok(stop.inView && !stop.covered, `nothing covers ${stop.what}`);
  }
}

test('the skip link leads to the main part', async () => {
  await page.goto(`${host.origin}/`);
  await page.locator('h1').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await field(), 'main');
});

test('F6 goes through the regions and back', async () => {
  await page.goto(`${host.origin}/`);
  await page.locator('.status-bar').waitFor();
  const region = () => page.evaluate(() => document.activeElement?.tagName.toLowerCase());
  for (const expected of ['header', 'main', 'footer', 'header']) {
    await page.keyboard.press('F6');
    assert.equal(await region(), expected);
  }
  await page.keyboard.press('Shift+F6');
  assert.equal(await region(), 'footer');
});

test('what is typed is saved without a button and is there after a reload, valid or not', async () => {
  await acts.startForm(page, host.origin, 'case_note', ['Zoë Sample']);
  const day = page.locator('input[id$="-day"]').first();
  await day.fill('99');
  await acts.saved(page);
  await page.waitForTimeout(700);
  await acts.saved(page);
  await page.reload();
  await page.locator('.question').first().waitFor();
  assert.equal(await page.locator('input[id$="-day"]').first().inputValue(), '99');
});

test('Ctrl+Enter checks, Ctrl+S reassures, F1 helps', async () => {
  await acts.startForm(page, host.origin, 'case_note', ['Zoë Sample']);
  await page.keyboard.press('Control+s');
  await page.locator('[role=status]', { hasText: 'Saved on this device' }).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await acts.heading(page, /^Check this/).waitFor();
  await page.keyboard.press('F1');
  await acts.heading(page, 'Help').waitFor();
});

test('Ctrl+L locks, and unlocking comes back to the same field', async () => {
  await acts.startForm(page, host.origin, 'case_note', ['Zoë Sample']);
  const box = page.locator('.fill__section input[type=text]:not([inputmode])').first();
  await box.fill('Half a sent');
  const id = await box.getAttribute('id');
  await page.keyboard.press('Control+l');
  await acts.heading(page, 'Unlock your casebook').waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill(acts.PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('.question').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  assert.equal(await page.locator(`[id="${id}"]`).inputValue(), 'Half a sent');
});

test('the console stayed silent', () => {
  assert.deepEqual(said, []);
});
