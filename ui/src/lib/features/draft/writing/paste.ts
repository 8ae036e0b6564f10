/** Bullets as word processors write them, at the beginning of a line, symbol fonts included. */
const BULLET = /^[ \t]*[•◦▪▫‣⁃●○■□➢➤\u00b7\uf0a7\uf0b7\uf0d8][ \t]*/gmu;
/** Blanks that look like a space and are none. */
const BLANK = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
/** Marks that nobody sees: soft hyphens, zero-width blanks, byte order marks. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/gu;

/** A plain text as it should stand in a record: real spaces, `- ` for bullets, no blank crowds. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(BLANK, ' ')
    .replace(BULLET, '- ')
    .replace(/[ \t]+(?=\n)/g, '')
    .replace(/\n{3,}/g, '\n\n');
}

const BLOCK =
  /^(address|article|blockquote|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|li|main|ol|p|pre|section|table|tr|ul)$/;
const UNREAD = /^(head|meta|link|script|style|template|title|noscript|svg|object)$/;

/** Formatted text as plain text: lines where it had lines, `- ` before the points of a list. */
export function plainText(html: string): string {
  // Parsed apart from the page: nothing in it is loaded or run.
  const page = new DOMParser().parseFromString(html, 'text/html');
  return tidy(read(page.body))
    .replace(/\n{2,}(?=- )/g, '\n')
    .trim();
}

function read(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
  if (!(node instanceof Element)) return '';
  const name = node.localName;
  if (UNREAD.test(name)) return '';
  if (name === 'br') return '\n';
  const inside = [...node.childNodes].map(read).join('');
  if (name === 'td' || name === 'th') return `${inside.trim()}\t`;
  if (!BLOCK.test(name)) return inside;
  const text = inside.replace(/^[ \n]+|\s+$/g, '');
  if (text === '') return '\n';
  if (name === 'li') return `\n${bullet(node)}${text}\n`;
  return name === 'p' || /^h[1-6]$/.test(name) ? `\n\n${text}\n\n` : `\n${text}\n`;
}

function bullet(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return '- ';
  return `${[...list.children].indexOf(item) + 1}. `;
}
