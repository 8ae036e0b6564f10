//! Takes in the answers of a file: each response becomes a record whose id comes from where it came
//! from, so that the same file twice, or on two laptops, makes the same records.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

use casebook::tables;
use domain::{Action, BatchId, EventTime, PersonField, PersonId, RecordId, Resource, tidy_name};
use exchange::{DateOrder, Dialect, Mapping, ONLY_CHILD, Reading, Response, Responses};
use forms::{AnswerState, Answers, ChildOnForm, Form, summary};
use journal::{
    BlobUse, ImportUndone, Known, NewEntry, PersonAdded, RecordFiled, RecordSource, ResponsesImported, Subject,
};
use serde_json::Value;
use vault::Hash;

use super::{
    matching::{OnFile, key},
    read::{Standing, as_filed, exact, origin, record_of, standing},
    sheet::form_of,
};
use crate::{AppFault, Session, permit::permit, records::keep_definition};

/// Records that are kept in one act: other writing waits no longer than this.
const AT_A_TIME: usize = 250;

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

/// The import of a session.
#[derive(Default)]
pub struct ImportJob {
    running: AtomicBool,
    stop: AtomicBool,
    done: AtomicU32,
    total: AtomicU32,
    ended: Mutex<Option<Result<Imported, AppFault>>>,
}

impl ImportJob {
    /// Stops the import that is going on.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// How far an import is.
pub struct ImportProgress {
    /// One is going on.
    pub running: bool,
    /// Rows done.
    pub done: u32,
    /// Rows in all.
    pub total: u32,
}

/// Begins an import beside the work, unless one is going on.
///
/// # Errors
/// [`AppFault::ImportRunning`].
pub fn start_import(session: &Arc<Session>, import: ImportResponses) -> Result<(), AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    let job = &session.import;
    if job.running.swap(true, Ordering::AcqRel) {
        return Err(AppFault::ImportRunning);
    }
    job.stop.store(false, Ordering::Relaxed);
    job.done.store(0, Ordering::Relaxed);
    job.total.store(0, Ordering::Relaxed);
    *job.ended.lock().unwrap_or_else(PoisonError::into_inner) = None;
    let session = Arc::clone(session);
    std::thread::Builder::new().name("import".to_owned()).spawn(move || {
        let job = &session.import;
        let result = import_responses(&session, &import, &mut |done, total| {
            job.done.store(done, Ordering::Relaxed);
            job.total.store(total, Ordering::Relaxed);
            !job.stop.load(Ordering::Relaxed)
        });
        *job.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        job.running.store(false, Ordering::Release);
    })?;
    Ok(())
}

/// How far the import is, and what came of the last one (`look` sees it).
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn import_progress<T>(
    session: &Session,
    look: impl FnOnce(Option<&Result<Imported, AppFault>>) -> T,
) -> Result<(ImportProgress, T), AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    let job = &session.import;
    let progress = ImportProgress {
        running: job.running.load(Ordering::Acquire),
        done: job.done.load(Ordering::Relaxed),
        total: job.total.load(Ordering::Relaxed),
    };
    let ended = job.ended.lock().unwrap_or_else(PoisonError::into_inner);
    Ok((progress, look(ended.as_ref())))
}

/// Stops the import that is going on; what it had kept is undone.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn cancel_import(session: &Session) -> Result<(), AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    session.import.stop();
    Ok(())
}

