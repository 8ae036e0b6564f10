import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const { forms } = await call('list_forms', {});
  return { forms, child: url.searchParams.get('child'), from: url.searchParams.get('from') };
};
