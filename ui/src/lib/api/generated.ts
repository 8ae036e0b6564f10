// Made from crates/api. Do not edit.

export interface RecoverySheetView {
  groups: string[];
  ask: number[];
  casebook: string;
  made: string;
}

export interface GroupBack {
  group: number;
  typed: string;
}

export interface CreateCasebookRequest {
  passphrase: string;
  confirm: GroupBack[];
  author: AuthorView;
}

export interface SavedView {
  path: string | null;
}

export interface CheckProgressView {
  running: boolean;
  done: number;
  total: number;
  report: CheckReportView | null;
}

export interface CheckReportView {
  sound: boolean;
  entries: number;
  blobs: number;
  faults: string[];
  at: string;
  head: string;
}

export interface Custody {
  filed: number;
  received: number;
  waiting: number;
  needs_you: number;
  drafts: number;
  log: number;
  log_waiting: number;
}

export interface HubView {
  address: string;
  id: string;
  enrolled: string;
  last_contact: string | null;
}

export interface StatusView {
  custody: Custody;
  oldest_waiting: string | null;
  hub: HubView | null;
  sending: boolean;
  last_trouble: ApiError | null;
  next_try: string | null;
  alarms: AlarmView[];
  clock_off_minutes: number | null;
  urgent_after_minutes: number;
}

export interface AlarmView {
  record: string;
  reference: string;
  title: string;
  recorded: string;
}

export interface OutboxView {
  needs_you: RecordRow[];
  waiting: RecordRow[];
  received: RecordRow[];
  totals: OutboxTotals;
  status: StatusView;
}

export interface OutboxTotals {
  needs_you: number;
  waiting: number;
  received: number;
}

export interface EnrolRequest {
  code: string;
}

export interface HoldRecordRequest {
  id: string;
  hold: boolean;
}

export interface PhonedLeadRequest {
  id: string;
  who: string;
}

export interface StartDraftRequest {
  form: string;
  children: string[];
  from_record: string | null;
}

export interface ChildOnForm {
  id: string;
  name: string;
}

export interface DraftView {
  id: string;
  form: import('./form').FormDefinition;
  answers: Record<string, unknown>;
  children: ChildOnForm[];
  walk: WalkView;
  started: string;
  saved: string;
  revision: number;
  place: string | null;
  carried: string[];
}

export interface SaveDraftRequest {
  id: string;
  answers: Record<string, unknown>;
  revision: number;
  place: string | null;
}

export interface SavedDraftView {
  revision: number;
  saved: string;
  walk: WalkView;
}

export interface SetChildrenRequest {
  id: string;
  children: string[];
}

export interface DraftRow {
  id: string;
  form: string;
  children: string[];
  started: string;
  saved: string;
  answered: number;
  total: number;
  set_aside: string | null;
}

export interface DraftsView {
  drafts: DraftRow[];
  set_aside: DraftRow[];
}

export interface CheckDraftView {
  id: string;
  form: string;
  children: ChildOnForm[];
  sections: AnswerSection[];
  problems: ProblemView[];
  hidden: AnswerRow[];
  event_time: string | null;
  days_after: number | null;
  urgent: boolean;
  clock_uncertain: boolean;
}

export interface FormRow {
  id: string;
  hash: string;
  number: number;
  title: string;
  about: string;
  urgent: boolean;
  without_child: boolean;
  several_children: boolean;
}

export interface FormsView {
  forms: FormRow[];
}

export interface SectionView {
  id: string;
  asked: boolean;
  progress: Progress;
  to_fix: number;
}

export interface ProblemView {
  path: string;
  section: string;
  message: string;
  may_give_reason: boolean;
}

export interface WalkView {
  sections: SectionView[];
  asked: string[];
  problems: ProblemView[];
  hidden: string[];
  answered: number;
  total: number;
}

export interface AnswerSection {
  id: string;
  title: string;
  rows: AnswerRow[];
}

export interface AnswerRow {
  path: string;
  question: string;
  about: string | null;
  answer: string;
  answered: boolean;
  not_known_because: string | null;
}

export type Progress = 'not_started' | 'in_progress' | 'done';

export type Nothing = Record<string, never>;

export interface ById {
  id: string;
}

export interface ListPeopleRequest {
  search: string;
  limit: number | null;
}

export interface PersonRow {
  id: string;
  name: string;
  known_as: string | null;
  date_of_birth: string | null;
  age: number | null;
  last_seen: string | null;
  drafts: number;
  waiting: number;
  clash: boolean;
}

export interface PeopleView {
  people: PersonRow[];
  total: number;
}

export interface AddPersonRequest {
  name: string;
  known_as: string | null;
  date_of_birth: string | null;
}

export interface AmendPersonRequest {
  id: string;
  name: string | null;
  known_as: string | null;
  date_of_birth: string | null;
}

