// Every kind of question, filled without a mouse.
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftOfEvery, EVERY } from './every.fixture';
import { Filling } from './filling.svelte';
import QuestionField from './QuestionField.svelte';

type Call = { command: string; payload: Record<string, unknown> };
let calls: Call[];
let answer: (call: Call) => unknown;

beforeEach(() => {
  // What jsdom lacks.
  Element.prototype.scrollIntoView = () => {};
  Blob.prototype.arrayBuffer ??= function (this: Blob) {
    return new Promise<ArrayBuffer>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(this);
    });
  };
  globalThis.CSS ??= { escape: (text: string) => text.replace(/\W/g, '\\$&') } as typeof CSS;
  calls = [];
  answer = () => ({});
  window.__TAURI_INTERNALS__ = {
    invoke: async (_, args) => {
      const call = args as unknown as Call;
      calls.push(call);
      if (call.command === 'save_draft') {
        return { revision: 2, saved: '2026-11-21T10:00:01+00:00', walk: draftOfEvery().walk };
      }
      if (call.command === 'writing') return { words: [], snippets: [] };
      return answer(call);
    },
  };
});

afterEach(() => {
  delete window.__TAURI_INTERNALS__;
});

function show(id: string) {
  const filling = new Filling(draftOfEvery());
  const question = EVERY.sections[0]?.questions.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  const { container } = render(QuestionField, {
    props: { question, path: id, filling, problems: false },
  });
  return { filling, user: userEvent.setup(), container };
}

const box = (name: string | RegExp) => screen.getByRole('textbox', { name });

test.each([
  ['short_text', 'Hello'],
  ['team', 'The north team'],
  ['time', '14:30'],
  ['number', '12'],
  ['long_text', 'Hello'],
])('%s is typed', async (id, text) => {
  const { filling, user } = show(id);
  await user.type(box(new RegExp(`About ${id}`)), text);
  expect(filling.get(id)).toBe(text);
});

test('a scale and a rating are chosen by number, and can be cleared again', async () => {
  const { filling, user } = show('scale');
  await user.tab();
  await user.keyboard(' ');
  expect(filling.get('scale')).toBe('1');
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(filling.get('scale')).toBe('5');
  screen.getByRole('radio', { name: '5 Very safe', checked: true });
  await user.click(screen.getByRole('button', { name: /Clear the answer/ }));
  expect(filling.get('scale')).toBeUndefined();
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
});

test('a rating says its number in words beside its stars', async () => {
  const { filling, user } = show('rating');
  await user.click(screen.getByRole('radio', { name: /^3 stars/ }));
  expect(filling.get('rating')).toBe('3');
});

test('each cell of a grid is named by its row and column, and a row can be cleared', async () => {
  const { filling, user } = show('choice_grid');
  expect(screen.getAllByRole('radio')).toHaveLength(4);
  await user.click(screen.getByRole('radio', { name: 'Doctor, Came' }));
  await user.click(screen.getByRole('radio', { name: 'School, Was asked' }));
  expect(filling.get('choice_grid')).toEqual({ gp: 'yes', school: 'no' });
  await user.click(screen.getByRole('button', { name: 'Clear Doctor' }));
  expect(filling.get('choice_grid')).toEqual({ school: 'no' });
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Doctor, Came' }));
});

test('a tick grid takes several columns in a row, by the space bar', async () => {
  const { filling, user } = show('tick_grid');
  await user.tab();
  await user.keyboard(' ');
  await user.tab();
  await user.keyboard(' ');
  expect(filling.get('tick_grid')).toEqual({ gp: ['yes', 'no'] });
});

test('a date has the boxes that its question asks for', async () => {
  const { filling, user } = show('moment');
  await user.tab();
  await user.keyboard('27{Tab}3{Tab}2026{Tab}14:30');
  expect(filling.get('moment')).toEqual({ day: '27', month: '3', year: '2026', time: '14:30' });
});

test('a date without a year has no box for it', () => {
  show('birthday');
  expect(screen.queryByRole('textbox', { name: 'Year' })).toBeNull();
});

test('a length of time is typed in hours, minutes and seconds', async () => {
  const { filling, user } = show('duration');
  await user.tab();
  await user.keyboard('1{Tab}30');
  expect(filling.get('duration')).toEqual({ hours: '1', minutes: '30', seconds: '' });
});

test('a long list can be looked in, and what is chosen stays in it', async () => {
  const { filling, user } = show('long_list');
  await user.type(screen.getByRole('searchbox', { name: /Find in the list/ }), '29');
  const list = screen.getByRole('combobox');
  expect(within(list).getAllByRole('option')).toHaveLength(2);
  await user.selectOptions(list, 'Country 29');
  expect(filling.get('long_list')).toEqual({ choice: 'c29' });
  screen.getByText('Showing 1 of 30');
});

test('a drawing and a signature can be told in words alone', async () => {
  const drawn = show('drawing');
  await drawn.user.type(box('What it shows'), 'a dog');
  expect(drawn.filling.get('drawing')).toEqual({ says: 'a dog' });
  const signed = show('signature');
  await signed.user.type(box('Full name of who signs'), 'Ann Sample');
  expect(signed.filling.get('signature')).toEqual({ name: 'Ann Sample' });
});

