import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ImportProgressView } from '$lib/api/generated';
import RunStep from './RunStep.svelte';
import { taking } from './taking.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$lib/host/call', async (original) => ({ ...(await original<object>()), call }));

const progress = (some: Partial<ImportProgressView>): ImportProgressView => ({
  running: false,
  done: 0,
  total: 0,
  finished: null,
  failed: null,
  ...some,
});

beforeEach(() => {
  call.mockReset();
  taking.forget();
});

test('an import that goes on says how far it is and can be stopped', async () => {
  call.mockResolvedValue(progress({ failed: { code: 'stopped', args: {} } }));
  render(RunStep, { progress: progress({ running: true, done: 200, total: 1000 }) });
  screen.getByText('200 of 1,000 rows');
  expect(screen.getByRole('progressbar')).toHaveProperty('value', 200);
  await userEvent.click(screen.getByRole('button', { name: 'Stop the import' }));
  // It may have been asked how far it is before that, on a slow machine.
  const verbs = call.mock.calls.map(([verb]: string[]) => verb);
  expect(verbs.slice(verbs.indexOf('cancel_import'))).toContain('import_progress');
  expect(taking.progress?.failed?.code).toBe('stopped');
});

test('an import that was stopped kept nothing and says so', () => {
  render(RunStep, { progress: progress({ failed: { code: 'stopped', args: {} } }) });
  screen.getByText('The import was stopped.');
  screen.getByText('Nothing of it was kept.');
});

test('an import that failed says what happened and what to do', () => {
  render(RunStep, { progress: progress({ failed: { code: 'disk_full', args: {} } }) });
  screen.getByText('The disk is full.');
  screen.getByText('Nothing of it was kept.');
});

test('an import is undone only with a reason', async () => {
  const done = { batch: 'b1', new: 3, changed: 1, already_here: 0, people_added: 0 };
  call.mockResolvedValue({});
  render(RunStep, { progress: progress({ finished: done }) });
  screen.getByText('4 responses were imported.');
  const undone = () => call.mock.calls.filter(([verb]: string[]) => verb === 'undo_import');
  await userEvent.click(screen.getByRole('button', { name: 'Undo this import' }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo the import' }));
  screen.getByText('Say why it is undone');
  expect(undone()).toEqual([]);
  await userEvent.type(screen.getByLabelText('Why is it undone?'), 'Wrong form');
  await userEvent.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(undone()).toEqual([['undo_import', { batch: 'b1', reason: 'Wrong form' }]]);
  screen.getByText('The import was undone.');
});

test('when everything was here already there is nothing to undo', () => {
  const done = { batch: null, new: 0, changed: 0, already_here: 9, people_added: 0 };
  render(RunStep, { progress: progress({ finished: done }) });
  screen.getByText('Everything was here already.');
  expect(screen.queryByRole('button', { name: 'Undo this import' })).toBeNull();
});
