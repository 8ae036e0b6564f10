//! The forms that ship with the app, built into it. They are templates: publishing puts the
//! organisation's own in front of them.

use std::collections::BTreeMap;

use forms::{Form, Lists};
use include_dir::{Dir, include_dir};

use crate::AppFault;

static FORMS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../forms");

/// The order in which forms are offered: what is used most comes first.
const FIRST: [&str; 4] = ["visit", "case_note", "contact", "need_to_know"];

/// Forms by id.
#[derive(Debug, Clone)]
pub struct Catalogue {
    forms: BTreeMap<String, Form>,
}

impl Catalogue {
    /// Reads every form that ships.
    ///
    /// # Errors
    /// [`AppFault::FormFaulty`] by file and line.
    pub fn shipped() -> Result<Self, AppFault> {
        let faulty = |fault: forms::FormFault| AppFault::FormFaulty { line: fault.to_string() };
        let mut lists = Lists::default();
        for file in FORMS.get_dir("lists").into_iter().flat_map(Dir::files) {
            lists.add(&name(file.path()), file.contents()).map_err(faulty)?;
        }
        let mut forms = BTreeMap::new();
        for file in FORMS.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "json")) {
            let form = Form::read(&name(file.path()), file.contents(), &lists).map_err(faulty)?;
            forms.insert(form.definition().id.clone(), form);
        }
        Ok(Self { forms })
    }

    /// The form of that id.
    pub fn find(&self, id: &str) -> Option<&Form> {
        self.forms.get(id)
    }

    /// Every form, in the order to offer them.
    pub fn all(&self) -> Vec<&Form> {
        let rank = |form: &&Form| FIRST.iter().position(|id| *id == form.definition().id).unwrap_or(FIRST.len());
        let mut all: Vec<&Form> = self.forms.values().collect();
        all.sort_by_key(rank);
        all
    }
}

fn name(path: &std::path::Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
