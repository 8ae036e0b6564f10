// Written by `make types` from crates/api. Not edited by hand.

export type AddPersonRequest = { 
/**
 * Full name, in any script.
 */
name: string, 
/**
 * What the person likes to be called.
 */
known_as: string | null, 
/**
 * `YYYY-MM-DD`.
 */
date_of_birth: string | null, };

export type AlarmView = { 
/**
 * The record.
 */
record: string, 
/**
 * Its reference.
 */
reference: string, 
/**
 * Its title.
 */
title: string, 
/**
 * When it was filed.
 */
recorded: string, };

export type AmendPersonRequest = { 
/**
 * UUID.
 */
id: string, 
/**
 * New full name.
 */
name: string | null, 
/**
 * New name to be called by; an empty text removes it.
 */
known_as: string | null, 
/**
 * New date of birth; an empty text removes it.
 */
date_of_birth: string | null, };

export type AnswerRow = { 
/**
 * Which answer (see `ProblemView::path`).
 */
path: string, 
/**
 * The question.
 */
question: string, 
/**
 * The child or the item of a group that it is about.
 */
about: string | null, 
/**
 * The answer in words; empty when not answered.
 */
answer: string, 
/**
 * False when there is no answer.
 */
answered: boolean, 
/**
 * Why a must-have is not known.
 */
not_known_because: string | null, };

export type AnswerSection = { 
/**
 * Id within the form.
 */
id: string, 
/**
 * Title as shown when it was recorded.
 */
title: string, 
/**
 * Its answers.
 */
rows: Array<AnswerRow>, };

export type ApiError = { 
/**
 * Which sentence.
 */
code: Code, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, };

export type AuthorView = { 
/**
 * Full name.
 */
name: string, 
/**
 * Job title as the person writes it.
 */
role: string, 
/**
 * Team, if said.
 */
team: string | null, };

export type ById = { 
/**
 * UUID.
 */
id: string, };

export type ChangePassphraseRequest = { 
/**
 * Which secret proves that the person may do this.
 */
way: Way, 
/**
 * That secret.
 */
current: string, 
/**
 * The new passphrase.
 */
new: string, };

export type CheckDraftView = { 
/**
 * The draft's id.
 */
id: string, 
/**
 * Title of the form.
 */
form: string, 
/**
 * The children it will be filed to.
 */
children: Array<ChildOnForm>, 
/**
 * Every asked question with its answer.
 */
sections: Array<AnswerSection>, 
/**
 * What must be put right first; empty when it can be filed.
 */
problems: Array<ProblemView>, 
/**
 * Questions answered earlier that no longer apply and will not be filed.
 */
hidden: Array<AnswerRow>, 
/**
 * Date of the event, `YYYY-MM-DD` with the time after it when known; none until answered.
 */
event_time: string | null, 
/**
 * Whole days between the event and now.
 */
days_after: number | null, 
/**
 * An urgent record goes first.
 */
urgent: boolean, 
/**
 * The clock of this device looks wrong: it was set back or jumped.
 */
clock_uncertain: boolean, };

export type CheckProgressView = { 
/**
 * A check is going on.
 */
running: boolean, 
/**
 * Entries looked at.
 */
done: number, 
/**
 * Entries in all.
 */
total: number, 
/**
 * The result of the last check that ended in this session.
 */
report: CheckReportView | null, };

export type CheckReportView = { 
/**
 * Nothing wrong.
 */
sound: boolean, 
/**
 * Entries that verified.
 */
entries: number, 
/**
 * Files that verified.
 */
blobs: number, 
/**
 * What is wrong, a sentence each.
 */
faults: Array<string>, 
/**
 * When it ended.
 */
at: string, 
/**
 * Short code of the journal's head, to compare with a printed sheet.
 */
head: string, };

export type ChildOnForm = { 
/**
 * UUID.
 */
id: string, 
/**
 * Full name.
 */
name: string, };

