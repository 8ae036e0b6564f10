// Every screen, over the real devhost, in every theme and width: no violation, no allow-list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser } from './browser.js';
import { startHost } from './host.js';

let host, browser, page, said;
let zoe, tomas, record;

before(async () => {
  host = await startHost();
  ({ browser, page, said } = await openBrowser());
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const see = (name) => look(page, name);

/** On paper stands the sheet and nothing else of the screen. */
async function printsOnlyTheSheet() {
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('header, footer, button, nav, .sheet')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.className),
  );
  await page.emulateMedia({ media: 'screen' });
  assert.deepEqual(shown, ['sheet']);
}

const go = (path) => page.goto(`${host.origin}${path}`);

test('the host sends the policy that the screens were built for', async () => {
  const response = await page.goto(host.enter);
  const sent = response.headers()['content-security-policy'] ?? '';
  const written = await page
    .locator('meta[http-equiv="content-security-policy"]')
    .getAttribute('content');
  assert.match(sent, /frame-ancestors 'none'/);
  assert.match(written, /default-src 'none'/);
  assert.doesNotMatch(sent + written, /unsafe-inline|unsafe-eval/);
  assert.equal(response.headers()['cache-control'], 'no-store');
});

test('first run', async () => {
  await acts.firstRun(page, async (name) => {
    await see(name);
    if (name === 'recovery-sheet') await printsOnlyTheSheet();
  });
  await page.getByRole('link', { name: 'Go to the caseload' }).click();
  await acts.heading(page, 'Caseload').waitFor();
  await see('caseload-empty');
});

test('people', async () => {
  await go('/people/new');
  await page.getByRole('button', { name: 'Add this person' }).click();
  await page.getByText('There is a problem').waitFor();
  await see('person-add-with-errors');
  zoe = await acts.addPerson(page, host.origin, 'Zoë Sample-Çelik');
  tomas = await acts.addPerson(page, host.origin, 'Tomas Sample');
  await acts.addPerson(page, host.origin, 'ליבא סאַמפּל');
  await see('child-empty');
  await go(`/people/${zoe}/correct`);
  await page.getByLabel('Full name').waitFor();
  await see('person-correct');
  await go('/caseload');
  await page.getByRole('link', { name: 'Zoë Sample-Çelik' }).waitFor();
  await see('caseload');
  await page.getByLabel('Find a person by name').fill('xyzzy');
  await page.getByText('Nobody found').waitFor();
  await see('caseload-nobody');
});

test('choosing a form and children', async () => {
  await go(`/new?child=${zoe}`);
  await acts.heading(page, 'What do you want to record?').waitFor();
  await see('forms');
  await go('/new/visit');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('There is a problem').waitFor();
  await see('children-with-errors');
});

test('a visit to two children: every section, the check, the receipt', async () => {
  await acts.startForm(page, host.origin, 'visit', ['Zoë Sample-Çelik', 'Tomas Sample']);
  await see('visit-start');
  const draft = new URL(page.url()).pathname;
  await go(`${draft}/check`);
  await page.getByText('There is a problem').waitFor();
  await see('check-with-problems');
  await page.locator('.govuk-error-summary__list a').first().click();
  await page.locator('.govuk-error-message').first().waitFor();
  await see('visit-with-problems');
  await page
    .getByRole('button', { name: /^Say why this is not known/ })
    .first()
    .click();
  await see('visit-reason');
  await page.getByRole('button', { name: /^Answer it instead/ }).click();
  await go(`${draft}/children`);
  await page.getByLabel('Tomas Sample').waitFor();
  await see('draft-children');
  await go(draft);
  await page.locator('.question').first().waitFor();
  await page.locator('.rail__link').first().click();
  await acts.answerForm(page, async (number) => {
    await see(`visit-section-${number}`);
  });
  await see('check');
  record = await acts.file(page);
  await see('filed');
  await printsOnlyTheSheet();
});

for (const form of ['case_note', 'contact', 'need_to_know']) {
  test(`the form ${form}: every section, filed`, async () => {
    await acts.startForm(page, host.origin, form, form === 'contact' ? [] : ['Zoë Sample-Çelik']);
    await acts.answerForm(page, (number) => see(`${form}-section-${number}`));
    await see(`${form}-check`);
    await acts.file(page);
  });
}

