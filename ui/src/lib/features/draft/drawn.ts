import { isRecord } from './paths';

/** A point on a drawing, each from 0 to 1000. */
export type Point = [number, number];
export type Stroke = Point[];

/** As many as a drawing holds (crates/forms). */
export const MOST_STROKES = 200;
export const MOST_POINTS = 20_000;

/** Points nearer than this to the one before add nothing that can be seen. */
const STEP = 4;

/** The lines of a drawing or of a signature. */
export function strokesOf(value: unknown): Stroke[] {
  const strokes: unknown[] = isRecord(value) && Array.isArray(value.strokes) ? value.strokes : [];
  return strokes.filter(isStroke);
}

function isStroke(value: unknown): value is Stroke {
  const isPoint = (point: unknown) =>
    Array.isArray(point) && point.length === 2 && point.every((at) => typeof at === 'number');
  return Array.isArray(value) && value.every(isPoint);
}

/** A drawing with these lines; its words stay. */
export function withStrokes(value: unknown, strokes: Stroke[]): unknown {
  const rest = isRecord(value) ? { ...value } : {};
  if (strokes.length > 0) return { ...rest, strokes };
  Reflect.deleteProperty(rest, 'strokes');
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** A drawing or signature with these words under `key`; its lines stay. */
export function withWords(value: unknown, key: 'says' | 'name', text: string): unknown {
  const rest = isRecord(value) ? { ...value } : {};
  if (text !== '') return { ...rest, [key]: text };
  Reflect.deleteProperty(rest, key);
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** Where the pointer is on a drawing that fills this box. */
export function pointIn(box: DOMRect, x: number, y: number): Point {
  const within = (at: number, start: number, size: number) =>
    Math.round(Math.min(1, Math.max(0, size === 0 ? 0 : (at - start) / size)) * 1000);
  return [within(x, box.x, box.width), within(y, box.y, box.height)];
}

/** Whether a point is far enough from the end of a line to be kept. */
export function adds(stroke: Stroke, [x, y]: Point): boolean {
  const last = stroke.at(-1);
  return !last || Math.hypot(x - last[0], y - last[1]) >= STEP;
}

/** Whether another line would be more than a drawing holds. */
export function isFull(strokes: Stroke[]): boolean {
  const points = strokes.reduce((count, stroke) => count + stroke.length, 0);
  return strokes.length >= MOST_STROKES || points >= MOST_POINTS;
}

/** A line as an SVG path. A single point is a dot: a line of no length with round ends. */
export function pathOfStroke(stroke: Stroke): string {
  const [first, ...rest] = stroke;
  if (!first) return '';
  const lines = rest.length > 0 ? rest : [first];
  return `M${first.join(' ')}${lines.map((point) => `L${point.join(' ')}`).join('')}`;
}
