/** The ids that describe a control, in reading order; undefined when nothing does. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** One thing that can be chosen in radios, checkboxes and selects. */
export interface Option {
  value: string;
  text: string;
  hint?: string;
  /** For checkboxes: set apart by "or" and chosen alone. */
  exclusive?: boolean;
}
