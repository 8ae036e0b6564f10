/** The resolved form definition, as `crates/forms` writes it (docs/file-formats.md). */
export interface FormDefinition {
  id: string;
  number: number;
  title: string;
  about: string;
  urgency: 'normal' | 'urgent';
  subjects: 'one_or_more_children' | 'any_number';
  record: string;
  event_time: { question: string; time_question?: string };
  title_from?: string;
  guidance: string;
  requirements: string[];
  sections: FormSection[];
}

/** Questions shown together. */
export interface FormSection {
  id: string;
  title: string;
  guidance?: string;
  questions: Question[];
}

/** One question. What it depends on is the engine's business; the screens only ask whether it does. */
export interface Question {
  id: string;
  text: string;
  hint?: string;
  guidance?: string;
  required: boolean;
  when?: unknown;
  kind: Kind;
}

export interface Choice {
  id: string;
  label: string;
  exclusive?: boolean;
}

interface Choices {
  choices: Choice[];
  other?: boolean;
}

/** The kinds of question. */
export type Kind =
  | { type: 'short_text' | 'long_text'; max_length?: number }
  | ({ type: 'one_choice' | 'many_choices' | 'drop_down' } & Choices)
  | { type: 'date' | 'time' | 'yes_no' | 'person' }
  | { type: 'number'; unit?: string; whole?: boolean }
  | { type: 'each_child'; questions: Question[] }
  | { type: 'group'; item_name: string; questions: Question[]; at_most?: number };

/** Answers by question id, as typed. */
export type Answers = Record<string, unknown>;

/** One item of a repeating group. */
export interface GroupItem {
  id: string;
  answers: Answers;
}

/** A date as typed in three boxes. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}
