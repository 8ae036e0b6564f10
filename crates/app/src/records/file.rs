//! Files a draft as a record. The record and the end of its draft are one act: after a crash there
//! is the one or the other, never both and never none.

use std::str::FromStr;

use casebook::tables;
use domain::{Action, DraftId, EventTime, PersonId, RecordId, Resource, Urgency};
use forms::{ChildOnForm, Form, Subjects};
use journal::{BlobUse, Known, NewEntry, RecordFiled, Subject};
use vault::Hash;

use super::{RecordRow, row};
use crate::{
    AppFault, Session,
    drafts::{find, read_answers},
    permit::permit,
};

/// A record was filed.
pub struct Filed {
    /// Its row.
    pub row: RecordRow,
    /// Id of the form, to record another.
    pub form: String,
}

/// Files a draft.
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
    let entry = prepare(session, &form, &draft.people, &read_answers(&draft.answers))?;
    file(session, form, entry, Some((id, draft.revision)))
}

/// Files answers that had no draft before them.
pub(super) fn file_answers(
    session: &Session,
    form: Form,
    people: &[PersonId],
    answers: &forms::Answers,
) -> Result<Filed, AppFault> {
    let entry = prepare(session, &form, people, answers)?;
    file(session, form, entry, None)
}

/// The entry that answers make, if nothing is left to put right.
///
/// # Errors
/// [`AppFault::NotReady`], [`AppFault::ChildNeeded`], [`AppFault::NotFound`].
fn prepare(
    session: &Session,
    form: &Form,
    people: &[PersonId],
    answers: &forms::Answers,
) -> Result<NewEntry, AppFault> {
    let definition = form.definition();
    if people.is_empty() && definition.subjects == Subjects::OneOrMoreChildren {
        return Err(AppFault::ChildNeeded);
    }
    let children: Vec<ChildOnForm> = session.children(people)?;
    let filed = forms::file(form, answers, &children, session.stamp().at)
        .map_err(|problems| AppFault::NotReady { problems })?;
    let record = RecordId(session.clock.new_id());
    let seen = filed.seen.iter().filter_map(|id| PersonId::from_str(id).ok()).collect();
    let form_hash = Hash::from_bytes(form.hash());
    let mut entry = session.entry(Known::RecordFiled(RecordFiled {
        record,
        form: definition.id.clone(),
        form_hash,
        form_number: definition.number,
        title: filed.title.unwrap_or_else(|| definition.title.clone()),
        people: people.to_vec(),
        urgency: match definition.urgency {
            forms::Urgency::Urgent => Urgency::Urgent,
            forms::Urgency::Normal => Urgency::Normal,
        },
        significant: filed.significant,
        seen,
        answers: serde_json::to_value(&filed.answers).map_err(|_| AppFault::Internal("answers do not write"))?,
    }));
    entry.event_time = Some(EventTime { date: filed.event.date, time: filed.event.time });
    entry.subjects = people.iter().map(|person| Subject::Person(*person)).chain([Subject::Record(record)]).collect();
    entry.blobs = vec![BlobUse { hash: form_hash, size: form.resolved().len() as u64 }];
    Ok(entry)
}

fn file(session: &Session, form: Form, entry: NewEntry, draft: Option<(DraftId, u32)>) -> Result<Filed, AppFault> {
    // The wording that was shown goes with the record, on disk before the entry that names it.
    let definition = vault::BlobRef { hash: Hash::from_bytes(form.hash()), size: form.resolved().len() as u64 };
    if session.casebook.blobs().verify(&definition).is_err() {
        session.casebook.blobs().put(form.resolved()).map_err(casebook::CasebookFault::from)?;
    }
    let record = match &entry.act {
        Known::RecordFiled(filed) => filed.record,
        _ => return Err(AppFault::Internal("not a record")),
    };
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
        gate.append(entry).map_err(AppFault::from)?;
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    let row = session.casebook.read(|reading| {
        let found = tables::record::find(reading, record)?.ok_or(AppFault::NotFound { what: "record" })?;
        row(session, reading, found)
    })?;
    Ok(Filed { row, form: form.definition().id.clone() })
}
