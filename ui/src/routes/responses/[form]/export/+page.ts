import { orderOf } from '$lib/features/responses/sheet/order.svelte';
import { askSheet } from '$lib/features/responses/sheet/pages.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  const order = orderOf(params.form);
  return { form: params.form, order, sheet: await askSheet(params.form, order, 0, 1) };
};
