import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ChronologyView } from '$lib/api/generated';
import { child, zoe } from './child.fixture';
import ChronologyPaper from './ChronologyPaper.svelte';
import ChronologySheet from './ChronologySheet.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));

const chronology: ChronologyView = {
  person: zoe,
  warnings: [{ kind: 'Risk to workers', text: 'Visit in pairs.', more: 'they do not know of it' }],
  summary: null,
  events: child.timeline.events.slice(0, 1),
  gap: null,
  left_out: 0,
  hidden: true,
  released: false,
  made: '2026-11-22T10:00:00Z',
  made_by: 'Sam Sample',
};
const request = { id: zoe.id, audience: 'court', family: false, printed: true };
const person = () => userEvent.setup();
const button = (name: string) => screen.getByRole('button', { name });
const paper = (of: ChronologyView) =>
  render(ChronologyPaper, {
    props: { chronology: of, audience: 'court', family: false, onprint: () => {} },
  });

beforeEach(() => {
  call.mockReset();
  call.mockResolvedValue({ rows: 1, download: null });
});

test('hidden addresses stay out of a copy unless somebody says why', async () => {
  paper(chronology);
  await person().click(button('Save as PDF'));
  expect(call).toHaveBeenLastCalledWith('print_chronology', request);
  await screen.findByText('The chronology was saved as PDF, with 1 event.');
});

test('a release without a reason asks for one, and nothing is made', async () => {
  paper(chronology);
  await person().click(screen.getByLabelText('Let hidden addresses onto this copy'));
  await person().click(button('Save as PDF'));
  expect(call).not.toHaveBeenCalled();
  await screen.findByText('There is a problem');
  await person().type(screen.getByLabelText('Why do they have to be on it?'), ' The judge ');
  await person().click(button('Save as PDF'));
  expect(call).toHaveBeenLastCalledWith('print_chronology', { ...request, release: 'The judge' });
});

test('a release is for one copy: the next one is made without', async () => {
  paper(chronology);
  await person().click(screen.getByLabelText('Let hidden addresses onto this copy'));
  await person().type(screen.getByLabelText('Why do they have to be on it?'), 'The judge');
  await person().click(button('Save as PDF'));
  await screen.findByText('The chronology was saved as PDF, with 1 event.');
  expect(screen.queryByLabelText('Why do they have to be on it?')).toBeNull();
  await person().click(button('Save as PDF'));
  expect(call).toHaveBeenLastCalledWith('print_chronology', request);
});

test('what did not come out keeps its release for the next try', async () => {
  call.mockRejectedValue(new Error('no printer'));
  paper(chronology);
  await person().click(screen.getByLabelText('Let hidden addresses onto this copy'));
  await person().type(screen.getByLabelText('Why do they have to be on it?'), 'The judge');
  await person().click(button('Save as PDF'));
  await vi.waitFor(() => expect(call).toHaveBeenCalled());
  expect(screen.getByLabelText<HTMLInputElement>('Why do they have to be on it?').value).toBe(
    'The judge',
  );
});

test('where no hidden address stands in it nobody is asked about one', () => {
  paper({ ...chronology, hidden: false });
  expect(screen.queryByLabelText('Let hidden addresses onto this copy')).toBeNull();
});

test('a closed dialog is said, and is no success', async () => {
  call.mockResolvedValue({ rows: null, download: null });
  paper(chronology);
  await person().click(button('Save as PDF'));
  await screen.findByText('Nothing was saved: no place was chosen.');
  expect(screen.queryByText('Saved')).toBeNull();
});

test('the sheet has warnings before all else, and says when it shows a hidden address', () => {
  render(ChronologySheet, {
    props: { chronology: { ...chronology, released: true }, audience: 'file' },
  });
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
  expect(rows[0]).toContain('This copy shows an address that is hidden');
  expect(rows[1]).toMatch(/Risk to workers.*Visit in pairs\..*they do not know of it/s);
});
