import { expect, test } from 'vitest';
import { answerAt, putAnswer } from './paths';

test('an answer about a child is kept under the child', () => {
  const answers = {};
  putAnswer(answers, 'each/ann/seen', 'yes');
  putAnswer(answers, 'each/bo/seen', 'no');
  expect(answers).toEqual({ each: { ann: { seen: 'yes' }, bo: { seen: 'no' } } });
  expect(answerAt(answers, 'each/bo/seen')).toBe('no');
});

test('an answer in a repeating group stays with its item', () => {
  const answers = {
    who: [
      { id: 'a', answers: {} },
      { id: 'b', answers: { name: 'Bo' } },
    ],
  };
  putAnswer(answers, 'who/a/name', 'Ann');
  expect(answerAt(answers, 'who/a/name')).toBe('Ann');
  expect(answerAt(answers, 'who/b/name')).toBe('Bo');
});

test('an answer taken back leaves nothing behind', () => {
  const answers = { when: 'x' };
  putAnswer(answers, 'when', undefined);
  expect(answers).toEqual({});
});
