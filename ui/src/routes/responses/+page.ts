import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  const [answered, past] = await Promise.all([
    call('answered_forms', {}),
    call('list_imports', {}),
  ]);
  // Only somebody who may import has an import going on.
  const running = answered.may_import && (await call('import_progress', {})).running;
  return { answered, imports: past.imports, running };
};
