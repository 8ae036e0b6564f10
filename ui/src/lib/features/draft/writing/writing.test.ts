import { afterEach, beforeEach, expect, test } from 'vitest';
import { expandPiece } from './expand';
import { plainText, tidy } from './paste';
import { showPieces } from './pieces.svelte';
import { calledUp, placeOfWord, typeInto } from './typing';

let box: HTMLTextAreaElement;
let heard: string[];

beforeEach(() => {
  box = document.createElement('textarea');
  document.body.append(box);
  heard = [];
  box.addEventListener('input', () => heard.push(box.value));
  box.addEventListener('keydown', expandPiece);
  showPieces({ words: [], snippets: [{ name: 'Home-visit', text: 'I visited at home.' }] });
});

afterEach(() => box.remove());

const write = (text: string) => {
  box.value = text;
  box.setSelectionRange(text.length, text.length);
};
const press = (key: string, more: KeyboardEventInit = {}) =>
  box.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }));

test('formatted text becomes lines, with dashes for the points of a list', () => {
  const html =
    '<meta charset="utf-8"><style>p{color:red}</style><h1>Visit</h1><p>Zoë&nbsp;was <b>well</b>.<br>She ate.</p>' +
    '<ul><li>school</li><li><p>friends</p></li></ul><ol><li>one</li><li>two</li></ol><script>alert(1)</script>';
  expect(plainText(html)).toBe(
    'Visit\n\nZoë was well.\nShe ate.\n- school\n- friends\n\n1. one\n\n2. two',
  );
});

test('a plain text keeps its words and its indents, and loses what only looks like a blank', () => {
  expect(tidy('•\tone\r\n\u00b7 two\u00a0three  \r\n\r\n\r\n\r\n  four ')).toBe(
    '- one\n- two three\n\n  four ',
  );
  expect(tidy('Plain – as it was.')).toBe('Plain – as it was.');
});

test('a blank or Tab after ;;name puts the piece of text in its place', () => {
  write('On Monday ;;home-visit');
  expect(press(' ')).toBe(false);
  expect(box.value).toBe('On Monday I visited at home. ');
  expect(heard).toEqual(['On Monday I visited at home. ']);
  write(';;HOME-VISIT');
  press('Tab');
  expect(box.value).toBe('I visited at home.');
});

test('an unknown name, Shift+Tab and a selection leave the text and the keys alone', () => {
  write(';;nobody');
  expect(press(' ')).toBe(true);
  write(';;home-visit');
  expect(press('Tab', { shiftKey: true })).toBe(true);
  box.setSelectionRange(0, 4);
  expect(calledUp(box)).toBeUndefined();
  expect(box.value).toBe(';;home-visit');
});

test('a word is put right where it stands now', () => {
  write('She was hapy.');
  const at = placeOfWord(box.value, 'hapy', 8);
  typeInto(box, at, at + 4, 'happy');
  expect(box.value).toBe('She was happy.');
  expect(placeOfWord('Today she was hapy.', 'hapy', 8)).toBe(14);
  expect(placeOfWord('unhapyness hapy', 'hapy', 0)).toBe(11);
  expect(placeOfWord('gone', 'hapy', 0)).toBe(-1);
});
