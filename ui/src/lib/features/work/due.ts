import type { DueRow } from '$lib/api/generated';
import { said } from '$lib/features/people/words';
import { t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';

/** Whole days from one `YYYY-MM-DD` to another, by the calendar; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  const day = (written: string) => Date.parse(`${written.slice(0, 10)}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / 86_400_000);
}

/** What is due, in words. */
export const limitWords = (row: Pick<DueRow, 'limit'>): string => said('limit', row.limit);

/** When it is due, and how far that is from today. */
export function dueWords(row: Pick<DueRow, 'due'>, today: string): string {
  const days = daysBetween(today, row.due);
  const when = event(row.due);
  if (days < 0) return t('due-was', { when, count: -days });
  if (days === 0) return row.due.length > 10 ? t('due-today-at', { when }) : t('due-today');
  return t('due-will', { when, count: days });
}
