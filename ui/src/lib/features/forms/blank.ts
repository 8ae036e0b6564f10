import type { Kind, Question } from '$lib/api/form';
import { freeId, slug } from './ids';
import { without } from './set';

export type KindName = Kind['type'];

/** Every kind, in the order offered. */
export const KINDS: KindName[] = [
  'short_text',
  'long_text',
  'yes_no',
  'one_choice',
  'many_choices',
  'drop_down',
  'date',
  'time',
  'duration',
  'number',
  'scale',
  'rating',
  'choice_grid',
  'tick_grid',
  'person',
  'team',
  'each_child',
  'group',
  'upload',
  'drawing',
  'body_map',
  'signature',
  'calculated',
  'statement',
  'image',
];

/** The kinds that may stand inside a group: any but those that hold questions themselves. */
export const INNER_KINDS = KINDS.filter((kind) => kind !== 'each_child' && kind !== 'group');

const CHOICES: KindName[] = ['one_choice', 'many_choices', 'drop_down'];
const GRIDS: KindName[] = ['choice_grid', 'tick_grid'];
const TEXTS: KindName[] = ['short_text', 'long_text'];
const HOLDERS: KindName[] = ['each_child', 'group'];

/** Whether there is nothing to answer. */
export function showsOnly(kind: Kind): boolean {
  return ['statement', 'image', 'calculated'].includes(kind.type);
}

/** A kind with nothing filled in yet. */
export function blankKind(type: KindName): Kind {
  switch (type) {
    case 'one_choice':
    case 'many_choices':
    case 'drop_down':
      return { type, choices: [] };
    case 'scale':
      return { type, low: 1, high: 5 };
    case 'rating':
      return { type, levels: 5, icon: 'star' };
    case 'choice_grid':
    case 'tick_grid':
      return { type, rows: [], columns: [] };
    case 'upload':
      return { type, max_files: 5, max_mib: 10 };
    case 'calculated':
      return { type, work_out: 'days_since', from: '' };
    case 'image':
      return { type, media: 'image/png', data: '', alt: '' };
    case 'each_child':
      return { type, questions: [] };
    case 'group':
      return { type, item_name: '', questions: [] };
    default:
      return { type } as Kind;
  }
}

/** Another kind in the place of this one, with whatever suits both: choices, rows, limits of a text. */
export function otherKind(kind: Kind, type: KindName): Kind {
  const together = [CHOICES, GRIDS, TEXTS].find((all) => all.includes(kind.type));
  if (together?.includes(type)) {
    const next = { ...kind, type } as Kind;
    if ('choices' in next && type !== 'many_choices') {
      delete next.min_chosen;
      delete next.max_chosen;
      next.choices = next.choices.map((choice) => without(choice, 'exclusive'));
    }
    if ('choices' in next && type === 'many_choices') {
      next.choices = next.choices.map((choice) => without(choice, 'go_to'));
    }
    return next;
  }
  const blank = blankKind(type);
  if (HOLDERS.includes(kind.type) && 'questions' in kind && 'questions' in blank) {
    blank.questions = kind.questions;
  }
  return blank;
}

/** A new question, its id made from its wording. */
export function newQuestion(wording: string, type: KindName, taken: Iterable<string>): Question {
  const id = freeId(slug(wording, 'question'), taken);
  return { id, text: wording, required: false, kind: blankKind(type) };
}
