import type { BODY_PARTS } from '../marks';

type Part = (typeof BODY_PARTS)[number];
type Side = 'left' | 'right';

/** A piece of the outline. Its place in words is what a press on it suggests. */
export interface Piece {
  part: Part;
  path: string;
  /** Drawn the other way round: the same piece on the other side of the body. */
  mirrored?: boolean;
}

const oval = (x: number, y: number, wide: number, high: number) =>
  `M${x - wide} ${y}a${wide} ${high} 0 1 0 ${2 * wide} 0a${wide} ${high} 0 1 0 ${-2 * wide} 0Z`;

// Our own outline, 500 wide and 1000 high, simple on purpose: it shows where and nothing more.
const HEAD = oval(250, 85, 58, 70);
const LIMBS = [
  ['ear', oval(184, 90, 9, 20)],
  ['shoulder', 'M222 182L158 194Q130 202 128 246H186V190Z'],
  ['arm', 'M128 248H174L152 518H112Z'],
  ['hand', oval(130, 555, 24, 36)],
  ['leg', 'M188 458H204L236 512H248L238 880H192Z'],
  ['foot', oval(212, 912, 34, 30)],
] as const;
const NECK = 'M226 150H274V186H226Z';
const UPPER = 'M188 192H312V334H188Z';
const LOWER = 'M188 336H312V456H188Z';
const HIPS = 'M206 458H294L264 510H236Z';

/** The limbs, the near side first as drawn: from the front that is the child's right. */
function limbs(near: Side): Piece[] {
  const far = near === 'left' ? 'right' : 'left';
  return LIMBS.flatMap(([limb, path]) => [
    { part: `${limb}_${near}` as Part, path },
    { part: `${limb}_${far}` as Part, path, mirrored: true },
  ]);
}

export const FRONT: Piece[] = [
  ...limbs('right'),
  { part: 'head_front', path: HEAD },
  { part: 'face', path: oval(250, 100, 38, 44) },
  { part: 'neck', path: NECK },
  { part: 'chest', path: UPPER },
  { part: 'abdomen', path: LOWER },
  { part: 'genital_area', path: HIPS },
];

export const BACK: Piece[] = [
  ...limbs('left'),
  { part: 'head_back', path: HEAD },
  { part: 'neck', path: NECK },
  { part: 'back_upper', path: UPPER },
  { part: 'back_lower', path: LOWER },
  { part: 'buttocks', path: HIPS },
];
