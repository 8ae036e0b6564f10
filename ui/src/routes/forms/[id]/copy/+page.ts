import { ApiError, call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  const { forms } = await call('forms_desk', {});
  const form = forms.find((one) => one.id === params.id);
  if (!form) throw new ApiError('form_unknown');
  return { form, forms };
};
