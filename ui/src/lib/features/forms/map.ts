import type { MapSectionView } from '$lib/api/generated';

const [WIDTH, HEIGHT, GAP] = [190, 34, 26];
const LONGEST = 24;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  reached: boolean;
  end: boolean;
}

/** A drawing of the map: a box a section from top to bottom, jumps as bows on the right. */
export function drawn(map: MapSectionView[]): {
  width: number;
  height: number;
  boxes: Box[];
  ways: { path: string; jump: boolean }[];
} {
  const top = (index: number) => 4 + index * (HEIGHT + GAP);
  const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  const boxes = [...map, undefined].map((section, index) => ({
    x: 4,
    y: top(index),
    width: WIDTH,
    height: HEIGHT,
    text: section ? `${index + 1}. ${cut(section.title)}` : '',
    reached: section?.reached ?? true,
    end: section === undefined,
  }));
  const place = new Map(map.map((section, index) => [section.id, index]));
  const ways = new Map<string, boolean>();
  let widest = 0;
  for (const [from, section] of map.entries()) {
    for (const way of section.ways) {
      const to = way.to === null ? map.length : place.get(way.to);
      if (to === undefined) continue;
      const jump = way.because !== '' || to !== from + 1;
      const bow = Math.min(90, 22 + 12 * Math.abs(to - from));
      if (jump) widest = Math.max(widest, bow);
      ways.set(jump ? bowed(top(from), top(to), bow) : straight(top(from), top(to)), jump);
    }
  }
  return {
    width: WIDTH + 12 + widest,
    height: top(map.length) + HEIGHT + 4,
    boxes,
    ways: [...ways].map(([path, jump]) => ({ path, jump })),
  };
}

const straight = (from: number, to: number) => `M${4 + WIDTH / 2} ${from + HEIGHT}V${to - 1}`;

function bowed(from: number, to: number, bow: number): string {
  const right = 4 + WIDTH;
  const [start, stop] = [from + HEIGHT * 0.65, to + HEIGHT * 0.35];
  return `M${right} ${start}C${right + bow} ${start} ${right + bow} ${stop} ${right + 2} ${stop}`;
}
