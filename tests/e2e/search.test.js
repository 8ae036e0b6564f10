// One box for everything, over any screen, by the keyboard alone.
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
  zoe = await acts.addPerson(page, host.origin, 'Zoë Sample-Çelik');
  await acts.addPerson(page, host.origin, 'Tomas Otherchild');
  const from = new Date().toISOString().slice(0, 10);
  const says = { kind: 'warning', warning: 'risk_to_worker', text: 'A large dog', from };
  await acts.rpc(page, 'record_fact', { about: [zoe], says });
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const box = () => page.getByRole('combobox', { name: /^Find people/ });
const option = (name) => page.getByRole('option', { name });

test('Ctrl+K opens it anywhere, Escape gives the focus back', async () => {
  await page.goto(`${host.origin}/caseload`);
  await page.getByLabel('Find a person by name').focus();
  await page.keyboard.press('Control+k');
  await box().waitFor();
  await option('My day').waitFor();
  await look(page, 'palette');
  await page.keyboard.press('Escape');
  await box().waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
});

test('the focus stays inside while it is open', async () => {
  await page.keyboard.press('Control+k');
  await box().waitFor();
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement === document.body || !!document.activeElement.closest('dialog'),
    );
    assert.ok(inside, 'Tab never reaches the page behind');
  }
  await page.keyboard.press('Escape');
});

test('a name in another order is found, with the warning in the row, and Enter opens it', async () => {
  await page.keyboard.press('Control+k');
  await box().fill('celik zoe');
  await option(/Zoë Sample-Çelik/).waitFor();
  assert.match(await option(/Zoë Sample-Çelik/).innerText(), /Warning:/);
  await look(page, 'palette-found');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/people/${zoe}`);
  await box().waitFor({ state: 'detached' });
});

test('whoever was opened is offered before typing, and can be pinned', async () => {
  await page.keyboard.press('Control+k');
  await page.getByText('Opened lately').waitFor();
  await page.getByRole('button', { name: 'Pin Zoë Sample-Çelik' }).click();
  await page.getByText('Pinned', { exact: true }).waitFor();
  await look(page, 'palette-pinned');
  await page.keyboard.press('Escape');
});

test('a command is a few letters away', async () => {
  await page.keyboard.press('Control+k');
  await box().fill('outb');
  await option('Outbox').waitFor();
  await page.keyboard.press('Enter');
  await acts.heading(page, 'Outbox').waitFor();
});

test('help for a screen is found by its name', async () => {
  await page.keyboard.press('Control+k');
  await box().fill('two files');
  await option('Duplicates: two files of one person').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/help#help-duplicates');
  await page.getByRole('heading', { name: 'Duplicates: two files of one person' }).waitFor();
  await look(page, 'help-screens');
});

test('nothing found says for what and where, with ways on', async () => {
  await page.goto(`${host.origin}/search?q=Tomm%20Wilsonn`);
  await page.getByText('0 results for “Tomm Wilsonn” in').waitFor();
  await look(page, 'search-nothing');
  await page.getByRole('link', { name: /as a new person$/ }).click();
  assert.equal(await page.getByLabel('Full name').inputValue(), 'Tomm Wilsonn');
});

test('the console stayed silent', () => {
  assert.deepEqual(said, []);
});
