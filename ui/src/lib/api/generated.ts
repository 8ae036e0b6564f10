// Written by `make types` from crates/api. Not edited by hand.

export type AddDocumentRequest = { 
/**
 * Id of the upload; none for a document that is known to exist and not available.
 */
upload?: string, 
/**
 * UUID of a document that was known to exist, and is here now.
 */
id?: string, 
/**
 * UUIDs of those on whose files it stands.
 */
about: Array<string>, 
/**
 * Title; the file's name where it is empty.
 */
title: string, 
/**
 * See `Document`.
 */
sort: string, 
/**
 * The day on it, `YYYY-MM-DD`.
 */
on?: string, 
/**
 * Where it is thought to be.
 */
thought_to_be?: string, 
/**
 * Anything to know.
 */
note?: string, };

export type AddPersonRequest = { 
/**
 * What is recorded once, by field; `name` among it.
 */
fields: { [key in PersonField]?: string }, 
/**
 * What else is known: addresses, phones, identifiers, other names.
 */
facts?: Array<Fact>, 
/**
 * Gives the person an emergency id as well.
 */
emergency_id?: boolean, 
/**
 * UUIDs of people on file who are like them and were said to be somebody else. It is kept as a
 * decision about each pair.
 */
different?: Array<string>, };

export type Address = { 
/**
 * The lines, as on an envelope, without the postcode.
 */
lines: string, 
/**
 * Postcode.
 */
postcode?: string, 
/**
 * What it is for.
 */
used: AddressUse, 
/**
 * First day, where known.
 */
from?: string, 
/**
 * Last day.
 */
until?: string, 
/**
 * Nobody may write or call here.
 */
do_not_contact: boolean, 
/**
 * Hidden from whoever works with the person from whom it is kept, and from every print unless
 * somebody releases it there.
 */
hidden: boolean, 
/**
 * From whom it is hidden: the perpetrators, where they are on file.
 */
hidden_from?: Array<string>, 
/**
 * Anything to know: which bell, who else is there.
 */
note?: string, };

export type AddressUse = "home" | "temporary" | "placement" | "school" | "work" | "letters";

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

export type Allocation = { 
/**
 * Name of the team in force on the first day.
 */
team: string, 
/**
 * Who; none while nobody in the team has it.
 */
worker?: Worker, 
/**
 * In what part.
 */
role: AllocationRole, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until?: string, 
/**
 * Why it was made.
 */
reason?: string, 
/**
 * Why it ended.
 */
ended_because?: string, 
/**
 * What the one who had it before says to the one who has it now.
 */
handover?: string, 
/**
 * How soon somebody must look.
 */
priority?: Priority, };

export type AllocationRole = "lead_worker" | "second_worker" | "independent_chair" | "supervising_worker" | "personal_adviser" | "lead_professional" | "clinician" | "youth_justice_worker" | "family_support";

export type AmendPersonRequest = { 
/**
 * UUID.
 */
id: string, 
/**
 * New values, by field.
 */
fields: { [key in PersonField]?: string }, 
/**
 * `seen` of the child's file as the screen shows it, or of the values in clash between which was
 * chosen. What came since then stands beside the correction. Left out, it is a correction of what
 * stands when it is recorded.
 */
seen?: Array<string>, };

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

export type CaseloadRequest = { 
/**
 * `mine`, `unallocated`, `everybody`, `team:NAME`, `worker:KEY`.
 */
of: string, };

export type CaseloadRow = { 
/**
 * The child.
 */
person: PersonRow, 
/**
 * Team and worker.
 */
team: string | null, 
/**
 * See `team`.
 */
worker: string | null, 
/**
 * Since when.
 */
since: string | null, 
/**
 * `urgent`, `high`, `medium`, `low`; none when nobody said.
 */
priority: string | null, 
/**
 * Whole days without a worker, for those who have none.
 */
waiting_days: number | null, 
/**
 * The next thing due.
 */
next_due: DueRow | null, 
/**
 * UUID of the allocation.
 */
allocation: string | null, };

export type CaseloadView = { 
/**
 * What was asked for.
 */
of: string, 
/**
 * Children, the next due first.
 */
rows: Array<CaseloadRow>, 
/**
 * How many in all.
 */
total: number, 
/**
 * Teams with their load.
 */
teams: Array<LoadView>, 
/**
 * Workers with their load.
 */
workers: Array<LoadView>, 
/**
 * Children with no team or no worker.
 */
unallocated: number, };

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

export type ChangeView = { 
/**
 * Names the change among the others.
 */
id: string, 
/**
 * Name of who recorded it.
 */
author: string, 
/**
 * When.
 */
recorded: string, 
/**
 * The lost system that it was recovered from.
 */
recovered: RecoveredView | null, 
/**
 * Recorded since this person last looked.
 */
new: boolean, 
/**
 * A version of a fact, or its withdrawal.
 */
fact: FactChangeView | null, 
/**
 * A value of what is recorded once.
 */
field: FieldChangeView | null, };

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
records: number, 
/**
 * What filing does beyond the record, in sentences: episodes that begin and end, and the days of
 * the law that follow.
 */
episodes: Array<string>, 
/**
 * What is worth a look before filing, in the form's words. It stops nobody.
 */
notices: Array<string>, };

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
 * All that is recorded once, by field (`name`, `languages`, …); fields that nobody filled are not
 * in it.
 */
fields: { [key in string]: string }, 
/**
 * The values shown, as a correction of them names them.
 */
seen: Array<string>, 
/**
 * Every value that is in clash; empty when nothing is.
 */
clashes: Array<ValueView>, 
/**
 * Warnings that hold today, those to be read first on top, then others by the newest.
 */
warnings: Array<FactView>, 
/**
 * All other facts on the file, by kind and the newest beginning first; warnings that have ended
 * too.
 */
facts: Array<FactView>, 
/**
 * Clocks that run for this child, the next due first.
 */
due: Array<DueRow>, 
/**
 * Files of the same person by decisions in force.
 */
same_person: Array<PersonRow>, 
/**
 * The latest management decision with its reason.
 */
