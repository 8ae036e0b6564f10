/** For whom a chronology is made; all but the file leave out what somebody does not know. */
export const AUDIENCES = ['file', 'family', 'court', 'partner'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The audience that an address names; the file where it names none. */
export function audienceOf(written: string | null): Audience {
  return AUDIENCES.find((one) => one === written) ?? 'file';
}