/// Imports a file and waits for the end. `progress` is told rows done and in all; when it says
/// false, or something fails, what was kept so far is undone.
///
/// # Errors
/// [`AppFault::ChildrenUndecided`], [`AppFault::DatesAmbiguous`], [`AppFault::Stopped`],
/// [`AppFault::Import`], [`AppFault::DiskFull`].
pub fn import_responses(
    session: &Session,
    import: &ImportResponses,
    progress: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Imported, AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    let (file_name, bytes) = {
        let uploads = session.uploads();
        (uploads.name(&import.upload)?, uploads.content(&import.upload)?)
    };
    let form = form_of(session, &import.form)?;
    let file_hash = Hash::of(&bytes);
    let responses = Responses::read(&file_name, bytes).map_err(AppFault::Import)?;
    let mut people = Who::decide(session, &form, &responses, import, progress)?;
    let mut taking = Taking {
        session,
        form: &form,
        form_hash: Hash::from_bytes(form.hash()),
        dialect: responses.dialect(),
        batch: BatchId(session.clock.new_id()),
        imported: Imported::default(),
        waiting: Vec::new(),
    };
    keep_definition(session, &form)?;
    let begun = ResponsesImported {
        batch: taking.batch,
        file_name,
        file_hash,
        system: origin(&form).0,
        form: form.definition().id.clone(),
        records: responses.count(),
    };
    let result = taking.take(&responses, import, &mut people, begun, progress);
    if let Err(fault) = result {
        if taking.imported.batch.is_some() {
            let reason = "the import did not come to its end".to_owned();
            let undone = ImportUndone { batch: taking.batch, reason };
            session.append(session.entry(Known::ImportUndone(undone)))?;
        }
        return Err(fault);
    }
    session.uploads().forget(&import.upload);
    session.delivery.wake();
    Ok(taking.imported)
}

struct Taking<'a> {
    session: &'a Session,
    form: &'a Form,
    form_hash: Hash,
    dialect: Dialect,
    batch: BatchId,
    imported: Imported,
    waiting: Vec<NewEntry>,
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
        let mut begun = Some(begun);
        let mut named = BTreeSet::new();
        let mut reading = Reading::new(self.form, responses, &import.mapping, import.order);
        for (done, row) in (0..).zip(responses.rows()) {
            let response = reading.response(&row);
            if !named.insert(response.source_id.clone()) {
                // A file may hold a response twice, as it was and as it is now.
                self.keep()?;
            }
            let seen = match standing(self.session, self.form, self.dialect, &response)? {
                Standing::Same => {
                    self.imported.already_here += 1;
                    None
                }
                Standing::New => Some(Vec::new()),
                Standing::Changed(seen) => Some(seen),
            };
            if let Some(seen) = seen {
                if let Some(begun) = begun.take() {
                    self.waiting.push(self.session.entry(Known::ResponsesImported(begun)));
                }
                let count = if seen.is_empty() { &mut self.imported.new } else { &mut self.imported.changed };
                *count += 1;
                let children = people.of(self.session, &response, &mut self.waiting)?;
                let entry = self.entry(&response, &children, seen)?;
                self.waiting.push(entry);
            }
            if self.waiting.len() >= AT_A_TIME {
                self.keep()?;
            }
            if done % 100 == 0 && !progress(done, responses.count()) {
                return Err(AppFault::Stopped);
            }
        }
        self.keep()?;
        self.imported.people_added = people.added;
        progress(responses.count(), responses.count());
        Ok(())
    }

    fn keep(&mut self) -> Result<(), AppFault> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let entries = std::mem::take(&mut self.waiting);
        self.session.casebook.write(|gate| {
            for entry in entries {
                gate.append(entry).map_err(AppFault::from)?;
            }
            Ok::<_, AppFault>(())
        })?;
        self.imported.batch = Some(self.batch);
        Ok(())
    }

    fn entry(&self, response: &Response, children: &[PersonId], seen: Vec<Hash>) -> Result<NewEntry, AppFault> {
        let definition = self.form.definition();
        let record: RecordId = record_of(self.form, response);
        let (system, form) = origin(self.form);
        let mut extra: BTreeMap<String, String> = response.extra.iter().cloned().collect();
        let answers =
            serde_json::to_value(&response.answers).map_err(|_| AppFault::Internal("answers do not write"))?;
        if children.len() != 1 {
            self.keep_words(&answers, &mut extra);
        }
        let answers = as_filed(&answers, children);
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
        entry.blobs = vec![BlobUse { hash: self.form_hash, size: self.form.resolved().len() as u64 }];
        Ok(entry)
    }

    /// Answers about a child whom nobody is: kept beside the answers, in words.
    fn keep_words(&self, answers: &Value, extra: &mut BTreeMap<String, String>) {
        let holds = answers.as_object().is_some_and(|all| all.values().any(|value| value.get(ONLY_CHILD).is_some()));
        if !holds {
            return;
        }
        let read: Answers = serde_json::from_value(answers.clone()).unwrap_or_default();
        let child = [ChildOnForm::new(ONLY_CHILD, "")];
        for row in summary(self.form, &read, &child).into_iter().flat_map(|section| section.rows) {
            let of_child = row.path.inside.as_ref().is_some_and(|inside| inside.item == ONLY_CHILD);
            if of_child && row.state == AnswerState::Answered {
                extra.insert(row.question, row.answer);
            }
        }
    }
}

