//! Records a fact, or a correction of one: an entry that says which versions its author had seen.

use casebook::tables;
use domain::{
    Action, Fact, FactId, PersonId, Resource,
    facts::{Document, DocumentFile, checked},
};
use journal::{BlobUse, FactRecorded, Known, NewEntry, Subject};
use rusqlite::Connection;
use vault::{BlobRef, Hash};

use super::{
    FactShown,
    about::{about_of, fits},
    seen::Seen,
    shown_in,
};
use crate::{
    AppFault, Session,
    people::{mark_id, pair_id},
    permit::permit,
};

/// A fact to record.
#[derive(Clone, PartialEq, Eq)]
pub struct NewFact {
    /// The fact that is corrected; none for a new one.
    pub id: Option<FactId>,
    /// On whose files it stands, where it does not say so itself.
    pub about: Vec<PersonId>,
    /// What it says.
    pub says: Fact,
    /// The versions that its author had before them, by the hashes of their entries; none for what stands
    /// when it is recorded. What came since stands beside the correction.
    pub seen: Option<Vec<Hash>>,
}

domain::named_only!(NewFact);

/// Records a fact. One that says what its author saw already, or what stands already, is not recorded
/// again: pressing twice makes one.
///
/// # Errors
/// [`AppFault::FactNotKept`] by the rules of [`checked`], [`AppFault::NotFound`] for what is not here, for
/// a version that is none of the fact, and for the file of a document that has none yet,
/// [`AppFault::SameRelationship`].
pub fn record_fact(session: &Session, new: NewFact) -> Result<FactShown, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    checked(&new.says, today).map_err(AppFault::FactNotKept)?;
    let recorded = session.casebook.write(|gate| {
        let id = id_of(session, gate, &new)?;
        let before = tables::fact::find(gate, id)?;
        let given = match &before {
            Some(before) if new.about.is_empty() => &before.about,
            _ => &new.about,
        };
        let about = about_of(gate, &new.says, given)?;
        for person in &about {
            permit(session, Action::Amend, Resource::Person(*person))?;
        }
        if about.is_empty() {
            permit(session, Action::Keep, Resource::Casebook)?;
        }
        if let Some(before) = &before
            && shown_in(session, gate, before.clone())?.hidden
        {
            return Err(AppFault::NotAllowed);
        }
        let says = with_its_file(gate, id, new.says)?;
        fits(gate, id, &says, &about, today)?;
        let seen = Seen::of(gate, id, new.seen.as_deref())?;
        if before.is_none() || !seen.has_nothing_new(&about, &says) {
            let mut entry = entry_of(session, gate, id, about, says)?;
            entry.based_on = seen.based_on();
            gate.append(entry)?;
        }
        let known = tables::fact::find(gate, id)?.ok_or(AppFault::Internal("a fact did not stand"))?;
        shown_in(session, gate, known)
    })?;
    session.delivery.wake();
    Ok(recorded)
}

/// The id of the fact: decisions about a pair and marks on a thing have one that comes from it.
fn id_of(session: &Session, reading: &Connection, new: &NewFact) -> Result<FactId, AppFault> {
    let derived = match &new.says {
        Fact::SamePerson(fact) => Some(pair_id(fact.one, fact.other)),
        Fact::Mark(fact) => Some(mark_id(fact.of)),
        _ => None,
    };
    let unknown = AppFault::NotFound { what: "fact" };
    match (derived, new.id) {
        (Some(derived), Some(given)) if derived != given => Err(unknown),
        (Some(derived), _) => Ok(derived),
        (None, None) => Ok(FactId(session.clock.new_id())),
        (None, Some(given)) => {
            let versions = tables::fact::ever(reading, given)?;
            let same_kind = versions.last().is_some_and(|version| version.says.kind() == new.says.kind());
            same_kind.then_some(given).ok_or(unknown)
        }
    }
}

/// A document keeps the file that stands, with its words, which no screen is given. Of two that stand side
/// by side the correction may name one. A file that was not looked into and cleaned never comes in here:
/// only `add_document` brings one.
fn with_its_file(reading: &Connection, id: FactId, says: Fact) -> Result<Fact, AppFault> {
    let Fact::Document(mut document) = says else { return Ok(says) };
    let given = document.file.take();
    let mut standing = Vec::new();
    // The one shown is the last.
    for version in tables::fact::standing(reading, id)?.into_iter().rev() {
        if let Fact::Document(Document { file: Some(file), .. }) = version.says {
            standing.push(file);
        }
    }
    let named = standing.iter().find(|file| given.as_ref().is_some_and(|given| given.blob == file.blob));
    document.file = named.or(standing.first()).cloned();
    if given.is_some() && document.file.is_none() {
        return Err(AppFault::NotFound { what: "file" });
    }
    Ok(Fact::Document(document))
}

/// The entry that records a fact, based on every version that stands. For the gate: what it is based on
/// must not change before it is appended.
pub(crate) fn entry_of(
    session: &Session,
    reading: &Connection,
    fact: FactId,
    about: Vec<PersonId>,
    says: Fact,
) -> Result<NewEntry, AppFault> {
    let blobs = match &says {
        Fact::Document(document) => document.file.iter().map(|file| blob(session, file)).collect::<Result<_, _>>()?,
        _ => Vec::new(),
    };
    let subjects = about.iter().copied().map(Subject::Person).collect();
    let mut entry = session.entry(Known::FactRecorded(FactRecorded { fact, about, says }));
    entry.subjects = subjects;
    entry.based_on = tables::fact::seen(reading, fact)?;
    entry.based_on.sort_unstable();
    entry.blobs = blobs;
    Ok(entry)
}

/// The file of a document, which must be here: an entry names no file that nobody can ever send.
fn blob(session: &Session, file: &DocumentFile) -> Result<BlobUse, AppFault> {
    let missing = AppFault::NotFound { what: "file" };
    let Ok(hash) = file.blob.parse() else { return Err(missing) };
    let held = session.casebook.blobs().has(&BlobRef { hash, size: file.size });
    held.then_some(BlobUse { hash, size: file.size }).ok_or(missing)
}
