import { pack } from '$lib/features/packs/pack.svelte';
import { stepNamed } from '$lib/features/wizard/steps';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const name = url.searchParams.get('step');
  pack.trouble = null;
  // An import goes on while other screens are shown, and after the page was begun anew.
  if (name === 'run' && !pack.progress) await pack.look();
  if (pack.progress?.ended && name !== 'run') pack.forget();
  return { step: stepNamed(name, pack.known) };
};
