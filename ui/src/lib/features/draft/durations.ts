import { asText } from './answers';
import { isRecord } from './paths';

/** A length of time as typed in three boxes. */
export interface TypedDuration {
  hours: string;
  minutes: string;
  seconds: string;
}

export const DURATION_BOXES = ['hours', 'minutes', 'seconds'] as const;

const EMPTY: TypedDuration = { hours: '', minutes: '', seconds: '' };
const FILED = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i;
const CLOCK = /^(\d+):(\d{1,2})(?::(\d{1,2}))?$/;

/** A length of time as it stands in its boxes; a line that is none stays in the first of them. */
export function asDuration(value: unknown): TypedDuration {
  if (typeof value === 'string') {
    const line = value.trim();
    const parts = FILED.exec(line) ?? CLOCK.exec(line);
    if (!parts) return { ...EMPTY, hours: line };
    const [, hours = '', minutes = '', seconds = ''] = parts;
    return { hours, minutes, seconds };
  }
  if (!isRecord(value)) return { ...EMPTY };
  return {
    hours: asText(value.hours),
    minutes: asText(value.minutes),
    seconds: asText(value.seconds),
  };
}