last_decision: RecordRow | null, 
/**
 * What is new since this person last looked; none when they never did.
 */
since: SinceView | null, 
/**
 * Drafts about this child, newest first.
 */
drafts: Array<DraftRow>, 
/**
 * The first part of the timeline, newest event first.
 */
timeline: TimelineView, 
/**
 * Packs whose history is on this file: "recovered from … as at …, incomplete".
 */
recovered: Array<RecoveredView>, 
/**
 * The first and last day of the time from which nothing was recovered, as far as it is known.
 */
gap: GapView | null, 
/**
 * How many entries about the child were made with a newer Holdfast: they are kept and cannot be shown
 * yet.
 */
newer: number, };

export type ChosenFile = { 
/**
 * What requests name it by until the casebook is locked or the file taken in.
 */
token: string, 
/**
 * Its name, without the folder.
 */
name: string, 
/**
 * Its size in bytes.
 */
size: number, };

export type ChosenFileView = { 
/**
 * It; none when the person closed the dialog.
 */
file: ChosenFile | null, };

export type ChronologyRequest = { 
/**
 * Whose.
 */
id: string, 
/**
 * The whole family's.
 */
family?: boolean, 
/**
 * For whom: `file`, `family`, `court`, `partner`. All but `file` leave out what somebody does not
 * know, and hidden addresses.
 */
audience: string, 
/**
 * It is printed: that is an entry.
 */
printed?: boolean, 
/**
 * Why hidden addresses are let onto this paper: those that this reader may see are then not left out.
 * Only with `printed`.
 */
release?: string, };

export type ChronologyView = { 
/**
 * Whose.
 */
person: PersonRow, 
/**
 * Warnings that hold, the newest first; none for the child and family and for a court.
 */
warnings: Array<WarnedView>, 
/**
 * The summary on top.
 */
summary: FactView | null, 
/**
 * The events.
 */
events: Array<EventRow>, 
/**
 * Gaps, to be shown between the events.
 */
gap: GapView | null, 
/**
 * How many passages or events were left out for this reader.
 */
left_out: number, 
/**
 * Hidden addresses stand in what it tells that this reader may let onto paper.
 */
hidden: boolean, 
/**
 * Hidden addresses were let onto it.
 */
released: boolean, 
/**
 * When it was made and by whom.
 */
made: string, 
/**
 * See `made`.
 */
made_by: string, };

export type Code = "no_casebook" | "casebook_exists" | "open_elsewhere" | "network_folder" | "locked" | "wrong_passphrase" | "wrong_recovery_code" | "recovery_code_mistyped" | "too_many_tries" | "key_file_missing" | "key_file_damaged" | "key_file_older" | "key_file_newer" | "database_damaged" | "casebook_newer" | "not_encrypting" | "not_enough_memory" | "disk_full" | "disk_failed" | "not_allowed" | "not_found" | "name_empty" | "name_too_long" | "date_not_real" | "date_in_future" | "form_unknown" | "form_faulty" | "child_needed" | "answers_unreadable" | "person_unclear" | "time_not_understood" | "draft_moved" | "draft_set_aside" | "not_ready" | "record_too_large" | "recovery_not_begun" | "groups_differ" | "passphrase_weak" | "setting_out_of_bounds" | "enrol_code_mistyped" | "hub_not_encrypted" | "not_enrolled" | "hub_unreachable" | "hub_not_known" | "hub_unknown_device" | "hub_certificate" | "hub_code_unknown" | "hub_code_used" | "hub_code_expired" | "hub_unavailable" | "hub_refused" | "stopped" | "form_retired" | "form_moved" | "form_has_faults" | "form_too_large" | "note_needed" | "nothing_changed" | "file_too_large" | "file_refused" | "import_fault" | "row_failed" | "import_running" | "children_undecided" | "dates_ambiguous" | "export_failed" | "snippet_name" | "text_too_long" | "fact_not_kept" | "same_relationship" | "no_dialog" | "not_printed" | "bad_request" | "internal";

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

export type DecisionView = { 
/**
 * UUID of the fact.
 */
id: string, 
/**
 * One.
 */
one: PersonRow, 
/**
 * The other.
 */
other: PersonRow, 
/**
 * The same person.
 */
same: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * Who agreed.
 */
approved_by: string, 
/**
 * Who decided.
 */
author: string, 
/**
 * When.
 */
recorded: string, 
/**
 * A later decision stands in its place.
 */
replaced: boolean, };

export type Document = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is: `letter`, `report`, `court_order`, `photo`, `plan`, `minutes`, `birth_certificate`,
 * `other`.
 */
sort: string, 
/**
 * The day on it.
 */
on?: string, 
/**
 * The file; none while it is known to exist but not available.
 */
file?: DocumentFile, 
/**
 * Where it is thought to be, while it is not here.
 */
thought_to_be?: string, 
/**
 * Anything to know.
 */
note?: string, };

export type DocumentFile = { 
/**
 * SHA-256 of the content, in hex: its blob.
 */
blob: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Media type, as sniffed.
 */
media: string, 
/**
 * Name of the file as it came.
 */
name: string, 
/**
 * The picture was written anew, without location and camera data.
 */
re_encoded: boolean, 
/**
 * The words in it, as far as they can be read: searched, never shown as the document.
 */
words?: string, };

export type DocumentPageRequest = { 
/**
 * UUID of the document.
 */
id: string, 
/**
 * Page, from 1; a picture has one.
 */
page: number, 
/**
 * Width in pixels, 200 to 3000.
 */
width: number, };

export type DocumentPageView = { 
/**
 * `image/png` or `image/jpeg`.
 */
media: string, 
/**
 * The picture, base64.
 */
content: string, 
/**
 * Pixels.
 */
width: number, 
/**
 * Pixels.
 */
height: number, };

