/** The steps of taking a pack in, in their order. */
export const STEPS = ['file', 'columns', 'dates', 'preview', 'people', 'run'] as const;
export type Step = (typeof STEPS)[number];

/** What decides which steps there are. */
export interface Known {
  /** A file was read. */
  read: boolean;
  /** Dates can be read in two ways. */
  askDates: boolean;
  /** People of the file may be on file. */
  askPeople: boolean;
  /** The import was started: it is going on, or has ended. */
  started: boolean;
}

/** The steps that this file needs. */
export function stepsOf(known: Known): Step[] {
  if (!known.read) return ['file'];
  return STEPS.filter(
    (step) => (step !== 'dates' || known.askDates) && (step !== 'people' || known.askPeople),
  );
}

/** The step after this one. */
export function after(step: Step, known: Known): Step {
  const later = stepsOf(known).find((one) => STEPS.indexOf(one) > STEPS.indexOf(step));
  return later ?? step;
}

/** The step before this one; undefined at the first. */
export function before(step: Step, known: Known): Step | undefined {
  return stepsOf(known).findLast((one) => STEPS.indexOf(one) < STEPS.indexOf(step));
}

/** The step that an address names; the first when it cannot be shown (yet). */
export function stepNamed(name: string | null, known: Known): Step {
  if (name === 'run' && known.started) return 'run';
  const wanted = name === 'run' ? 'preview' : name;
  return stepsOf(known).find((one) => one === wanted) ?? 'file';
}
