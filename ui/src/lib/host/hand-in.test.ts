// @vitest-environment node
// jsdom has no Blob.arrayBuffer.
import { beforeEach, expect, test, vi } from 'vitest';
import { base64, Cancelled, handIn } from './hand-in';

const call = vi.hoisted(() => vi.fn());
vi.mock('./call', () => ({ call }));

const MEBIBYTE = 1 << 20;
const file = new File([new Uint8Array(MEBIBYTE + 3)], 'plan.pdf');
const parts = () => call.mock.calls.filter(([command]) => command === 'upload_part');

beforeEach(() => {
  let arrived = 0;
  call.mockReset();
  call.mockImplementation(async (command: string, { data }: { data?: string }) => {
    if (command === 'upload_part') arrived += atob(data ?? '').length;
    return { id: 'u1', arrived };
  });
});

test('a file goes in parts of a mebibyte, and the share that arrived is told', async () => {
  const shares: number[] = [];
  expect(await handIn(file, (share) => shares.push(share))).toBe('u1');
  expect(call.mock.calls[0]).toEqual(['begin_upload', { name: 'plan.pdf', size: MEBIBYTE + 3 }]);
  expect(parts().map(([, { data }]) => atob(data).length)).toEqual([MEBIBYTE, 3]);
  expect(shares).toEqual([MEBIBYTE / (MEBIBYTE + 3), 1]);
});

test('a file that is stopped sends nothing more', async () => {
  const stop = new AbortController();
  await expect(handIn(file, () => stop.abort(), stop.signal)).rejects.toBeInstanceOf(Cancelled);
  expect(parts()).toHaveLength(1);
});

test('bytes become base64, none of them changed', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
  expect(Uint8Array.from(atob(base64(bytes)), (one) => one.charCodeAt(0))).toEqual(bytes);
});
