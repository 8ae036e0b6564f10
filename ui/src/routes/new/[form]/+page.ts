import { answersOfLink } from '$lib/features/draft/shelves';
import { ApiError, call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, parent }) => {
  await parent();
  const [{ forms }, people] = await Promise.all([
    call('list_forms', {}),
    call('list_people', { search: '', limit: 50 }),
  ]);
  const form = forms.find((one) => one.id === params.form);
  if (!form) throw new ApiError('form_unknown');
  const from = url.searchParams.get('from');
  const child = url.searchParams.get('child');
  const already = from ? (await call('open_record', { id: from })).people : [];
  // The child in view may be far down a long caseload: it is asked for by its id.
  const inView = child ? (await call('open_child', { id: child })).person : null;
  const brought = answersOfLink(url.searchParams.get('answers'));
  return { form, people, from, already, inView, brought };
};
