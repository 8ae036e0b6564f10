// The screens that need a hub: received, confirmed, needs you. And two versions of one thing, and
// a key file that somebody put back.
import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser } from './browser.js';
import { startHost } from './host.js';
import { startHub } from './hub.js';

const KEY_FILES = ['casebook.key', 'casebook.key.copy'];
const NEW_PASSPHRASE = 'puffin ledger violet harbour nine';

let host, hub, browser, page, said;
let ada, bo, visit;

before(async () => {
  hub = await startHub();
  host = await startHost();
  ({ browser, page, said } = await openBrowser());
  await page.goto(host.enter);
  await acts.firstRun(page);
  ada = await acts.addPerson(page, host.origin, 'Ada Sample');
  bo = await acts.addPerson(page, host.origin, 'Bo Sample');
});

after(async () => {
  await browser?.close();
  await host?.stop();
  await hub?.stop();
});

const see = (name) => look(page, name);
const go = (path) => page.goto(`${host.origin}${path}`);
const row = (id) => page.locator('.rows__row', { has: page.locator(`a[href="/records/${id}"]`) });
const reference = async (id) => {
  await go(`/records/${id}`);
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('.sheet').innerText())[0];
};

/** Asks for a run and waits until the record's row says this. */
async function sendUntil(id, words) {
  await go('/outbox');
  await page.getByRole('button', { name: 'Send now' }).click();
  await row(id).getByText(words).first().waitFor({ timeout: 20_000 });
}

test('the code of a hub connects the device', async () => {
  const code = await hub.say('enrol-code', '--address', hub.address);
  await go('/settings');
  await page.getByLabel('One-time code from the hub').fill(code.split('\n').at(-1));
  await page.getByRole('button', { name: 'Connect to the hub' }).click();
  await page.getByText(hub.address).waitFor();
  await see('settings-connected');
});

test('a visit is received, once, and says by which reference', async () => {
  await acts.startForm(page, host.origin, 'visit', ['Ada Sample']);
  const planned = page.locator('input[id^="planned_date-"]');
  for (const [index, part] of ['3', '2', '2026'].entries()) await planned.nth(index).fill(part);
  await page.locator('[id="planned_time"]').fill('09:15');
  await acts.answerForm(page);
  visit = await acts.file(page);
  await sendUntil(visit, 'Waiting for confirmation');
  await page.getByText('Filed 1 = received 1 + waiting 0 + needs you 0').waitFor();
  await see('outbox-received');
  await go(`/records/${visit}`);
  await page.getByText('Waiting for confirmation').waitFor();
  await see('record-sent');
});

test('same visit, next child: only what is about the child is asked again, and it files', async () => {
  await go(`/records/${visit}/filed?form=visit`);
  await page.getByRole('link', { name: 'Same visit, next child' }).click();
  await page.getByLabel('Bo Sample').check();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('.question').first().waitFor();
  assert.equal(await page.locator('[id="planned_date-day"]').inputValue(), '3');
  assert.equal(await page.locator('[id="planned_time"]').inputValue(), '09:15');
  await page.locator('.rail__link', { hasText: 'Each child' }).click();
  await acts.heading(page, 'Each child').waitFor();
  await acts.answerSection(page);
  await page.goto(`${page.url().split('?')[0].split('#')[0]}/check`);
  await acts.heading(page, /^Check this/).waitFor();
  assert.equal(await page.getByText('There is a problem').count(), 0);
  const second = await acts.file(page);
  await go(`/people/${bo}/timeline`);
  await page.locator(`a[href="/records/${second}"]`).waitFor();
  await sendUntil(second, 'Waiting for confirmation');
});

test('what the central system accepted is in the central record', async () => {
  const entry = await reference(visit);
  await hub.say('verdict', '--entry', entry, '--reference', 'step 83321', 'accepted');
  await sendUntil(visit, /^Confirmed .*, step 83321\.$/);
  await row(visit).getByText('In the central record').waitFor();
  await go(`/records/${visit}`);
  await page.getByText('In the central record').waitFor();
  await see('record-in-central-record');
});

