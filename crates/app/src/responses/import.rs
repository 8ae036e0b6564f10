//! Takes in the answers of a file: each response becomes a record whose id comes from where it came
//! from, so that the same file twice, or on two laptops, makes the same records.

use std::collections::{BTreeMap, BTreeSet};

use casebook::CasebookFault;
use domain::{Action, BatchId, EventTime, PersonId, RecordId, Resource};
use exchange::{DateOrder, Dialect, Mapping, Reading, Response, Responses};
use forms::{Answers, Form, SheetColumn, columns};
use journal::{
    BlobUse, BodyFault, Known, MAX_BODY_BYTES, NewEntry, RecordFiled, RecordSource, ResponsesImported, Subject,
};
use serde_json::Value;
use vault::Hash;

use super::{
    as_filed::{WithFiles, as_filed, file_of, of_nobody, put_beside},
    left_running::{mark, undo_left, unmark},
    read::{Standing, kept_answers, origin, record_of, standing},
    sheet::form_of,
    who::Who,
};
use crate::{AppFault, Session, files::files, permit::permit, records::keep_definition};

/// Records that are kept in one act: other writing waits no longer than this.
const AT_A_TIME: usize = 250;
/// What a row may hold before its entry is made to see whether it fits: text grows when it is written.
const SURELY_FITS: usize = MAX_BODY_BYTES / 16;

/// What a person decided about a child of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Somebody on file.
    Person(PersonId),
    /// A child to add.
    New,
    /// File without a child.
    None,
}

/// A decision about a child of the file.
#[derive(Clone, PartialEq, Eq)]
pub struct ChildDecision {
    /// Key of the child.
    pub key: String,
    /// Who it is.
    pub who: Decided,
}

domain::named_only!(ChildDecision);

/// A file to import, and what was decided about it.
#[derive(Debug, Clone)]
pub struct ImportResponses {
    /// The upload.
    pub upload: String,
    /// Id of the form.
    pub form: String,
    /// Which column is what.
    pub mapping: Mapping,
    /// Order of day and month.
    pub order: DateOrder,
    /// Every child of the file that is not exactly somebody on file.
    pub children: Vec<ChildDecision>,
}

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// The import; none when nothing was new.
    pub batch: Option<BatchId>,
    /// Records made.
    pub new: u32,
    /// Records that got a new version.
    pub changed: u32,
    /// Rows that were here already.
    pub already_here: u32,
    /// People added.
    pub people_added: u32,
}

/// Imports a file and waits for the end. `progress` is told rows done and in all; when it says
/// false, or something fails, what was kept so far is undone.
///
/// # Errors
/// [`AppFault::ChildrenUndecided`], [`AppFault::DatesAmbiguous`], [`AppFault::RowFailed`],
/// [`AppFault::Stopped`], [`AppFault::Import`], [`AppFault::DiskFull`].
pub fn import_responses(
    session: &Session,
    import: &ImportResponses,
    progress: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Imported, AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    // There is one mark: what an earlier import left goes first.
    undo_left(session)?;
    let (file_name, bytes) = {
        let uploads = session.uploads();
        (uploads.name(&import.upload)?, uploads.content(&import.upload)?)
    };
    let form = form_of(session, &import.form)?;
    let file_hash = Hash::of(&bytes);
    let responses = Responses::read(&file_name, bytes).map_err(AppFault::Import)?;
    let making = Making {
        session,
        form: &form,
        form_hash: Hash::from_bytes(form.hash()),
        columns: columns(&form),
        dialect: responses.dialect(),
        batch: BatchId(session.clock.new_id()),
    };
    let mut people = Who::decide(&making, &responses, import, progress)?;
    keep_definition(session, &form)?;
    let begun = ResponsesImported {
        batch: making.batch,
        file_name,
        file_hash,
        system: origin(&form).0,
        form: form.definition().id.clone(),
        records: responses.count(),
    };
    session.import.takes(Some(making.batch));
    let mut taking = Taking { making, imported: Imported::default(), waiting: Vec::new() };
    let result = taking.take(&responses, import, &mut people, begun, progress);
    let undone = result.as_ref().map_or_else(|_| undo_left(session), |()| Ok(()));
    session.import.takes(None);
    if let Err(fault) = undone {
        // What stopped the import is what the person must hear of; the next unlock finds the mark.
        tracing::warn!(%fault, "an import that broke off is undone at the next unlock");
    }
    result?;
    session.uploads().forget(&import.upload);
    session.delivery.wake();
    Ok(taking.imported)
}

