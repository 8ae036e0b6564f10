/** The resolved form definition, as `crates/forms` writes it (docs/file-formats.md). */
export interface FormDefinition {
  id: string;
  number: number;
  title: string;
  about: string;
  urgency: 'normal' | 'urgent';
  subjects: 'one_or_more_children' | 'any_number';
  record: string;
  shelf?: string;
  who?: string;
  time_limit?: { text: string; source: string };
  access_group?: string;
  files?: 'together' | 'each_child_alone';
  event_time?: { question: string; time_question?: string };
  title_from?: string;
  marks?: { significant?: string; seen?: string; voice?: string };
  /** What filing does to the child's episodes. */
  episodes?: EpisodeMark[];
  notices?: Notice[];
  guidance: string;
  requirements: string[];
  leads_to?: { form: string; label: string; answers?: Record<string, string> }[];
  source?: { system: string; form: string; questions?: Record<string, string> };
  translations?: Record<string, Record<string, string>>;
  sections: FormSection[];
}

/** What filing does to an episode; the questions by their ids. */
export interface EpisodeMark {
  act: 'begin' | 'begin_unless_open' | 'end' | 'end_all';
  episode: string;
  date?: string;
  time?: string;
  begun?: string;
  begun_time?: string;
  own_date?: string;
  details?: Record<string, string>;
  set?: Record<string, string>;
  only_if?: Condition;
}

/** What is said before filing while a condition holds; always, where there is none. */
export interface Notice {
  when?: Condition;
  text: string;
}

/** Questions shown together. */
export interface FormSection {
  id: string;
  title: string;
  guidance?: string;
  when?: Condition;
  after?: string;
  questions: Question[];
}

/** When something is asked: exactly one of the members. */
export interface Condition {
  question?: string;
  is?: string;
  any_of?: string[];
  answered?: boolean;
  is_yes?: boolean;
  is_no?: boolean;
  at_least?: number;
  at_most?: number;
  /** Row and column of a grid. */
  marked?: [string, string];
  child?: { age_under?: number; age_at_least?: number; status?: string[] };
  all?: Condition[];
  any?: Condition[];
  not?: Condition;
}

export type Prefill = 'today' | 'author_name' | 'author_team' | 'child_name' | 'child_born';

/** One question. What it depends on is the engine's business; the screens only ask whether it does. */
export interface Question {
  id: string;
  text: string;
  hint?: string;
  guidance?: string;
  required: boolean;
  when?: Condition;
  message?: string;
  prefill?: Prefill;
  echo?: boolean;
  from_last?: { form: string; question: string };
  kind: Kind;
}

export interface Choice {
  id: string;
  label: string;
  go_to?: string;
  exclusive?: boolean;
  needs_child?: boolean;
}

export interface Choices {
  choices: Choice[];
  list?: string;
  other?: boolean;
  min_chosen?: number;
  max_chosen?: number;
}

export interface GridPart {
  id: string;
  label: string;
}

export interface TextRules {
  min_length?: number;
  max_length?: number;
  pattern?: string;
  format?: 'email' | 'phone';
}

export type FileType =
  'image' | 'pdf' | 'document' | 'spreadsheet' | 'presentation' | 'audio' | 'video';

export type Calculation =
  | { work_out: 'age_at'; born?: string; at?: string }
  | { work_out: 'days_between'; from: string; to: string }
  | { work_out: 'days_since'; from: string }
  | { work_out: 'hours_between'; from: [string, string]; to: [string, string] }
  | { work_out: 'sum'; of: string[] };

/** The kinds of question. */
export type Kind =
  | ({ type: 'short_text' | 'long_text' } & TextRules)
  | ({ type: 'one_choice' | 'many_choices' | 'drop_down' } & Choices)
  | { type: 'scale'; low: number; high: number; low_label?: string; high_label?: string }
  | { type: 'rating'; levels: number; icon: 'star' | 'heart' | 'thumb' }
  | {
      type: 'choice_grid' | 'tick_grid';
      rows: GridPart[];
      columns: GridPart[];
      each_row?: boolean;
      column_once?: boolean;
    }
  | {
      type: 'date';
      parts?: 'day' | 'no_year' | 'with_time' | 'no_year_with_time';
      approximate?: boolean;
      not_in_future?: boolean;
      not_in_past?: boolean;
      not_before_question?: string;
    }
  | { type: 'time' | 'duration' | 'yes_no' | 'person' | 'team' }
  | { type: 'number'; min?: number; max?: number; unit?: string; whole?: boolean }
  | { type: 'upload'; types?: FileType[]; max_files: number; max_mib: number }
  | { type: 'drawing' | 'body_map' | 'signature' | 'statement' }
  | ({ type: 'calculated' } & Calculation)
  | { type: 'image'; media: string; data: string; alt: string }
  | { type: 'each_child'; questions: Question[] }
  | {
      type: 'group';
      item_name: string;
      questions: Question[];
      at_most?: number;
      at_least?: number;
    };

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
  time?: string;
}
