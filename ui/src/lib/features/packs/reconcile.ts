import type { ReconcilePoint } from '$lib/api/generated';
import { labelOf } from '$lib/features/facts/lists';
import { said } from '$lib/features/people/words';
import { has, t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';

/** What a point is about: the kind of warning, the relation or the field. */
export function aboutWhat({ sort, what }: ReconcilePoint): string {
  if (what === '') return said('reconcile', sort);
  const about = sort.startsWith('warning')
    ? said('warning', what)
    : sort === 'relative_added'
      ? said('relation', what)
      : has(`field-${what}`)
        ? said('field', what)
        : said('person', what);
  return t('reconcile-about', { sort: said('reconcile', sort), about });
}

/** What the pack says or what stands here, codes in words. */
export function inWords({ sort, what }: ReconcilePoint, value: string): string {
  if (value === '') return t('reconcile-nothing');
  if (sort === 'history_added') return t('pack-row-notes', { count: Number(value) });
  if (what === 'care_status') return said('care-status', value);
  if (what === 'ethnicity') return labelOf('ethnicity', value);
  if (what === 'sex' || what === 'interpreter_needed') return said(`person-${what}`, value);
  return what.startsWith('date_of') ? event(value) : value;
}
