//! Files a draft as a record. The record and the end of its draft are one act: after a crash there
//! is the one or the other, never both and never none.

use std::str::FromStr;

use casebook::tables;
use domain::{Action, DraftId, EventTime, Fact, FactId, PersonId, RecordId, Resource, Urgency};
use forms::{ChildOnForm, EpisodeChange, FiledAnswers, Files, Form, Subjects, episode_changes, part_of};
use journal::{BlobUse, Known, NewEntry, RecordFiled, Subject};
use serde_json::Value;
use vault::{BlobRef, Hash};

use super::{RecordRow, row};
use crate::{
    AppFault, Session,
    drafts::{find, left_for, read_answers},
    facts::entry_of,
    files::files,
    permit::permit,
    work::{ByRecord, changed},
};

/// A record was filed.
pub struct Filed {
    /// Its row.
    pub row: RecordRow,
    /// The records that the same sitting made beside it, one a child.
    pub also: Vec<RecordRow>,
    /// Id of the form, to record another.
    pub form: String,
}

/// Files a draft: as one record, or as one for each child where the form files each child alone.
///
/// # Errors
/// [`AppFault::NotReady`] when something must be put right first, [`AppFault::RecordTooLarge`],
/// [`AppFault::DiskFull`]: the draft is kept as it was.
pub fn file_draft(session: &Session, id: DraftId) -> Result<Filed, AppFault> {
    permit(session, Action::File, Resource::Records)?;
    let draft = find(session, id)?;
    if draft.set_aside.is_some() {
        return Err(AppFault::DraftSetAside);
    }
    let form = session.form(draft.form)?;
    let answers = read_answers(&draft.answers);
    let revision = draft.revision;
    let beside = Beside { no_longer_asked: draft.left_behind, goes_on_from: draft.goes_on_from, happened: None };
    let all = prepare(session, &form, &draft.people, &answers, &beside)?;
    file(session, &form, all, Some((id, revision)))
}

/// Files answers that had no draft before them.
pub(super) fn file_answers(
    session: &Session,
    form: &Form,
    people: &[PersonId],
    answers: &forms::Answers,
    happened: Option<EventTime>,
) -> Result<Filed, AppFault> {
    let beside = Beside { happened, ..Beside::default() };
    let all = prepare(session, form, people, answers, &beside)?;
    file(session, form, all, None)
}

/// What a record says beside its answers.
#[derive(Default)]
struct Beside {
    no_longer_asked: Vec<Value>,
    goes_on_from: Option<RecordId>,
    /// When it happened, where the form does not ask.
    happened: Option<EventTime>,
}

impl Beside {
    /// What of it goes with a record to these people.
    fn of(&self, session: &Session, people: &[PersonId]) -> Result<Self, AppFault> {
        let no_longer_asked = left_for(session, &self.no_longer_asked, people)?;
        Ok(Self { no_longer_asked, goes_on_from: self.goes_on_from, happened: self.happened.clone() })
    }

    /// What of it goes with the part of one child: nothing about the others, so not a record of theirs
    /// either.
    fn of_child(&self, session: &Session, child: PersonId) -> Result<Self, AppFault> {
        let mut own = self.of(session, &[child])?;
        if let Some(record) = own.goes_on_from {
            let people = session.casebook.read(|reading| {
                let found = tables::record::find(reading, record)?;
                let filed = found.map(|found| tables::record::filed(reading, found.position)).transpose()?;
                Ok::<_, AppFault>(filed.flatten().map(|filed| filed.people).unwrap_or_default())
            })?;
            own.goes_on_from = (people.is_empty() || people.contains(&child)).then_some(record);
        }
        Ok(own)
    }
}

/// A record that is ready, with what filing it does to the episodes of each child on it.
struct Prepared {
    record: RecordId,
    goes_on_from: Option<RecordId>,
    entry: NewEntry,
    episodes: Vec<(PersonId, Vec<EpisodeChange>)>,
}

/// The records that answers make, if nothing is left to put right.
///
/// # Errors
/// [`AppFault::NotReady`], [`AppFault::ChildNeeded`], [`AppFault::NotFound`].
fn prepare(
    session: &Session,
    form: &Form,
    people: &[PersonId],
    answers: &forms::Answers,
    beside: &Beside,
) -> Result<Vec<Prepared>, AppFault> {
    let definition = form.definition();
    if people.is_empty() && definition.subjects == Subjects::OneOrMoreChildren {
        return Err(AppFault::ChildNeeded);
    }
    let children: Vec<ChildOnForm> = session.children(people)?;
    let filed = forms::file(form, answers, &children, session.stamp().at)
        .map_err(|problems| AppFault::NotReady { problems })?;
    if definition.files == Files::Together || people.len() < 2 {
        return Ok(vec![prepared(session, form, &children, people, &filed, &beside.of(session, people)?)?]);
    }
    people
        .iter()
        .map(|person| {
            let part = part_of(form, &filed, &person.to_string());
            let alone = std::slice::from_ref(person);
            prepared(session, form, &children, alone, &part, &beside.of_child(session, *person)?)
        })
        .collect()
}

fn prepared(
    session: &Session,
    form: &Form,
    children: &[ChildOnForm],
    people: &[PersonId],
    filed: &FiledAnswers,
    beside: &Beside,
) -> Result<Prepared, AppFault> {
    let record = RecordId(session.clock.new_id());
    let entry = entry(session, form, record, people, filed, beside)?;
    let happened = entry.event_time.as_ref().ok_or(AppFault::Internal("a record without a time"))?;
    let event = forms::EventTime { date: happened.date, time: happened.time };
    let of = |person: &PersonId| {
        let child = children.iter().find(|child| child.id == person.to_string());
        (*person, child.map(|child| episode_changes(form, &filed.answers, child, event)).unwrap_or_default())
    };
    Ok(Prepared { record, goes_on_from: beside.goes_on_from, entry, episodes: people.iter().map(of).collect() })
}