/// Makes the entries of an import.
pub(super) struct Making<'a> {
    pub(super) session: &'a Session,
    pub(super) form: &'a Form,
    form_hash: Hash,
    columns: Vec<SheetColumn>,
    dialect: Dialect,
    batch: BatchId,
}

impl Making<'_> {
    /// Looks whether an entry can hold a response, before anything of its file is kept.
    ///
    /// # Errors
    /// [`AppFault::RowFailed`].
    pub(super) fn fits(&self, response: &Response) -> Result<(), AppFault> {
        let beside: usize = response.extra.iter().map(|(heading, text)| heading.len() + text.len()).sum();
        let answers: usize = response.answers.iter().map(|(id, value)| id.len() + weight(value)).sum();
        if beside + answers < SURELY_FITS {
            return Ok(());
        }
        match self.entry(response, &[], Vec::new())?.seal() {
            Ok(_) => Ok(()),
            Err(fault) => Err(of_row(response.row, CasebookFault::Body(fault))),
        }
    }

    fn entry(&self, response: &Response, children: &[PersonId], seen: Vec<Hash>) -> Result<NewEntry, AppFault> {
        let definition = self.form.definition();
        let record: RecordId = record_of(self.form, response);
        let (system, form) = origin(self.form);
        let mut extra: BTreeMap<String, String> = response.extra.iter().cloned().collect();
        let WithFiles { answers, beside, .. } = kept_answers(self.session, self.dialect, response)?;
        for (question, names) in beside {
            let wording = self.form.question(&question).map_or(question, |question| question.text.clone());
            put_beside(&mut extra, wording, names);
        }
        if children.len() != 1 {
            for (wording, text) in of_nobody(self.form, &self.columns, &answers) {
                put_beside(&mut extra, wording, text);
            }
        }
        let answers = as_filed(&answers, children);
        let mut blobs = vec![BlobUse { hash: self.form_hash, size: self.form.resolved().len() as u64 }];
        for file in files(&answers).into_iter().filter_map(file_of) {
            if !blobs.iter().any(|blob| blob.hash == file.hash) {
                blobs.push(BlobUse { hash: file.hash, size: file.size });
            }
        }
        let read: Answers = serde_json::from_value(answers.clone()).unwrap_or_default();
        let event = forms::event_time(self.form, &read).map(|event| EventTime { date: event.date, time: event.time });
        let submitted = response.submitted.map(|at| {
            let there = at.with_timezone(&self.session.clock.zone()).naive_local();
            EventTime { date: there.date(), time: Some(there.time()) }
        });
        let marks = &definition.marks;
        let significant = marks.significant.as_ref().is_some_and(|id| answers[id] == "yes");
        let source = RecordSource {
            system,
            form,
            id: response.source_id.clone(),
            batch: self.batch,
            submitted: response.submitted.map(|at| at.to_rfc3339()),
            email: response.email.clone(),
            extra,
        };
        let mut entry = self.session.entry(Known::RecordFiled(RecordFiled {
            record,
            form: definition.id.clone(),
            form_hash: self.form_hash,
            form_number: definition.number,
            title: definition.title.clone(),
            people: children.to_vec(),
            urgency: domain::Urgency::Normal,
            significant,
            seen: Vec::new(),
            answers,
            no_longer_asked: Vec::new(),
            access_group: definition.access_group.clone(),
            goes_on_from: None,
            source: Some(source),
        }));
        let now = entry.recorded.at.naive_local();
        let now = EventTime { date: now.date(), time: Some(now.time()) };
        entry.event_time = Some(event.or(submitted).unwrap_or(now));
        entry.based_on = seen;
        entry.subjects =
            children.iter().map(|person| Subject::Person(*person)).chain([Subject::Record(record)]).collect();
        entry.blobs = blobs;
        Ok(entry)
    }
}

