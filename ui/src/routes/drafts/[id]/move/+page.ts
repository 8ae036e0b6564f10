import { flushAll } from '$lib/features/session/flush';
import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  // What was typed last must be on the disk before it is compared.
  await flushAll();
  return { id: params.id, move: await call('compare_draft', { id: params.id }) };
};
