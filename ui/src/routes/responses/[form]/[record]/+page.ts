import { beside } from '$lib/features/responses/sheet/beside';
import { orderOf } from '$lib/features/responses/sheet/order.svelte';
import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, parent }) => {
  await parent();
  const near = Math.max(0, Math.floor(Number(url.searchParams.get('at')) || 0));
  const [view, place] = await Promise.all([
    call('open_record', { id: params.record }),
    beside(params.form, orderOf(params.form), params.record, near),
  ]);
  return { form: params.form, view, place };
};
