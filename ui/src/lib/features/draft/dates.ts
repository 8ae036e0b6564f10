import type { TypedDate } from '$lib/api/form';
import { asText } from './answers';
import { isRecord } from './paths';

/** The boxes of a date, in the order in which they stand. */
export type DateBox = 'day' | 'month' | 'year' | 'time';
export type DateParts = 'day' | 'no_year' | 'with_time' | 'no_year_with_time';

/** Which boxes a date question has. */
export function boxesOf(parts: DateParts = 'day'): DateBox[] {
  const boxes: DateBox[] = ['day', 'month'];
  if (parts === 'day' || parts === 'with_time') boxes.push('year');
  if (parts === 'with_time' || parts === 'no_year_with_time') boxes.push('time');
  return boxes;
}

const EMPTY: TypedDate = { day: '', month: '', year: '' };
const FILED = /^(?:(\d{4})|-)(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2}))?$/;
const WRITTEN = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+)(?:[\s/.,-]+(\d{4}))?(?:[\s,]+(?:at )?(.+))?$/i;

const short = (part: string | undefined) => (part ? String(Number(part)) : '');

/**
 * A date answer as it stands in its boxes. One carried over from a filed record, or brought by a
 * link, is one line; a line that is no date stays in the first box, so that nobody loses it.
 */
export function asDate(value: unknown): TypedDate {
  if (typeof value === 'string') return fromLine(value.trim());
  if (!isRecord(value)) return { ...EMPTY };
  const typed = { day: asText(value.day), month: asText(value.month), year: asText(value.year) };
  return 'time' in value ? { ...typed, time: asText(value.time) } : typed;
}

function fromLine(line: string): TypedDate {
  const filed = FILED.exec(line);
  if (filed) {
    const [, year, month, day, time] = filed;
    const boxes = { day: short(day), month: short(month), year: short(year) };
    return time ? { ...boxes, time } : boxes;
  }
  const written = WRITTEN.exec(line);
  if (!written) return { ...EMPTY, day: line };
  const [, day = '', month = '', year = '', time] = written;
  return time ? { day, month, year, time } : { day, month, year };
}

/** A day as typed, `back` days before `now`. */
export function dayBefore(now: Date, back: number): TypedDate {
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  return {
    day: String(at.getDate()),
    month: String(at.getMonth() + 1),
    year: String(at.getFullYear()),
  };
}
