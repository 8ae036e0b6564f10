import { call } from '$lib/host/call';
import { inWindow } from '$lib/host/window';
import { flushAll } from './flush';

/** The route and the field that the person is in, to come back to after unlocking. */
export function place(): string {
  const { pathname, search } = window.location;
  const field = document.activeElement?.id;
  return `${pathname}${search}${field ? `#${encodeURIComponent(field)}` : ''}`;
}

/** Saves what was typed and locks. The window's process ends; a browser starts the page again. */
export async function lock(): Promise<void> {
  const back = place();
  await flushAll();
  await call('lock', { place: back });
  if (!inWindow()) window.location.reload();
}
