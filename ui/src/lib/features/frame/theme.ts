import type { SettingsView } from '$lib/api/generated';

/** Shows the theme and the density of the settings; an unknown one falls to the first. */
export function showTheme(settings: Pick<SettingsView, 'theme' | 'density'>): void {
  const root = document.documentElement;
  root.dataset.theme = settings.theme;
  root.dataset.density = settings.density;
}
