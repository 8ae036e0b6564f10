//! The forms in force: those that ship, with the organisation's own published versions in front of
//! them. An update of the app brings new templates and never replaces a form that was published.

use std::{collections::BTreeMap, sync::Arc};

use casebook::tables::{
    self,
    form_version::{FormVersion, Retired},
};
use forms::Form;
use rusqlite::Connection;
use vault::Hash;

use crate::{AppFault, Session};

/// What is used most comes first on its shelf.
const FIRST: [&str; 4] = ["visit", "case_note", "contact", "need_to_know"];

/// The order of the headings; one that is not here comes after them, by alphabet.
const SHELVES: [&str; 11] = [
    "Visits and notes",
    "Front door",
    "Assessment and planning",
    "Child protection",
    "Missing and exploitation",
    "Looked after",
    "Edge of care and court",
    "Youth justice",
    "Specialist",
    "Oversight",
    "Quality and complaints",
];

/// A form in force.
#[derive(Debug, Clone)]
pub struct FormInForce {
    /// The version in force.
    pub form: Arc<Form>,
    /// How it was published; none for one that ships.
    pub published: Option<FormVersion>,
    /// It is offered no longer.
    pub retired: Option<Retired>,
    /// Every published version, oldest first.
    pub versions: Vec<FormVersion>,
}

/// Every form in force.
#[derive(Debug)]
pub(crate) struct InForce {
    /// [`tables::form_version::changes`] when this was worked out.
    changes: i64,
    forms: BTreeMap<String, FormInForce>,
}

impl InForce {
    /// The form of that id, retired or not.
    pub(crate) fn find(&self, id: &str) -> Option<&FormInForce> {
        self.forms.get(id)
    }

    /// Every form, in the order to offer them, the retired included.
    pub(crate) fn all(&self) -> Vec<&FormInForce> {
        let rank = |form: &&FormInForce| {
            let definition = form.form.definition();
            let first = FIRST.iter().position(|id| *id == definition.id).unwrap_or(FIRST.len());
            let shelf = definition.shelf.clone().unwrap_or_default();
            let place = SHELVES.iter().position(|known| *known == shelf).unwrap_or(SHELVES.len());
            (place, shelf, first, definition.title.clone())
        };
        let mut all: Vec<&FormInForce> = self.forms.values().collect();
        all.sort_by_cached_key(rank);
        all
    }
}

impl FormInForce {
    /// Number of the next version.
    pub(crate) fn next_number(&self) -> u32 {
        let published = self.versions.iter().map(|version| version.number).max().unwrap_or(0);
        published.max(self.form.definition().number).saturating_add(1)
    }
}

impl Session {
    /// The forms in force now.
    pub(crate) fn in_force(&self) -> Result<Arc<InForce>, AppFault> {
        self.casebook.read(|reading| self.in_force_in(reading))
    }

    /// The forms in force, for whoever looks at the casebook already: a second look inside the first
    /// would wait for its end.
    pub(crate) fn in_force_in(&self, reading: &Connection) -> Result<Arc<InForce>, AppFault> {
        let changes = tables::form_version::changes(reading)?;
        if let Some(known) = self.kept_in_force().as_ref().filter(|known| known.changes == changes) {
            return Ok(Arc::clone(known));
        }
        let versions = tables::form_version::all(reading)?;
        let retired = tables::form_version::retired(reading)?;
        let mut forms: BTreeMap<String, FormInForce> = self
            .catalogue
            .all()
            .map(|form| {
                let id = form.definition().id.clone();
                let own = FormInForce { form: Arc::clone(form), published: None, retired: None, versions: Vec::new() };
                (id, own)
            })
            .collect();
        let mut by_form: BTreeMap<String, Vec<FormVersion>> = BTreeMap::new();
        for version in versions {
            by_form.entry(version.form.clone()).or_default().push(version);
        }
        for (id, versions) in by_form {
            // A version whose definition has not arrived yet, or that a newer Holdfast wrote, leaves
            // the one before it in force.
            let readable =
                versions.iter().rev().find_map(|version| Some((version, self.form_in(reading, version.hash).ok()?)));
            let Some((version, form)) = readable else { continue };
            let published = Some(version.clone());
            forms.insert(id, FormInForce { form, published, retired: None, versions });
        }
        for retired in retired {
            if let Some(form) = forms.get_mut(&retired.form) {
                form.retired = Some(retired);
            }
        }
        let in_force = Arc::new(InForce { changes, forms });
        *self.kept_in_force() = Some(Arc::clone(&in_force));
        Ok(in_force)
    }

    /// The form of a draft or a record, by the hash of its definition: one that ships, one from the
    /// drafts' shelf, or the sealed file of a record or of a published version.
    pub(crate) fn form(&self, hash: Hash) -> Result<Arc<Form>, AppFault> {
        self.casebook.read(|reading| self.form_in(reading, hash))
    }

    /// The same, for whoever looks at the casebook already.
    pub(crate) fn form_in(&self, reading: &Connection, hash: Hash) -> Result<Arc<Form>, AppFault> {
        if let Some(form) = self.kept_form(hash) {
            return Ok(form);
        }
        let bytes = match tables::form::find(reading, hash)? {
            Some(bytes) => bytes,
            None => match self.blob(reading, hash) {
                Ok(bytes) => bytes,
                Err(AppFault::NotFound { .. }) => {
                    let shipped = self.catalogue.all().find(|form| form.hash() == *hash.as_bytes());
                    return shipped.cloned().ok_or(AppFault::FormUnknown);
                }
                Err(other) => return Err(other),
            },
        };
        let form = Form::read_resolved(&bytes).map_err(|fault| AppFault::FormFaulty { line: fault.to_string() })?;
        let form = Arc::new(form);
        self.keep_form(hash, &form);
        Ok(form)
    }

    /// The content of a sealed file that some entry names.
    fn blob(&self, reading: &Connection, hash: Hash) -> Result<Vec<u8>, AppFault> {
        let missing = AppFault::NotFound { what: "file" };
        let blob = vault::BlobRef { hash, size: tables::blob::size_of(reading, hash)?.ok_or(missing)? };
        let mut bytes = Vec::new();
        self.casebook.blobs().get(&blob, &mut bytes).map_err(|error| match error {
            vault::BlobError::Io(error) => AppFault::from(error),
            _ => AppFault::NotFound { what: "file" },
        })?;
        Ok(bytes)
    }
}
