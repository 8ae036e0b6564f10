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
date_of_birth: string | null, 
/**
 * See `PersonRow`.
 */
care_status?: string, };

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
date_of_birth: string | null, 
/**
 * New status; an empty text removes it.
 */
care_status?: string, };

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
not_known_because: string | null, 
/**
 * Kind of question, as form files name it; empty where it is not known any more.
 */
kind: string, 
/**
 * The answer as it is kept, where it is more than words: files, a drawing, a body map, a
 * signature.
 */
value: unknown, };

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

export type AnsweredFormRow = { 
/**
 * Id.
 */
form: string, 
/**
 * Title.
 */
title: string, 
/**
 * Number of records.
 */
records: number, };

export type AnsweredFormsView = { 
/**
 * Id, title and number of records, by title.
 */
forms: Array<AnsweredFormRow>, 
/**
 * Whether this person may import.
 */
may_import: boolean, };

export type ApiError = { 
/**
 * Which sentence.
 */
code: Code, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, };

export type AttachRequest = { 
/**
 * The draft.
 */
draft: string, 
/**
 * The question's path.
 */
path: string, 
/**
 * The upload.
 */
upload: string, };

export type AttachmentContentView = { 
/**
 * What it is.
 */
media: string, 
/**
 * Base64.
 */
data: string, };

export type AttachmentView = { 
/**
 * Hash of its content.
 */
blob: string, 
/**
 * Name.
 */
name: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * What it is: `image/png`, found by looking into it.
 */
media: string, };

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

export type BeginUploadRequest = { 
/**
 * Name of the file, without its folder.
 */
name: string, 
/**
 * Bytes in all: 64 MiB at most.
 */
size: number, };

export type ById = { 
/**
 * UUID.
 */
id: string, };

export type CandidateView = { 
/**
 * The person.
 */
person: string, 
/**
 * Name.
 */
name: string, 
/**
 * Date of birth.
 */
born: string | null, };

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
 * Answers that were carried over from an earlier record and not looked at since: path, wording and
 * the child that each is about.
 */
carried: Array<AnswerRow>, 
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
clock_uncertain: boolean, 
/**
 * Answers that this version no longer asks: kept with the record, apart from its answers.
 */
left_behind: Array<LeftBehindRow>, 
/**
 * Children, by name, whose own words are empty here and were in the last three records.
 */
voice_empty: Array<string>, 
/**
 * How many records filing makes: one for each child where the form files each child alone.
 */
records: number, };

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

export type CheckSpellingRequest = { 
/**
 * The text: 100,000 characters at most.
 */
text: string, };

export type ChildDecision = { 
/**
 * Key of the child.
 */
key: string, 
/**
 * Somebody on file; or `new` to add the child; or `none` to file without a child.
 */
person: string, };

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

export type Code = "no_casebook" | "casebook_exists" | "open_elsewhere" | "network_folder" | "locked" | "wrong_passphrase" | "wrong_recovery_code" | "recovery_code_mistyped" | "too_many_tries" | "key_file_missing" | "key_file_damaged" | "key_file_older" | "key_file_newer" | "database_damaged" | "casebook_newer" | "not_encrypting" | "not_enough_memory" | "disk_full" | "disk_failed" | "not_allowed" | "not_found" | "name_empty" | "name_too_long" | "date_not_real" | "date_in_future" | "form_unknown" | "form_faulty" | "child_needed" | "answers_unreadable" | "person_unclear" | "time_not_understood" | "draft_moved" | "draft_set_aside" | "not_ready" | "record_too_large" | "recovery_not_begun" | "groups_differ" | "passphrase_weak" | "setting_out_of_bounds" | "enrol_code_mistyped" | "hub_not_encrypted" | "not_enrolled" | "hub_unreachable" | "hub_not_known" | "hub_unknown_device" | "hub_certificate" | "hub_code_unknown" | "hub_code_used" | "hub_code_expired" | "hub_unavailable" | "hub_refused" | "stopped" | "form_retired" | "form_moved" | "form_has_faults" | "form_too_large" | "note_needed" | "nothing_changed" | "file_too_large" | "file_refused" | "import_fault" | "row_failed" | "import_running" | "children_undecided" | "dates_ambiguous" | "export_failed" | "snippet_name" | "text_too_long" | "no_dialog" | "bad_request" | "internal";

