// Our components against the HTML that govuk-frontend ships as the truth about its own.
import { readFileSync } from 'node:fs';
import { render } from '@testing-library/svelte';
import { createRawSnippet, type Component } from 'svelte';
import { describe, expect, test } from 'vitest';
import BackLink from './BackLink.svelte';
import Button from './Button.svelte';
import Checkboxes from './Checkboxes.svelte';
import DateInput from './DateInput.svelte';
import Details from './Details.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import InsetText from './InsetText.svelte';
import { lines, normalise } from './normalise.fixture';
import NotificationBanner from './NotificationBanner.svelte';
import Panel from './Panel.svelte';
import Radios from './Radios.svelte';
import Select from './Select.svelte';
import SkipLink from './SkipLink.svelte';
import SummaryList from './SummaryList.svelte';
import Tag from './Tag.svelte';
import Textarea from './Textarea.svelte';
import TextInput from './TextInput.svelte';
import WarningText from './WarningText.svelte';

interface Text {
  text?: string;
  html?: string;
  classes?: string;
}
interface Item {
  value?: string;
  text?: string;
  hint?: Text;
  checked?: boolean;
  selected?: boolean;
  name?: string;
  href?: string;
}
interface Options extends Text {
  id?: string;
  idPrefix?: string;
  name?: string;
  label?: Text;
  hint?: Text;
  errorMessage?: Text;
  fieldset?: { legend?: Text };
  items?: Item[];
  value?: string;
  values?: Record<string, string>;
  suffix?: Text;
  titleText?: string;
  titleHtml?: string;
  errorList?: { text: string; href?: string }[];
  rows?: {
    key: Text;
    value: Text;
    actions?: { items: (Item & { visuallyHiddenText?: string })[] };
  }[];
  summaryText?: string;
  href?: string;
}
interface Fixture {
  name: string;
  html: string;
  options: Options;
}

const escaped = (text: string) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
// A snippet must be one element; `lines` looks through this one.
const said = (text: string | undefined) =>
  createRawSnippet(() => ({ render: () => `<plain-text>${escaped(text ?? '')}</plain-text>` }));
const paragraph = (text: string | undefined) =>
  createRawSnippet(() => ({
    render: () => `<p class="govuk-notification-banner__heading">${text ?? ''}</p>`,
  }));
const options = (from: Options) =>
  (from.items ?? []).map((item) => ({
    value: item.value ?? '',
    text: item.text ?? '',
    hint: item.hint?.text,
  }));
const group = (from: Options) => ({
  id: from.idPrefix ?? from.name ?? '',
  name: from.name,
  legend: from.fieldset?.legend?.text ?? '',
  hint: from.hint?.text,
  error: from.errorMessage?.text,
  options: options(from),
});
const field = (from: Options) => ({
  id: from.id ?? from.name ?? '',
  name: from.name,
  label: from.label?.text ?? '',
  hint: from.hint?.text,
  error: from.errorMessage?.text,
  value: from.value ?? '',
});
const width = (from: Options) => Number(/width-(\d+)/.exec(from.classes ?? '')?.[1]) || undefined;

