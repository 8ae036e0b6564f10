import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const asked = url.searchParams.get('of');
  // Two parts show no caseload, but everybody on file and the loads, which come with any.
  const own = asked === null || asked === 'everybody' || asked === 'teams';
  const first = await call('caseload', { of: own ? 'mine' : asked });
  // Somebody with nobody allocated is shown everybody, and not an empty list.
  const of = asked ?? (first.rows.length > 0 ? 'mine' : 'everybody');
  const people = of === 'everybody' ? await call('list_people', { search: '', limit: 200 }) : null;
  return { of, caseload: first, people };
};
