import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  const [people, drafts] = await Promise.all([
    call('list_people', { search: '', limit: 200 }),
    call('list_drafts', {}),
  ]);
  return { people, drafts };
};