/** A component, the fixtures that it must equal, and how their options become our props. */
const CONTRACT: [string, Component<object>, string[], (from: Options) => object][] = [
  ['back-link', BackLink as never, ['default'], () => ({ href: '#', text: 'Back' })],
  // A button of ours never sends a form by itself, so it needs no name.
  [
    'button',
    Button as never,
    ['default', 'disabled', 'secondary', 'warning'],
    (from) => ({
      children: said(from.text),
      look: /--(secondary|warning)/.exec(from.classes ?? '')?.[1],
      disabled: 'disabled' in from,
    }),
  ],
  [
    'input',
    TextInput as never,
    [
      'default',
      'with hint text',
      'with error message',
      'with error and hint',
      'with width-2 class',
      'with width-10 class',
      'with suffix',
    ],
    (from) => ({ ...field(from), width: width(from), suffix: from.suffix?.text }),
  ],
  [
    'textarea',
    Textarea as never,
    [
      'default',
      'with hint',
      'with error message',
      'with hint and error message',
      'with default value',
    ],
    field,
  ],
  [
    'select',
    Select as never,
    ['hint', 'error', 'with hint text and error message'],
    (from) => ({
      ...field(from),
      options: options(from),
      value: from.items?.find((item) => item.selected)?.value ?? from.items?.[0]?.value,
    }),
  ],
  [
    'radios',
    Radios as never,
    ['default', 'with hint', 'inline', 'with fieldset and error message'],
    (from) => ({
      ...group(from),
      inline: from.classes?.includes('inline'),
      value: from.items?.find((item) => item.checked)?.value ?? from.value,
    }),
  ],
  [
    'checkboxes',
    Checkboxes as never,
    ['default', 'with error message'],
    (from) => ({
      ...group(from),
      value: from.items?.filter((item) => item.checked).map((item) => item.value) ?? [],
    }),
  ],
  [
    'date-input',
    DateInput as never,
    ['default', 'with values', 'with error message and hint'],
    (from) => ({
      id: from.id,
      legend: from.fieldset?.legend?.text ?? '',
      hint: from.hint?.text,
      error: from.errorMessage?.text,
      value: { day: '', month: '', year: '', ...from.values },
    }),
  ],
  [
    'details',
    Details as never,
    ['default'],
    (from) => ({ summary: from.summaryText, children: said(from.text) }),
  ],
  [
    'error-summary',
    ErrorSummary as never,
    ['default', 'without links', 'mixed with and without links'],
    (from) => ({ title: from.titleText, errors: from.errorList }),
  ],
  ['inset-text', InsetText as never, ['default'], (from) => ({ children: said(from.text) })],
  [
    'notification-banner',
    NotificationBanner as never,
    ['default', 'with type as success'],
    (from) => ({
      children: paragraph(from.text),
      success: 'type' in from,
      title: 'type' in from ? 'Success' : undefined,
    }),
  ],
  [
    'panel',
    Panel as never,
    ['body html as text', 'title with no body text'],
    (from) => ({
      title: from.titleText,
      children: from.text ? said(from.text) : undefined,
    }),
  ],
  [
    'skip-link',
    SkipLink as never,
    ['default', 'custom href'],
    (from) => ({ href: from.href, text: from.text }),
  ],
  [
    'summary-list',
    SummaryList as never,
    ['with falsy values', 'actions href', 'single action with anchor'],
    (from) => ({
      rows: from.rows?.filter(Boolean).map((row) => ({
        key: row.key.text ?? '',
        value: row.value.text ?? row.value.html ?? '',
        action: row.actions?.items[0] && {
          href: row.actions.items[0].href,
          text: row.actions.items[0].text,
          about: row.actions.items[0].visuallyHiddenText,
        },
      })),
    }),
  ],
  [
    'tag',
    Tag as never,
    ['default', 'grey', 'turquoise', 'green', 'purple', 'pink', 'red', 'orange', 'yellow'],
    (from) => ({ text: from.text, colour: /govuk-tag--(\w+)/.exec(from.classes ?? '')?.[1] }),
  ],
  ['warning-text', WarningText as never, ['default'], (from) => ({ text: from.text })],
];

function fixtures(component: string): Fixture[] {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

/** What we add on purpose: where the focus goes, the direction of names, a spelling of `type`. */
const OURS = [
  / ?(?<=^<button.*)name="[a-z]+"/i,
  / ?dir="(auto)?"/,
  / ?tabindex="-1"/,
  / ?spellcheck="[a-z]+"/,
];
const ours = (html: string[]) =>
  html.map((one) => OURS.reduce((text, added) => text.replace(added, ''), one));

describe.each(CONTRACT)('%s', (component, ours_, names, props) => {
  test.each(names)('%s', (name) => {
    const fixture = fixtures(component).find((one) => one.name === name);
    expect(fixture, `govuk-frontend still has this fixture`).toBeDefined();
    if (!fixture) return;
    const { container } = render(ours_, { props: props(fixture.options) });
    expect(ours(lines(container))).toEqual(ours(normalise(fixture.html)));
  });
});
