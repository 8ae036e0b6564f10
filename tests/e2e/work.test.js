// My day, caseloads, giving children to somebody else, duplicates and the organisation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser } from './browser.js';
import { startHost } from './host.js';

let host, browser, page, said, zoe;

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
const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

test('a day with nobody on file says that nothing is due', async () => {
  await go('/');
  await acts.heading(page, 'My day').waitFor();
  await page.getByText('Nothing is overdue').waitFor();
  await look(page, 'my-day-empty');
});

test('an assessment that is late stands on my day with its rule and its days', async () => {
  zoe = await acts.addPerson(page, host.origin, 'Zoë Sample');
  const says = { kind: 'episode', episode: 'assessment', from: day(100) };
  await acts.rpc(page, 'record_fact', { about: [zoe], says });
  await go('/');
  await page.getByRole('heading', { name: /^Overdue \(/ }).waitFor();
  await page
    .getByText(/day \d+ of 45/)
    .first()
    .waitFor();
  await page.getByText('Where this rule comes from').first().click();
  await page.getByText('Working Together').first().waitFor();
  await look(page, 'my-day');
});

test('a warning that was not read stands first', async () => {
  const says = { kind: 'warning', warning: 'risk_to_worker', text: 'A large dog', from: day(1) };
  await acts.rpc(page, 'record_fact', { about: [zoe], says });
  await go('/');
  await page.getByRole('heading', { name: 'Warnings that you have not read: 1 person' }).waitFor();
  await look(page, 'my-day-warning');
});

test('an unallocated child is given to a worker, and taken back', async () => {
  await go('/caseload?of=unallocated');
  await page.getByRole('checkbox', { name: 'Choose Zoë Sample' }).check();
  await look(page, 'unallocated');
  await button('Give 1 child to somebody else').click();
  await acts.heading(page, 'Give to somebody else').waitFor();
  await button('Give this child').click();
  await page.getByText('There is a problem').waitFor();
  await look(page, 'transfer-with-errors');
  await page.getByLabel('Team', { exact: true }).fill('Unit 3');
  await page.getByLabel('Worker (optional)', { exact: true }).fill('Ada Worker');
  await page.getByLabel('Reason').fill('New to the unit');
  await page.getByLabel('Hand-over note (optional)').fill('Call the aunt first.');
  await button('Give this child').click();
  await page.getByText('1 child is now with Ada Worker').waitFor();
  await look(page, 'transferred');
  const { rows } = await acts.rpc(page, 'caseload', { of: 'worker:ada worker' });
  assert.deepEqual(
    rows.map((row) => row.person.name),
    ['Zoë Sample'],
  );
  await button('Undo').click();
  await page.getByText('1 child is now with Ada Worker').waitFor({ state: 'detached' });
  await go('/caseload?of=unallocated');
  await link('Zoë Sample').waitFor();
});

test('a child among everybody is given to somebody else', async () => {
  await go('/caseload?of=everybody');
  await page.getByLabel('Find a person by name').fill('Zoe');
  await page.getByRole('checkbox', { name: 'Choose Zoë Sample' }).check();
  await look(page, 'everybody-chosen');
  await button('Give 1 child to somebody else').click();
  await acts.heading(page, 'Give to somebody else').waitFor();
  await page.getByText('Zoë Sample').waitFor();
});

test('the load of each worker stands beside the name', async () => {
  await acts.rpc(page, 'transfer', {
    people: [zoe],
    team: 'Unit 3',
    worker: 'Ada Worker',
    from: day(0),
    reason: 'New',
  });
  await go('/caseload?of=teams');
  await link('Ada Worker').waitFor();
  await look(page, 'loads');
  await link('Ada Worker').click();
  await link('Zoë Sample').waitFor();
  await look(page, 'caseload-of-a-worker');
});

test('the same child with swapped names is seen before adding', async () => {
  await go('/people/new');
  await page.getByLabel('Full name').fill('Sample Zoe');
  await page.getByText('may be the same').waitFor();
  await button('Add this person').click();
  await page.getByText('There is a problem').waitFor();
  await look(page, 'person-matches');
  await button(/^A different person/).click();
  await page.getByLabel('Give an emergency id now').check();
  await button('Add this person').click();
  await page.getByText('Read it letter by letter').waitFor();
  await look(page, 'emergency-id');
});

test('nobody is asked again about somebody who was said to be a different person', async () => {
  await go('/duplicates');
  await page.getByText('Looked at while adding, and a different person').waitFor();
  assert.equal(await button(/^Same person/).count(), 0);
  await look(page, 'duplicates-decided-while-adding');
});

test('every group of the form of a person is open to everyone', async () => {
  await go('/people/new');
  await acts.heading(page, 'Add a person').waitFor();
  for (const group of await page.locator('main summary').all()) await group.click();
  await look(page, 'person-everything');
});

test('two files are the same person, with a reason, and the decision is taken back', async () => {
  await acts.rpc(page, 'add_person', { fields: { name: 'Zoë Sampel' } });
  await go('/duplicates');
  await button(/^Same person/)
    .first()
    .click();
  await button('Keep this decision').click();
  await page.getByText('There is a problem').waitFor();
  await look(page, 'duplicates');
  await page.getByLabel('Why').fill('Same mother, same school');
  await page.getByLabel('Who agreed').fill('Bo Lead');
  await button('Keep this decision').click();
  await page.getByText(/^Decided:/).waitFor();
  await page.getByText('Agreed by Bo Lead').waitFor();
  await look(page, 'duplicates-decided');
  await button('Undo').click();
  await button(/^Same person/)
    .first()
    .waitFor();
});

test('the organisation has services, teams and time limits, and a local one can be changed', async () => {
  await go('/organisation');
  await button('Add a service').click();
  await page.getByLabel('Name').fill('Children and families');
  await button('Save').click();
  await page.getByText('Saved').waitFor();
  await button('Add a team').click();
  await page.getByLabel('Name').fill('Unit 3');
  await page.getByLabel('Service', { exact: true }).fill('Children and families');
  await button('Save').click();
  await page.getByRole('rowheader', { name: 'Unit 3' }).waitFor();
  await button(/^Change Child protection visit/).click();
  await page.getByLabel('How many').fill('15');
  await page.getByLabel('Where the new rule comes from').fill('Policy of May 2026');
  await look(page, 'organisation');
  await button('Save').click();
  await page.getByText('15 working days').first().waitFor();
});

test('the console stayed silent', () => {
  assert.deepEqual(said, []);
});
