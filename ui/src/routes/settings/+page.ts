import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { session } = await parent();
  const [status, check] = await Promise.all([call('status', {}), call('check_progress', {})]);
  return { settings: session.settings, folder: session.folder, hub: status.hub, check };
};
