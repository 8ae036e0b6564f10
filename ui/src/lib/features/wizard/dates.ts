const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const WRITTEN = /\b(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})\b/;

/** A day of the file that is two different days, and where it stands; none when no example is. */
export function ambiguous(columns: { header: string; example: string }[]): string | undefined {
  for (const { example } of columns) {
    const found = WRITTEN.exec(example);
    if (!found) continue;
    const [, first, second] = found.map(Number);
    if (first && second && first <= 12 && second <= 12 && first !== second) return found[0];
  }
  return undefined;
}

/** A day as it is meant in an order: `03/04/2026` is 3 April with the day first. */
export function meant(written: string, order: string): string {
  const found = WRITTEN.exec(written);
  if (!found) return written;
  const [first = 1, second = 1, third = 1] = found.slice(1).map(Number);
  const [day, month, year] =
    order === 'year_first'
      ? [third, second, first]
      : order === 'month_first'
        ? [second, first, third]
        : [first, second, third];
  return DAY.format(new Date(year < 100 ? 2000 + year : year, month - 1, day));
}
