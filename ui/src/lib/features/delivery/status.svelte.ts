import type { StatusView } from '$lib/api/generated';
import { call } from '$lib/host/call';

const EVERY = 5000;
// A run is often over in a second, and "Sending now" should not outlive it for long.
const WHILE_SENDING = 1000;

/** What the status bar shows; null until it was first asked. */
export const delivery = $state<{ status: StatusView | null; failed: boolean }>({
  status: null,
  failed: false,
});

/** Asks now, for example after a record was filed. */
export async function refreshStatus(): Promise<void> {
  try {
    delivery.status = await call('status', {});
    delivery.failed = false;
  } catch {
    // The bar says that what it shows may be old; the next round asks again.
    delivery.failed = true;
  }
}

/** Asks every five seconds, more often while sending, until the returned function is called. */
export function watchStatus(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  async function ask(): Promise<void> {
    await refreshStatus();
    if (!stopped) timer = setTimeout(ask, delivery.status?.sending ? WHILE_SENDING : EVERY);
  }
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
