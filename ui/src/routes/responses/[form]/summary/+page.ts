import { asked, orderOf } from '$lib/features/responses/sheet/order.svelte';
import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  const { filters } = asked(orderOf(params.form));
  return {
    form: params.form,
    filters: filters.length,
    summary: await call('summarise', { form: params.form, filters }),
  };
};