test('a mark on the body map is made, placed and told by keyboard', async () => {
  const { filling, user } = show('body_map');
  await user.tab();
  await user.keyboard('{Enter}');
  const place = await screen.findByRole('combobox', { name: 'Where' });
  expect(document.activeElement).toBe(place);
  await user.selectOptions(place, 'Left arm');
  await user.type(box('What you saw'), 'a graze');
  expect(filling.get('body_map')).toMatchObject({ marks: [{ part: 'arm_left', note: 'a graze' }] });
  await user.click(screen.getByRole('button', { name: 'Remove mark 1' }));
  expect(filling.get('body_map')).toBeUndefined();
});

test('what is worked out is shown and cannot be typed', () => {
  const { container } = show('calculated');
  expect(container.querySelector('output')?.textContent).toBe('12 days');
  expect(container.querySelector('input')).toBeNull();
});

test('a picture that could not be taken over is told in words', () => {
  show('image_gone');
  screen.getByText(/could not be taken over/);
  screen.getByText('A house and a tree');
});

test('what was said last time stands above the question', () => {
  show('short_text');
  screen.getByText('Last time (12 October 2026):');
  screen.getByText('As before.');
});

test('a file is sent in parts, attached and listed; a larger one is not sent', async () => {
  const kept = { blob: 'ab', name: 'plan.pdf', size: 3, media: 'application/pdf' };
  answer = ({ command }) =>
    ({
      begin_upload: { id: 'u1', arrived: 0 },
      upload_part: { id: 'u1', arrived: 3 },
      attach: kept,
    })[command];
  const { filling, user } = show('upload');
  const input = screen.getByLabelText(/Choose a file/);
  const large = new File([new Uint8Array((1 << 20) + 1)], 'large.png', { type: 'image/png' });
  await user.upload(input, [new File(['abc'], 'plan.pdf', { type: 'application/pdf' }), large]);
  await screen.findByText('Kept. It cannot be shown here.');
  screen.getByText('plan.pdf', { selector: 'bdi' });
  await screen.findByText(/large.png was not attached/);
  expect(filling.get('upload')).toEqual([kept]);
  expect(calls.filter((one) => one.command === 'begin_upload')).toHaveLength(1);
  expect(calls.find((one) => one.command === 'upload_part')?.payload.data).toBe('YWJj');
  await user.click(screen.getByRole('button', { name: 'Remove plan.pdf' }));
  expect(filling.get('upload')).toBeUndefined();
});

test('a file can be stopped on its way, and nothing is attached', async () => {
  let arrive = () => {};
  answer = ({ command }) =>
    command === 'begin_upload'
      ? { id: 'u1', arrived: 0 }
      : new Promise((done) => (arrive = () => done({ id: 'u1', arrived: 3 })));
  const { filling, user } = show('upload');
  const plan = new File(['abc'], 'plan.pdf', { type: 'application/pdf' });
  await user.upload(screen.getByLabelText(/Choose a file/), plan);
  await user.click(await screen.findByRole('button', { name: 'Stop plan.pdf' }));
  await waitFor(() => expect(calls.some((one) => one.command === 'upload_part')).toBe(true));
  arrive();
  await waitFor(() => expect(screen.queryByText('Attaching plan.pdf')).toBeNull());
  expect(calls.some((one) => one.command === 'attach')).toBe(false);
  expect(filling.get('upload')).toBeUndefined();
});

test('words in doubt are told after a pause, replaced or taken as right', async () => {
  answer = ({ command }) =>
    command === 'check_spelling'
      ? { words: [{ word: 'hapy', at: 4, suggestions: ['happy', 'harpy'] }] }
      : {};
  const { filling, user } = show('long_text');
  await user.type(box(/About long_text/), 'was hapy');
  const told = await screen.findByRole('button', { name: /1 word to check/ }, { timeout: 3000 });
  await user.click(told);
  await user.click(screen.getByRole('button', { name: /Replace hapy by happy/ }));
  expect(filling.get('long_text')).toBe('was happy');
});

test('pasted text that names another child warns until somebody says that it belongs', async () => {
  answer = ({ command }) => (command === 'other_names' ? { names: ['Tomas Sample'] } : {});
  const { filling, user } = show('long_text');
  const board = { 'text/html': '<p>Tomas <b>was</b>&nbsp;there</p>', 'text/plain': 'other' };
  const pasted = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(pasted, {
    clipboardData: { getData: (type: keyof typeof board) => board[type] ?? '' },
  });
  box(/About long_text/).dispatchEvent(pasted);
  await screen.findByText(/names Tomas Sample/);
  expect(filling.get('long_text')).toBe('Tomas was there');
  await user.click(screen.getByRole('button', { name: /It belongs here/ }));
  expect(screen.queryByText(/names Tomas Sample/)).toBeNull();
});

test('the language changes what is shown and nothing that is answered', () => {
  const filling = new Filling(draftOfEvery());
  filling.set('short_text', 'kept');
  filling.language = 'cy';
  expect(filling.sections[0]?.title).toBe('Popeth');
  expect(filling.get('short_text')).toBe('kept');
  expect(filling.draft.form.sections[0]?.title).toBe('Everything');
});