export type ColumnTarget = { 
/**
 * Heading in the file.
 */
header: string, 
/**
 * `question:<key>`, `submitted`, `email`, `extra`, `child_name`, `child_first_name`,
 * `child_last_name`, `child_born`, `child_id` or `leave_out`.
 */
target: string, 
/**
 * An example from the file.
 */
example: string, };

export type CompareFormRequest = { 
/**
 * A form draft; or none, and two hashes.
 */
draft?: string, 
/**
 * Hash of the older version; the one in force when not said.
 */
old?: string, 
/**
 * Hash of the newer version.
 */
new?: string, };

export type CountRow = { 
/**
 * The answer.
 */
label: string, 
/**
 * How often.
 */
count: number, };

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

export type DoubtfulWord = { 
/**
 * As written.
 */
word: string, 
/**
 * Where it begins first, in UTF-16 units, as screens count.
 */
at: number, 
/**
 * What may be meant, the likeliest first; five at most.
 */
suggestions: Array<string>, };

export type DraftMoveView = { 
/**
 * Title of the form.
 */
form: string, 
/**
 * Number of the version that the draft answers.
 */
old_number: number, 
/**
 * Number of the version in force.
 */
new_number: number, 
/**
 * What was changed and why.
 */
note: string, 
/**
 * Answers that stay as they are.
 */
kept: Array<MovedRow>, 
/**
 * Answers that stay under another wording or in another section.
 */
moved: Array<MovedRow>, 
/**
 * Answers that stay and must be looked at, because the question takes another sort of answer.
 */
changed: Array<MovedRow>, 
/**
 * Answers that the newer version no longer asks.
 */
no_longer_asked: Array<LeftBehindRow>, 
/**
 * Questions that are new: section and question.
 */
added: Array<[string, string]>, 
/**
 * The draft's revision, to move it by.
 */
revision: number, };

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
carried: Array<string>, 
/**
 * What the children's last record on this form says, by path: shown above questions that ask so.
 */
last: { [key in string]: LastAnswer }, 
/**
 * The version of the form in force, when it is not this draft's.
 */
newer: NewerForm | null, 
/**
 * Answers that this version no longer asks, kept with the draft and with its record.
 */
left_behind: Array<LeftBehindRow>, 
/**
 * Children, by name, whose own words were empty in the last three records on this form.
 */
voice_empty: Array<string>, };

export type DraftsView = { 
/**
 * Drafts in use.
 */
drafts: Array<DraftRow>, 
/**
 * Drafts set aside, kept until someone restores them.
 */
set_aside: Array<DraftRow>, };

export type EditFormRequest = { 
/**
 * What it begins as.
 */
from: EditFrom, 
/**
 * Id of a form.
 */
id?: string, 
/**
 * Title of the new form.
 */
title?: string, 
/**
 * An upload.
 */
upload?: string, };

export type EditFrom = "blank" | "form" | "copy" | "file";

export type EnrolRequest = { 
/**
 * The one-time code, as given by the hub.
 */
code: string, };

export type ExportLayout = "google_sheet" | "lossless" | "envelope";

export type ExportResponsesRequest = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * Layout.
 */
layout: ExportLayout, 
/**
 * `csv` or `xlsx`.
 */
file: string, 
/**
 * Only rows that pass.
 */
filters: Array<SheetFilter>, };

export type ExportedView = { 
/**
 * Rows written; none when the person closed the dialog.
 */
rows: number | null, 
/**
 * Where the host has no dialog: the name of the file, and the file itself, base64.
 */
download: [string, string] | null, };

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
form: string, 
/**
 * Records that the same sitting made beside it, one a child.
 */
also: Array<RecordRow>, };

export type FormChangeRow = { 
/**
 * What was done, in words: "Question added".
 */
what: string, 
/**
 * Title of the section.
 */
section: string | null, 
/**
 * Wording of the question.
 */
question: string | null, 
/**
 * As it was.
 */
before: string, 
/**
 * As it is.
 */
after: string, };

