import { t } from '$lib/words/catalogue';

/** What undoing an import of answers takes away, of so many records where that is known, and what stays. */
export function undoing(records?: number): string[] {
  const away =
    records === undefined ? t('response-undo-all') : t('response-undo-what', { count: records });
  return [`${away} ${t('response-undo-before')}`, t('response-undo-kept')];
}
