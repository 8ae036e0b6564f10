import type { CaseloadRow } from '$lib/api/generated';

/** The children who were chosen to be given to somebody else; lost when the page begins anew. */
export const giving = $state<{ rows: CaseloadRow[] }>({ rows: [] });
