import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  const [draft, desk] = await Promise.all([
    call('open_form_draft', { id: params.draft }),
    call('forms_desk', {}),
  ]);
  return { draft, forms: desk.forms };
};
