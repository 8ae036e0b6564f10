// A pack of a lost system, step by step, undone, and worked through.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser } from './browser.js';
import { startHost } from './host.js';

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
const button = (name) => page.getByRole('button', { name });
const link = (name) => page.getByRole('link', { name });
const PEOPLE = [
  'Mosaic ID,Forename,Surname,DOB,NHS Number',
  '701,Zoë,Sample,03/04/2016,943 476 5919',
  '702,Tomas,Samplechild,05/06/2012,943 476 5918',
  '703,,,,',
  '704,Ada,Other,01/02/2014,',
].join('\n');
const NOTES = [
  'Case Note ID,Mosaic ID,Date of event,Note type,Worker,Text',
  '1,701,2019-05-01,Home visit,Ada Worker,Seen at home with her mother.',
  '2,701,0000-00-00,Phone call,Ada Worker,Nobody answered.',
].join('\n');

async function choose(name, text, rows) {
  await go('/packs/new');
  const buffer = Buffer.from(text);
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByLabel(rows, { exact: true }).check();
  await page.getByLabel('Which system is it from?').fill('Mosaic');
  for (const [part, value] of [
    ['Day', '11'],
    ['Month', '10'],
    ['Year', '2020'],
  ]) {
    await page.getByLabel(part, { exact: true }).fill(value);
  }
  await button('Read the file').click();
  await acts.heading(page, 'Which column is what?').waitFor();
}

test('nothing is read before the file, the system and its day are said', async () => {
  await go('/packs');
  await acts.heading(page, 'Packs').waitFor();
  await look(page, 'packs-empty');
  await page.getByRole('link', { name: 'Take a pack in' }).click();
  await button('Read the file').click();
  await page.getByText('There is a problem').waitFor();
  await look(page, 'pack-file');
});

test('people come in step by step: columns, dates, what it would bring', async () => {
  await choose('people.csv', PEOPLE, 'A person');
  await look(page, 'pack-columns');
  await button('Continue').click();
  await acts.heading(page, 'How are dates written?').waitFor();
  await button('Continue').click();
  await page.getByText('There is a problem').waitFor();
  await look(page, 'pack-dates');
  await page.getByLabel('3 April 2016').check();
  await button('Continue').click();
  await acts.heading(page, 'What it would bring').waitFor();
  await page.getByText('wrong check digit').waitFor();
  await look(page, 'pack-preview');
  await button(/^Take \d+ rows? in/).click();
  await acts.heading(page, 'Taking the pack in').waitFor();
  await page.getByText(/rows were taken in/).waitFor();
  await look(page, 'pack-done');
  const { people } = await acts.rpc(page, 'list_people', { search: 'zoe sample' });
  assert.equal(people.length, 1);
});

test('the same pack again adds nobody', async () => {
  await choose('people.csv', PEOPLE, 'A person');
  const { total } = await acts.rpc(page, 'list_people', { search: '' });
  await button('Continue').click();
  await acts.heading(page, 'How are dates written?').waitFor();
  await page.getByText('was given for the last file of Mosaic').waitFor();
  assert.ok(await page.getByLabel('3 April 2016').isChecked(), 'the answer is remembered');
  await look(page, 'pack-dates-remembered');
  await button('Continue').click();
  await acts.heading(page, 'What it would bring').waitFor();
  await link('Change how dates are read').click();
  await page.getByLabel('4 March 2016').check();
  await button('Continue').click();
  await page.getByText(/two ways: The month stands first/).waitFor();
  await link('Back one step, nothing is lost').click();
  await page.getByLabel('3 April 2016').check();
  await button('Continue').click();
  await page.getByText(/two ways: The day stands first/).waitFor();
  await button(/^Take \d+ rows? in/).click();
  await page.getByText('This pack was here already').waitFor();
  assert.equal((await acts.rpc(page, 'list_people', { search: '' })).total, total);
});

test('old notes stand on the timeline, read only', async () => {
  await choose('notes.csv', NOTES, 'An old note');
  await button('Continue').click();
  await acts.heading(page, 'What it would bring').waitFor();
  await button(/^Take \d+ rows? in/).click();
  await page.getByText(/rows were taken in/).waitFor();
  const { people } = await acts.rpc(page, 'list_people', { search: 'zoe sample' });
  const { timeline } = await acts.rpc(page, 'open_child', { id: people[0].id });
  assert.equal(timeline.events.filter((event) => event.what === 'note').length, 2);
});

test('what the packs add, lack or contradict is a list to work through', async () => {
  await go('/packs/reconcile');
  await acts.heading(page, 'What the packs add, lack or contradict').waitFor();
  await look(page, 'reconcile');
});

test('a pack is undone with a reason', async () => {
  await go('/packs');
  await button(/^Undo this pack/)
    .first()
    .click();
  await button('Undo the pack').click();
  await page.getByText('Say why it is undone').waitFor();
  await look(page, 'pack-undo');
  await page.getByLabel('Why is it undone?').fill('The wrong file');
  await button('Undo the pack').click();
  await page.getByText('The pack was undone.').waitFor();
});

test('the console stayed silent', () => {
  assert.deepEqual(said, []);
});