export type DocumentView = { 
/**
 * The fact.
 */
fact: FactView, 
/**
 * How it is shown: `picture`, `pages`, `text`, or `none` when it cannot be shown in here.
 */
shown: string, 
/**
 * How many pages a PDF has.
 */
pages: number, 
/**
 * The text of a text file.
 */
text: string, 
/**
 * The words of a PDF, for those who cannot see its pages.
 */
words: string, 
/**
 * What was done to it when it came: `re_encoded`, `script_never_run`.
 */
notes: Array<string>, };

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

export type DueRow = { 
/**
 * The child.
 */
person: PersonRow, 
/**
 * Id of the limit: `assessment_complete`, `visit_cp`, …; `own_date` for the child's own date,
 * `warning_review` for a warning.
 */
limit: string, 
/**
 * Kind of episode.
 */
episode: string, 
/**
 * UUID of the episode or warning.
 */
fact: string, 
/**
 * From when it runs.
 */
from: string, 
/**
 * When it is due: a day, or a day with time where hours count.
 */
due: string, 
/**
 * `overdue`, `today`, `soon` (within 7 days), `later`.
 */
state: string, 
/**
 * Which day of how many it is, for limits in days: 12 of 45. 0 where that says nothing.
 */
day: number, 
/**
 * See `day`.
 */
of_days: number, 
/**
 * `law` or `local`.
 */
nature: string, 
/**
 * Where the rule comes from.
 */
source: string, 
/**
 * Id of the form that answers it; none when there is none.
 */
form: string | null, };

export type DuplicatesView = { 
/**
 * Not decided about yet, the likeliest first.
 */
pairs: Array<PairView>, 
/**
 * Decisions in force and before, the last first.
 */
decisions: Array<DecisionView>, };

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

export type Episode = { 
/**
 * Of what kind.
 */
episode: EpisodeKind, 
/**
 * When it truly began: clocks run from here, not from when it was typed.
 */
from: string, 
/**
 * When it ended.
 */
until?: string, 
/**
 * The child's own date: by when it shall be done for this child, inside the limit.
 */
own_date?: string, 
/**
 * The episode that it came from.
 */
came_from?: string, 
/**
 * The record that began it.
 */
begun_by?: string, 
/**
 * The record that ended it.
 */
ended_by?: string, 
/**
 * What the kind has beside: `category` of a plan, `legal_status`, `placement_type`, `provider`,
 * `outcome`, `end_reason`, `direction` of a step. Codes are those of the form lists.
 */
details?: { [key in string]: string }, 
/**
 * Anything to know.
 */
note?: string, };

export type EpisodeKind = "contact" | "referral" | "assessment" | "strategy_discussion" | "section47" | "conference" | "child_in_need" | "child_protection" | "pre_proceedings" | "proceedings" | "looked_after" | "legal_status" | "placement" | "missing" | "care_leaver" | "early_help" | "step" | "private_fostering" | "young_carer" | "youth_justice";

export type EventRow = { 
/**
 * What it is, for marks.
 */
target: Target, 
/**
 * `record`, `note`, `document`, `episode_begun`, `episode_ended`.
 */
what: string, 
/**
 * Form id, or the old system's kind of note, or the sort of document, or the kind of episode.
 */
sort: string, 
/**
 * Its title.
 */
title: string, 
/**
 * When it happened: day, with time where known; none where the old date cannot be read.
 */
event_time: string | null, 
/**
 * The date as the old system wrote it, where it could not be read.
 */
written_date: string, 
/**
 * Who wrote it.
 */
author: string, 
/**
 * When it was recorded here.
 */
recorded: string, 
/**
 * The children whose file it stands on, when it is more than the one asked for.
 */
people: Array<string>, 
/**
 * The first words of it.
 */
extract: string, 
/**
 * A significant event.
 */
significant: boolean, 
/**
 * One line for the chronology.
 */
headline: string, 
/**
 * Kept for life-story work.
 */
life_story: boolean, 
/**
 * UUID of the mark, to change it.
 */
mark: string | null, 
/**
 * Recorded after this person last looked.
 */
new: boolean, 
/**
 * Where it was recovered from; read only.
 */
recovered: RecoveredView | null, 
/**
 * The record's row, for a record.
 */
record: RecordRow | null, 
/**
 * Somebody in the family does not know of it, or of a passage.
 */
not_told: Array<NotToldView>, 
/**
 * To whom it was sent.
 */
sent: Array<SentView>, };

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

export type Fact = { "kind": "other_name" } & OtherName | { "kind": "identifier" } & Identifier | { "kind": "address" } & Address | { "kind": "phone_or_email" } & PhoneOrEmail | { "kind": "same_person" } & SamePerson | { "kind": "relationship" } & Relationship | { "kind": "not_known" } & NotKnown | { "kind": "warning" } & Warning | { "kind": "allocation" } & Allocation | { "kind": "episode" } & Episode | { "kind": "summary" } & Summary | { "kind": "mark" } & Mark | { "kind": "not_told" } & NotTold | { "kind": "sent" } & Sent | { "kind": "document" } & Document | { "kind": "service" } & Service | { "kind": "team" } & Team | { "kind": "time_limit" } & TimeLimit;

export type FactBeforeView = { 
/**
 * UUID.
 */
id: string, 
/**
 * UUIDs of those on whose files it stood.
 */
about: Array<string>, 
/**
 * What it said.
 */
says: Fact, };

export type FactChangeView = { 
/**
 * UUID of the fact.
 */
id: string, 
/**
 * What it said before; none for a new one. A hidden address that this person may not see has no
 * lines and no postcode.
 */
before: Fact | null, 
/**
 * What it says now; none when it was withdrawn, and when it was taken off this person's files.
 */
says: Fact | null, 
/**
 * UUIDs of those on whose files it stood before; nobody for a new one.
 */
about_before: Array<string>, 
/**
 * UUIDs of those on whose files it stands now: nobody's once withdrawn, others' where it was taken
 * off these.
 */
about: Array<string>, 
/**
 * Why it was withdrawn.
 */
reason: string | null, 
/**
 * Kept from this person.
 */
hidden: boolean, 
/**
 * Names of the people whom it names or named, and of those on whose files it stood and stands where
 * that changed, by UUID.
 */
names: { [key in string]: string }, };

