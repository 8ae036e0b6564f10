import { call } from '$lib/host/call';
import { plainText, tidy } from './paste';
import { typeAtCaret, type Box } from './typing';

/** What is pasted into a text: cleaned, and looked at for children who are not on the form. */
export class Pasting {
  /** Names of children on file who stand in the pasted text and are not on the form. */
  names = $state<string[]>([]);

  constructor(readonly draft: string) {}

  /** Takes a paste. Files are left to whoever takes files. */
  async take(event: ClipboardEvent): Promise<void> {
    const board = event.clipboardData;
    const box = event.currentTarget;
    if (!board || !(box instanceof HTMLElement)) return;
    const html = board.getData('text/html');
    const plain = board.getData('text/plain');
    const text = html ? plainText(html) : tidy(plain);
    if (text === '') return;
    if (html || text !== plain) {
      event.preventDefault();
      typeAtCaret(box as Box, text);
    }
    await this.#look(text);
  }

  /** The warning was read. */
  dismiss(): void {
    this.names = [];
  }

  async #look(text: string): Promise<void> {
    if (this.draft === '') return;
    try {
      this.names = (await call('other_names', { draft: this.draft, text })).names;
    } catch {
      // Only a help: the text is in, and nothing is held up for it.
      this.names = [];
    }
  }
}
