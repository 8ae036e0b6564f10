import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, parent }) => {
  await parent();
  const hash = url.searchParams.get('hash');
  const [view, desk] = await Promise.all([
    call('open_form', { id: params.id, ...(hash ? { hash } : {}) }),
    call('forms_desk', {}),
  ]);
  return { view, desk };
};
