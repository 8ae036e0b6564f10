import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, parent }) => {
  await parent();
  const [old, hash] = [url.searchParams.get('old'), url.searchParams.get('new')];
  const [view, changes] = await Promise.all([
    call('open_form', { id: params.id }),
    call('compare_form', { ...(old ? { old } : {}), ...(hash ? { new: hash } : {}) }),
  ]);
  return { form: view.form, changes };
};
