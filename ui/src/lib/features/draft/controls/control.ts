import type { Kind, Question } from '$lib/api/form';
import type { Sitting } from '../sitting';

/** What every control is given: its question, where the answer stands, and what is wrong with it. */
export interface ControlProps {
  question: Question;
  path: string;
  filling: Sitting;
  label: string;
  error: string | undefined;
}

/** A control that needs the details of its kind. */
export type KindProps<T extends Kind['type']> = ControlProps & { kind: Extract<Kind, { type: T }> };
