/** Where something let go at `y` belongs among boxes from top to bottom: 0 is before the first. */
export function dropAt(boxes: { top: number; height: number }[], y: number): number {
  return boxes.filter((box) => y > box.top + box.height / 2).length;
}

/** The place of a thing after it was lifted from `from` and let go before what stood at `before`. */
export function landing(from: number, before: number): number {
  return before > from ? before - 1 : before;
}
