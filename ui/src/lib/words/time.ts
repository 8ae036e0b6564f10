import { t } from './catalogue';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

/** Whole calendar days from `at` to `now`, on this device's calendar. */
function daysAgo(at: Date, now: Date): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
}

/** The clock time of a moment, e.g. `14:32`. */
export function clock(moment: string): string {
  return CLOCK.format(new Date(moment));
}

/** A moment as people say it: `14:32`, `yesterday 14:32`, then `12 November 09:10`. */
export function moment(rfc3339: string, now: Date = new Date()): string {
  const at = new Date(rfc3339);
  if (Number.isNaN(at.getTime())) return rfc3339;
  const time = CLOCK.format(at);
  const days = daysAgo(at, now);
  if (days === 0) return time;
  if (days === 1) return t('time-yesterday', { time });
  const sameYear = at.getFullYear() === now.getFullYear();
  return t('time-day', { day: (sameYear ? DAY : DAY_OF_YEAR).format(at), time });
}

/** Today at a time is only the time; in a sentence about a day, that day is said. */
export function fullMoment(rfc3339: string): string {
  const at = new Date(rfc3339);
  if (Number.isNaN(at.getTime())) return rfc3339;
  return t('time-day', { day: DAY_OF_YEAR.format(at), time: CLOCK.format(at) });
}

/** A date, or a date with its time, as written by the person: an unknown time is never `00:00`. */
export function event(written: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(written);
  if (!parts) return written;
  const [, year, month, day, time] = parts;
  const date = DAY_OF_YEAR.format(new Date(Number(year), Number(month) - 1, Number(day)));
  return time ? t('time-day', { day: date, time }) : date;
}

/** How long ago, in the largest whole unit: minutes, hours or days. */
export function age(rfc3339: string, now: Date = new Date()): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(rfc3339).getTime()) / 60_000));
  if (minutes < 60) return t('time-minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t('time-hours', { count: hours });
  return t('time-days', { count: Math.floor(hours / 24) });
}