export type ChildView = { 
/**
 * The person.
 */
person: PersonRow, 
/**
 * Every value that is in clash; empty when nothing is.
 */
clashes: Array<ValueView>, 
/**
 * Drafts about this child, newest first.
 */
drafts: Array<DraftRow>, 
/**
 * The first part of the timeline, newest event first.
 */
timeline: TimelineView, };

export type Code = "no_casebook" | "casebook_exists" | "open_elsewhere" | "network_folder" | "locked" | "wrong_passphrase" | "wrong_recovery_code" | "recovery_code_mistyped" | "too_many_tries" | "key_file_missing" | "key_file_damaged" | "key_file_older" | "key_file_newer" | "database_damaged" | "casebook_newer" | "not_encrypting" | "not_enough_memory" | "disk_full" | "disk_failed" | "not_allowed" | "not_found" | "name_empty" | "name_too_long" | "date_not_real" | "date_in_future" | "form_unknown" | "form_faulty" | "child_needed" | "answers_unreadable" | "person_unclear" | "time_not_understood" | "draft_moved" | "draft_set_aside" | "not_ready" | "record_too_large" | "recovery_not_begun" | "groups_differ" | "passphrase_weak" | "setting_out_of_bounds" | "enrol_code_mistyped" | "hub_not_encrypted" | "not_enrolled" | "hub_unreachable" | "hub_not_known" | "hub_unknown_device" | "hub_certificate" | "hub_code_unknown" | "hub_code_used" | "hub_code_expired" | "hub_unavailable" | "hub_refused" | "stopped" | "no_dialog" | "bad_request" | "internal";

export type CreateCasebookRequest = { 
/**
 * The new passphrase.
 */
passphrase: string, 
/**
 * The two groups that were asked back.
 */
confirm: Array<GroupBack>, 
/**
 * Who records here.
 */
author: AuthorView, };

export type Custody = { 
/**
 * Every record filed on this device.
 */
filed: number, 
/**
 * Received, with a verified receipt.
 */
received: number, 
/**
 * Only here: waiting, sending or paused.
 */
waiting: number, 
/**
 * A person must decide.
 */
needs_you: number, 
/**
 * Drafts, beside the count.
 */
drafts: number, 
/**
 * Entries of access and housekeeping, counted apart.
 */
log: number, 
/**
 * Of those, not yet received.
 */
log_waiting: number, };

export type DraftRow = { 
/**
 * UUID.
 */
id: string, 
/**
 * Title of the form.
 */
form: string, 
/**
 * Names of the children.
 */
children: Array<string>, 
/**
 * When it was started.
 */
started: string, 
/**
 * When it was last saved.
 */
saved: string, 
/**
 * Answered and asked questions.
 */
answered: number, 
/**
 * How many questions are asked.
 */
total: number, 
/**
 * When it was set aside; none for a draft in use.
 */
set_aside: string | null, };

export type DraftView = { 
/**
 * UUID.
 */
id: string, 
/**
 * The resolved form definition (see docs/file-formats.md).
 */
form: import('./form').FormDefinition, 
/**
 * Answers by question id, as typed.
 */
answers: Record<string, unknown>, 
/**
 * The children it is about.
 */
children: Array<ChildOnForm>, 
/**
 * What the engine makes of it.
 */
walk: WalkView, 
/**
 * When it was started.
 */
started: string, 
/**
 * When it was last saved.
 */
saved: string, 
/**
 * Counts up with each save; a save names the one it follows.
 */
revision: number, 
/**
 * Section and field last left, to come back to.
 */
place: string | null, 
/**
 * Paths carried over from an earlier record and not yet looked at.
 */
carried: Array<string>, };

export type DraftsView = { 
/**
 * Drafts in use.
 */
drafts: Array<DraftRow>, 
/**
 * Drafts set aside, kept until someone restores them.
 */
set_aside: Array<DraftRow>, };

export type EnrolRequest = { 
/**
 * The one-time code, as given by the hub.
 */
code: string, };