export type FormChangesView = { 
/**
 * Number of the older version; none: there is none yet.
 */
old_number: number | null, 
/**
 * Its hash, for `publish_form`.
 */
old_hash: string | null, 
/**
 * The form draft began as another version than the one in force.
 */
behind: boolean, 
/**
 * Number that the newer one has or would get.
 */
new_number: number, 
/**
 * In the order of the newer form.
 */
changes: Array<FormChangeRow>, 
/**
 * Drafts in this casebook that stay on the older version until somebody moves them.
 */
drafts: number, };

export type FormDeskRow = { 
/**
 * Stable name.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Heading under which it is offered.
 */
shelf: string, 
/**
 * Number of the version in force.
 */
number: number, 
/**
 * Hash of the version in force.
 */
hash: string, 
/**
 * The organisation's own, not the one that ships.
 */
own: boolean, 
/**
 * Offered no longer.
 */
retired: boolean, 
/**
 * Title of the form to use instead.
 */
use_instead: string | null, 
/**
 * When the version in force was published; none for one that ships.
 */
published: string | null, 
/**
 * Records on this form in this casebook.
 */
records: number, };

export type FormDraftRow = { 
/**
 * UUID.
 */
id: string, 
/**
 * Title as it is now; may be empty.
 */
title: string, 
/**
 * Id of the form; may be empty.
 */
form: string, 
/**
 * A new form, not a new version of one.
 */
is_new: boolean, 
/**
 * When it was last saved.
 */
saved: string, 
/**
 * When it was set aside.
 */
set_aside: string | null, };

export type FormDraftView = { 
/**
 * UUID.
 */
id: string, 
/**
 * The definition as JSON, whole or not.
 */
definition: import('./form').FormDefinition, 
/**
 * Counts up with each save.
 */
revision: number, 
/**
 * When it was last saved.
 */
saved: string, 
/**
 * Hash of the version that it began as.
 */
base: string | null, 
/**
 * What is wrong with it, and its map.
 */
inspection: InspectionView, };

export type FormFileView = { 
/**
 * `google_forms` or `xlsform`.
 */
system: string, 
/**
 * Title.
 */
title: string, 
/**
 * Sections.
 */
sections: number, 
/**
 * Questions.
 */
questions: number, 
/**
 * The form here that it is a newer version of.
 */
replaces: string | null, 
/**
 * What a person should know before taking it.
 */
lines: Array<ImportLineView>, };

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
several_children: boolean, 
/**
 * Heading under which it is offered.
 */
shelf: string, 
/**
 * Who records it; may be empty.
 */
who: string, 
/**
 * By when, and whose rule it is; may be empty.
 */
time_limit: string, 
/**
 * The organisation's own version, not the one that ships.
 */
own: boolean, };

export type FormVersionRow = { 
/**
 * Hash of its definition.
 */
hash: string, 
/**
 * Number.
 */
number: number, 
/**
 * When it was published; none for the one that ships.
 */
published: string | null, 
/**
 * Who published it; empty for the one that ships.
 */
author: string, 
/**
 * What was changed and why.
 */
note: string, 
/**
 * In force now.
 */
in_force: boolean, };

export type FormView = { 
/**
 * The form.
 */
form: FormDeskRow, 
/**
 * The definition of the version asked for.
 */
definition: import('./form').FormDefinition, 
/**
 * Its hash.
 */
hash: string, 
/**
 * Every version, newest first.
 */
versions: Array<FormVersionRow>, 
/**
 * The map of its sections.
 */
map: Array<MapSectionView>, };

export type FormsDeskView = { 
/**
 * Whether this person may change and publish forms.
 */
may_edit: boolean, 
/**
 * Forms, by shelf and title.
 */
forms: Array<FormDeskRow>, 
/**
 * Forms that are being changed, last saved first.
 */
drafts: Array<FormDraftRow>, 
/**
 * Form drafts set aside.
 */
set_aside: Array<FormDraftRow>, };

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

