// A child's file: who it is, warnings first, facts corrected and taken back, the family, marks, paper.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser, tabStops } from './browser.js';
import { startHost } from './host.js';

let host, browser, page, said;
let zoe, amira;

const ZOE = 'Zoë Sample-Çelik';
const button = (name) => page.getByRole('button', { name, exact: true });
const link = (name) => page.getByRole('link', { name });
const go = (path) => page.goto(`${host.origin}${path}`);
const file = (tab = '') => go(`/people/${zoe}${tab}`);

/** Puts a date into its three boxes. */
async function date(legend, day, month, year) {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(String(day));
  await group.getByLabel('Month').fill(String(month));
  await group.getByLabel('Year').fill(String(year));
}

before(async () => {
  host = await startHost();
  ({ browser, page, said } = await openBrowser());
  await page.goto(host.enter);
  await acts.firstRun(page);
  amira = await acts.addPerson(page, host.origin, 'Amira Çelik');
  zoe = await acts.addPerson(page, host.origin, ZOE);
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

test('an empty file says in every part what is missing', async () => {
  await file();
  await page.getByText('No summary has been written yet').waitFor();
  await page.getByText('Nobody is allocated').first().waitFor();
  await look(page, 'child-overview-empty');
  await file('/timeline');
  await page.getByText('Nothing recorded on this device yet').waitFor();
  await file('/people');
  await page.getByText('The father is not recorded, and not why').waitFor();
  await look(page, 'child-people-empty');
});

test('Alt and a number go through the tabs, each with its own title', async () => {
  await file();
  const tabs = ['Overview', 'Timeline', 'People', 'Details', 'Documents', 'Due and episodes'];
  for (const [at, tab] of [...tabs, 'History'].entries()) {
    await page.keyboard.press(`Alt+${at + 1}`);
    await page.waitForFunction((title) => document.title.startsWith(title), `${tab} – `);
    const here = page.locator('.child-tabs__link[aria-current]');
    assert.equal((await here.innerText()).trim(), tab);
  }
});

test('a warning is added, stands first on the file, and is acknowledged', async () => {
  await file('/facts/new?kind=warning');
  await button('Save').click();
  await page.getByText('There is a problem').waitFor();
  await look(page, 'fact-warning-errors');
  await page.getByLabel('Kind of warning').selectOption('risk_to_worker');
  await page.getByLabel('What to know, and what to do').fill('Visit in pairs.');
  await button('Save').click();
  await page.locator('.warnings', { hasText: 'Warning: Risk to workers' }).waitFor();
  await page.getByText('Added: Warning').waitFor();
  const read = button('I have read these warnings');
  await read.click();
  await read.waitFor({ state: 'detached' });
});

test('an address is added, corrected, taken back and there again', async () => {
  await file('/details');
  await link('Add an address').click();
  await page.getByLabel('Address', { exact: true }).fill('12 Example Road');
  await page.getByLabel('Postcode (optional)').fill('E8 1AA');
  await page.getByLabel('home', { exact: true }).check();
  await button('Save').click();
  await page.getByText('Added: Address').waitFor();
  await page.locator('.identity-more', { hasText: '12 Example Road, E8 1AA' }).waitFor();
  await link('Correct 12 Example Road').click();
  await page.getByLabel('Address', { exact: true }).fill('21 Example Road');
  await button('Save the correction').click();
  await page.locator('.identity-more', { hasText: '21 Example Road' }).waitFor();
  await button('Undo').click();
  await page.locator('.identity-more', { hasText: '12 Example Road' }).waitFor();
  await link('Recorded in error 12 Example Road').click();
  await button('Take it back').click();
  await page.getByText('There is a problem').waitFor();
  await look(page, 'fact-withdraw-errors');
  await page.getByLabel('Why was it wrong?').fill('That is the address of somebody else');
  await button('Take it back').click();
  await page.getByText('No address is recorded').waitFor();
  await button('Undo').click();
  await page.locator('.identity-more', { hasText: '12 Example Road' }).waitFor();
  await look(page, 'child-details');
});

test('an identifier with a slip is kept and flagged', async () => {
  await file('/facts/new?kind=identifier&scheme=nhs');
  await page.getByLabel('Number', { exact: true }).fill('943 476 5918');
  await button('Save').click();
  await page.getByText('Check digit is wrong').waitFor();
});

test('a mother is found by part of her name, and stands in the drawing and in the table', async () => {
  await file('/facts/new?kind=relationship&relation=mother');
  await page.getByRole('combobox', { name: 'Who', exact: true }).fill('amira');
  await page.getByRole('option', { name: /Amira Çelik/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Main carer', { exact: true }).check();
  await button('Save').click();
  await page.locator('.network__name', { hasText: 'Amira' }).waitFor();
  await page.locator('td', { hasText: 'mother, main carer' }).waitFor();
  await look(page, 'child-people');
  await go(`/people/${amira}/people`);
  await page.locator('td', { hasText: 'child' }).first().waitFor();
});

test('that a father is not known is said with the reason', async () => {
  await file('/people');
  await link('Say why it is not known The father').click();
  await page.getByLabel('Why, or that there is nobody').fill('The mother does not say who he is');
  await button('Save').click();
  await page.locator('strong', { hasText: 'Not known: The father' }).waitFor();
  assert.equal(await page.getByText('The father is not recorded, and not why').count(), 0);
});

test('a summary stands on top with its date', async () => {
  await file();
  await link('Write the summary').click();
  await page.getByLabel('Who am I').fill('I am ten and I love drawing.');
  await button('Save').click();
  await page.locator('.summary', { hasText: 'I love drawing' }).waitFor();
  await page.locator('.summary', { hasText: /As at \d/ }).waitFor();
});

test('an episode begins a clock, and an end before the beginning is asked again', async () => {
  await file('/facts/new?kind=episode');
  await page.getByLabel('Kind of episode').selectOption('child_protection');
  await page.getByLabel('Category (optional)').selectOption('neg');
  await date('Began', 1, 10, 2025);
  await date('Ended (optional)', 1, 9, 2025);
  await button('Save').click();
  await page.getByText('It ends before it begins').first().waitFor();
  await date('Ended (optional)', '', '', '');
  await button('Save').click();
  await page.getByText('Child protection plan: Neglect').first().waitFor();
  await page.locator('.identity', { hasText: 'Child protection plan' }).waitFor();
  await page.locator('.due__mark').first().waitFor();
  await look(page, 'child-due');
});

test('an event is starred on the timeline, filtered for, and stands in the chronology', async () => {
  await acts.startForm(page, host.origin, 'case_note', [ZOE]);
  await acts.answerForm(page);
  await acts.file(page);
  await file('/timeline');
  await page.locator('.timeline__item').first().waitFor();
  const star = page.getByRole('button', { name: /^Significant event/ }).first();
  // The answers of the form may have marked it already: taken off and set again it is both.
  const marked = (await star.getAttribute('aria-pressed')) === 'true';
  for (const now of marked ? [false, true] : [true, false, true]) {
    await star.click();
    await page.locator(`[aria-pressed=${now}]`, { hasText: 'Significant event' }).first().waitFor();
  }
  await page.locator('.timeline__item--significant').first().waitFor();
  await page.getByLabel('Only significant events').check();
  await page.getByText(/\d+ found|The first \d+ are shown/).waitFor();
  await look(page, 'child-timeline');
  await page.getByLabel('Search in this file').fill('xyzzy');
  await page.getByText(/^Nothing on the file of/).waitFor();
  await go(`/people/${zoe}/chronology?for=court`);
  await page.locator('.chronology thead', { hasText: 'For the court' }).waitFor();
  await look(page, 'chronology');
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('header, footer, button, nav, input, .chronology')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.className),
  );
  await page.emulateMedia({ media: 'screen' });
  assert.deepEqual(shown, ['chronology'], 'paper has the chronology and nothing of the screen');
});

test('the chronology is saved as a PDF that says whose it is', async () => {
  await go(`/people/${zoe}/chronology`);
  await page.locator('.chronology__warning', { hasText: 'Visit in pairs.' }).waitFor();
  const coming = page.waitForEvent('download');
  await button('Save as PDF').click();
  const saved = await coming;
  await page.getByText(/^The chronology was saved as PDF, with \d+ event/).waitFor();
  await look(page, 'chronology-saved');
  assert.match(saved.suggestedFilename(), /^Chronology.*\.pdf$/);
  assert.ok(!saved.suggestedFilename().includes('Sample'), 'no name in the list of a folder');
  const pdf = await readFile(await saved.path());
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  assert.match(pdf.toString('utf8'), /Chronology of Zoë Sample-Çelik/, 'the title of the document');
});

test('words leave the events of the timeline in which they stand', async () => {
  const draft = await acts.rpc(page, 'start_draft', { form: 'case_note', children: [zoe] });
  const answers = {
    note_kind: { choice: 'phone' },
    when_date: new Date().toISOString().slice(0, 10),
    title: 'A call about the heating',
    what_happened: 'The boiler is broken again.',
    third_party: 'no',
    significant: 'no',
  };
  await acts.rpc(page, 'save_draft', { id: draft.id, answers, revision: draft.revision });
  await acts.rpc(page, 'file_draft', { id: draft.id });
  await file('/timeline');
  const items = page.locator('.timeline__item');
  await items.nth(1).waitFor();
  await page.getByLabel('Search in this file').fill('broken boil');
  await page.waitForFunction(() => document.querySelectorAll('.timeline__item').length === 1);
  await items.filter({ hasText: 'A call about the heating' }).waitFor();
  await look(page, 'child-timeline-words');
  await page.getByLabel('Search in this file').fill('');
  await items.nth(1).waitFor();
});

test('the history says who recorded what', async () => {
  await file('/history');
  await page.getByText('Before: 12 Example Road, E8 1AA').first().waitFor();
  // The address that was added, corrected and taken back, with what it said before.
  await page
    .getByText(/^Now: /)
    .first()
    .waitFor();
  await page
    .getByText(/^Reason: /)
    .first()
    .waitFor();
  await look(page, 'child-history');
});

test('the bar stays, is no higher than 96 px, and covers no stop', async () => {
  for (const path of ['', '/people', '/details']) {
    await file(path);
    await page.locator('.identity').waitFor();
    const height = await page.evaluate(
      () => document.querySelector('.identity').getBoundingClientRect().height,
    );
    assert.ok(height <= 96, `the bar is ${height} px high`);
    for (const stop of await tabStops(page)) {
      assert.ok(stop.ring, `the focus is seen on ${stop.what}`);
      assert.ok(stop.inView && !stop.covered, `nothing covers ${stop.what}`);
    }
  }
});

test('Ctrl+N and Ctrl+Shift+N begin a record for the child in view', async () => {
  await file('/details');
  await page.locator('.identity').waitFor();
  await page.keyboard.press('Control+n');
  await page.waitForURL(new RegExp(`/new/case_note\\?child=${zoe}`));
  await file();
  await page.locator('.identity').waitFor();
  await page.keyboard.press('Control+Shift+N');
  await page.waitForURL(new RegExp(`/new/visit\\?child=${zoe}`));
});

test('the console stayed silent', () => {
  assert.deepEqual(said, []);
});