test('a record, the timeline, same visit next child', async () => {
  await go(`/records/${record}`);
  await page.getByText('Recorded by').waitFor();
  await see('record');
  await printsOnlyTheSheet();
  await go(`/people/${zoe}`);
  await acts.heading(page, 'Zoë Sample-Çelik').waitFor();
  await see('child');
  await go(`/people/${zoe}/timeline`);
  await page.locator('.timeline__item').first().waitFor();
  await see('child-timeline');
  await go(`/records/${record}/filed?form=visit`);
  await page.getByRole('link', { name: 'Same visit, next child' }).click();
  await page.getByRole('button', { name: 'Start' }).waitFor();
  await see('next-child');
  await page.getByLabel('ליבא סאַמפּל').check();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('.question').first().waitFor();
  const day = page.locator('[id="when_date-day"]');
  assert.notEqual(await day.inputValue(), '', 'the shared answers are carried over to check');
  await see('next-child-draft');
});

test('drafts are set aside, not deleted, and come back', async () => {
  await go('/drafts');
  await page
    .getByRole('button', { name: /^Set aside/ })
    .first()
    .click();
  await page.getByText('was set aside').waitFor();
  await see('drafts-undo');
  await page
    .getByRole('button', { name: /^Bring back/ })
    .first()
    .click();
  await page.getByText('Nothing is set aside.').waitFor();
  await see('drafts');
});

test('the outbox names each record in one place, and holds and lets go', async () => {
  await go('/outbox');
  await page.getByText(/^Filed 4 = received 0 \+ waiting 4 \+ needs you 0$/).waitFor();
  await see('outbox');
  await page.getByRole('button', { name: /^Hold/ }).first().click();
  await page.getByText('is held on this device').waitFor();
  await see('outbox-held');
  await page
    .getByRole('button', { name: /^Let go/ })
    .first()
    .click();
  await page.getByText('will be sent in its turn').waitFor();
});

test('an urgent record that stays too long asks to phone the lead', async () => {
  // The host's own answer with one alarm added, because the hour cannot be waited for here.
  await page.route('**/rpc/status', async (route) => {
    const response = await route.fetch();
    const status = await response.json();
    const recorded = new Date(Date.now() - 7_200_000).toISOString();
    status.alarms = [{ record, reference: '4F7K-Q2MT', title: 'Need to Know', recorded }];
    await route.fulfill({ response, json: status });
  });
  await go('/');
  await page.getByText('Phone your lead now').waitFor();
  await page.getByRole('button', { name: 'I have phoned' }).click();
  await page.getByText('Enter the name of the person').waitFor();
  await see('alarm');
  await page.unroute('**/rpc/status');
});

test('settings, with the check of the casebook and a wrong code', async () => {
  await go('/settings');
  await page.getByRole('button', { name: 'Start the check' }).click();
  await page.getByText('The casebook is sound.').waitFor();
  await page.getByLabel('One-time code from the hub').fill('not a code');
  await page.getByRole('button', { name: 'Connect to the hub' }).click();
  await page.locator('.govuk-error-summary').waitFor();
  await see('settings');
  await page.getByLabel('High contrast').check();
  await page.getByLabel('Roomy: larger text').check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Settings saved').waitFor();
  const root = page.locator('html[data-theme=contrast][data-density=roomy]');
  await root.waitFor();
  await go('/caseload');
  await root.waitFor();
  await see('caseload-roomy');
});

test('help, about and a screen that is not there', async () => {
  for (const [path, name] of [
    ['/help', 'Help'],
    ['/about', 'About Holdfast'],
    ['/nowhere', 'This screen could not be opened'],
  ]) {
    await go(path);
    await acts.heading(page, name).waitFor();
    await see(name);
  }
});

test('unlocking, and the wrong passphrase', async () => {
  await go('/');
  await page.getByRole('button', { name: 'Lock' }).click();
  await acts.heading(page, 'Unlock your casebook').waitFor();
  await see('unlock');
  await page.getByLabel('Passphrase', { exact: true }).fill('not the one at all');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.locator('.govuk-error-summary').waitFor({ timeout: 60_000 });
  await see('unlock-wrong');
  await page.getByRole('button', { name: 'Use the recovery code instead' }).click();
  await see('unlock-code');
});

test('the console stayed silent on every screen', () => {
  assert.deepEqual(said, []);
  assert.ok(tomas);
});
