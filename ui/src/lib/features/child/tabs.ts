import { t } from '$lib/words/catalogue';

/** The tabs of a child's file, in the order of Alt+1 to Alt+7. */
export const TABS = [
  'overview',
  'timeline',
  'people',
  'details',
  'documents',
  'due',
  'history',
] as const;
export type Tab = (typeof TABS)[number];

/** Where a tab of somebody's file is. */
export function pathOf(person: string, tab: Tab): string {
  return tab === 'overview' ? `/people/${person}` : `/people/${person}/${tab}`;
}

/** The tab that an address shows; the details where it is the form of a fact. */
export function tabOf(person: string, path: string): Tab | undefined {
  return TABS.find((tab) => pathOf(person, tab) === path.replace(/\/$/, ''));
}

/** The title of a tab's window. */
export function tabTitle(tab: Tab, name: string): string {
  return t('child-tab-title', { tab: t(`child-tab-${tab}`), name });
}
