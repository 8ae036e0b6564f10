//! Opens a child's file. Opening it is an entry: who looked is part of the record.

use casebook::tables;
use chrono::{DateTime, FixedOffset};
use domain::{Action, PersonField, PersonId, Resource};
use journal::{FileOpened, Known, Subject};

use super::{CaseloadRow, Timeline, caseload_row, timeline::part};
use crate::{
    AppFault, Session,
    drafts::{DraftRow, rows_about},
    permit::permit,
};

/// One of several values that stand side by side.
#[derive(Clone, PartialEq, Eq)]
pub struct ClashValue {
    /// The field.
    pub field: PersonField,
    /// The value.
    pub value: String,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub recorded: DateTime<FixedOffset>,
}

domain::named_only!(ClashValue);

/// A child's file as it opens.
pub struct ChildFile {
    /// The child.
    pub row: CaseloadRow,
    /// Values in clash; empty when nothing is.
    pub clashes: Vec<ClashValue>,
    /// Drafts about the child, last saved first.
    pub drafts: Vec<DraftRow>,
    /// The first part of the timeline.
    pub timeline: Timeline,
}

/// Opens a child's file.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn open_child(session: &Session, person: PersonId) -> Result<ChildFile, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    let row = caseload_row(session, person)?;
    let mut entry = session.entry(Known::FileOpened(FileOpened { person: Some(person), record: None, form: None }));
    entry.subjects = vec![Subject::Person(person)];
    session.append(entry)?;
    let clashes = if row.person.clash { clashes(session, person)? } else { Vec::new() };
    Ok(ChildFile { row, clashes, drafts: rows_about(session, Some(person))?, timeline: part(session, person, None)? })
}

fn clashes(session: &Session, person: PersonId) -> Result<Vec<ClashValue>, AppFault> {
    session.casebook.read(|reading| {
        let standing = tables::person::standing(reading, person)?;
        let mut clashes = Vec::new();
        for value in &standing {
            let differs = standing.iter().any(|other| other.field == value.field && other.value != value.value);
            let body = tables::entry::at(reading, value.position)?.and_then(|stored| stored.body);
            if let (true, Some(body)) = (differs, body) {
                let body = body.read().map_err(|_| AppFault::Internal("an entry does not read"))?;
                let author = tables::author::find(reading, body.author)?;
                clashes.push(ClashValue {
                    field: value.field,
                    value: value.value.clone(),
                    author: author.map(|author| author.name).unwrap_or_default(),
                    recorded: body.recorded.at,
                });
            }
        }
        Ok(clashes)
    })
}
