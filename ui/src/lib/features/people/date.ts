import type { TypedDate } from '$lib/api/form';

/** `YYYY-MM-DD` from three boxes; `''` when all are empty, undefined when it is not a real day. */
export function isoDate(typed: TypedDate): string | undefined {
  const parts = [typed.year, typed.month, typed.day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return '';
  if (!parts.every((part) => /^\d{1,4}$/.test(part)) || parts[0]?.length !== 4) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  const real =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : undefined;
}

/** The three boxes of a stored date. */
export function typedDate(iso: string | null): TypedDate {
  const [year = '', month = '', day = ''] = (iso ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}