export type FactVersionView = { 
/**
 * What it says.
 */
says: Fact, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When.
 */
recorded: string, };

export type FactView = { 
/**
 * UUID.
 */
id: string, 
/**
 * UUIDs of those on whose files it stands.
 */
about: Array<string>, 
/**
 * What it says. A hidden address that this person may not see has no lines and no postcode.
 */
says: Fact, 
/**
 * Whether it holds today.
 */
holds: boolean, 
/**
 * It begins later: planned, and neither in force nor ended.
 */
planned: boolean, 
/**
 * Name of who recorded it.
 */
author: string, 
/**
 * When it was recorded.
 */
recorded: string, 
/**
 * "Mosaic, as at 2020-10-11", in parts, for a fact that was recovered.
 */
recovered: RecoveredView | null, 
/**
 * It was recorded after this person last looked at the file.
 */
new: boolean, 
/**
 * Other versions that stand beside it, recorded without knowing of it: a clash.
 */
beside: Array<FactVersionView>, 
/**
 * What a check digit says of an identifier: `right`, `wrong`; none where there is nothing to check.
 */
check: string | null, 
/**
 * For an identifier: names of other people on file who have it.
 */
shared_with: Array<string>, 
/**
 * For a warning: this person has read it as it stands.
 */
read: boolean | null, 
/**
 * For a passage or a fact that somebody does not know of; none for most.
 */
not_told: NotToldView | null, 
/**
 * Hidden from this person: the address is not in `says`.
 */
hidden: boolean, 
/**
 * The versions shown, as a correction of them names them.
 */
seen: Array<string>, 
/**
 * Names of the people whom it names, and of those on whose files it stands where it is more than one,
 * by UUID.
 */
names: { [key in string]: string }, };

export type FamilyPart = "mother" | "father" | "other_adults" | "siblings";

export type FieldChangeView = { 
/**
 * Name of the field.
 */
field: string, 
/**
 * The value before; empty where there was none.
 */
before: string, 
/**
 * The value now; empty where it was removed.
 */
value: string, };

export type FileHistoryView = { 
/**
 * The last first.
 */
changes: Array<ChangeView>, };

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

export type FindMatchesRequest = { 
/**
 * Names, in any order and script.
 */
name: string, 
/**
 * `YYYY-MM-DD`, if known.
 */
date_of_birth?: string, 
/**
 * Postcode, if known.
 */
postcode?: string, 
/**
 * Phone, if known.
 */
phone?: string, 
/**
 * Any identifier, if known.
 */
identifier?: string, 
/**
 * Somebody on file whose like is looked for, and who is not among the answers.
 */
person?: string, };

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

export type FoundForm = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, };

export type FoundPerson = { 
/**
 * Who.
 */
person: PersonRow, 
/**
 * Warnings that hold today.
 */
warnings: number, 
/**
 * Their kinds.
 */
warning_kinds: Array<string>, 
/**
 * What fits: `name`, `sounds_alike`, `typing_slip`, `born`, `postcode`, `phone`, `identifier`.
 */
by: string, 
/**
 * The value that fits, where it is not the name.
 */
value: string, 
/**
 * Worker, if allocated.
 */
worker: string | null, };

export type FoundText = { 
/**
 * `record`, `note` or `document`.
 */
what: string, 
/**
 * UUID.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * When it happened.
 */
event_time: string | null, 
/**
 * Whose file it stands on.
 */
people: Array<PersonRow>, 
/**
 * Words around, with what fits marked: pieces by turns plain and fitting, beginning with plain.
 */
pieces: Array<string>, 
/**
 * Who wrote it.
 */
author: string, };

export type GapView = { 
/**
 * First day without history: the day after the pack's day.
 */
from: string, 
/**
 * Last day: the day before the first record made here.
 */
until: string, };

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

export type IdScheme = "emergency" | "mosaic" | "nhs" | "upn" | "former_upn" | "ssda903" | "home_office" | "youth_justice" | "other";

export type Identifier = { 
/**
 * Whose numbering.
 */
scheme: IdScheme, 
/**
 * As written; what a check digit says of it is worked out when it is shown.
 */
value: string, 
/**
 * First day, where known.
 */
from?: string, 
/**
 * Last day.
 */
until?: string, };

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

export type ImportPackRequest = { 
/**
 * The file, with everything said.
 */
read: ReadPackRequest, 
/**
 * Who of the file is who on file: UUID, or `new`, by key. Those not named are new people, linked
 * to nobody.
 */
people: { [key in string]: string }, 
/**
 * Remember columns and dates for the next file of this system.
 */
remember: boolean, };

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

export type LoadView = { 
/**
 * `team:NAME` or `worker:KEY`, to ask for the caseload.
 */
of: string, 
/**
 * Name.
 */
name: string, 
/**
 * Team, for a worker.
 */
team: string | null, 
/**
 * Children now.
 */
children: number, 
/**
 * Of them overdue in something.
 */
overdue: number, };

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

export type Mark = { 
/**
 * The event.
 */
of: Target, 
/**
 * A significant event: it stands in the chronology.
 */
significant: boolean, 
/**
 * One line for the chronology; empty takes the event's title.
 */
headline?: string, 
/**
 * Kept for the child's life story.
 */
life_story: boolean, };

export type MatchView = { 
/**
 * Who.
 */
person: PersonRow, 
/**
 * `exact`, `likely`, `possible`.
 */
likeness: string, 
/**
 * What speaks for it: `same_name`, `names_in_other_order`, `part_of_name`, `sounds_alike`,
 * `typing_slip`, `known_as`, `same_birth`, `birth_slip`, `same_postcode`, `same_phone`, `same_identifier`.
 */
reasons: Array<string>, 
/**
 * What speaks against it: `other_birth`, `other_sex`, `twin`.
 */
against: Array<string>, };

export type MatchesView = { 
/**
 * At most ten.
 */
matches: Array<MatchView>, };

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