export type ImportLineView = { 
/**
 * Where in the file.
 */
place: string, 
/**
 * What it is about there.
 */
about: string, 
/**
 * The sentence.
 */
message: string, 
/**
 * `left_out`, `changed` or `to_confirm`.
 */
weight: string, };

export type ImportProgressView = { 
/**
 * One is going on.
 */
running: boolean, 
/**
 * Rows done.
 */
done: number, 
/**
 * Rows in all.
 */
total: number, 
/**
 * What came of the last one.
 */
finished: ImportedView | null, 
/**
 * Why the last one ended without a result; nothing of it was kept.
 */
failed: ApiError | null, };

export type ImportResponsesRequest = { 
/**
 * The upload.
 */
upload: string, 
/**
 * Id of the form.
 */
form: string, 
/**
 * Which column is what.
 */
columns: Array<ColumnTarget>, 
/**
 * Order of day and month.
 */
dates: string, 
/**
 * Every child of the file that was not an exact match.
 */
people: Array<ChildDecision>, };

export type ImportRow = { 
/**
 * The import.
 */
batch: string, 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Title of the form.
 */
form: string, 
/**
 * Rows of its file.
 */
records: number, 
/**
 * When.
 */
recorded: string, 
/**
 * Who.
 */
author: string, 
/**
 * When it was undone.
 */
undone: string | null, };

export type ImportedFrom = { 
/**
 * `google_forms`, `csv`.
 */
system: string, 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * E-mail address of who answered.
 */
email: string | null, 
/**
 * Columns that answer no question of the form: heading and text.
 */
extra: Array<[string, string]>, 
/**
 * The import was undone.
 */
undone: boolean, };

export type ImportedView = { 
/**
 * The import; none when nothing was new.
 */
batch: string | null, 
/**
 * Records made.
 */
new: number, 
/**
 * Records that got a new version.
 */
changed: number, 
/**
 * Rows that were here already.
 */
already_here: number, 
/**
 * People added.
 */
people_added: number, };

export type ImportsView = { 
/**
 * They.
 */
imports: Array<ImportRow>, };

export type InspectionView = { 
/**
 * What must be put right before it can be published or tried.
 */
faults: Array<PlacedView>, 
/**
 * What is worth a look.
 */
warnings: Array<PlacedView>, 
/**
 * The map.
 */
map: Array<MapSectionView>, };

export type JudgePassphraseRequest = { 
/**
 * The passphrase so far.
 */
passphrase: string, 
/**
 * Words that weaken it: the person's own name and role.
 */
about: Array<string>, };

export type KnownWordRequest = { 
/**
 * The word.
 */
word: string, 
/**
 * False: take it away.
 */
known: boolean, };

export type LastAnswer = { 
/**
 * In words.
 */
answer: string, 
/**
 * When it happened.
 */
event_time: string, 
/**
 * The record.
 */
record: string, };

export type LeadsToRow = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * What the button says.
 */
label: string, };

export type LeftBehindRow = { 
/**
 * Section as it was shown.
 */
section: string, 
/**
 * Question as it was shown.
 */
question: string, 
/**
 * The child or the item that it is about.
 */
about: string | null, 
/**
 * The answer in words.
 */
answer: string, };

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

export type MapSectionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How many questions it has.
 */
questions: number, 
/**
 * Whether any way leads there.
 */
reached: boolean, 
/**
 * Whether it is shown only under a condition.
 */
conditional: boolean, 
/**
 * Where it leads.
 */
ways: Array<WayView>, };

export type MoveDraftRequest = { 
/**
 * The draft.
 */
id: string, 
/**
 * The revision that was shown.
 */
revision: number, };

export type MovedRow = { 
/**
 * Which answer.
 */
path: string, 
/**
 * The child or the item that it is about.
 */
about: string | null, 
/**
 * Section in the version that the draft answers.
 */
old_section: string, 
/**
 * Section in the newer one.
 */
new_section: string, 
/**
 * Wording in the version that the draft answers.
 */
old_question: string, 
/**
 * Wording in the newer one.
 */
new_question: string, 
/**
 * The answer in words.
 */
answer: string, };

