//! Puts a document on files.

use casebook::tables::{self, fact::Known};
use chrono::NaiveDate;
use domain::{
    Action, Fact, FactId, PersonId, Resource,
    facts::{Document, DocumentFile, checked},
};
use rusqlite::Connection;

use crate::{
    AppFault, Session,
    facts::{FactShown, entry_of, shown_in},
    files::{take, words},
    permit::permit,
};

/// A document to be put on files.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewDocument {
    /// What the file was handed in as; none for a document that is known to exist and not here.
    pub upload: Option<String>,
    /// A document that was known to exist, whose file is here now.
    pub id: Option<FactId>,
    /// On whose files.
    pub about: Vec<PersonId>,
    /// Title; the file's name where it is empty.
    pub title: String,
    /// See [`Document::sort`].
    pub sort: String,
    /// The day on it.
    pub on: Option<NaiveDate>,
    /// Where it is thought to be.
    pub thought_to_be: String,
    /// Anything to know.
    pub note: String,
}

domain::named_only!(NewDocument);

/// Puts a document on files, or brings the file of one that was known to exist. What is kept is
/// what was looked into and cleaned: its hash is of that.
///
/// # Errors
/// [`AppFault::FileRefused`], [`AppFault::FileTooLarge`], [`AppFault::NotFound`] for a person, an
/// upload, or a document that is not waiting for its file; [`AppFault::FactNotKept`].
pub fn add_document(session: &Session, new: NewDocument) -> Result<FactShown, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let known = match new.id {
        Some(id) => Some(session.casebook.read(|reading| waiting(reading, id))?),
        None => None,
    };
    let about = match &known {
        Some(known) if new.about.is_empty() => known.about.clone(),
        _ => new.about.clone(),
    };
    for person in &about {
        permit(session, Action::Amend, Resource::Person(*person))?;
    }
    on_file(session, &about)?;
    let name = new.upload.as_deref().map(|upload| session.uploads().name(upload)).transpose()?;
    let mut document = described(&new, known.as_ref().map(|known| &known.says), name.as_deref());
    check(session, &document)?;

    if let (Some(upload), Some(name)) = (&new.upload, name) {
        let content = session.uploads().content(upload)?;
        let taken = take(content, &name)?;
        let words = words(taken.media, &taken.bytes)?;
        let kept = session.casebook.blobs().put(taken.bytes.as_slice()).map_err(casebook::CasebookFault::from)?;
        document.thought_to_be.clear();
        document.file = Some(DocumentFile {
            blob: kept.hash.to_string(),
            size: kept.size,
            media: taken.media.to_owned(),
            name,
            re_encoded: taken.re_encoded,
            words,
        });
        check(session, &document)?;
    }

    let fact = new.id.unwrap_or_else(|| FactId(session.clock.new_id()));
    session.casebook.write(|gate| {
        // While its file was looked into, somebody else may have brought it.
        if new.id.is_some() {
            waiting(gate, fact)?;
        }
        let entry = entry_of(session, gate, fact, about, Fact::Document(document))?;
        gate.append(entry)?;
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    if let Some(upload) = &new.upload {
        session.uploads().forget(upload);
    }
    shown(session, fact)
}

/// A document as it is shown, without its words: those are for the search.
pub(super) fn shown(session: &Session, id: FactId) -> Result<FactShown, AppFault> {
    session.casebook.read(|reading| {
        let mut known = tables::fact::find(reading, id)?.ok_or(AppFault::NotFound { what: "document" })?;
        if let Fact::Document(Document { file: Some(file), .. }) = &mut known.says {
            file.words.clear();
        }
        shown_in(session, reading, known)
    })
}

/// A document that is known to exist and has no file yet.
fn waiting(reading: &Connection, id: FactId) -> Result<Known, AppFault> {
    let known = tables::fact::find(reading, id)?;
    let known = known.filter(|known| matches!(&known.says, Fact::Document(document) if document.file.is_none()));
    known.ok_or(AppFault::NotFound { what: "document" })
}

fn on_file(session: &Session, about: &[PersonId]) -> Result<(), AppFault> {
    if about.is_empty() {
        return Err(AppFault::NotFound { what: "person" });
    }
    session.casebook.read(|reading| {
        for person in about {
            tables::person::find(reading, *person)?.ok_or(AppFault::NotFound { what: "person" })?;
        }
        Ok(())
    })
}

fn check(session: &Session, document: &Document) -> Result<(), AppFault> {
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    Ok(checked(&Fact::Document(document.clone()), today)?)
}

/// What is said now, over what was said when it was only known to exist.
fn described(new: &NewDocument, known: Option<&Fact>, name: Option<&str>) -> Document {
    let known = match known {
        Some(Fact::Document(known)) => Some(known),
        _ => None,
    };
    let said = |now: &str, before: Option<&String>| match (now.trim(), before) {
        ("", Some(before)) => before.clone(),
        (now, _) => now.to_owned(),
    };
    let mut title = said(&new.title, known.map(|known| &known.title));
    if title.is_empty() {
        title = name.unwrap_or_default().to_owned();
    }
    Document {
        title,
        sort: said(&new.sort, known.map(|known| &known.sort)),
        on: new.on.or(known.and_then(|known| known.on)),
        file: None,
        thought_to_be: said(&new.thought_to_be, known.map(|known| &known.thought_to_be)),
        note: said(&new.note, known.map(|known| &known.note)),
    }
}
