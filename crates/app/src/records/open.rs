//! Opens a record in the wording that was shown. Opening it is an entry.

use std::sync::Arc;

use casebook::tables;
use chrono::{DateTime, FixedOffset};
use domain::{Action, RecordId, Resource};
use forms::{Answers, Form, LeadsTo, LeftBehind, SummarySection, summary};
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
    /// Answers that its form had stopped asking.
    pub no_longer_asked: Vec<LeftBehind>,
    /// Where it was imported from.
    pub imported: Option<ImportedFrom>,
    /// Forms that go on from it and are still offered.
    pub leads_to: Vec<LeadsTo>,
    /// The record that it goes on from.
    pub goes_on_from: Option<RecordId>,
}

/// Where a record was imported from.
#[derive(Clone, PartialEq, Eq)]
pub struct ImportedFrom {
    /// `google_forms`, `csv`.
    pub system: String,
    /// Name of the file.
    pub file_name: String,
    /// E-mail address of who answered.
    pub email: Option<String>,
    /// Columns that answer no question: heading and text.
    pub extra: Vec<(String, String)>,
    /// The import was undone.
    pub undone: bool,
}

domain::named_only!(ImportedFrom);

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
    let mut entry = session.entry(Known::FileOpened(FileOpened { record: Some(id), ..FileOpened::default() }));
    entry.subjects = vec![Subject::Record(id)];
    session.append(entry)?;
    let Read { form, filed, sections } = read(session, row.record.position)?;
    let mut others = Vec::new();
    for position in heads.into_iter().filter(|position| *position != row.record.position) {
        let (author, recorded) = session.casebook.read(|reading| {
            let stored = tables::entry::at(reading, position)?.ok_or(AppFault::NotFound { what: "version" })?;
            let body = stored.body.ok_or(AppFault::NotFound { what: "version" })?;
            let body = body.read().map_err(|_| AppFault::Internal("an entry does not read"))?;
            let author = tables::author::find(reading, body.author)?.map(|author| author.name);
            Ok::<_, AppFault>((author.unwrap_or_default(), body.recorded.at))
        })?;
        others.push(OtherVersion { author, recorded, sections: read(session, position)?.sections });
    }
    let imported = match filed.source {
        None => None,
        Some(source) => {
            let batch = source.batch;
            let batch =
                session.casebook.read(|reading| Ok::<_, AppFault>(tables::import_batch::find(reading, batch)?))?;
            Some(ImportedFrom {
                system: source.system,
                file_name: batch.as_ref().map(|batch| batch.file_name.clone()).unwrap_or_default(),
                email: source.email,
                extra: source.extra.into_iter().collect(),
                undone: row.record.withdrawn,
            })
        }
    };
    let left = filed.no_longer_asked.into_iter();
    Ok(OpenRecord {
        form: form.definition().title.clone(),
        leads_to: leads_to(session, &form)?,
        sections,
        others,
        no_longer_asked: left.filter_map(|left| serde_json::from_value(left).ok()).collect(),
        imported,
        goes_on_from: filed.goes_on_from,
        row,
    })
}

/// What goes on from a record: as its form says now, for a rule may have come since it was filed.
fn leads_to(session: &Session, form: &Form) -> Result<Vec<LeadsTo>, AppFault> {
    let in_force = session.in_force()?;
    let now = in_force.find(&form.definition().id).map_or(form, |there| there.form.as_ref());
    let offered = |leads: &&LeadsTo| in_force.find(&leads.form).is_some_and(|form| form.retired.is_none());
    Ok(now.definition().leads_to.iter().filter(offered).cloned().collect())
}

/// The version of a record at a position.
struct Read {
    form: Arc<Form>,
    filed: RecordFiled,
    sections: Vec<SummarySection>,
}

fn read(session: &Session, position: i64) -> Result<Read, AppFault> {
    let mut filed: RecordFiled = session
        .casebook
        .read(|reading| tables::record::filed(reading, position)?.ok_or(AppFault::NotFound { what: "record" }))?;
    let form = session.form(filed.form_hash)?;
    let children = session.children(&filed.people)?;
    let answers: Answers = serde_json::from_value(std::mem::take(&mut filed.answers))
        .map_err(|_| AppFault::Internal("answers do not read"))?;
    let sections = summary(&form, &answers, &children);
    Ok(Read { form, filed, sections })
}
