/** A part of the help page. Its words are `help-<topic>-title` and `help-<topic>`. */
const topics = (...names: string[]) =>
  names.map((name) => ({ id: `help-${name}`, title: `help-${name}-title`, text: `help-${name}` }));

/** What people ask first. */
export const QUESTIONS = topics('saved', 'lost', 'locked', 'wrong');

/** What the screens are for, in the order of a day. */
export const SCREENS = topics(
  'day',
  'search',
  'file',
  'warnings',
  'people',
  'documents',
  'chronology',
  'duplicates',
  'packs',
);