fn entry(
    session: &Session,
    form: &Form,
    record: RecordId,
    people: &[PersonId],
    filed: &FiledAnswers,
    beside: &Beside,
) -> Result<NewEntry, AppFault> {
    let definition = form.definition();
    let seen = filed.seen.iter().filter_map(|id| PersonId::from_str(id).ok()).collect();
    let form_hash = Hash::from_bytes(form.hash());
    let answers = serde_json::to_value(&filed.answers).map_err(|_| AppFault::Internal("answers do not write"))?;
    let mut blobs = vec![BlobUse { hash: form_hash, size: form.resolved().len() as u64 }];
    for file in beside.no_longer_asked.iter().chain([&answers]).flat_map(files) {
        let hash = file["blob"].as_str().and_then(|hash| Hash::from_str(hash).ok());
        let (Some(hash), Some(size)) = (hash, file["size"].as_u64()) else {
            return Err(AppFault::NotFound { what: "file" });
        };
        if !session.casebook.blobs().has(&BlobRef { hash, size }) {
            return Err(AppFault::NotFound { what: "file" });
        }
        if !blobs.iter().any(|blob| blob.hash == hash) {
            blobs.push(BlobUse { hash, size });
        }
    }
    let mut entry = session.entry(Known::RecordFiled(RecordFiled {
        record,
        form: definition.id.clone(),
        form_hash,
        form_number: definition.number,
        title: filed.title.clone().unwrap_or_else(|| definition.title.clone()),
        people: people.to_vec(),
        urgency: match definition.urgency {
            forms::Urgency::Urgent => Urgency::Urgent,
            forms::Urgency::Normal => Urgency::Normal,
        },
        significant: filed.significant,
        seen,
        answers,
        no_longer_asked: beside.no_longer_asked.clone(),
        access_group: definition.access_group.clone(),
        goes_on_from: beside.goes_on_from,
        source: None,
    }));
    let answered = filed.event.map(|event| EventTime { date: event.date, time: event.time });
    // A form that asks for no day is about the moment in which it is filled.
    let now = entry.recorded.at.naive_local();
    let now = EventTime { date: now.date(), time: Some(now.time()) };
    entry.event_time = Some(answered.or_else(|| beside.happened.clone()).unwrap_or(now));
    entry.subjects = people.iter().map(|person| Subject::Person(*person)).chain([Subject::Record(record)]).collect();
    entry.blobs = blobs;
    Ok(entry)
}

fn file(session: &Session, form: &Form, all: Vec<Prepared>, draft: Option<(DraftId, u32)>) -> Result<Filed, AppFault> {
    keep_definition(session, form)?;
    let records: Vec<RecordId> = all.iter().map(|prepared| prepared.record).collect();
    session.casebook.write(|gate| {
        if let Some((id, revision)) = draft {
            // Looked at again inside the gate: a second click must not file it twice, and what was
            // saved since must not be lost with the draft.
            match tables::draft::find(gate, id)? {
                None => return Err(AppFault::NotFound { what: "draft" }),
                Some(now) if now.revision != revision => return Err(AppFault::DraftMoved),
                Some(_) => tables::draft::remove_filed(gate, id)?,
            }
        }
        for prepared in all {
            append(session, gate, prepared)?;
        }
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    let mut rows = session.casebook.read(|reading| {
        records
            .into_iter()
            .map(|record| {
                let found = tables::record::find(reading, record)?.ok_or(AppFault::NotFound { what: "record" })?;
                row(session, reading, found)
            })
            .collect::<Result<Vec<_>, AppFault>>()
    })?;
    let also = rows.split_off(1.min(rows.len()));
    let row = rows.pop().ok_or(AppFault::Internal("nothing was filed"))?;
    Ok(Filed { row, also, form: form.definition().id.clone() })
}

/// The record and what it does to episodes: they are one act too.
fn append(session: &Session, gate: &mut casebook::Gate<'_>, prepared: Prepared) -> Result<(), AppFault> {
    let Prepared { record, goes_on_from, entry, episodes } = prepared;
    let (recorded, event_time) = (entry.recorded.clone(), entry.event_time.clone());
    gate.append(entry)?;
    let people: Vec<PersonId> = episodes.iter().map(|(person, _)| *person).collect();
    let by = ByRecord { record, goes_on_from, people: &people, today: recorded.at.date_naive() };
    for (person, changes) in &episodes {
        for one in changed(gate, *person, by, changes, &|| FactId(session.clock.new_id()))? {
            let mut entry = entry_of(session, gate, one.id, one.about, Fact::Episode(one.says))?;
            entry.recorded = recorded.clone();
            entry.event_time.clone_from(&event_time);
            entry.subjects.push(Subject::Record(record));
            gate.append(entry)?;
        }
    }
    Ok(())
}

/// The wording that was shown goes with the record, on disk before the entry that names it.
pub(crate) fn keep_definition(session: &Session, form: &Form) -> Result<(), AppFault> {
    let definition = BlobRef { hash: Hash::from_bytes(form.hash()), size: form.resolved().len() as u64 };
    if session.casebook.blobs().verify(&definition).is_err() {
        session.casebook.blobs().put(form.resolved()).map_err(casebook::CasebookFault::from)?;
    }
    Ok(())
}
