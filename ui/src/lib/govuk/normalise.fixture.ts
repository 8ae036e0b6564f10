/**
 * HTML as a list of lines that two renderings of the same thing share: attributes sorted, white
 * space collapsed, comments dropped, and what only GOV.UK's own scripts use left out.
 */
export function normalise(html: string): string[] {
  const root = document.createElement('div');
  root.innerHTML = html;
  return lines(root);
}

/** The same for what is on the page, where a control's state is a property and no attribute. */
export function lines(root: Element): string[] {
  return [...root.childNodes].flatMap((node) => line(node));
}

function line(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text ? [text] : [];
  }
  if (!(node instanceof HTMLElement)) return [];
  const name = node.tagName.toLowerCase();
  if (name === 'plain-text') return lines(node);
  const open = [name, ...attributes(node)].join(' ');
  const inside = node instanceof HTMLTextAreaElement ? [] : lines(node);
  return [`<${open}>`, ...inside, `</${name}>`];
}

function attributes(node: HTMLElement): string[] {
  const found = [...node.attributes]
    .filter(({ name }) => !name.startsWith('data-') && !STATE.includes(name))
    .map(({ name, value }) => `${name}="${words(name, value)}"`);
  return [...found, ...state(node)].filter((one) => one !== 'class=""').sort();
}

function words(name: string, value: string): string {
  const all = value.split(/\s+/).filter(Boolean);
  return (name === 'class' ? all.sort() : all).join(' ');
}

const STATE = ['value', 'checked', 'selected', 'rows'];

function state(node: HTMLElement): string[] {
  if (node instanceof HTMLInputElement) {
    return [node.value && `value="${node.value}"`, node.checked && 'checked'].filter(isText);
  }
  if (node instanceof HTMLTextAreaElement) return [`value="${node.value}"`];
  if (node instanceof HTMLOptionElement) {
    return [`value="${node.value}"`, node.selected && 'selected'].filter(isText);
  }
  return [];
}

function isText(value: string | false): value is string {
  return typeof value === 'string' && value !== '';
}
