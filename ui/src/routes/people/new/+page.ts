import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  return { name: url.searchParams.get('name') ?? '' };
};
