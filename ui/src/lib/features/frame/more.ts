import { t } from '$lib/words/catalogue';

/** What is needed less often than every day: behind "More", and named in the search. */
export const MORE = [
  { href: '/forms', text: t('desk-nav') },
  { href: '/responses', text: t('nav-responses') },
  { href: '/packs', text: t('nav-packs') },
  { href: '/duplicates', text: t('nav-duplicates') },
  { href: '/organisation', text: t('nav-organisation') },
  { href: '/settings', text: t('nav-settings') },
  { href: '/help', text: t('nav-help') },
];
