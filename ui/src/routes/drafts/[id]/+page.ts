import { flushAll } from '$lib/features/session/flush';
import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

// Not tied to the frame's load, so that another section of the same draft does not open it again.
export const load: PageLoad = async ({ params }) => {
  await flushAll();
  return { draft: await call('open_draft', { id: params.id }) };
};
