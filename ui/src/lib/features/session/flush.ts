type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Registers what must be on the disk before the screen changes or the casebook locks. */
export function beforeLeaving(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Waits until everything typed is on the disk (or has said that it could not be). */
export async function flushAll(): Promise<void> {
  await Promise.all([...flushes].map((flush) => flush()));
}
