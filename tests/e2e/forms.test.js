// Those who look after forms: a form built, tried and published by the keyboard alone; the list, versions, import.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser, tabStops } from './browser.js';
import { startHost } from './host.js';

const GOOGLE = new URL('../../crates/exchange/tests/data/google/every_kind.json', import.meta.url);

let host, browser, page, said;

before(async () => {
  host = await startHost();
  ({ browser, page, said } = await openBrowser());
  await page.goto(host.enter);
  await acts.firstRun(page);
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const go = (path) => page.goto(`${host.origin}${path}`);
const see = (name) => look(page, name);
const here = () => page.evaluate(() => document.activeElement?.id ?? '');
const saved = () => page.locator('.edit-bar__saved', { hasText: 'Saved on this device' }).waitFor();

/** Goes on with Tab until the focus is on what the selector names. */
async function tabTo(selector, most = 400) {
  for (let count = 0; count < most; count += 1) {
    const there = await page.evaluate((one) => document.activeElement?.matches(one), selector);
    if (there) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

async function pressOn(selector, key = 'Enter') {
  await tabTo(selector);
  await page.keyboard.press(key);
}

async function typeIn(selector, text) {
  await tabTo(selector);
  await page.keyboard.type(text);
}

/** Chooses by typing the beginning of an option, as lists do. */
async function pick(selector, text) {
  await tabTo(selector);
  await page.keyboard.type(text);
  const chosen = await page.evaluate(
    () => document.activeElement.selectedOptions?.[0]?.textContent ?? '',
  );
  assert.ok(chosen.startsWith(text), `“${text}” is chosen, not “${chosen}”`);
}

async function addQuestion(text, kind) {
  await typeIn('#section-questions-add-text', text);
  await pick('#section-questions-add-kind', kind);
  await pressOn('.add-question:has(#section-questions-add-text) button');
  await page.waitForFunction(
    () => /^q-.*-text$/.test(document.activeElement?.id ?? ''),
    undefined,
    { timeout: 5000 },
  );
  return (await here()).replace(/-text$/, '');
}

async function addSection(title) {
  await typeIn('#add-section', title);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'section-questions-add-text');
}

async function lookAfterForms() {
  await go('/settings');
  await page.getByLabel(/I look after the forms of my service/).check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Settings saved').waitFor();
}

test('who does not look after forms can read them, and is told how to get the right', async () => {
  await go('/forms');
  await page.getByText('You can read the forms here.').waitFor();
  assert.equal(await page.getByRole('link', { name: 'New form' }).count(), 0);
  await see('forms-read-only');
  await page.getByLabel('Find a form').fill('xyzzy');
  await page.getByText('No form found').waitFor();
  await page.getByLabel('Find a form').fill('visit');
  await page.getByRole('link', { name: 'Visit', exact: true }).click();
  await acts.heading(page, 'Visit').waitFor();
  await page.getByText('Map of the sections').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Change', exact: true }).count(), 0);
  await see('form-read-only');
});

test('a form of three sections is built by the keyboard alone', async () => {
  await lookAfterForms();
  await go('/forms');
  await acts.heading(page, 'Forms').waitFor();
  await pressOn('a[href="/forms/new"]');
  await acts.heading(page, 'New form').waitFor();
  await typeIn('#form-name', 'Duty call');
  await page.keyboard.press('Enter');
  await page.locator('#section-heading').waitFor();
  await see('editor-new');

  const how = await addQuestion('How did it come in?', 'One choice');
  for (const choice of ['By phone', 'By letter']) {
    await typeIn(`#${how}-kind-new`, choice);
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.activeElement?.id === id, `${how}-kind-new`);
  }
  await addSection('The caller');
  const called = await addQuestion('Did they say who they are?', 'Yes or no');
  assert.equal(called, 'q-did_they_say_who_they_are', 'the id is made from the wording');
  const who = await addQuestion('Who was it?', 'Short text');
  await pressOn(`#${who}-when-add`);
  await page.waitForFunction((id) => document.activeElement?.id === id, `${who}-when-0-about`);
  await page.getByText('Only if “Yes” to “Did they say who they are?”').first().waitFor();
  await see('editor-condition');

  await addSection('What was agreed');
  const grid = await addQuestion('Who does what?', 'Grid: one choice a row');
  for (const row of ['Visit', 'Letter']) {
    await typeIn(`#${grid}-kind-rows-new`, row);
    await page.keyboard.press('Enter');
  }
  for (const column of ['Duty', 'Team']) {
    await typeIn(`#${grid}-kind-columns-new`, column);
    await page.keyboard.press('Enter');
  }
  await see('editor-grid');

  await pressOn('a[href="?section=section_1"]');
  await page.locator(`#${how}`).waitFor();
  await pressOn(`#${how}-open`);
  if ((await page.locator(`#${how}-body`).count()) === 0) await page.keyboard.press('Enter');
  await pick(`#${how}-kind-by_letter-go`, 'What was agreed');
  await page.getByText('→ What was agreed').first().waitFor();
  await saved();
  await page.getByText('Nothing has to be put right.').waitFor();
  await see('editor-jump');
});

test('a question moves by its button and by Alt and an arrow, keeps the focus, and says where it is', async () => {
  const how = 'q-how_did_it_come_in';
  const order = () =>
    page.locator('.cards > .card').evaluateAll((cards) => cards.map((card) => card.id));
  await pressOn(`#${how}-up`);
  await page
    .locator('[role=status]', { hasText: 'Question 2 of 3' })
    .waitFor({ state: 'attached' });
  assert.equal(await here(), `${how}-up`);
  assert.equal((await order())[1], how);
  await page.keyboard.press('Alt+ArrowDown');
  await page
    .locator('[role=status]', { hasText: 'Question 3 of 3' })
    .waitFor({ state: 'attached' });
  assert.equal((await order())[2], how);
  await page.keyboard.press('Control+z');
  assert.equal((await order())[1], how, 'Ctrl+Z takes the move back');
  await page.keyboard.press('Control+Shift+z');
  assert.equal((await order())[2], how, 'Ctrl+Shift+Z brings it again');
});

test('a question is dragged by its handle, removed and brought back', async () => {
  const cards = page.locator('.cards > .card');
  const first = await cards.first().getAttribute('id');
  const handle = await page.locator(`#${first} .card__handle`).boundingBox();
  const second = await cards.nth(1).boundingBox();
  await page.mouse.move(handle.x + 8, handle.y + 10);
  await page.mouse.down();
  await page.mouse.move(handle.x + 8, second.y + second.height - 5, {
    steps: 5,
  });
  await page.mouse.up();
  assert.equal(await cards.nth(1).getAttribute('id'), first);
  const before = await cards.count();
  await page.locator(`#${first}-remove`).click();
  await page.getByText('was removed').first().waitFor();
  assert.equal(await cards.count(), before - 1);
  await page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).click();
  assert.equal(await cards.count(), before);
  await page.keyboard.press('Control+z');
  await saved();
});

test('what is wrong leads to its place; a template, a shared question, the settings', async () => {
  await page.getByText('Add from a template').click();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await see('editor-templates');
  await page.getByRole('button', { name: /^Add Who was there/ }).click();
  await page.locator('#q-present').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Import questions from another form').click();
  await page.getByLabel('From which form?').selectOption({ label: 'Visit' });
  await page.locator('#take-about').check();
  await see('editor-take');
  await page.getByRole('button', { name: 'Add 1 question' }).click();
  await page.getByText('1 question was added at the end').first().waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.waitForFunction(() => document.getElementById('q-visit_kind') === null);
  await page.locator('#section-questions-add-text').fill('Pick one');
  await page.locator('#section-questions-add-kind').selectOption('one_choice');
  await page.locator('#section-questions-add-text').press('Enter');
  await page.locator('.findings a', { hasText: 'Pick one' }).first().waitFor();
  await see('editor-faults');
  await page.getByRole('link', { name: 'About the form' }).first().click();
  await page.locator('#form-title').waitFor();
  await see('editor-settings');
  await page.getByRole('button', { name: 'Add a notice' }).click();
  await page.getByLabel('What it says').fill('Phone the duty desk as well.');
  await page.getByText('It is always shown.').waitFor();
  await page.locator('#notice-0-when-add').click();
  await page.getByText('It is always shown.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Add an episode' }).click();
  await page.getByLabel('Kind of episode').selectOption({ label: 'Contact' });
  await see('editor-notices-and-episodes');
  await page.getByRole('button', { name: /^Remove episode/ }).click();
  await page.getByRole('button', { name: /^Remove notice/ }).click();
  await page.getByLabel('What it says').waitFor({ state: 'detached' });
  await page.locator('.findings a', { hasText: 'Pick one' }).first().click();
  await page.waitForFunction(() => document.activeElement?.id === 'q-pick_one-text');
  await page.locator('#q-pick_one-remove').click();
  await page.getByText('Nothing has to be put right.').waitFor();
});

