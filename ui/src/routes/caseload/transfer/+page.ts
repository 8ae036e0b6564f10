import { call } from '$lib/host/call';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  const [caseload, organisation] = await Promise.all([
    call('caseload', { of: 'mine' }),
    call('organisation', {}),
  ]);
  const teams = organisation.teams.flatMap((team) =>
    team.holds && team.says.kind === 'team' ? [team.says.name] : [],
  );
  return { loads: caseload, teams };
};
