/** Whether the search stands over the screen. */
export const palette = $state({ open: false });

/** Puts the search over the screen, wherever one is. */
export function openPalette(): void {
  palette.open = true;
}

/** Ctrl+K again puts it away. */
export function togglePalette(): void {
  palette.open = !palette.open;
}

/** Puts it away; the dialog gives the focus back to where it was. */
export function closePalette(): void {
  palette.open = false;
}