export type MyDayView = { 
/**
 * Today, `YYYY-MM-DD`.
 */
today: string, 
/**
 * Children allocated to this person; none allocated means that everything on the device counts.
 */
allocated: number, 
/**
 * Overdue, the oldest first.
 */
overdue: Array<DueRow>, 
/**
 * Due today.
 */
today_due: Array<DueRow>, 
/**
 * Due within a week.
 */
soon: Array<DueRow>, 
/**
 * Warnings on their children that this person has not read.
 */
unread_warnings: Array<PersonRow>, 
/**
 * Drafts to finish, last saved first.
 */
drafts: Array<DraftRow>, 
/**
 * Records only on this device.
 */
unsent: number, 
/**
 * Children newly allocated to this person in the last 14 days.
 */
newly_allocated: Array<PersonRow>, };

export type NameUse = "former" | "birth" | "alias" | "other_spelling" | "as_recorded";

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
 * `exact`, `likely`, `possible` or `none`.
 */
likeness: string, 
/**
 * People on file who may be meant, the likeliest first.
 */
candidates: Array<CandidateView>, };

export type NetworkMember = { 
/**
 * Who.
 */
person: PersonRow, 
/**
 * What they are to the one in the middle, or to the nearest between; a code.
 */
relation: string, 
/**
 * UUID of the one to whom they are that.
 */
to: string, 
/**
 * UUID of the relationship.
 */
fact: string, 
/**
 * 1 for those beside the one in the middle, 2 for those beyond.
 */
steps: number, 
/**
 * A professional.
 */
professional: boolean, 
/**
 * Has parental responsibility for `to`; none when nobody asked.
 */
parental_responsibility: boolean | null, 
/**
 * Main carer of `to`.
 */
main_carer: boolean, 
/**
 * In the same household as `to`.
 */
lives_with: boolean, 
/**
 * First and last day, where known.
 */
from: string | null, 
/**
 * See `from`.
 */
until: string | null, 
/**
 * Holds today.
 */
holds: boolean, 
/**
 * Anything to know.
 */
note: string, 
/**
 * Warnings on their own file that hold today.
 */
warnings: number, 
/**
 * A phone number that may be used.
 */
phone: string | null, };

export type NetworkView = { 
/**
 * The one in the middle.
 */
person: PersonRow, 
/**
 * Around them, family first, the nearest first.
 */
members: Array<NetworkMember>, 
/**
 * Of whom nothing is known, with the reason.
 */
not_known: Array<FactView>, 
/**
 * Parts of the family that are neither there nor explained: `mother`, `father`, `other_adults`,
 * `siblings`.
 */
missing: Array<string>, };

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

export type NotKnown = { 
/**
 * Of whom.
 */
part: FamilyPart, 
/**
 * Why it is not known, or that there is nobody.
 */
because: string, };

export type NotTold = { 
/**
 * Where it stands.
 */
of: Target, 
/**
 * The passage, letter by letter; empty means all of it.
 */
passage?: string, 
/**
 * Who does not know.
 */
unaware: Unaware, 
/**
 * Why not.
 */
because: string, };

export type NotToldView = { 
/**
 * UUID of the fact that says so.
 */
id: string, 
/**
 * `child`, `parent`, `both`.
 */
unaware: string, 
/**
 * Why not.
 */
because: string, 
/**
 * The passage; empty means all of it.
 */
passage: string, };

export type NoteView = { 
/**
 * Its row.
 */
event: EventRow, 
/**
 * The text, paragraphs parted by blank lines.
 */
text: string, 
/**
 * Whose files it stands on.
 */
people: Array<PersonRow>, };

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

export type OrganisationView = { 
/**
 * Services, by name.
 */
services: Array<FactView>, 
/**
 * Teams, by name.
 */
teams: Array<FactView>, 
/**
 * Time limits, those that ship and the organisation's own.
 */
limits: Array<TimeLimitView>, };

export type OtherName = { 
/**
 * The name, in any script.
 */
name: string, 
/**
 * Why there is another.
 */
used: NameUse, 
/**
 * First day, where known.
 */
from?: string, 
/**
 * Last day.
 */
until?: string, };

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

export type PackCounts = { 
/**
 * Rows that can be taken.
 */
ready: number, 
/**
 * Rows that cannot.
 */
left_out: number, 
/**
 * People not on file.
 */
new_people: number, 
/**
 * People on file to whom something is added.
 */
known_people: number, 
/**
 * Facts.
 */
facts: number, 
/**
 * Notes.
 */
notes: number, 
/**
 * Notes whose date could not be read: kept, with the date as written.
 */
undated: number, };

export type PackEnded = { 
/**
 * UUID of the batch; none when the same pack was here already.
 */
batch: string | null, 
/**
 * What it made.
 */
counts: PackCounts, };

export type PackExample = { 
/**
 * Name, or the number there.
 */
of: string, 
/**
 * Code of the relation, as in facts.
 */
relation: string, 
/**
 * Name, or the number there.
 */
to: string, };

export type PackField = { 
/**
 * Its name.
 */
name: string, 
/**
 * Without it no row can be taken.
 */
needed: boolean, };

export type PackPerson = { 
/**
 * What a decision names them by.
 */
key: string, 
/**
 * Name as written.
 */
name: string, 
/**
 * Date of birth.
 */
date_of_birth: string | null, 
/**
 * Who may be meant.
 */
candidates: Array<MatchView>, };