/// Who the children of the file are.
struct Who {
    known: BTreeMap<String, Option<PersonId>>,
    new: BTreeSet<String>,
    origin: (String, String),
    added: u32,
}

impl Who {
    /// Decides about every child of the file before anything is kept.
    fn decide(
        session: &Session,
        form: &Form,
        responses: &Responses,
        import: &ImportResponses,
        progress: &mut dyn FnMut(u32, u32) -> bool,
    ) -> Result<Self, AppFault> {
        let orders = exchange::date_orders(form, responses, &import.mapping);
        if !orders.possible().contains(&import.order) {
            return Err(AppFault::DatesAmbiguous);
        }
        let decided: BTreeMap<&str, Decided> =
            import.children.iter().map(|decision| (decision.key.as_str(), decision.who)).collect();
        let on_file =
            OnFile::new(session.casebook.read(|reading| Ok::<_, AppFault>(tables::person::all_folded(reading)?))?);
        let mut who = Self { known: BTreeMap::new(), new: BTreeSet::new(), origin: origin(form), added: 0 };
        let mut reading = Reading::new(form, responses, &import.mapping, import.order);
        for (looked_at, row) in responses.rows().enumerate() {
            if looked_at % 100 == 0 && !progress(0, responses.count()) {
                return Err(AppFault::Stopped);
            }
            for child in reading.response(&row).who {
                let key = key(&child);
                if who.known.contains_key(&key) || who.new.contains(&key) {
                    continue;
                }
                match decided.get(key.as_str()) {
                    Some(Decided::Person(person)) => {
                        session.children(std::slice::from_ref(person))?;
                        who.known.insert(key, Some(*person));
                    }
                    Some(Decided::None) => {
                        who.known.insert(key, None);
                    }
                    Some(Decided::New) if !child.name.trim().is_empty() => {
                        who.new.insert(key);
                    }
                    _ => match exact(&on_file, &child) {
                        Some(person) => {
                            who.known.insert(key, Some(person));
                        }
                        None => return Err(AppFault::ChildrenUndecided),
                    },
                }
            }
        }
        Ok(who)
    }

    /// The people of a response; those who are new are added before it.
    fn of(
        &mut self,
        session: &Session,
        response: &Response,
        before: &mut Vec<NewEntry>,
    ) -> Result<Vec<PersonId>, AppFault> {
        let mut people = Vec::with_capacity(response.who.len());
        for child in &response.who {
            let key = key(child);
            if self.new.remove(&key) {
                let person = self.new_person(&key);
                let there = session
                    .casebook
                    .read(|reading| Ok::<_, AppFault>(tables::person::find(reading, person)?.is_some()))?;
                if !there {
                    let mut fields = BTreeMap::from([(PersonField::Name, tidy_name(&child.name)?)]);
                    fields.extend(child.born.map(|born| (PersonField::DateOfBirth, born.to_string())));
                    let mut entry = session.entry(Known::PersonAdded(PersonAdded { person, fields }));
                    entry.subjects = vec![Subject::Person(person)];
                    before.push(entry);
                    self.added += 1;
                }
                self.known.insert(key.clone(), Some(person));
            }
            if let Some(Some(person)) = self.known.get(&key)
                && !people.contains(person)
            {
                people.push(*person);
            }
        }
        Ok(people)
    }

    /// The same child of the same form is the same person on every laptop.
    fn new_person(&self, key: &str) -> PersonId {
        let (system, form) = &self.origin;
        let made = exchange::record_id(&format!("person of {system}"), form, key);
        PersonId::from_bytes(*made.as_bytes())
    }
}
