/** What decides which steps of a wizard there are. */
export interface Known<S extends string> {
  /** Every step in its order: the file first, the last but running is where it is started. */
  order: readonly S[];
  /** Steps that this file does not need. */
  spared: readonly S[];
  /** A file was read. */
  read: boolean;
  /** It was started: it is going on, or has ended. */
  started: boolean;
}

/** The steps that this file needs. */
export function stepsOf<S extends string>(known: Known<S>): S[] {
  if (!known.read) return known.order.slice(0, 1);
  return known.order.filter((step) => !known.spared.includes(step));
}

/** The step after this one; the last stays. */
export function after<S extends string>(step: S, known: Known<S>): S {
  const at = (one: S) => known.order.indexOf(one);
  return stepsOf(known).find((one) => at(one) > at(step)) ?? step;
}

/** The step before this one; undefined at the first. */
export function before<S extends string>(step: S, known: Known<S>): S | undefined {
  const at = (one: S) => known.order.indexOf(one);
  return stepsOf(known).findLast((one) => at(one) < at(step));
}

/** The step that an address names; the first when it cannot be shown (yet). */
export function stepNamed<S extends string>(name: string | null, known: Known<S>): S {
  const last = known.order[known.order.length - 1] as S;
  if (name === last && known.started) return last;
  const wanted = name === last ? 'preview' : name;
  return stepsOf(known).find((one) => one === wanted) ?? (known.order[0] as S);
}
