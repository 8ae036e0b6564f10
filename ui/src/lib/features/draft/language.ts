import type { FormDefinition, FormSection, Kind, Question } from '$lib/api/form';

type Texts = Record<string, string>;

/** The languages that a form is written in beside its own. */
export function languagesOf(form: FormDefinition): string[] {
  return Object.keys(form.translations ?? {});
}

/** A language by its own name, e.g. `cymraeg` for `cy`; the tag where nobody knows it. */
export function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** The direction in which a language is written; undefined from left to right. */
export function directionOf(tag: string): 'rtl' | undefined {
  return RIGHT_TO_LEFT.test(tag) ? 'rtl' : undefined;
}

/**
 * The form with the texts of a language in the place of its own, where it has them. Only what is
 * shown changes: ids, rules and answers stay, and the record keeps the definition as it is.
 */
export function inLanguage(form: FormDefinition, tag: string): FormDefinition {
  const texts = form.translations?.[tag];
  if (!texts) return form;
  return {
    ...form,
    title: texts.form ?? form.title,
    about: texts['form/about'] ?? form.about,
    guidance: texts['form/guidance'] ?? form.guidance,
    sections: form.sections.map((section) => inSection(section, texts)),
  };
}

function inSection(section: FormSection, texts: Texts): FormSection {
  const at = `section/${section.id}`;
  return {
    ...section,
    title: texts[at] ?? section.title,
    guidance: texts[`${at}/guidance`] ?? section.guidance,
    questions: section.questions.map((question) => inQuestion(question, texts)),
  };
}

function inQuestion(question: Question, texts: Texts): Question {
  const at = `question/${question.id}`;
  return {
    ...question,
    text: texts[at] ?? question.text,
    hint: texts[`${at}/hint`] ?? question.hint,
    guidance: texts[`${at}/guidance`] ?? question.guidance,
    kind: inKind(question.kind, question.id, texts),
  };
}

function inKind(kind: Kind, id: string, texts: Texts): Kind {
  const own = (end: string, text: string | undefined) => texts[`question/${id}/${end}`] ?? text;
  const each = <Part extends { id: string; label: string }>(sort: string, parts: Part[]) =>
    parts.map((part) => ({ ...part, label: texts[`${sort}/${id}/${part.id}`] ?? part.label }));
  switch (kind.type) {
    case 'one_choice':
    case 'many_choices':
    case 'drop_down':
      return { ...kind, choices: each('choice', kind.choices) };
    case 'choice_grid':
    case 'tick_grid':
      return { ...kind, rows: each('row', kind.rows), columns: each('column', kind.columns) };
    case 'scale':
      return {
        ...kind,
        low_label: own('low', kind.low_label),
        high_label: own('high', kind.high_label),
      };
    case 'number':
      return { ...kind, unit: own('unit', kind.unit) };
    case 'image':
      return { ...kind, alt: own('alt', kind.alt) ?? kind.alt };
    case 'each_child':
      return { ...kind, questions: kind.questions.map((inner) => inQuestion(inner, texts)) };
    case 'group':
      return {
        ...kind,
        item_name: own('item', kind.item_name) ?? kind.item_name,
        questions: kind.questions.map((inner) => inQuestion(inner, texts)),
      };
    default:
      return kind;
  }
}
