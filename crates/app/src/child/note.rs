//! Opens a recovered case note, whole and read only. Opening it is an entry.

use casebook::tables;
use domain::{Action, NoteId, Resource};
use journal::{FileOpened, Known, Subject};

use super::{
    Event,
    event::event,
    file::File,
    stubs::{Stub, Thing, Writer},
};
use crate::{
    AppFault, Session,
    facts::Showing,
    people::{CaseloadRow, caseload_row},
    permit::permit,
};

/// A recovered note, whole.
pub struct OpenNote {
    /// Its row.
    pub event: Event,
    /// The text.
    pub text: String,
    /// On whose files it stands.
    pub people: Vec<CaseloadRow>,
}

/// Opens a note.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn open_note(session: &Session, id: NoteId) -> Result<OpenNote, AppFault> {
    permit(session, Action::Read, Resource::Records)?;
    let missing = || AppFault::NotFound { what: "note" };
    let note = session.casebook.read(|reading| tables::note::find(reading, id)?.ok_or_else(missing))?;
    for person in &note.people {
        permit(session, Action::Read, Resource::Person(*person))?;
    }
    let mut entry = session.entry(Known::FileOpened(FileOpened { note: Some(id), ..FileOpened::default() }));
    entry.subjects = note.people.iter().copied().map(Subject::Person).collect();
    session.append(entry)?;
    let event = session.casebook.read(|reading| {
        let file = File::read(session, reading, note.people.iter().copied())?;
        // Of somebody who is not on file here the note is nowhere on a timeline, and reads all the same.
        let alone = Stub {
            place: (0, 0, *id.as_bytes()),
            thing: Thing::Note(id),
            sort: "note".to_owned(),
            writer: Writer::Named(note.author.clone()),
            day: None,
            position: note.pack,
            by: None,
            significant: false,
        };
        let mut showing = Showing::new(session, reading, None);
        event(session, &mut showing, &file, &alone)?.ok_or_else(missing)
    })?;
    let mut people = Vec::new();
    for person in &note.people {
        people.extend(caseload_row(session, *person).ok());
    }
    Ok(OpenNote { event: event.0, text: note.text, people })
}
