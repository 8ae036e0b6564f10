import { asText } from './answers';
import { isRecord } from './paths';

/** The places of a body map, in the order offered; their words are `part-…`. */
export const BODY_PARTS = [
  'head_front',
  'head_back',
  'face',
  'ear_left',
  'ear_right',
  'neck',
  'chest',
  'abdomen',
  'back_upper',
  'back_lower',
  'buttocks',
  'genital_area',
  'shoulder_left',
  'shoulder_right',
  'arm_left',
  'arm_right',
  'hand_left',
  'hand_right',
  'leg_left',
  'leg_right',
  'foot_left',
  'foot_right',
] as const;

/** A mark on a body map. One made by keyboard has a place in words and no point. */
export interface Mark {
  id: string;
  part: string;
  note: string;
  x?: number;
  y?: number;
}

/** The marks of a body map, in the order in which they were made. */
export function marksOf(value: unknown): Mark[] {
  const marks = isRecord(value) && Array.isArray(value.marks) ? value.marks : [];
  return marks.filter(isRecord).map((mark) => {
    const at = typeof mark.x === 'number' && typeof mark.y === 'number';
    const words = { id: asText(mark.id), part: asText(mark.part), note: asText(mark.note) };
    return at ? { ...words, x: mark.x as number, y: mark.y as number } : words;
  });
}

/** The answer that marks make; none without a mark. */
export function withMarks(marks: Mark[]): unknown {
  return marks.length > 0 ? { marks } : undefined;
}