export type NamedChildView = { 
/**
 * What a decision names it by.
 */
key: string, 
/**
 * Name in the file.
 */
name: string, 
/**
 * Date of birth in the file.
 */
born: string | null, 
/**
 * Id in the file.
 */
id: string | null, 
/**
 * Rows that name this child.
 */
rows: number, 
/**
 * `exact`, `likely` or `none`.
 */
likeness: string, 
/**
 * People on file who may be meant, the likeliest first.
 */
candidates: Array<CandidateView>, };

export type NewerForm = { 
/**
 * Its number.
 */
number: number, 
/**
 * What was changed and why; empty for a version that ships.
 */
note: string, 
/**
 * The form is offered no longer: the title of the one to use instead, when one is named.
 */
retired: string | null, };

export type Nothing = Record<symbol, never>;

export type OpenFormRequest = { 
/**
 * Id of the form.
 */
id: string, 
/**
 * Hash of a version; the one in force when not said.
 */
hash?: string, };

export type OtherNamesRequest = { 
/**
 * The draft.
 */
draft: string, 
/**
 * The text that was pasted.
 */
text: string, };

export type OtherNamesView = { 
/**
 * Their names.
 */
names: Array<string>, };

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
 * One of `early_help`, `child_in_need`, `child_protection_plan`, `looked_after`, `care_leaver`,
 * `none_of_these`; none when it is not recorded.
 */
care_status: string | null, 
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

export type PlacedView = { 
/**
 * Section.
 */
section: string | null, 
/**
 * Question.
 */
question: string | null, 
/**
 * The sentence.
 */
message: string, };

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

export type PublishFormRequest = { 
/**
 * The form draft.
 */
id: string, 
/**
 * The revision that was shown.
 */
revision: number, 
/**
 * Hash of the version that it was compared with (`FormChangesView::old_hash`).
 */
against: string | null, 
/**
 * What was changed and why.
 */
note: string, };

export type QuestionSummaryView = { 
/**
 * Key of its column.
 */
key: string, 
/**
 * Wording.
 */
header: string, 
/**
 * Kind of question.
 */
kind: string, 
/**
 * How many answers.
 */
answered: number, 
/**
 * How many say why it is not known.
 */
not_known: number, 
/**
 * How many have neither.
 */
empty: number, 
/**
 * Label and number, in the order of the form; for numbers, bins.
 */
counts: Array<CountRow>, 
/**
 * Smallest, mean and largest, of numbers.
 */
numbers: [number, number, number] | null, };

export type ReadAttachmentRequest = { 
/**
 * The draft, when it is a draft's.
 */
draft?: string, 
/**
 * The record, when it is a record's.
 */
record?: string, 
/**
 * Hash of its content.
 */
blob: string, };

export type ReadResponsesRequest = { 
/**
 * The upload.
 */
upload: string, 
/**
 * Id of the form that they answer.
 */
form: string, 
/**
 * Which column is what, as changed by the person; worked out when not said.
 */
columns?: Array<ColumnTarget>, 
/**
 * `year_first`, `day_first` or `month_first`, as answered by the person.
 */
dates?: string, };

export type ReadResponsesView = { 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Which sort of file, in words.
 */
dialect: string, 
/**
 * Rows in the file.
 */
rows: number, 
/**
 * Records that are new.
 */
new: number, 
/**
 * Records that are here already, with the same answers.
 */
already_here: number, 
/**
 * Records that are here with other answers: a new version of each.
 */
changed: number, 
/**
 * Which column is what.
 */
columns: Array<ColumnTarget>, 
/**
 * Targets that may be chosen: value and label.
 */
targets: Array<[string, string]>, 
/**
 * The orders of day and month that every date of the file allows; more than one must be asked.
 */
dates: Array<string>, 
/**
 * What a person should know, by place.
 */
lines: Array<ImportLineView>, 
/**
 * How many lines there are; only the first thousand are listed.
 */
lines_total: number, 
/**
 * The children named in the file, and who they may be.
 */
people: Array<NamedChildView>, 
/**
 * The first rows as they would be filed.
 */
preview: Array<Array<string>>, 
/**
 * Headings of the preview.
 */
preview_headers: Array<string>, };

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
other_versions: Array<RecordVersionView>, 
/**
 * Answers to questions that the form had stopped asking when it was filed.
 */
