import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  const [draft, people, { forms }] = await Promise.all([
    call('open_draft', { id: params.id }),
    call('list_people', { search: '', limit: 50 }),
    call('list_forms', {}),
  ]);
  const several = forms.find((form) => form.id === draft.form.id)?.several_children ?? true;
  return { draft, people, several };
};