test('every kind has its options, open to everyone', async () => {
  const kinds = await page
    .locator('#section-questions-add-kind option')
    .evaluateAll((all) => all.map((one) => one.value));
  for (let from = 0; from < kinds.length; from += 7) {
    const some = kinds.slice(from, from + 7);
    for (const kind of some) {
      await page.locator('#section-questions-add-text').fill(`Try ${kind}`);
      await page.locator('#section-questions-add-kind').selectOption(kind);
      await page.locator('#section-questions-add-text').press('Enter');
      await page.locator(`#q-try_${kind}-body`).waitFor();
    }
    await see(`editor-kinds-${from / 7 + 1}`);
    for (const kind of some) await page.locator(`#q-try_${kind}-remove`).click();
  }
  await page.getByText('Nothing has to be put right.').waitFor();
  await saved();
});

test('each stop of the editor shows the focus and is not covered', async () => {
  await page.reload();
  await page.locator('.card').first().waitFor();
  for (const stop of await tabStops(page)) {
    assert.ok(stop.ring, `the focus is seen on ${stop.what}`);
    assert.ok(stop.inView && !stop.covered, `nothing covers ${stop.what}`);
  }
});

test('two windows: nothing of either is lost', async () => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator('#section-title').fill('From the other window');
  await other.locator('.edit-bar__saved', { hasText: 'Saved on this device' }).waitFor();
  await other.waitForTimeout(800);
  await other.close();
  await page.locator('#section-title').fill('From this window');
  await page.getByText('This form was changed in another window').waitFor();
  await see('editor-moved');
  await page.getByRole('button', { name: 'Take what was saved there' }).click();
  await page.waitForFunction(
    () => document.getElementById('section-title')?.value === 'From the other window',
  );
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  assert.equal(await page.locator('#section-title').inputValue(), 'From this window');
  await saved();
});

