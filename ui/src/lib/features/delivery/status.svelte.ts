import type { StatusView } from '$lib/api/generated';
import { call } from '$lib/host/call';

const EVERY = 5000;

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

/** Asks every five seconds until the returned function is called. */
export function watchStatus(): () => void {
  void refreshStatus();
  const timer = setInterval(() => void refreshStatus(), EVERY);
  return () => clearInterval(timer);
}
