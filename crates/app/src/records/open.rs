//! Opens a record in the wording that was shown. Opening it is an entry.

use casebook::tables;
use chrono::{DateTime, FixedOffset};
use domain::{Action, RecordId, Resource};
use forms::{Answers, SummarySection, summary};
use journal::{FileOpened, Known, RecordFiled, Subject};

use super::{RecordRow, row};
use crate::{AppFault, Session, permit::permit};

/// Another version of a record, which did not know of the one shown.
pub struct OtherVersion {
    /// Who recorded it.
    pub author: String,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// Its answers.
    pub sections: Vec<SummarySection>,
}

/// A whole record.
pub struct OpenRecord {
    /// Its row.
    pub row: RecordRow,
    /// Title of the form, as it was.
    pub form: String,
    /// The answers in the wording that was shown.
    pub sections: Vec<SummarySection>,
    /// Versions that stand beside it.
    pub others: Vec<OtherVersion>,
}

/// Opens a record.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn open_record(session: &Session, id: RecordId) -> Result<OpenRecord, AppFault> {
    permit(session, Action::Read, Resource::Records)?;
    let (row, heads) = session.casebook.read(|reading| {
        let found = tables::record::find(reading, id)?.ok_or(AppFault::NotFound { what: "record" })?;
        let heads = tables::record::heads(reading, id)?;
        Ok::<_, AppFault>((row(session, reading, found)?, heads))
    })?;
    let mut entry = session.entry(Known::FileOpened(FileOpened { person: None, record: Some(id) }));
    entry.subjects = vec![Subject::Record(id)];
    session.append(entry)?;
    let (form, sections) = read(session, row.record.position)?;
    let mut others = Vec::new();
    for position in heads.into_iter().filter(|position| *position != row.record.position) {
        let (author, recorded) = session.casebook.read(|reading| {
            let stored = tables::entry::at(reading, position)?.ok_or(AppFault::NotFound { what: "version" })?;
            let body = stored.body.ok_or(AppFault::NotFound { what: "version" })?;
            let body = body.read().map_err(|_| AppFault::Internal("an entry does not read"))?;
            let author = tables::author::find(reading, body.author)?.map(|author| author.name);
            Ok::<_, AppFault>((author.unwrap_or_default(), body.recorded.at))
        })?;
        others.push(OtherVersion { author, recorded, sections: read(session, position)?.1 });
    }
    Ok(OpenRecord { row, form, sections, others })
}

/// The answers of the version at a position, with the title of its form.
fn read(session: &Session, position: i64) -> Result<(String, Vec<SummarySection>), AppFault> {
    let filed: RecordFiled = session
        .casebook
        .read(|reading| tables::record::filed(reading, position)?.ok_or(AppFault::NotFound { what: "record" }))?;
    let form = session.form(filed.form_hash)?;
    let children = session.children(&filed.people)?;
    let answers: Answers =
        serde_json::from_value(filed.answers).map_err(|_| AppFault::Internal("answers do not read"))?;
    Ok((form.definition().title.clone(), summary(&form, &answers, &children)))
}