no_longer_asked: Array<LeftBehindRow>, 
/**
 * Where it was imported from: system and file; none when it was recorded here.
 */
imported: ImportedFrom | null, 
/**
 * Forms that go on from this record.
 */
leads_to: Array<LeadsToRow>, 
/**
 * The record that it goes on from.
 */
goes_on_from: string | null, };

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

export type RetireFormRequest = { 
/**
 * Id of the form.
 */
id: string, 
/**
 * Id of the form to use instead.
 */
use_instead?: string, 
/**
 * Why.
 */
note: string, };

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

export type SaveFormDraftRequest = { 
/**
 * UUID.
 */
id: string, 
/**
 * The definition, whole or not.
 */
definition: import('./form').FormDefinition, 
/**
 * The revision that this follows.
 */
revision: number, };

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

export type SavedFormDraftView = { 
/**
 * The new revision.
 */
revision: number, 
/**
 * When.
 */
saved: string, 
/**
 * What is wrong with it, and its map.
 */
inspection: InspectionView, };

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
urgent_after_minutes: number, 
/**
 * This person looks after the forms of the service: changes and publishes them, imports and
 * exports answers.
 */
edits_forms: boolean, };

export type SheetColumnView = { 
/**
 * What it is named by: `recorded`, `event`, `children`, `author`, `reference`, or a question.
 */
key: string, 
/**
 * Heading.
 */
header: string, 
/**
 * Section; empty for what is not asked.
 */
section: string, 
/**
 * Kind of question; `moment` or `text` for what is not asked.
 */
kind: string, };

export type SheetFilter = { 
/**
 * Key of the column.
 */
column: string, 
/**
 * The text.
 */
holds: string, };

export type SheetRequest = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * Key of the column to sort by; newest recorded first when not said.
 */
sort?: string, 
/**
 * The other way round.
 */
descending: boolean, 
/**
 * Only rows whose columns hold these texts, in upper or lower case.
 */
filters: Array<SheetFilter>, 
/**
 * First row wanted, from 0.
 */
from: number, 
/**
 * How many rows: 200 at most.
 */
count: number, };

export type SheetRow = { 
/**
 * The record.
 */
record: string, 
/**
 * One text a column.
 */
cells: Array<string>, };

export type SheetView = { 
/**
 * Title of the form.
 */
title: string, 
/**
 * Columns of the version in force; answers to questions of older versions only are in a last
 * column of their own.
 */
columns: Array<SheetColumnView>, 
/**
 * The rows asked for.
 */
rows: Array<SheetRow>, 
/**
 * Rows that pass the filters.
 */
matched: number, 
/**
 * All rows.
 */
total: number, 
/**
 * Whether this person may export.
 */
may_export: boolean, };

export type SnippetView = { 
/**
 * The word that calls it up, typed after `;;`: letters, digits, dashes.
 */
name: string, 
/**
 * The text; empty takes it away.
 */
text: string, };

export type SpellingView = { 
/**
 * In the order of the text, each word once.
 */
words: Array<DoubtfulWord>, };

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
from_record: string | null, 
/**
 * "Start from last time": the child's last record on this form is carried over to check.
 */
from_last: boolean, 
/**
 * "Start a referral from this contact": a record on another form that this one goes on from.
 */
goes_on_from?: string, 
/**
 * Answers that a link or a task brings, by question id, as typed.
 */
prefill?: Record<string, unknown>, };

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

export type SummaryRequest = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * Only rows that pass.
 */
filters: Array<SheetFilter>, };

export type SummaryView = { 
/**
 * Title of the form.
 */
title: string, 
/**
 * Rows counted.
 */
rows: number, 
/**
 * One part a question.
 */
questions: Array<QuestionSummaryView>, 
/**
 * When it was counted.
 */
as_at: string, };

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