test('what the central system cannot take needs you: the cause and ways on, and nothing waits for it', async () => {
  await acts.startForm(page, host.origin, 'case_note', ['Ada Sample']);
  await acts.answerForm(page);
  const note = await acts.file(page);
  await sendUntil(note, 'Waiting for confirmation');
  const entry = await reference(note);
  const cause = 'school code 999 is not known';
  await hub.say('verdict', '--entry', entry, '--cause', cause, 'needs-person');
  await sendUntil(note, cause);
  await page.getByText('Filed 3 = received 2 + waiting 0 + needs you 1').waitFor();
  await see('outbox-needs-you');
  await go(`/records/${note}`);
  await page.getByText(cause).first().waitFor();
  await page.getByText('What you can do').waitFor();
  await see('record-needs-you');
  await page.getByRole('link', { name: 'Record a case note that puts it right' }).click();
  await acts.heading(page, 'Case note').waitFor();
  assert.ok(await page.getByLabel('Ada Sample', { exact: true }).isChecked());
});

test('two versions of a record, and of a person, are both shown', async () => {
  // The host's own answers with a second version added: other people's entries come with the way down.
  const recorded = new Date(Date.now() - 86_400_000).toISOString();
  await page.route('**/rpc/open_record', async (route) => {
    const response = await route.fetch();
    const view = await response.json();
    view.other_versions = [{ author: 'Priya Sample', recorded, sections: view.sections }];
    view.record.state = 'compare_versions';
    view.record.line = { code: 'compare_versions', args: {} };
    await route.fulfill({ response, json: view });
  });
  await go(`/records/${visit}`);
  await page.getByText('Another version, by Priya Sample').waitFor();
  await see('record-compare-versions');
  await page.unroute('**/rpc/open_record');
  await page.route('**/rpc/open_child', async (route) => {
    const response = await route.fetch();
    const view = await response.json();
    view.person.clash = true;
    view.clashes = ['Ada Sample', 'Adaeze Sample'].map((value, index) => ({
      field: 'name',
      value,
      author: ['Sam Sample', 'Priya Sample'][index],
      recorded,
    }));
    await route.fulfill({ response, json: view });
  });
  await go(`/people/${ada}`);
  await page.getByText('Adaeze Sample').first().waitFor();
  await see('child-clash');
  await page.unroute('**/rpc/open_child');
});

test('an older key file put back is told apart, and opened only when a person says so', async () => {
  const kept = join(host.casebook, '..');
  for (const file of KEY_FILES) await copyFile(join(host.casebook, file), join(kept, file));
  await go('/settings');
  await page.getByLabel('Passphrase you use now').fill(acts.PASSPHRASE);
  await page.getByLabel('New passphrase').fill(NEW_PASSPHRASE);
  const change = page.getByRole('button', { name: 'Change the passphrase' });
  await page.getByLabel('Type it again').fill('something else');
  await change.click();
  await page.getByText('The two passphrases').first().waitFor();
  await page.getByLabel('Type it again').fill(NEW_PASSPHRASE);
  await change.click();
  await page.getByText('The passphrase is changed').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Lock' }).click();
  await acts.heading(page, 'Unlock your casebook').waitFor();
  for (const file of KEY_FILES) await copyFile(join(kept, file), join(host.casebook, file));
  await page.getByLabel('Passphrase', { exact: true }).fill(acts.PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByText('The key file is older than the casebook').waitFor({ timeout: 60_000 });
  await see('unlock-older-key-file');
  await page.getByRole('button', { name: 'Open anyway' }).click();
  await acts.heading(page, 'Settings').waitFor({ timeout: 60_000 });
  await go('/caseload');
  await page.getByRole('link', { name: 'Ada Sample' }).waitFor();
});

test('the console stayed silent', () => {
  assert.deepEqual(said, []);
});
