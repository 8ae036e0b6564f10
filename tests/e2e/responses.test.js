// Answers side by side: a file of answers comes in by the steps, is looked through, summed up, given
// out, comes in again without doubles, and is undone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser } from './browser.js';
import { publish } from './every.js';
import { startHost } from './host.js';

const ROWS = 450;
/** Every third was at school, but for the one that says something that is no choice. */
const AT_SCHOOL = ROWS / 3 - 1;
const WIDE = ['At home', 'At school', 'Somewhere quiet, with a friend'];

const question = (id, text, kind, more = {}) => ({ id, text, required: false, ...more, kind });
const choices = (...labels) => labels.map((label, at) => ({ id: `c${at}`, label }));

const FORM = {
  id: 'check_in',
  number: 1,
  title: 'Check-in',
  about: 'A synthetic form.',
  urgency: 'normal',
  subjects: 'any_number',
  record: 'case_note',
  shelf: 'Trying out',
  who: 'Anyone',
  event_time: { question: 'day' },
  guidance: 'Made up.',
  requirements: [],
  sections: [
    {
      id: 'talk',
      title: 'The talk',
      questions: [
        question('day', 'When was it?', { type: 'date' }, { required: true }),
        question('place', 'Where was it?', { type: 'one_choice', choices: choices(...WIDE) }),
        question('said', 'What did they say?', { type: 'long_text' }),
      ],
    },
    {
      id: 'after',
      title: 'Afterwards',
      questions: [
        question('minutes', 'How many minutes?', { type: 'number', whole: true, min: 0, max: 500 }),
        question('topics', 'What was it about?', {
          type: 'many_choices',
          choices: choices('School', 'Health', 'Friends, and family'),
        }),
      ],
    },
  ],
};

