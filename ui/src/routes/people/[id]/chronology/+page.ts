import { audienceOf } from '$lib/features/child/chronology';
import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, parent }) => {
  await parent();
  const audience = audienceOf(url.searchParams.get('for'));
  const family = url.searchParams.get('family') === 'yes';
  const chronology = await call('chronology', { id: params.id, audience, family });
  return { chronology, audience, family };
};