export type FiledView = { 
/**
 * Its row, with the state it has now.
 */
record: RecordRow, 
/**
 * The children it was filed to.
 */
people: Array<ChildOnForm>, 
/**
 * The form, to record another.
 */
form: string, };

export type FormRow = { 
/**
 * Stable name, e.g. `visit`.
 */
id: string, 
/**
 * Hash of the definition: what a version is named by.
 */
hash: string, 
/**
 * The version's number, for people.
 */
number: number, 
/**
 * Title.
 */
title: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * An urgent record goes first and raises the phone prompt.
 */
urgent: boolean, 
/**
 * Whether it can be filed with no child on file.
 */
without_child: boolean, 
/**
 * Whether it can be about more than one child.
 */
several_children: boolean, };

export type FormsView = { 
/**
 * In the order to show.
 */
forms: Array<FormRow>, };

export type GroupBack = { 
/**
 * 1 to 6.
 */
group: number, 
/**
 * As typed.
 */
typed: string, };

export type HoldRecordRequest = { 
/**
 * The record.
 */
id: string, 
/**
 * True to hold, false to let go.
 */
hold: boolean, };

export type HubView = { 
/**
 * Its address.
 */
address: string, 
/**
 * Its id, shortened for people.
 */
id: string, 
/**
 * When this device was enrolled.
 */
enrolled: string, 
/**
 * Last time it answered with a signature that verifies.
 */
last_contact: string | null, };

export type JudgePassphraseRequest = { 
/**
 * The passphrase so far.
 */
passphrase: string, 
/**
 * Words that weaken it: the person's own name and role.
 */
about: Array<string>, };

export type ListPeopleRequest = { 
/**
 * Words of the name, in any order; may be empty.
 */
search: string, 
/**
 * How many at most; 200 when not said.
 */
limit: number | null, };

export type LockRequest = { 
/**
 * Route and field to come back to, e.g. `/drafts/<id>?section=s1#what_happened`.
 */
place: string | null, };

export type Nothing = Record<symbol, never>;

export type OutboxTotals = { 
/**
 * Needs you.
 */
needs_you: number, 
/**
 * Waiting.
 */
waiting: number, 
/**
 * Received in the last 30 days.
 */
received: number, };

export type OutboxView = { 
/**
 * A person must decide.
 */
needs_you: Array<RecordRow>, 
/**
 * Waiting, sending, paused: first to go first.
 */
waiting: Array<RecordRow>, 
/**
 * Received in the last 30 days, newest first.
 */
received: Array<RecordRow>, 
/**
 * How many rows of each list there are in all (a list holds 200 at most).
 */
totals: OutboxTotals, 
/**
 * What the status bar shows.
 */
status: StatusView, };

export type PeopleView = { 
/**
 * In the order to show.
 */
people: Array<PersonRow>, 
/**
 * How many match in all.
 */
total: number, };

export type PersonRow = { 
/**
 * UUID.
 */
id: string, 
/**
 * Full name.
 */
name: string, 
/**
 * What the person likes to be called, if different.
 */
known_as: string | null, 
/**
 * `YYYY-MM-DD`, if known.
 */
date_of_birth: string | null, 
/**
 * Whole years today; none when the date of birth is not known or in the future.
 */
age: number | null, 
/**
 * Date of the newest visit at which the child was seen.
 */
last_seen: string | null, 
/**
 * Drafts about this person.
 */
drafts: number, 
/**
 * Filed records about this person that are only on this device.
 */
waiting: number, 
/**
 * Two entries that did not know of each other disagree about this person.
 */
clash: boolean, };

export type PhonedLeadRequest = { 
/**
 * The record.
 */
id: string, 
/**
 * Who was spoken to.
 */
who: string, };

export type ProblemView = { 
/**
 * Which answer: `question`, `question/<child id>/question` or `question/<item id>/question`.
 */
path: string, 
/**
 * The section that holds it.
 */
section: string, 
/**
 * The text shown beside the field and in the error summary.
 */
message: string, 
/**
 * Whether the person may instead say why it is not known.
 */
may_give_reason: boolean, };