test('the form is tried with children that are made up, and nothing is kept', async () => {
  await pressOn('a[href$="/try"]');
  await page.getByText('The children are made up').waitFor();
  await page.getByLabel('By letter').check();
  await page.waitForFunction(() => document.querySelectorAll('.rail__link').length === 2);
  await page.getByLabel('By phone').check();
  await page.waitForFunction(() => document.querySelectorAll('.rail__link').length === 3);
  await see('try-form');
  await page.getByRole('link', { name: 'See what would be filed' }).click();
  await page.getByRole('heading', { name: 'What would be filed' }).waitFor();
  await page.getByText('By phone').waitFor();
  await see('try-filed');
  await page.getByRole('link', { name: 'Back to the editor' }).click();
  await page.locator('#section-heading').waitFor();
});

test('it is compared, published with a note, and offered', async () => {
  await pressOn('a[href$="/publish"]');
  await acts.heading(page, 'Publish Duty call').waitFor();
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByText('There is a problem').waitFor();
  await see('publish-with-errors');
  await page.getByLabel('What was changed, and why?').fill('The first of its kind');
  await page.keyboard.press('Tab');
  await pressOn('form button');
  await acts.heading(page, 'Duty call is published').waitFor();
  await see('published');
  await go('/new');
  await page.getByRole('link', { name: 'Duty call' }).waitFor();
});

test('the next version is compared with the one before; a copy is a form of its own', async () => {
  await go('/forms/duty_call');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.locator('#section-title').fill('How it began');
  await saved();
  await page.getByRole('link', { name: 'Compare and publish' }).click();
  await page.getByText('Changes from version 1 to version 2').waitFor();
  await see('publish-changes');
  await page.getByLabel('What was changed, and why?').fill('A clearer heading');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await acts.heading(page, 'Duty call is published').waitFor();
  await page.getByRole('link', { name: 'See the form' }).click();
  await page.getByRole('link', { name: /^Compare with the one before/ }).click();
  await page.getByText('Changes from version 1 to version 2').waitFor();
  await see('form-compare');
  await go('/forms/duty_call');
  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await page.getByText('This is an older version.').waitFor();
  await see('form-older');
  await go('/forms/duty_call/copy');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('#section-heading').waitFor();
  await go('/forms');
  await page.getByRole('link', { name: 'Duty call (copy)' }).waitFor();
  await see('forms-desk');
  await page.getByRole('button', { name: /^Set aside/ }).click();
  await page.getByText('was set aside').waitFor();
  await page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Duty call (copy)' }).waitFor();
});

test('a form is retired with what to use instead', async () => {
  await go('/forms/duty_call/retire');
  await page.getByRole('button', { name: 'Retire this form' }).click();
  await page.getByText('There is a problem').waitFor();
  await see('retire');
  await page.getByLabel('Which form should people use instead?').selectOption({ label: 'Contact' });
  await page.getByLabel('Why is it retired?').fill('The contact form does all of it');
  await page.getByRole('button', { name: 'Retire this form' }).click();
  await page.getByText('Use “Contact” instead.').waitFor();
  await see('form-retired');
  await go('/new');
  await acts.heading(page, 'What do you want to record?').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Duty call' }).count(), 0);
});

test('a Google form is looked at, confirmed and taken into the editor', async () => {
  await go('/forms/import');
  await acts.heading(page, 'Import a form').waitFor();
  await see('import-form');
  await page.locator('#import-file').setInputFiles({
    name: 'notes.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"no":"form"}'),
  });
  await page.locator('.govuk-error-summary').waitFor();
  await page.locator('#import-file').setInputFiles({
    name: 'duty visit.json',
    mimeType: 'application/json',
    buffer: readFileSync(GOOGLE),
  });
  await page.getByText('Nothing is kept until you take the form.').waitFor();
  await page.getByRole('button', { name: 'Take this form' }).click();
  await page.getByText('Look at these first').waitFor();
  await see('import-form-report');
  await page.getByRole('button', { name: 'I have looked at all of them' }).click();
  await page.getByRole('button', { name: 'Take this form' }).click();
  await page.locator('#section-heading').waitFor();
  await see('import-form-editor');
});

test('the console stayed silent on every screen', () => {
  assert.deepEqual(said, []);
});
