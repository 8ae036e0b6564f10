import type { FormDefinition, FormSection, Question } from '$lib/api/form';
import { innerOf } from './ids';

/** Where a question stands. */
export interface Place {
  section: FormSection;
  sectionIndex: number;
  /** The question that holds it. */
  outer?: Question;
  /** The questions among which it stands. */
  among: Question[];
  index: number;
}

/** Where a question stands; undefined when the form has no such question. */
export function placeOf(form: FormDefinition, id: string): Place | undefined {
  for (const [sectionIndex, section] of form.sections.entries()) {
    const among = section.questions;
    for (const [index, question] of among.entries()) {
      if (question.id === id) return { section, sectionIndex, among, index };
      const inner = innerOf(question);
      const at = inner.findIndex((one) => one.id === id);
      if (at >= 0) return { section, sectionIndex, outer: question, among: inner, index: at };
    }
  }
  return undefined;
}

const shows = (question: Question) => ['statement', 'image'].includes(question.kind.type);

/** Questions whose answers a section may depend on: those of the sections before it. */
export function beforeSection(form: FormDefinition, index: number): Question[] {
  const before = form.sections.slice(0, index);
  return before.flatMap((section) => section.questions).filter((question) => !shows(question));
}

/** Questions whose answers a question may depend on: earlier ones of the form or of its own group. */
export function beforeQuestion(form: FormDefinition, id: string): Question[] {
  const place = placeOf(form, id);
  if (!place) return [];
  const earlier = (among: Question[], index: number) =>
    among.slice(0, index).filter((question) => !shows(question));
  const sections = beforeSection(form, place.sectionIndex);
  if (!place.outer) return [...sections, ...earlier(place.among, place.index)];
  const outerIndex = place.section.questions.indexOf(place.outer);
  return [
    ...sections,
    ...earlier(place.section.questions, outerIndex),
    ...earlier(place.among, place.index),
  ];
}