export type Progress = "not_started" | "in_progress" | "done";

export type RecordRow = { 
/**
 * UUID.
 */
id: string, 
/**
 * Four and four characters that people can say on the phone, e.g. `4F7K-Q2MT`.
 */
reference: string, 
/**
 * Kind of record in words, e.g. Visit.
 */
kind: string, 
/**
 * Title: the author's own or the form's.
 */
title: string, 
/**
 * Names of the children.
 */
children: Array<string>, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When it happened: a date, or a date with time.
 */
event_time: string, 
/**
 * When it was filed.
 */
recorded: string, 
/**
 * Whole days between event and filing.
 */
days_after: number, 
/**
 * The device's clock was doubtful when it was filed.
 */
clock_uncertain: boolean, 
/**
 * Marked as a significant event.
 */
significant: boolean, 
/**
 * Goes first.
 */
urgent: boolean, 
/**
 * Where it is.
 */
state: RecordState, 
/**
 * Cause and next step.
 */
line: StateLine, 
/**
 * Size of what is sent, in bytes.
 */
size: number, };

export type RecordState = "draft" | "waiting" | "sending" | "paused" | "needs_you" | "sent" | "in_central_record" | "compare_versions";

export type RecordVersionView = { 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When.
 */
recorded: string, 
/**
 * Its answers.
 */
sections: Array<AnswerSection>, };

export type RecordView = { 
/**
 * Its row.
 */
record: RecordRow, 
/**
 * Title of the form and its number, as it was.
 */
form: string, 
/**
 * Number of the form version.
 */
form_number: number, 
/**
 * The children, with ids.
 */
people: Array<ChildOnForm>, 
/**
 * The answers in the wording that was shown.
 */
sections: Array<AnswerSection>, 
/**
 * Other versions that did not know of this one.
 */
other_versions: Array<RecordVersionView>, };

export type RecoverySheetView = { 
/**
 * Six groups of five characters.
 */
groups: Array<string>, 
/**
 * Which two groups (1 to 6) will be asked back.
 */
ask: Array<number>, 
/**
 * Identifies the casebook on the printed sheet without naming anyone.
 */
casebook: string, 
/**
 * When the sheet was made.
 */
made: string, };

export type SaveDraftRequest = { 
/**
 * UUID.
 */
id: string, 
/**
 * All answers, as typed.
 */
answers: Record<string, unknown>, 
/**
 * The revision that this follows. An older one is refused: it is open in another window.
 */
revision: number, 
/**
 * Section and field that has the focus.
 */
place: string | null, };

export type SavedDraftView = { 
/**
 * The new revision.
 */
revision: number, 
/**
 * When.
 */
saved: string, 
/**
 * What the engine makes of it now.
 */
walk: WalkView, };

export type SavedView = { 
/**
 * The folder and file the person chose; none when the dialog was closed.
 */
path: string | null, };

export type SectionView = { 
/**
 * Id within the form.
 */
id: string, 
/**
 * Whether the answers so far lead here.
 */
asked: boolean, 
/**
 * How far it is.
 */
progress: Progress, 
/**
 * How many answers need fixing before the record can be filed.
 */
to_fix: number, };

export type SessionView = { 
/**
 * First run, locked or open.
 */
standing: Standing, 
/**
 * The folder of the casebook, to be shown so that people know where it is.
 */
folder: string, 
/**
 * Version of the app.
 */
version: string, 
/**
 * Who records here; none while locked.
 */
author: AuthorView | null, 
/**
 * The route with field that was left at the last lock, to come back to; none while locked.
 */
place: string | null, 
/**
 * Whether the host has a print sheet and dialogs of its own (the window) or not (a browser).
 */
window: boolean, 
/**
 * One of the two key file copies was damaged and has been rewritten from the other.
 */
key_file_repaired: boolean, 
/**
 * The settings that screens need; defaults while locked.
 */
settings: SettingsView, };