/// Bytes of text in an answer, about.
fn weight(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(parts) => parts.iter().map(weight).sum(),
        Value::Object(parts) => parts.iter().map(|(key, part)| key.len() + weight(part)).sum(),
        _ => 8,
    }
}

/// A fault of one row says which.
fn of_row(row: u32, fault: CasebookFault) -> AppFault {
    match fault {
        CasebookFault::Body(BodyFault::TooLarge { .. }) => AppFault::RowFailed { row, why: "too_large" },
        other => other.into(),
    }
}

struct Taking<'a> {
    making: Making<'a>,
    imported: Imported,
    /// Entries with their rows.
    waiting: Vec<(u32, NewEntry)>,
}

impl Taking<'_> {
    fn take(
        &mut self,
        responses: &Responses,
        import: &ImportResponses,
        people: &mut Who,
        begun: ResponsesImported,
        progress: &mut dyn FnMut(u32, u32) -> bool,
    ) -> Result<(), AppFault> {
        let Making { session, form, dialect, .. } = self.making;
        let mut begun = Some(begun);
        let mut named = BTreeSet::new();
        let mut reading = Reading::new(form, responses, &import.mapping, import.order);
        for (done, row) in (0..).zip(responses.rows()) {
            let response = reading.response(&row);
            if !named.insert(response.source_id.clone()) {
                // A column that a person took for the id may hold one twice.
                self.keep(false)?;
            }
            let children = people.of(&response);
            let seen = match standing(session, form, dialect, &response, Some(&children))? {
                Standing::Same => {
                    self.imported.already_here += 1;
                    None
                }
                Standing::New => Some(Vec::new()),
                Standing::Changed(seen) => Some(vec![seen]),
            };
            if let Some(seen) = seen {
                let count = if seen.is_empty() { &mut self.imported.new } else { &mut self.imported.changed };
                *count += 1;
                let begun = begun.take().map(|begun| session.entry(Known::ResponsesImported(begun)));
                let before = begun.into_iter().chain(people.new_in(session, &response));
                self.waiting.extend(before.map(|entry| (response.row, entry)));
                self.waiting.push((response.row, self.making.entry(&response, &children, seen)?));
            }
            if self.waiting.len() >= AT_A_TIME {
                self.keep(false)?;
            }
            if done % 100 == 0 && !progress(done, responses.count()) {
                return Err(AppFault::Stopped);
            }
        }
        self.keep(true)?;
        self.imported.people_added = people.added;
        progress(responses.count(), responses.count());
        Ok(())
    }

    /// Keeps what is waiting. From the first part to the last the import is marked as going on.
    fn keep(&mut self, last: bool) -> Result<(), AppFault> {
        let entries = std::mem::take(&mut self.waiting);
        let first = self.imported.batch.is_none();
        if entries.is_empty() && (first || !last) {
            return Ok(());
        }
        let batch = self.making.batch;
        self.making.session.casebook.write(|gate| {
            for (row, entry) in entries {
                gate.append(entry).map_err(|fault| of_row(row, fault))?;
            }
            match (first, last) {
                (true, false) => mark(gate, batch)?,
                (false, true) => unmark(gate)?,
                _ => {}
            }
            Ok::<_, AppFault>(())
        })?;
        self.imported.batch = Some(batch);
        Ok(())
    }
}
