// Chromium, and what is asked of every screen in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(new URL('../../ui/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const THEMES = ['light', 'dark', 'contrast'];
const WIDTHS = [1280, 320];
const SHOTS = process.env.HOLDFAST_SHOTS;

/** A browser with one page. `said` holds everything its console said. */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-background-networking'],
  });
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => {
    // Chromium itself reports every refused command; a refusal is an answer and not a fault.
    // Advice that a developer has to ask for ("verbose") is no fault either.
    if (['debug', 'verbose'].includes(message.type())) return;
    if (!/Failed to load resource.*\b4\d\d\b/.test(message.text())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.stack ?? String(error)));
  return { browser, page, said };
}

/** Looks at the screen in every theme and width: no axe violation, no sideways scrolling. */
export async function look(page, name) {
  const faults = [];
  const theme = await page.evaluate(() => document.documentElement.dataset.theme);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 800 });
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    if (wide > 0) faults.push(`${width} px: ${wide} px too wide`);
    for (const shown of THEMES) {
      await page.evaluate((now) => (document.documentElement.dataset.theme = now), shown);
      for (const fault of await violations(page)) faults.push(`${shown} ${width} px: ${fault}`);
      if (SHOTS) await shoot(page, `${name}-${width}-${shown}`);
    }
  }
  await page.evaluate((before) => (document.documentElement.dataset.theme = before ?? ''), theme);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.deepEqual(faults, [], `the screen "${name}" is open to everyone`);
}

async function violations(page) {
  // Playwright evaluates past the page's policy, so the policy stays as people get it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    TAGS,
  );
  return found.violations.map(
    (fault) =>
      `${fault.id}: ${fault.nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

async function shoot(page, name) {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** Presses Tab from the top and says of each stop what a keyboard user meets there. */
export async function tabStops(page, most = 200) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
  const stops = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      if (here.dataset.walked) return null;
      here.dataset.walked = 'yes';
      const drawn =
        here.matches('input[type=radio],input[type=checkbox]') && here.nextElementSibling
          ? getComputedStyle(here.nextElementSibling, '::before')
          : getComputedStyle(here);
      const box = here.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const top = document.elementFromPoint(x, y);
      return {
        what: `${here.tagName.toLowerCase()}#${here.id} ${here.textContent.trim().slice(0, 40)}`,
        ring:
          (drawn.outlineStyle !== 'none' && drawn.outlineWidth !== '0px') ||
          drawn.boxShadow !== 'none',
        inView: box.height > 0 && y >= 0 && y <= window.innerHeight,
        covered: !(
          top &&
          (here.contains(top) || top.contains(here) || here.labels?.[0]?.contains(top))
        ),
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-walked]')) delete one.dataset.walked;
  });
  return stops;
}
