//! Opens a form with its versions.

use std::sync::Arc;

use casebook::tables;
use chrono::{DateTime, FixedOffset};
use domain::{Action, Resource};
use forms::{Form, Inspection, inspect};
use vault::Hash;

use super::{FormRow, desk::row_of};
use crate::{AppFault, Session, permit::permit};

/// A version of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// Hash of its definition.
    pub hash: Hash,
    /// Number.
    pub number: u32,
    /// When it was published; none for the one that ships.
    pub published: Option<DateTime<FixedOffset>>,
    /// Who published it.
    pub author: String,
    /// What was changed and why.
    pub note: String,
    /// In force now.
    pub in_force: bool,
}

/// A form with its versions.
pub struct OpenForm {
    /// Its row.
    pub row: FormRow,
    /// The version asked for.
    pub form: Arc<Form>,
    /// Every version, newest first.
    pub versions: Vec<VersionRow>,
    /// Its map.
    pub inspection: Inspection,
}

/// Opens a form: the version in force, or another by its hash.
///
/// # Errors
/// [`AppFault::FormUnknown`].
pub fn open_form(session: &Session, id: &str, hash: Option<Hash>) -> Result<OpenForm, AppFault> {
    permit(session, Action::Read, Resource::Forms)?;
    let row = row_of(session, id)?;
    let current = Hash::from_bytes(row.form.form.hash());
    let form = match hash {
        Some(hash) => session.form(hash)?,
        None => Arc::clone(&row.form.form),
    };
    if form.definition().id != id {
        return Err(AppFault::FormUnknown);
    }
    let mut versions = Vec::new();
    for version in row.form.versions.iter().rev() {
        let author = session.casebook.read(|reading| {
            Ok::<_, AppFault>(tables::author::find(reading, version.author)?.map(|author| author.name))
        })?;
        versions.push(VersionRow {
            hash: version.hash,
            number: version.number,
            published: Some(version.recorded),
            author: author.unwrap_or_default(),
            note: version.note.clone(),
            in_force: version.hash == current,
        });
    }
    if let Some(shipped) = session.catalogue.find(id)
        && versions.iter().all(|version| version.hash.as_bytes() != &shipped.hash())
    {
        let hash = Hash::from_bytes(shipped.hash());
        versions.push(VersionRow {
            hash,
            number: shipped.definition().number,
            published: None,
            author: String::new(),
            note: String::new(),
            in_force: hash == current,
        });
    }
    let inspection = inspect(form.resolved(), session.catalogue.lists());
    Ok(OpenForm { row, form, versions, inspection })
}