/** A response file as a linked sheet gives it. Every day of it can be two days. */
function sheetFile(rows) {
  const head = [
    'Timestamp',
    'Child name',
    'When was it?',
    'Where was it?',
    'What did they say?',
    'How many minutes?',
    'What was it about?',
    'Favourite colour',
  ];
  const quoted = (cells) => cells.map((cell) => `"${cell}"`).join(',');
  const lines = [quoted(head)];
  for (let row = 1; row <= rows; row += 1) {
    const day = `0${(row % 8) + 1}/0${((row + 3) % 8) + 1}/2026`;
    lines.push(
      quoted([
        `${day} 10:${String(row % 60).padStart(2, '0')}:07`,
        ['Ada Sampel', 'Bo Newcomer', ''][row % 3],
        day,
        row === 7 ? 'On the moon' : WIDE[row % 3],
        `Answer ${row}: ${'a long story about the garden and the dog. '.repeat(4)}`,
        String(row % 90),
        row % 2 ? 'School, Friends, and family' : 'Health',
        'Blue',
      ]),
    );
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

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

const see = (name) => look(page, name);
const go = (path) => page.goto(`${host.origin}${path}`);
const button = (name) => page.getByRole('button', { name });
const link = (name) => page.getByRole('link', { name });
const step = (name) => acts.heading(page, name).waitFor();
const rows = () => page.locator('.answers-grid tbody tr[aria-rowindex]');
const cell = (row, column) => page.locator(`[data-row="${row}"][data-column="${column}"]`);
const focused = () =>
  page.evaluate(() => {
    const { row, column } = document.activeElement.dataset;
    return `${row}/${column}`;
  });
const file = (name, buffer) => ({ name, mimeType: 'text/csv', buffer });

async function chooseFile(rows = ROWS) {
  await page.getByLabel('Which form do they answer?').selectOption({ label: 'Check-in' });
  await page.getByLabel('The file').setInputFiles(file('check-in.csv', sheetFile(rows)));
  await button('Read the file').click();
  await step('Import answers: what the columns are');
}

test('who only records sees the answers and brings none in', async () => {
  await go('/');
  await button('More').click();
  await link('Responses').click();
  await acts.heading(page, 'Responses').waitFor();
  assert.equal(await link('Import answers').count(), 0);
  await page.getByText('No form has been answered yet').waitFor();
  await see('responses-empty');
  await go('/responses/case_note');
  await page.getByText('Nobody has filed this form yet').waitFor();
  await see('response-sheet-empty');
  await go('/responses/import');
  await page.getByText('Your role does not allow bringing in answers').waitFor();
});

test('a file is taken in step by step, and nothing before the last', async () => {
  await publish(page, FORM);
  await acts.addPerson(page, host.origin, 'Ada Sample');
  await go('/responses/import');
  await button('Read the file').click();
  await page.getByText('There is a problem').waitFor();
  await see('import-file');
  await page.getByLabel('Which form do they answer?').selectOption({ label: 'Check-in' });
  await page.getByLabel('The file').setInputFiles(file('holes.csv', Buffer.from('a,b\n1,\0')));
  await button('Read the file').click();
  await page.locator('[data-code]').waitFor();
  await see('import-not-readable');
  await chooseFile();
  await page.getByText('Favourite colour').waitFor();
  await see('import-columns');
  await page.getByLabel('What “Favourite colour” is taken for').selectOption('leave_out');
  await button('Continue').click();
  await step('Import answers: day or month first');
  await button('Continue').click();
  await page.getByText('There is a problem').waitFor();
  await see('import-dates');
  await page.getByText('The day stands first').waitFor();
  await page.locator('#dates').check();
  await button('Continue').click();
  await step('Import answers: which children');
});

test('every child of the file is somebody’s decision', async () => {
  await button('Continue').click();
  await page.getByText('There is a problem').waitFor();
  await page.locator('.govuk-error-summary__list a').first().click();
  await see('import-children');
  const ada = page.locator('.answers-import__child', { hasText: 'Ada Sampel' });
  await ada.getByLabel('Somebody else on file').check();
  await ada.getByLabel('Find a person by name').fill('ada');
  await ada.getByText('1 person found').waitFor();
  await see('import-children-looked-up');
  await ada.getByLabel('Ada Sample', { exact: true }).check();
  await button(/^Add the 1 child/).click();
  await button('Continue').click();
  await step('Import answers: check before you import');
});

test('going back keeps everything, and the check says what will happen', async () => {
  await link('Back one step, nothing is lost').click();
  await step('Import answers: which children');
  assert.ok(await page.getByLabel('Ada Sample', { exact: true }).isChecked());
  await link('Back one step, nothing is lost').click();
  await step('Import answers: day or month first');
  assert.ok(await page.locator('#dates').isChecked());
  await link('Back one step, nothing is lost').click();
  await step('Import answers: what the columns are');
  const colour = page.getByLabel('What “Favourite colour” is taken for');
  assert.equal(await colour.inputValue(), 'leave_out');
  for (let count = 0; count < 3; count += 1) await button('Continue').click();
  await step('Import answers: check before you import');
  await page.getByText('This is not among the answers of the question').waitFor();
  await page.getByText('Row 8 – Where was it?').waitFor();
  await see('import-preview');
  const answered = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/rpc/answered_forms', { method: 'POST', headers, body: '{}' });
    return (await response.json()).forms;
  });
  assert.deepEqual(answered, [], 'nothing is imported before the last step');
});

test('the import says what it did', async () => {
  await button(`Import ${ROWS} responses`).click();
  await page.getByText(`${ROWS} responses were imported`).waitFor({ timeout: 60_000 });
  await button('Undo this import').click();
  await see('import-done');
  await link('See the responses').click();
  await acts.heading(page, 'Check-in: responses').waitFor();
  await page.getByText(`${ROWS} responses.`).waitFor();
});

test('the sheet is walked, sorted and filtered by the keyboard alone', async () => {
  await page.locator('.answers-region').focus();
  await page.keyboard.press('Control+End');
  await page.waitForFunction(
    (last) => document.activeElement.dataset.row === last,
    String(ROWS - 1),
  );
  await page.waitForFunction(() => document.activeElement.textContent !== '…');
  assert.ok((await rows().count()) < 100, 'only the rows in view are there');
  await page.keyboard.press('Control+Home');
  await page.waitForFunction(() => document.activeElement.dataset.row === '0');
  assert.equal(await focused(), '0/0');
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), '-2/5');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('columnheader', { name: 'Where was it?' });
  await page.locator('th[aria-sort="ascending"]').waitFor();
  assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
  await cell(0, 5).getByText('At home').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('th[aria-sort="descending"]').waitFor();
  await cell(0, 5).getByText('Somewhere quiet').waitFor();
  await see('response-sheet');
  await button('Filter').click();
  await page.getByLabel('Only rows where “Where was it?” holds').fill('school');
  await page.getByText(`${AT_SCHOOL} of ${ROWS} responses pass the filters`).waitFor();
  await cell(0, 5).getByText('At school').waitFor();
  await see('response-sheet-filtered');
});