export type TryFormRequest = { 
/**
 * The form draft.
 */
draft: string, 
/**
 * Answers so far, as typed.
 */
answers: Record<string, unknown>, };

export type TryFormView = { 
/**
 * The definition as it would be published.
 */
form: import('./form').FormDefinition, 
/**
 * The synthetic children.
 */
children: Array<ChildOnForm>, 
/**
 * What is asked now.
 */
walk: WalkView, 
/**
 * What would be filed.
 */
sections: Array<AnswerSection>, };

export type UndoImportRequest = { 
/**
 * The import.
 */
batch: string, 
/**
 * Why.
 */
reason: string, };

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

export type UploadPartRequest = { 
/**
 * The upload.
 */
id: string, 
/**
 * Base64, 1 MiB at most before encoding.
 */
data: string, };

export type UploadView = { 
/**
 * What the parts and the verbs name it by.
 */
id: string, 
/**
 * Bytes that have arrived.
 */
arrived: number, };

export type ValueView = { 
/**
 * `name`, `known_as`, `date_of_birth` or `care_status`.
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
total: number, 
/**
 * What is worked out from the answers, by path, as text with its unit.
 */
calculated: { [key in string]: string }, };

export type Way = "passphrase" | "recovery_code";

export type WayView = { 
/**
 * The section it leads to; none: the end of the form.
 */
to: string | null, 
/**
 * Why, in words: "if “Yes” to “…”", or empty for the usual way.
 */
because: string, };

export type WritingView = { 
/**
 * Words, by alphabet.
 */
words: Array<string>, 
/**
 * Pieces of text, by name.
 */
snippets: Array<SnippetView>, };

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
  forms_desk: { req: Nothing; res: FormsDeskView };
  open_form: { req: OpenFormRequest; res: FormView };
  edit_form: { req: EditFormRequest; res: FormDraftView };
  open_form_draft: { req: ById; res: FormDraftView };
  save_form_draft: { req: SaveFormDraftRequest; res: SavedFormDraftView };
  set_aside_form_draft: { req: ById; res: Nothing };
  restore_form_draft: { req: ById; res: Nothing };
  try_form: { req: TryFormRequest; res: TryFormView };
  compare_form: { req: CompareFormRequest; res: FormChangesView };
  publish_form: { req: PublishFormRequest; res: FormDeskRow };
  retire_form: { req: RetireFormRequest; res: FormDeskRow };
  read_form_file: { req: ById; res: FormFileView };
  begin_upload: { req: BeginUploadRequest; res: UploadView };
  upload_part: { req: UploadPartRequest; res: UploadView };
  attach: { req: AttachRequest; res: AttachmentView };
  read_attachment: { req: ReadAttachmentRequest; res: AttachmentContentView };
  answered_forms: { req: Nothing; res: AnsweredFormsView };
  sheet: { req: SheetRequest; res: SheetView };
  summarise: { req: SummaryRequest; res: SummaryView };
  export_responses: { req: ExportResponsesRequest; res: ExportedView };
  read_responses: { req: ReadResponsesRequest; res: ReadResponsesView };
  import_responses: { req: ImportResponsesRequest; res: ImportProgressView };
  import_progress: { req: Nothing; res: ImportProgressView };
  cancel_import: { req: Nothing; res: Nothing };
  list_imports: { req: Nothing; res: ImportsView };
  undo_import: { req: UndoImportRequest; res: Nothing };
  check_spelling: { req: CheckSpellingRequest; res: SpellingView };
  know_word: { req: KnownWordRequest; res: Nothing };
  writing: { req: Nothing; res: WritingView };
  save_snippet: { req: SnippetView; res: WritingView };
  other_names: { req: OtherNamesRequest; res: OtherNamesView };
  start_draft: { req: StartDraftRequest; res: DraftView };
  open_draft: { req: ById; res: DraftView };
  save_draft: { req: SaveDraftRequest; res: SavedDraftView };
  set_children: { req: SetChildrenRequest; res: DraftView };
  compare_draft: { req: ById; res: DraftMoveView };
  move_draft: { req: MoveDraftRequest; res: DraftView };
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
