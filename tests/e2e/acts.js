// What a person does on the screens, in their words.
import assert from 'node:assert/strict';

export const PASSPHRASE = 'kelp granite lantern orchard seven';

const button = (page, name) => page.getByRole('button', { name, exact: true });
export const heading = (page, name) => page.getByRole('heading', { level: 1, name });

/** Goes through first run; `step(name)` is called on every screen of it. */
export async function firstRun(page, step = async () => {}) {
  await heading(page, 'Welcome to Holdfast').waitFor();
  await step('welcome');
  await button(page, 'Start').click();
  await heading(page, 'Who you are').waitFor();
  await button(page, 'Continue').click();
  await page.getByText('There is a problem').waitFor();
  await step('who-with-errors');
  await page.getByLabel('Your full name').fill('Sam Sample');
  await page.getByLabel('Your job title').fill('Social worker');
  await button(page, 'Continue').click();
  await heading(page, 'Choose a passphrase').waitFor();
  await page.getByLabel('New passphrase').fill('abc');
  await page.getByText('Not strong enough yet').waitFor();
  await step('passphrase-weak');
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.getByText('Strong enough').waitFor();
  await page.getByLabel('Type it again').fill(PASSPHRASE);
  await step('passphrase');
  await button(page, 'Continue').click();
  await page.locator('.sheet__group').first().waitFor();
  await step('recovery-sheet');
  const groups = await page
    .locator('.sheet__group')
    .evaluateAll((all) => all.map((one) => one.lastChild.textContent.trim()));
  await button(page, 'Continue').click();
  await heading(page, 'Show that you have the code').waitFor();
  for (const box of await page.locator('input[id^="group-"]').all()) {
    const number = Number((await box.getAttribute('id')).split('-')[1]);
    await box.fill(groups[number - 1]);
  }
  await step('ask-back');
  await button(page, 'Make my casebook').click();
  await heading(page, 'Your casebook is ready').waitFor({ timeout: 60_000 });
  await step('ready');
  return groups;
}

/** Asks the host as the screens do; rejects with what it refused. */
export function rpc(page, command, request = {}) {
  return page.evaluate(
    async ([command, request]) => {
      const response = await fetch(`/rpc/${command}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
      return answer;
    },
    [command, request],
  );
}

export async function addPerson(page, origin, name) {
  await page.goto(`${origin}/people/new`);
  await page.getByLabel('Full name').fill(name);
  await button(page, 'Add this person').click();
  await heading(page, name).waitFor();
  return page.url().split('/').at(-1);
}

/** Starts a form about these children and waits for its first section. */
export async function startForm(page, origin, form, names) {
  await page.goto(`${origin}/new/${form}`);
  for (const name of names) await page.getByLabel(name, { exact: true }).check();
  await button(page, 'Start').click();
  await page.waitForURL(/\/drafts\/[^/]+$/);
  await page.locator('.question').first().waitFor();
}

export async function saved(page) {
  await page.locator('.save-line', { hasText: 'Saved on this device' }).waitFor();
}

/** Answers everything that is shown on this section, and what the answers bring. */
export async function answerSection(page) {
  const add = page.getByRole('button', { name: /^Add a first / });
  while ((await add.count()) > 0) await add.first().click();
  for (let round = 0; round < 12; round += 1) {
    const answered = await page.evaluate(fillWhatIsEmpty);
    await page.waitForTimeout(120);
    await saved(page);
    if (answered === 0) return;
  }
  assert.fail('the section does not come to an end');
}

function fillWhatIsEmpty() {
  const type = (box, text) => {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
    return 1;
  };
  const pad = (number) => String(number).padStart(2, '0');
  const today = new Date();
  let done = 0;
  for (const question of document.querySelectorAll('.question')) {
    if (question.querySelector('.question')) continue;
    const radios = [...question.querySelectorAll('input[type=radio]')];
    if (radios.length > 0 && !radios.some((one) => one.checked)) {
      radios[0].click();
      done += 1;
    }
    const ticks = [...question.querySelectorAll('input[type=checkbox]')];
    if (ticks.length > 0 && !ticks.some((one) => one.checked)) {
      ticks[0].click();
      done += 1;
    }
    const select = question.querySelector('select');
    if (select && select.value === '') done += type(select, select.options[1].value);
    const date = question.querySelector('.govuk-date-input');
    for (const box of question.querySelectorAll('input[type=text],textarea')) {
      if (box.value !== '') continue;
      if (date) {
        const parts = {
          day: today.getDate(),
          month: today.getMonth() + 1,
          year: today.getFullYear(),
        };
        done += type(box, String(parts[box.name]));
      } else if (
        /time|14:30/i.test(question.textContent) &&
        box.classList.contains('govuk-input--width-5')
      ) {
        done += type(box, `${pad(0)}:${pad(5)}`);
      } else if (box.inputMode === 'numeric' || box.inputMode === 'decimal') {
        done += type(box, '3');
      } else {
        done += type(box, 'Zoë showed me a drawing of the garden and told me about school.');
      }
    }
  }
  return done;
}

/** Answers every section, calling `step(number)` on each, and ends on the check page. */
export async function answerForm(page, step = async () => {}) {
  for (let number = 1; number < 20; number += 1) {
    // A contact with no child on the form is about no particular child.
    const nobody = page.getByLabel(/^No particular child/);
    if ((await nobody.count()) > 0) await nobody.check();
    await answerSection(page);
    await step(number);
    const next = page.getByRole('link', { name: /^Next: / });
    if ((await next.count()) === 0) break;
    const title = (await next.innerText()).replace(/^Next: /, '');
    await next.click();
    await heading(page, title).waitFor();
  }
  await button(page, 'Check before you file').click();
  await heading(page, /^Check this .* before you file it/).waitFor();
}

export async function file(page) {
  await page.getByRole('button', { name: /^File this / }).click();
  await page.getByText('What next').waitFor();
  return page.url().split('/').at(-2);
}
