// A form with every kind of question: filled by keyboard alone, moved to a newer version, filed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser, tabStops } from './browser.js';
import { eachAlone, everyKind, publish } from './every.js';
import { startHost } from './host.js';

let host, browser, page, said, ann, draft;

const go = (path) => page.goto(`${host.origin}${path}`);
const see = (name) => look(page, `fill-${name}`);
const at = (id) => page.locator(`[data-path="${id}"]`);
const button = (name) => page.getByRole('button', { name });

/** What the answers show beside their words: lines, marks by their numbers, a file to open. */
async function seesPictures() {
  const drawing = page.getByRole('img', { name: /a drawing. A house and a tree$/ });
  assert.equal(await drawing.locator('path').count(), 1);
  const body = page.getByRole('img', { name: /with 1 mark, told above$/ });
  assert.deepEqual(await body.locator('.body-map__mark').allTextContents(), ['2']);
  const marks = page.locator('ol > li', { hasText: /^(Left arm|Upper back): / });
  assert.deepEqual(await marks.allInnerTexts(), [
    'Left arm: A graze of 2 cm',
    'Upper back: A scratch',
  ]);
  await button('Show garden.png').click();
  await page.getByRole('img', { name: 'garden.png' }).waitFor();
}

/** Everything that is on the disk of this draft. */
const answers = () =>
  page.evaluate(async (id) => {
    const response = await fetch('/rpc/open_draft', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
    });
    return (await response.json()).answers;
  }, draft);

async function settled() {
  await page.waitForTimeout(700);
  await acts.saved(page);
}

