import { FILE } from '$lib/features/facts/save';
import { call } from '$lib/host/call';
import type { LayoutLoad } from './$types';

// Opening a file is an entry, so it is opened once and not with every tab: this does not wait for the
// frame, which is asked anew on every screen. A locked casebook is sent elsewhere by the frame.
export const load: LayoutLoad = async ({ params, depends }) => {
  depends(FILE);
  const [child, network] = await Promise.all([
    call('open_child', { id: params.id }),
    call('network', { id: params.id }),
  ]);
  return { child, network };
};