test('a cell is read in full, and its row opened as one response', async () => {
  await cell(0, 6).focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('.answers-cell');
  await panel.getByText(/a long story about the garden.*dog\.\s*$/).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.dataset.column === '6');
  await link('Open this response').click();
  await page.getByText(`Response 1 of ${AT_SCHOOL}`).waitFor();
  await see('response-one');
  await link('Next response').click();
  await page.getByText(`Response 2 of ${AT_SCHOOL}`).waitFor();
  await link('Previous response').click();
  await page.getByText(`Response 1 of ${AT_SCHOOL}`).waitFor();
  await link(/^Responses to Check-in/).click();
  await page.getByText(`${AT_SCHOOL} of ${ROWS}`).waitFor();
});

test('columns are hidden and come back', async () => {
  await page.locator('summary', { hasText: 'Columns' }).click();
  await page.getByLabel('What did they say?', { exact: true }).uncheck();
  await page.getByText(/^1 of \d+ columns are hidden/).waitFor();
  assert.equal(await page.getByRole('columnheader', { name: 'What did they say?' }).count(), 0);
  await see('response-columns');
  await button('Show all columns').click();
  await page.getByRole('columnheader', { name: 'What did they say?' }).waitFor();
});

test('the summary counts what passes the filters, and prints', async () => {
  await link('Summary').click();
  await acts.heading(page, 'Check-in: summary').waitFor();
  await page.getByText(`${AT_SCHOOL} responses`).first().waitFor();
  await page.getByText(`Most often “At school”: ${AT_SCHOOL} of ${AT_SCHOOL} answers`).waitFor();
  await see('response-summary');
  await button(/^Show as a table/)
    .nth(1)
    .click();
  await page
    .getByRole('cell', { name: String(AT_SCHOOL) })
    .first()
    .waitFor();
  await see('response-summary-tables');
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('header, button, nav, .answers-chart')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.className),
  );
  await page.emulateMedia({ media: 'screen' });
  assert.deepEqual([...new Set(shown)], ['answers-chart'], 'on paper stands the summary alone');
});

test('the answers go out as a file, with a warning', async () => {
  await go('/responses/check_in/export');
  await page.getByText('The file is not encrypted').first().waitFor();
  const coming = page.waitForEvent('download');
  await button('Save the file').click();
  const saved = await coming;
  await page.getByText(`A file with ${ROWS} responses was saved`).waitFor();
  await see('response-export');
  assert.match(saved.suggestedFilename(), /^check_in\.csv$/);
  const text = await readFile(await saved.path(), 'utf8');
  assert.match(text, /^\uFEFF?Timestamp,/);
  assert.equal(text.trimEnd().split('\r\n').length, ROWS + 1);
});

test('the same file again brings nothing', async () => {
  await go('/responses/import');
  await chooseFile();
  await page.getByLabel('What “Favourite colour” is taken for').selectOption('leave_out');
  await button('Continue').click();
  await page.locator('#dates').check();
  await button('Continue').click();
  await step(/which children|check before/);
  if ((await acts.heading(page, 'Import answers: which children').count()) > 0) {
    for (const child of await page.locator('.answers-import__child').all())
      await child.locator('input[type=radio]').first().check();
    await button('Continue').click();
  }
  await step('Import answers: check before you import');
  await page.getByText('Everything in this file is here already').waitFor();
  await see('import-nothing-new');
});

test('an import is undone with a reason', async () => {
  await go('/responses');
  await button(/^Undo this import/).click();
  await button('Undo the import').click();
  await page.getByText('Say why it is undone').waitFor();
  await see('responses-undo');
  await page.getByLabel('Why is it undone?').fill('It was a rehearsal.');
  await button('Undo the import').click();
  await page.getByText('The import was undone').waitFor();
  await page.getByText(/^Undone /).waitFor();
  await see('responses-undone');
  assert.equal(await page.getByRole('link', { name: 'Check-in' }).count(), 0);
});

test('nothing complains in the console', () => {
  assert.deepEqual(said, []);
});
