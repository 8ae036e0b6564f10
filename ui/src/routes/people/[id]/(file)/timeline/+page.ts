import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
  const { forms } = await call('list_forms', {});
  return { forms: Object.fromEntries(forms.map((form) => [form.id, form.title])) };
};