export type SetChildrenRequest = { 
/**
 * The draft.
 */
id: string, 
/**
 * The children.
 */
children: Array<string>, };

export type SettingsView = { 
/**
 * `system`, `light`, `dark` or `contrast`.
 */
theme: string, 
/**
 * `office` (16 px) or `roomy` (19 px).
 */
density: string, 
/**
 * Minutes without a key press before locking: 1 to 60.
 */
lock_after_minutes: number, 
/**
 * Minutes an urgent record may be unsent before the phone prompt: 15 to 240.
 */
urgent_after_minutes: number, };

export type Standing = "no_casebook" | "locked" | "open";

export type StartDraftRequest = { 
/**
 * The form's id.
 */
form: string, 
/**
 * The children it is about; may be empty where the form allows it.
 */
children: Array<string>, 
/**
 * "Same visit, next child": a filed record whose shared answers are carried over to check.
 */
from_record: string | null, };

export type StateLine = { 
/**
 * Code of the sentence.
 */
code: string, 
/**
 * What the sentence names, e.g. `at`, `reference`, `cause`.
 */
args: { [key in string]: string }, };

export type StatusView = { 
/**
 * Each record in one place.
 */
custody: Custody, 
/**
 * When the oldest record that is only here was filed.
 */
oldest_waiting: string | null, 
/**
 * The hub, when enrolled.
 */
hub: HubView | null, 
/**
 * A run is going on now.
 */
sending: boolean, 
/**
 * Why the last run stopped; a code of the error catalogue.
 */
last_trouble: ApiError | null, 
/**
 * When the next try is.
 */
next_try: string | null, 
/**
 * Urgent records unsent for too long, not yet phoned through.
 */
alarms: Array<AlarmView>, 
/**
 * The device's clock differs from the hub's by this many minutes (only when 10 or more).
 */
clock_off_minutes: number | null, 
/**
 * The form of the alarm: minutes after which the lead should be phoned.
 */
urgent_after_minutes: number, };

export type StrengthView = { 
/**
 * 0 (worst) to 4 (strong).
 */
score: number, 
/**
 * Whether it may be used.
 */
enough: boolean, 
/**
 * Words to show are `passphrase-advice-<code>` in the catalogue.
 */
advice: Array<string>, };

export type TimelineRequest = { 
/**
 * The child.
 */
id: string, 
/**
 * The cursor that the last part ended with; none for the first part.
 */
after: string | null, };

export type TimelineView = { 
/**
 * Newest event first, at most 50.
 */
records: Array<RecordRow>, 
/**
 * Cursor for the next part; none at the end.
 */
next: string | null, 
/**
 * How many records in all.
 */
total: number, };

export type UnlockRequest = { 
/**
 * Which secret this is.
 */
way: Way, 
/**
 * The secret as typed.
 */
secret: string, 
/**
 * The person has read that the key file is older than the casebook and goes on.
 */
accept_older_key_file: boolean, };

export type ValueView = { 
/**
 * `name`, `known_as` or `date_of_birth`.
 */
field: string, 
/**
 * The value.
 */
value: string, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When it was recorded.
 */
recorded: string, };

export type WalkView = { 
/**
 * Every section of the form, in order.
 */
sections: Array<SectionView>, 
/**
 * Paths of the questions to show now, in order (those of `each_child` and `group` included).
 */
asked: Array<string>, 
/**
 * What must be put right before filing.
 */
problems: Array<ProblemView>, 
/**
 * Paths that were answered and are no longer asked: kept in the draft, not filed.
 */
hidden: Array<string>, 
/**
 * How many asked questions have an answer.
 */
answered: number, 
/**
 * How many questions are asked.
 */
total: number, };

export type Way = "passphrase" | "recovery_code";

/** Every command: what it takes and what it gives. */
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
