import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  const { person, fields, seen } = await call('open_child', { id: params.id });
  return { person, fields, seen };
};