before(async () => {
  host = await startHost();
  ({ browser, page, said } = await openBrowser());
  await page.goto(host.enter);
  await acts.firstRun(page);
  ann = await acts.addPerson(page, host.origin, 'Ann Sample');
  await acts.addPerson(page, host.origin, 'Tomas Samplechild');
  await publish(page, eachAlone());
  await publish(page, everyKind());
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

test('a form is found by a word of its purpose, on its shelf', async () => {
  await go(`/new?child=${ann}`);
  await page.getByLabel('Find a form').fill('synthetic');
  await page.getByText('1 form found for').waitFor();
  await see('forms');
  await page.getByRole('link', { name: 'Every kind' }).click();
  await acts.heading(page, 'Every kind').waitFor();
  await page.getByText('Begin with what was recorded last time').waitFor();
  await see('start');
});

test('a link brings answers, which are marked to be checked', async () => {
  const brought = encodeURIComponent(JSON.stringify({ short_text: 'From a link' }));
  await go(`/new/every_kind?child=${ann}&answers=${brought}`);
  await page.getByText('The link fills in 1 answer').waitFor();
  await button('Start').click();
  await at('short_text').waitFor();
  draft = page.url().split('/').at(-1);
  assert.equal(await page.locator('[id="short_text"]').inputValue(), 'From a link');
  await at('short_text').getByText('Carried forward').waitFor();
  await see('empty');
});

test('another language shows other questions and keeps the answers', async () => {
  await page.getByLabel('Language of the questions').selectOption('cy');
  await acts.heading(page, 'Popeth').waitFor();
  await page.getByLabel('Testun byr (optional)').waitFor();
  assert.equal(await page.locator('[id="short_text"]').inputValue(), 'From a link');
  await page.getByLabel('Language of the questions').selectOption('');
  await acts.heading(page, 'Everything').waitFor();
});

test('each stop of the form shows the focus and is not covered', async () => {
  for (const stop of await tabStops(page, 400)) {
    assert.ok(stop.ring, `the focus is seen on ${stop.what}`);
    assert.ok(stop.inView && !stop.covered, `nothing covers ${stop.what}`);
  }
});

test('every kind is filled by keyboard alone', async () => {
  const into = async (id, ...keys) => {
    await page.locator(`[id="${id}"]`).focus();
    for (const key of keys) {
      if (/^(Tab|Enter|Space|Arrow\w+|Shift\+Tab)$/.test(key)) await page.keyboard.press(key);
      else await page.keyboard.type(key);
    }
  };
  await into('when-day', '20', 'Tab', '11', 'Tab', '2026');
  await into('email', 'ann@example.org');
  await into('long_text', 'She was well.');
  await into('one_choice', 'Space', 'ArrowDown');
  await into('many_choices', 'Space', 'Tab', 'Space');
  await into('drop_down', 'ArrowDown');
  await into('long_list-find', 'Country 29', 'Tab', 'ArrowDown');
  await into('scale', 'Space', 'ArrowRight', 'ArrowRight');
  await into('rating', 'Space', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await into('choice_grid', 'Space', 'ArrowRight');
  await into('tick_grid', 'Space', 'Tab', 'Space');
  await into('about-month', '3', 'Tab', '2024');
  await into('moment-day', '20', 'Tab', '11', 'Tab', '2026', 'Tab', '14:30');
  await into('birthday-day', '27', 'Tab', '3');
  await into('time', '9.15');
  await into('duration-hours', '1', 'Tab', '30');
  await into('yes_no', 'Space');
  await into('number', '12');
  await into('person', 'Dr Sample');
  await into('team', 'North team');
  await into('drawing', 'A house and a tree');
  await into('body_map', 'Enter');
  await page.getByLabel('Where', { exact: true }).waitFor();
  await page.keyboard.type('Left arm');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A graze of 2 cm');
  await into('signature', 'Ann Sample');
  await into('plan-add', 'Enter');
  await page.getByRole('textbox', { name: /^About what/ }).fill('Call the school');
  await settled();
  const kept = await answers();
  assert.deepEqual(kept.choice_grid, { gp: 'no' });
  assert.deepEqual(kept.tick_grid, { gp: ['yes', 'no'] });
  assert.deepEqual(kept.long_list, { choice: 'c29' });
  assert.equal(kept.scale, '3');
  assert.equal(kept.rating, '4');
  assert.equal(kept.body_map.marks[0].part, 'arm_left');
  assert.deepEqual(kept.drawing, { says: 'A house and a tree' });
  assert.deepEqual(kept.about, { day: '', month: '3', year: '2024' });
  const days = page.locator('output[id="calculated"]');
  assert.match(await days.innerText(), /^\d+/, 'what is worked out is shown');
});

test('drawing, marking and attaching work with a pointer too', async () => {
  const pad = at('drawing').locator('svg');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  for (let step = 0; step < 12; step += 1) {
    await page.mouse.move(box.x + 40 + step * 12, box.y + 60 + 30 * Math.sin(step));
  }
  await page.mouse.up();
  await at('body_map').locator('path[data-part=back_upper]').click();
  await page.keyboard.type('A scratch');
  await at('upload')
    .locator('input')
    .setInputFiles({
      name: 'garden.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PIXEL, 'base64'),
    });
  await at('upload').getByText('garden.png', { exact: true }).first().waitFor();
  await settled();
  await button('Show garden.png').click();
  await at('upload').locator('img').waitFor();
  const kept = await answers();
  assert.equal(kept.drawing.strokes.length, 1);
  assert.equal(kept.drawing.says, 'A house and a tree', 'the words stay beside the lines');
  assert.equal(kept.body_map.marks[1].part, 'back_upper');
  assert.equal(kept.upload[0].media, 'image/png');
  await see('full');
});

test('a file of another sort is refused in words', async () => {
  await at('upload')
    .locator('input')
    .setInputFiles({
      name: 'run.png',
      mimeType: 'image/png',
      buffer: Buffer.from('MZ this is a program'),
    });
  await at('upload').locator('.govuk-error-summary').waitFor();
  assert.equal((await answers()).upload.length, 1);
});

test('pasted text is cleaned, and another child in it is pointed out', async () => {
  await page.locator('[id="long_text"]').focus();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<p>Tomas Samplechild:</p><ul><li>came&nbsp;late</li></ul>');
    const pasted = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', pasted));
  });
  await page.getByText(/names Tomas Samplechild/).waitFor();
  const box = page.locator('[id="long_text"]');
  assert.equal(await box.inputValue(), 'She was well.Tomas Samplechild:\n- came late');
  await see('pasted');
  await button(/^It belongs here/).click();
  await box.focus();
  await page.keyboard.press('Control+z');
  assert.equal(await box.inputValue(), 'She was well.', 'Ctrl+Z takes a paste back');
});

test('a piece of text made in the settings is called up by its name', async () => {
  await go('/settings');
  await page.getByLabel('Name', { exact: true }).fill('home-visit');
  await page.getByLabel('Text', { exact: true }).fill('I visited at home.');
  await button('Save this piece of text').click();
  await page.getByText(';;home-visit was saved').waitFor();
  await see('settings');
  await go(`/drafts/${draft}`);
  const box = page.locator('[id="long_text"]');
  await box.fill('On Monday ');
  await page.keyboard.type(';;home-visit ');
  assert.equal(await box.inputValue(), 'On Monday I visited at home. ');
});

test('a doubtful word is told after a pause and put right', async () => {
  const box = page.locator('[id="long_text"]');
  await box.fill('');
  await box.focus();
  await page.keyboard.type('She was hapy.');
  await button(/1 word to check/).click();
  await see('spelling');
  await button('Replace hapy by happy').click();
  assert.equal(await box.inputValue(), 'She was happy.');
  await settled();
});

test('a draft moves to a newer version, and nothing that was typed is lost', async () => {
  await publish(page, everyKind(2), true);
  await go(`/drafts/${draft}`);
  await page.getByText('This form has a newer version (2).').waitFor();
  await page.getByRole('link', { name: /See what would change/ }).click();
  await acts.heading(page, /^Move this draft/).waitFor();
  await page.getByText('North team').waitFor();
  await see('move');
  await button('Move this draft').click();
  await at('new_one').waitFor();
  await page.getByText('1 answer no longer asked').click();
  await page.getByText('North team').waitFor();
  await see('moved');
});

test('checked, filed and read again', async () => {
  await go(`/drafts/${draft}/check`);
  await page.getByText('1 answer no longer asked').waitFor();
  await seesPictures();
  assert.equal(await page.getByRole('link', { name: 'Change About number' }).count(), 1);
  assert.equal(await page.getByRole('link', { name: 'Change About calculated' }).count(), 0);
  await see('check');
  const record = await acts.file(page);
  await go(`/records/${record}`);
  await page.getByText('The form had stopped asking these').waitFor();
  await seesPictures();
  await see('record');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('img').count(), 3, 'paper shows them too');
  assert.equal(await button('Hide garden.png').count(), 0);
  await page.emulateMedia({ media: null });
});

test('a record goes on to another form without retyping', async () => {
  await button('Go on to a meeting').click();
  await at('discussed').waitFor();
  assert.equal(await page.locator('[id="discussed"]').inputValue(), 'She was happy.');
  await at('discussed').getByText('Carried forward').waitFor();
});

test('a meeting about two children is filed as two records, one to each', async () => {
  const meeting = new URL(page.url()).pathname;
  await go(`${meeting}/children`);
  await page.getByLabel('Tomas Samplechild').check();
  await button('Save the children').click();
  await at('discussed').waitFor();
  await go(`${meeting}/check`);
  await page.getByText('When you file it').first().waitFor();
  await button('File 2 records, one to each child').click();
  await page.getByText('What next').waitFor();
});

test('the next draft begins as last time, with what was said above the question', async () => {
  await go(`/new/every_kind?child=${ann}`);
  await page.getByLabel('Begin with what was recorded last time').check();
  await button('Start').click();
  await at('long_text').waitFor();
  await at('long_text')
    .getByText(/^Last time \(20 November 2026\)/)
    .waitFor();
  await at('long_text').getByText('Carried forward').waitFor();
  await see('from-last');
});

test('the console stayed silent', () => {
  assert.deepEqual(said, []);
});

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
