import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, parent }) => {
  await parent();
  const note = await call('open_note', { id: params.id });
  // The file from which it was opened, else the first on which it stands.
  const from = url.searchParams.get('child');
  const person = note.people.find((one) => one.id === from) ?? note.people[0] ?? null;
  return { note, person };
};