export type PackPreview = { 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Sheets of a workbook; empty for CSV.
 */
sheets: Array<string>, 
/**
 * Headings, in order.
 */
headings: Array<string>, 
/**
 * The first 20 rows, as they stand.
 */
first: Array<Array<string>>, 
/**
 * Fields that a row of this kind can fill.
 */
fields: Array<PackField>, 
/**
 * Which column fills which field: as said, or as suggested.
 */
columns: { [key in string]: number }, 
/**
 * A profile was used that a person saved before.
 */
remembered: boolean, 
/**
 * Formats of dates that were seen, each with an example: `iso`, `slashed`, `slashed_24h`,
 * `named_month`, `year_00`.
 */
date_formats: { [key in string]: string }, 
/**
 * Dates can be read in two ways: `dates` must be said.
 */
dates_ambiguous: boolean, 
/**
 * The order of day and month that is in force, as said or as remembered with the columns:
 * `day_first`, `month_first`. None where none was said: the columns prove theirs, or it must be said.
 */
dates: string | null, 
/**
 * Some column has days that can be read in two ways: `dates` decides them.
 */
dates_matter: boolean, 
/**
 * Rows in all.
 */
rows: number, 
/**
 * What it would make.
 */
counts: PackCounts, 
/**
 * Problems by kind, each with how many and the first rows.
 */
problems: Array<PackProblem>, 
/**
 * People of the file who may be on file already and whom nobody has decided about: at most 500 at
 * a time.
 */
unclear: Array<PackPerson>, 
/**
 * Of relationships: the first one in words, so that a person sees in which direction it is read.
 */
example: PackExample | null, };

export type PackProblem = { 
/**
 * Such as `no_name`, `date_not_read`, `person_unknown`, `check_digit_wrong`, `ends_before_begins`,
 * `twice`.
 */
kind: string, 
/**
 * The row is taken all the same.
 */
taken: boolean, 
/**
 * How many rows.
 */
rows: number, 
/**
 * The first ten row numbers, counting from 1 with the heading.
 */
first: Array<number>, };

export type PackProgressView = { 
/**
 * Going on.
 */
running: boolean, 
/**
 * `reading`, `keeping`, `indexing`.
 */
step: string, 
/**
 * Rows or notes done.
 */
done: number, 
/**
 * In all.
 */
total: number, 
/**
 * What came of it; none while it runs.
 */
ended: PackEnded | null, 
/**
 * Why it ended without a result; nothing of it was kept.
 */
failed: ApiError | null, };

export type PackRow = { 
/**
 * UUID of the batch.
 */
batch: string, 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * The lost system.
 */
system: string, 
/**
 * Its day.
 */
as_at: string, 
/**
 * `people` or `history`.
 */
holds: string, 
/**
 * Lines.
 */
count: number, 
/**
 * Who imported it.
 */
author: string, 
/**
 * When.
 */
recorded: string, 
/**
 * When it was undone.
 */
undone: string | null, };

export type PackUndoneView = { 
/**
 * People who stay, because something was recorded about them since.
 */
kept: Array<PersonRow>, };

export type PacksView = { 
/**
 * Newest first.
 */
packs: Array<PackRow>, };

export type PairView = { 
/**
 * One.
 */
one: PersonRow, 
/**
 * The other.
 */
other: PersonRow, 
/**
 * As in [`MatchView`].
 */
likeness: string, 
/**
 * As in [`MatchView`].
 */
reasons: Array<string>, 
/**
 * As in [`MatchView`].
 */
against: Array<string>, };

export type PeopleView = { 
/**
 * In the order to show.
 */
people: Array<PersonRow>, 
/**
 * How many match in all.
 */
total: number, };

export type PersonField = "name" | "known_as" | "date_of_birth" | "care_status" | "kind" | "date_of_birth_is" | "date_of_death" | "sex" | "gender" | "pronouns" | "ethnicity" | "ethnicity_described" | "languages" | "interpreter_needed" | "communication" | "disability" | "disability_described" | "religion" | "nationality" | "immigration" | "school" | "gp" | "agency" | "job" | "consent" | "note";

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
 * `child`, `unborn_child`, `adult`, `professional`, `place`, `group`.
 */
kind: string, 
/**
 * `YYYY-MM-DD`, if known: of birth, or due.
 */
date_of_birth: string | null, 
/**
 * `exact`, `estimated` or `due`.
 */
date_of_birth_is: string, 
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
clash: boolean, 
/**
 * Kinds of the warnings that hold today.
 */
warnings: Array<string>, 
/**
 * Name of the lead worker, if one is allocated today.
 */
worker: string | null, 
/**
 * The identifier to say on the phone: the emergency id, else the first of another scheme.
 */
identifier: string | null, };

export type PhoneOrEmail = { 
/**
 * Which of the two.
 */
by: ReachBy, 
/**
 * As written.
 */
value: string, 
/**
 * Whose it is, when to call, what not to say: "mother's mobile, not after six".
 */
note?: string, 
/**
 * Nobody may call or write here.
 */
do_not_contact: boolean, 
/**
 * First day, where known.
 */
from?: string, 
/**
 * Last day.
 */
until?: string, };

export type PhonedLeadRequest = { 
/**
 * The record.
 */
id: string, 
/**
 * Who was spoken to.
 */
who: string, };

export type PinRequest = { 
/**
 * UUID of the person.
 */
id: string, 
/**
 * Pinned.
 */
pinned: boolean, };

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

export type Priority = "urgent" | "high" | "medium" | "low";

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

export type ReachBy = "phone" | "email";

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

export type ReadPackRequest = { 
/**
 * Id of the upload, CSV or XLSX; none where `chosen` names the file.
 */
upload?: string, 
/**
 * Token of a file that was chosen in a dialog.
 */
chosen?: string, 
/**
 * What a row is: `person`, `identifier`, `warning`, `allocation`, `relationship`, `note`.
 */
rows: string, 
/**
 * The system that it comes from; kept with the profile.
 */
system: string, 
/**
 * The day as of which it was taken, `YYYY-MM-DD`.
 */
as_at: string, 
/**
 * Which column fills which field, by field; none asks for a suggestion.
 */
columns?: { [key in string]: number }, 
/**
 * How dates are written, where that is not plain: `day_first`, `month_first`.
 */
dates?: string, 
/**
 * Sheet of a workbook.
 */
sheet?: string, };

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

export type ReadWarningsRequest = { 
/**
 * Whose file.
 */
id: string, 
/**
 * UUIDs of the warnings.
 */
warnings: Array<string>, };

export type ReconcilePoint = { 
/**
 * What sort.
 */
sort: string, 
/**
 * The kind of warning, the relation or the field, as a code; empty where the sort says it all.
 */
what: string, 
/**
 * What the pack says; a code where `what` is `care_status`, `sex`, `ethnicity` or
 * `interpreter_needed`, a number where the sort is `history_added`.
 */
pack: string, 
/**
 * What stands here.
 */
here: string, };