export interface ValueView {
  field: string;
  value: string;
  author: string;
  recorded: string;
}

export interface ChildView {
  person: PersonRow;
  clashes: ValueView[];
  drafts: DraftRow[];
  timeline: TimelineView;
}

export interface TimelineRequest {
  id: string;
  after: string | null;
}

export interface TimelineView {
  records: RecordRow[];
  next: string | null;
  total: number;
}

export interface StateLine {
  code: string;
  args: Record<string, string>;
}

export interface RecordRow {
  id: string;
  reference: string;
  kind: string;
  title: string;
  children: string[];
  author: string;
  event_time: string;
  recorded: string;
  days_after: number;
  clock_uncertain: boolean;
  significant: boolean;
  urgent: boolean;
  state: RecordState;
  line: StateLine;
  size: number;
}

export interface RecordView {
  record: RecordRow;
  form: string;
  form_number: number;
  people: ChildOnForm[];
  sections: AnswerSectionView[];
  other_versions: RecordVersionView[];
}

export interface RecordVersionView {
  author: string;
  recorded: string;
  sections: AnswerSectionView[];
}

export interface FiledView {
  record: RecordRow;
  people: ChildOnForm[];
  form: string;
}

export type RecordState = 'draft' | 'waiting' | 'sending' | 'paused' | 'needs_you' | 'sent' | 'in_central_record' | 'compare_versions';

export type AnswerSectionView = AnswerSection;

export interface SessionView {
  standing: Standing;
  folder: string;
  version: string;
  author: AuthorView | null;
  place: string | null;
  window: boolean;
  key_file_repaired: boolean;
  settings: SettingsView;
}

export interface AuthorView {
  name: string;
  role: string;
  team: string | null;
}

export interface UnlockRequest {
  way: Way;
  secret: string;
  accept_older_key_file: boolean;
}

export interface LockRequest {
  place: string | null;
}

export interface ChangePassphraseRequest {
  way: Way;
  current: string;
  new: string;
}

export interface JudgePassphraseRequest {
  passphrase: string;
  about: string[];
}

export interface StrengthView {
  score: number;
  enough: boolean;
  advice: string[];
}

export type Standing = 'no_casebook' | 'locked' | 'open';

export type Way = 'passphrase' | 'recovery_code';

export interface SettingsView {
  theme: string;
  density: string;
  lock_after_minutes: number;
  urgent_after_minutes: number;
}

export interface ApiError {
  code: string;
  args: Record<string, string>;
}

export interface Commands {
  session: { req: Nothing; res: SessionView };
  judge_passphrase: { req: JudgePassphraseRequest; res: StrengthView };
  begin_casebook: { req: Nothing; res: RecoverySheetView };
  save_recovery_code: { req: Nothing; res: SavedView };
  create_casebook: { req: CreateCasebookRequest; res: SessionView };
  unlock: { req: UnlockRequest; res: SessionView };
  lock: { req: LockRequest; res: Nothing };
  change_passphrase: { req: ChangePassphraseRequest; res: Nothing };
  touch: { req: Nothing; res: Nothing };
  save_settings: { req: SettingsView; res: SettingsView };
  list_people: { req: ListPeopleRequest; res: PeopleView };
  add_person: { req: AddPersonRequest; res: PersonRow };
  amend_person: { req: AmendPersonRequest; res: PersonRow };
  open_child: { req: ById; res: ChildView };
  timeline: { req: TimelineRequest; res: TimelineView };
  list_forms: { req: Nothing; res: FormsView };
  start_draft: { req: StartDraftRequest; res: DraftView };
  open_draft: { req: ById; res: DraftView };
  save_draft: { req: SaveDraftRequest; res: SavedDraftView };
  set_children: { req: SetChildrenRequest; res: DraftView };
  check_draft: { req: ById; res: CheckDraftView };
  file_draft: { req: ById; res: FiledView };
  set_aside_draft: { req: ById; res: Nothing };
  restore_draft: { req: ById; res: Nothing };
  list_drafts: { req: Nothing; res: DraftsView };
  open_record: { req: ById; res: RecordView };
  outbox: { req: Nothing; res: OutboxView };
  status: { req: Nothing; res: StatusView };
  send_now: { req: Nothing; res: Nothing };
  enrol: { req: EnrolRequest; res: HubView };
  hold_record: { req: HoldRecordRequest; res: Nothing };
  phoned_lead: { req: PhonedLeadRequest; res: Nothing };
  start_check: { req: Nothing; res: CheckProgressView };
  check_progress: { req: Nothing; res: CheckProgressView };
  cancel_check: { req: Nothing; res: Nothing };
  rebuild_views: { req: Nothing; res: Nothing };
}
