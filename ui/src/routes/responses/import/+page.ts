import { taking } from '$lib/features/responses/taking/taking.svelte';
import { stepNamed } from '$lib/features/wizard/steps';
import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const [answered, { forms }] = await Promise.all([
    call('answered_forms', {}),
    call('list_forms', {}),
  ]);
  const name = url.searchParams.get('step');
  taking.trouble = null;
  // An import goes on while other screens are shown, and after the page was begun anew.
  if (name === 'run' && !taking.progress) await taking.look();
  const over = taking.progress?.finished && name !== 'run';
  if (over) taking.forget();
  return { may: answered.may_import, forms, step: stepNamed(name, taking.known) };
};