export type ReconcileRow = { 
/**
 * The child.
 */
person: PersonRow, 
/**
 * `warning_added`, `warning_only_here`, `status_differs`, `relative_added`, `field_differs`,
 * `allocation_differs`, `history_added`, each with a text to show.
 */
points: Array<ReconcilePoint>, };

export type ReconcileView = { 
/**
 * Children with something to look at.
 */
children: Array<ReconcileRow>, 
/**
 * Children looked at already.
 */
done: number, };

export type ReconciledRequest = { 
/**
 * UUID of the child.
 */
id: string, };

export type RecordFactRequest = { 
/**
 * UUID of the fact that is corrected; none for a new one.
 */
id?: string, 
/**
 * UUIDs of those on whose files it stands. Relationships and decisions who is the same person
 * need none: they stand on both files.
 */
about: Array<string>, 
/**
 * What it says.
 */
says: Fact, 
/**
 * For a correction: `seen` of the fact as the screen shows it. What came since then stands beside the
 * correction. Left out, it is a correction of what stands when it is recorded.
 */
seen?: Array<string>, };

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

export type RecoveredView = { 
/**
 * The lost system.
 */
system: string, 
/**
 * Its day, `YYYY-MM-DD`.
 */
as_at: string, };

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

export type Relationship = { 
/**
 * Who is.
 */
of: string, 
/**
 * To whom.
 */
to: string, 
/**
 * What: one of [`RELATIONS`].
 */
relation: string, 
/**
 * First day, where known.
 */
from?: string, 
/**
 * Last day.
 */
until?: string, 
/**
 * `of` has parental responsibility for `to`; none when nobody asked yet.
 */
parental_responsibility?: boolean, 
/**
 * `of` is the main carer of `to`.
 */
main_carer: boolean, 
/**
 * In the same household.
 */
lives_with: boolean, 
/**
 * Anything to know.
 */
note?: string, };

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

export type SamePerson = { 
/**
 * One file.
 */
one: string, 
/**
 * The other.
 */
other: string, 
/**
 * The same person; false says that they were looked at and are two people.
 */
same: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * Who agreed to it.
 */
approved_by: string, };

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

export type SearchRequest = { 
/**
 * As typed so far. Empty gives pinned and recent people.
 */
text: string, 
/**
 * `all`, `people`, `notes`.
 */
among?: string, 
/**
 * Only inside one person's file, ranked.
 */
person?: string, 
/**
 * Where the last part of the notes ended.
 */
after?: string, };

export type SearchView = { 
/**
 * People, the likeliest first, at most 8.
 */
people: Array<FoundPerson>, 
/**
 * Pinned people, for an empty box.
 */
pinned: Array<PersonRow>, 
/**
 * People opened lately, for an empty box.
 */
recent: Array<PersonRow>, 
/**
 * Notes, records and documents, newest event first, at most 20.
 */
texts: Array<FoundText>, 
/**
 * Where the next part begins.
 */
next: string | null, 
/**
 * Forms in force, at most 5.
 */
forms: Array<FoundForm>, 
/**
 * How it was understood: `date 2012-04-03`, `postcode`, `phone`, `identifier`, `words`.
 */
understood: string, 
/**
 * The index is still being made: notes that are searched, and in all.
 */
indexed: number, 
/**
 * See `indexed`.
 */
to_index: number, };

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

export type Sent = { 
/**
 * What, where it is in the casebook.
 */
of?: Target, 
/**
 * What, in words.
 */
what: string, 
/**
 * To whom: a name and what they are.
 */
to: string, 
/**
 * Their agency; empty for family.
 */
agency?: string, 
/**
 * How: by hand, post, secure e-mail.
 */
how: string, 
/**
 * When.
 */
on: string, };

export type SentView = { 
/**
 * UUID of the fact.
 */
id: string, 
/**
 * What.
 */
what: string, 
/**
 * To whom.
 */
to: string, 
/**
 * Their agency.
 */
agency: string, 
/**
 * How.
 */
how: string, 
/**
 * When, `YYYY-MM-DD`.
 */
on: string, };

export type Service = { 
/**
 * Its name.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until?: string, };

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

export type SinceView = { 
/**
 * When they last looked.
 */
looked: string, 
/**
 * New records and notes.
 */
records: number, 
/**
 * New or changed facts.
 */
facts: number, };

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

export type Summary = { 
/**
 * When it was true.
 */
on: string, 
/**
 * Who am I.
 */
who_am_i: string, 
/**
 * What matters to me and for me.
 */
what_matters: string, 
/**
 * What is next.
 */
what_next: string, };

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

export type Target = { "what": "record", "id": string } | { "what": "note", "id": string } | { "what": "fact", "id": string };

export type Team = { 
/**
 * Its name.
 */
name: string, 
/**
 * Name of its service.
 */
service: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until?: string, };

export type TimeLimit = { 
/**
 * Id of the limit, as in the list that ships.
 */
limit: string, 
/**
 * How many.
 */
amount: number, 
/**
 * Of what.
 */
unit: TimeUnit, 
/**
 * Where the rule comes from: a policy, a decision.
 */
source: string, 
/**
 * From when it counts; clocks that began before keep theirs.
 */
from: string, 
/**
 * Last day.
 */
until?: string, };

export type TimeLimitView = { 
/**
 * Its id.
 */
limit: string, 
/**
 * Kind of episode that it is about.
 */
episode: string, 
/**
 * How many.
 */
amount: number, 
/**
 * `hours`, `days`, `working_days`, `weeks`, `months`.
 */
unit: string, 
/**
 * `law` or `local`.
 */
nature: string, 
/**
 * Where the rule comes from.
 */
source: string, 
/**
 * The organisation set it in place of the one that ships.
 */
own: FactView | null, };

export type TimeUnit = "hours" | "days" | "working_days" | "weeks" | "months";

