// Documents of a child: chosen, dropped and pasted, refused with a reason, looked at page by page, and
// known to exist before they are here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as acts from './acts.js';
import { look, openBrowser } from './browser.js';
import { startHost } from './host.js';

/** A PDF with a page for each of these words and a script in its catalogue. */
function pdf(...pages) {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((words, at) => {
      const draws = `BT /F 24 Tf 60 700 Td (${words}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
        `<< /Length ${draws.length} >>\nstream\n${draws}\nendstream`,
      ];
    }),
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`);
}

let host, browser, page, said, child;

before(async () => {
  host = await startHost();
  ({ browser, page, said } = await openBrowser());
  await page.goto(host.enter);
  await acts.firstRun(page);
  child = await acts.addPerson(page, host.origin, 'Zoë Example');
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const see = (name) => look(page, name);
const button = (name) => page.getByRole('button', { name, exact: true });
const link = (name) => page.getByRole('link', { name });
const choose = (name, buffer, mimeType = 'application/octet-stream') =>
  page.locator('#document-file').setInputFiles({ name, mimeType, buffer });
const list = async () => {
  await page.goto(`${host.origin}/people/${child}/documents`);
  await page.locator('#document-file').waitFor();
};

/** A small picture, drawn by the browser itself. */
const drawn = (type) =>
  page.evaluate(async (type) => {
    const canvas = new OffscreenCanvas(320, 200);
    const pen = canvas.getContext('2d');
    pen.fillStyle = 'teal';
    pen.fillRect(0, 0, 320, 200);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
    return [...bytes];
  }, type);

test('a PDF is added with a title, a sort and a day', async () => {
  await list();
  await see('documents-none');
  await choose('school_letter.pdf', pdf('Attendance is a worry', 'Second page'));
  await button('Add to the file').click();
  await page.getByText('There is a problem').waitFor();
  await see('document-form-with-errors');
  assert.equal(await page.getByLabel('What it is called').inputValue(), 'school letter');
  await page.getByLabel('What is it?').selectOption({ label: 'Letter' });
  await page.getByLabel('Day', { exact: true }).fill('27');
  await page.getByLabel('Month', { exact: true }).fill('3');
  await page.getByLabel('Year', { exact: true }).fill('2021');
  await button('Add to the file').click();
  await page.getByText('school letter was added.').waitFor();
  await link('school letter').waitFor();
});

test('its pages are drawn, turned and made larger, by button and by key', async () => {
  await link('school letter').click();
  await acts.heading(page, 'school letter').waitFor();
  const image = page.locator('.viewer img');
  await image.waitFor();
  await page.getByText('It never runs here').waitFor();
  await see('document-pages');
  const first = await image.getAttribute('src');
  await button('Next page').click();
  await page.getByText('Page 2 of 2').first().waitFor();
  await page.waitForFunction(
    (before) => document.querySelector('.viewer img').src !== before,
    first,
  );
  assert.ok(await button('Next page').isDisabled());
  await page.locator('.viewer').focus();
  await page.keyboard.press('PageUp');
  await page.getByText('Page 1 of 2').first().waitFor();
  const wide = await image.evaluate((one) => one.width);
  await button('Larger').click();
  await page.getByText('Size: 150 %').waitFor();
  await page.waitForFunction(
    (before) => document.querySelector('.viewer img').width > before,
    wide,
  );
  await button('Fit the width').click();
  await page.getByText('Size: 100 %').waitFor();
  await page.getByText('The words in it').click();
  await page.getByText('Attendance is a worry').waitFor();
  await see('document-words');
});

test('what cannot be added is refused with the reason and what to do', async () => {
  await list();
  await choose('photo.jpg', Buffer.from('MZ\x90 a program'), 'image/jpeg');
  await button('Add to the file').click();
  await page.getByText('The file is a program or a script.').waitFor();
  await see('document-refused');
  await button('Do not add it').click();
  await choose('IMG_1.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'));
  await page.getByLabel('What is it?').selectOption({ label: 'Photograph' });
  await button('Add to the file').click();
  await page.getByText('Most Compatible').waitFor();
  await button('Do not add it').click();
  await choose('empty.txt', Buffer.alloc(0));
  await page.getByText('the file is empty').waitFor();
});

test('pictures are pasted and dropped, several one after the other', async () => {
  await list();
  const png = await drawn('image/png');
  await page.evaluate((bytes) => {
    const given = new DataTransfer();
    given.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: given, bubbles: true, cancelable: true }),
    );
  }, png);
  await page.getByLabel('What it is called').waitFor();
  assert.match(await page.getByLabel('What it is called').inputValue(), /^Picture pasted on /);
  await page.getByLabel('What it is called').fill('The bedroom');
  await button('Add to the file').click();
  await link('The bedroom').waitFor();

  const jpeg = await drawn('image/jpeg');
  await page.evaluate((bytes) => {
    const given = new DataTransfer();
    for (const name of ['kitchen.jpg', 'garden.jpg'])
      given.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
    const place = document.querySelector('.drop');
    place.dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true }));
  }, jpeg);
  await page.getByText('File 1 of 2').waitFor();
  await button('Add to the file').click();
  await page.getByText('File 2 of 2').waitFor();
  await button('Add to the file').click();
  await link('garden').waitFor();
  await link('The bedroom').click();
  const image = page.getByRole('img', { name: 'The bedroom' });
  await image.waitFor();
  assert.equal(await image.evaluate((one) => one.naturalWidth), 320);
  await page.getByText('Location and camera data were taken out').waitFor();
  await see('document-picture');
});

test('a document that is not here is noted, and its file comes later', async () => {
  await list();
  await button('Note a document that is not here').click();
  await page.getByLabel('What it is called').fill('Care order');
  await page.getByLabel('What is it?').selectOption({ label: 'Court order' });
  await page.getByLabel('Where it is thought to be').fill('In the lost system');
  await see('document-missing-form');
  await button('Note it').click();
  await link('Care order').waitFor();
  await page.getByText('Known to exist – not here').waitFor();
  await see('documents-list');
  await link('Care order').click();
  await page.getByText('Thought to be: In the lost system').waitFor();
  await see('document-missing');
  await choose('order.txt', Buffer.from('It is ordered that\nthe child lives with an aunt.'));
  await page.getByRole('region', { name: 'Text of Care order' }).waitFor();
  await page.getByText('the child lives with an aunt').waitFor();
  await see('document-text');
});

test('the list is narrowed by words and by sort', async () => {
  await list();
  await page.getByLabel('Find in the list').fill('kitch');
  await page.getByText('1 of 5 documents is shown').waitFor();
  await page.getByLabel('Find in the list').fill('');
  await page.getByLabel('Which sort').selectOption({ label: 'Court order' });
  await page.getByText('1 of 5 documents is shown').waitFor();
});

test('a document added by mistake is taken off with a reason', async () => {
  await list();
  await link('garden').click();
  await page.getByText('This was added by mistake').click();
  await button('Take it off').click();
  await page.getByText('Say why it is taken off').first().waitFor();
  await page.getByLabel('Why is it taken off?').fill('The garden of another family');
  await button('Take it off').click();
  await page.getByText('4 documents').waitFor();
  assert.equal(await link('garden').count(), 0);
});

test('the console said nothing', () => assert.deepEqual(said, []));
