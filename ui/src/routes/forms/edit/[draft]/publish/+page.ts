import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  const draft = await call('open_form_draft', { id: params.draft });
  // A form with faults cannot be compared; its faults are shown instead.
  const sound = draft.inspection.faults.length === 0;
  return { draft, changes: sound ? await call('compare_form', { draft: draft.id }) : null };
};