export type TimelineRequest = { 
/**
 * The child.
 */
id: string, 
/**
 * The cursor that the last part ended with; none for the first part.
 */
after?: string, 
/**
 * Brothers and sisters and files of the same person too.
 */
family?: boolean, 
/**
 * Only these sorts: form ids, `note`, `document`, `episode`; empty is all.
 */
sorts?: Array<string>, 
/**
 * Only what this author wrote, by name.
 */
author?: string, 
/**
 * From this day, `YYYY-MM-DD`.
 */
from?: string, 
/**
 * Up to this day.
 */
until?: string, 
/**
 * Only significant events.
 */
significant?: boolean, 
/**
 * Only what holds these words, ranked.
 */
words?: string, };

export type TimelineView = { 
/**
 * Newest event first, at most 50.
 */
events: Array<EventRow>, 
/**
 * Cursor for the next part; none at the end.
 */
next: string | null, 
/**
 * How many in all, as far as it is filtered by nothing.
 */
total: number, 
/**
 * Sorts that are on the file, with how many: for the filter.
 */
sorts: { [key in string]: number }, 
/**
 * Authors on the file, by name: for the filter.
 */
authors: Array<string>, };

export type Told = { "told": "yes", 
/**
 * When.
 */
on: string, 
/**
 * How: in person, in writing.
 */
how: string, } | { "told": "no", 
/**
 * Why not.
 */
because: string, };

export type TransferRequest = { 
/**
 * UUIDs of the children.
 */
people: Array<string>, 
/**
 * The team.
 */
team: string, 
/**
 * Name of the worker; empty gives it to the team.
 */
worker?: string, 
/**
 * Work e-mail of the worker, if known.
 */
email?: string, 
/**
 * First day, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Why.
 */
reason: string, 
/**
 * What the next worker must know.
 */
handover?: string, 
/**
 * In what part; `lead_worker` when not said.
 */
role?: string, 
/**
 * Priority, if any.
 */
priority?: string, };

export type TransferredView = { 
/**
 * UUIDs of the facts that it made: to be withdrawn.
 */
made: Array<string>, 
/**
 * Facts that it changed: to be recorded again as they stood.
 */
before: Array<FactBeforeView>, };

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

export type Unaware = "child" | "parent" | "both";

export type UndoImportRequest = { 
/**
 * The import.
 */
batch: string, 
/**
 * Why.
 */
reason: string, };

export type UndoPackRequest = { 
/**
 * UUID of the batch.
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
 * Name of the field.
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
recorded: string, 
/**
 * The value, as a correction of it names it.
 */
seen: string, };

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

export type WarnedView = { 
/**
 * Its kind in words.
 */
kind: string, 
/**
 * What to know and what to do.
 */
text: string, 
/**
 * Whom it concerns, since when, until when it holds, whether they know: in words.
 */
more: string, };

export type Warning = { 
/**
 * What kind.
 */
warning: WarningKind, 
/**
 * What to know and what to do.
 */
text: string, 
/**
 * Who it comes from, where somebody on file is the risk.
 */
risk_from?: string, 
/**
 * Since when.
 */
from: string, 
/**
 * By when it is looked at again: at most a year after it began.
 */
review_by?: string, 
/**
 * Last day.
 */
until?: string, 
/**
 * Whether the person knows of it; none when it was imported and nobody says.
 */
told?: Told, 
/**
 * The manager with whom it was discussed.
 */
agreed_with?: string, 
/**
 * Why it was renewed or ended, with what was found at the review.
 */
review_note?: string, };

export type WarningKind = "risk_to_worker" | "risk_of_adult_to_children" | "home_environment" | "do_not_disclose" | "contact_arrangement" | "protection_order" | "extra_familial_harm" | "marac" | "safeguarding_agreement" | "restricted_file" | "duplicate_file" | "other";

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

export type WithdrawFactRequest = { 
/**
 * UUID of the fact.
 */
id: string, 
/**
 * Why.
 */
reason: string, };

export type Worker = { 
/**
 * Full name.
 */
name: string, 
/**
 * Work e-mail address, by which packs know people.
 */
email?: string, 
/**
 * The author in journals, where the person has a casebook.
 */
author?: string, };

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
  give_emergency_id: { req: ById; res: PersonRow };
  open_child: { req: ById; res: ChildView };
  timeline: { req: TimelineRequest; res: TimelineView };
  open_note: { req: ById; res: NoteView };
  chronology: { req: ChronologyRequest; res: ChronologyView };
  print_chronology: { req: ChronologyRequest; res: ExportedView };
  file_history: { req: ById; res: FileHistoryView };
  network: { req: ById; res: NetworkView };
  record_fact: { req: RecordFactRequest; res: FactView };
  withdraw_fact: { req: WithdrawFactRequest; res: Nothing };
  read_warnings: { req: ReadWarningsRequest; res: Nothing };
  find_matches: { req: FindMatchesRequest; res: MatchesView };
  duplicates: { req: Nothing; res: DuplicatesView };
  organisation: { req: Nothing; res: OrganisationView };
  my_day: { req: Nothing; res: MyDayView };
  caseload: { req: CaseloadRequest; res: CaseloadView };
  transfer: { req: TransferRequest; res: TransferredView };
  search: { req: SearchRequest; res: SearchView };
  pin_person: { req: PinRequest; res: Nothing };
  choose_pack_file: { req: Nothing; res: ChosenFileView };
  read_pack: { req: ReadPackRequest; res: PackPreview };
  import_pack: { req: ImportPackRequest; res: PackProgressView };
  pack_progress: { req: Nothing; res: PackProgressView };
  cancel_pack: { req: Nothing; res: Nothing };
  list_packs: { req: Nothing; res: PacksView };
  undo_pack: { req: UndoPackRequest; res: PackUndoneView };
  reconcile: { req: Nothing; res: ReconcileView };
  reconciled: { req: ReconciledRequest; res: Nothing };
  add_document: { req: AddDocumentRequest; res: FactView };
  open_document: { req: ById; res: DocumentView };
  document_page: { req: DocumentPageRequest; res: DocumentPageView };
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
