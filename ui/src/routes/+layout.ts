import { redirect } from '@sveltejs/kit';
import { flushAll } from '$lib/features/session/flush';
import { gate } from '$lib/features/session/gate';
import { call } from '$lib/host/call';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

// Runs before every screen: what was typed is saved first, then the casebook says how it stands.
export const load: LayoutLoad = async ({ url }) => {
  await flushAll();
  const session = await call('session', {});
  const elsewhere = gate(session.standing, url.pathname);
  if (elsewhere) redirect(307, elsewhere);
  return { session };
};
