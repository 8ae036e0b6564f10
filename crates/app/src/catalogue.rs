//! The forms that ship with the app, built into it. They are templates: publishing puts the
//! organisation's own in front of them ([`crate::in_force`]).

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use forms::{Form, Lists};
use include_dir::{Dir, include_dir};

use crate::AppFault;

/// Empty where a list is faulty, which the tests of the catalogue tell: codes are then shown as they are.
static LISTS: LazyLock<Lists> = LazyLock::new(|| lists().unwrap_or_default());
static FORMS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../forms");

/// Forms by id.
#[derive(Debug, Clone)]
pub struct Catalogue {
    forms: BTreeMap<String, Arc<Form>>,
    lists: Lists,
}

impl Catalogue {
    /// Reads every form that ships.
    ///
    /// # Errors
    /// [`AppFault::FormFaulty`] by file and line.
    pub fn shipped() -> Result<Self, AppFault> {
        let lists = lists()?;
        let mut forms = BTreeMap::new();
        for file in FORMS.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "json")) {
            let form = Form::read(&name(file.path()), file.contents(), &lists).map_err(faulty)?;
            forms.insert(form.definition().id.clone(), Arc::new(form));
        }
        Ok(Self { forms, lists })
    }

    /// The form of that id.
    pub fn find(&self, id: &str) -> Option<&Arc<Form>> {
        self.forms.get(id)
    }

    /// Every form, by id.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Form>> {
        self.forms.values()
    }

    /// The shared lists that forms may name.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }
}

/// The shared lists that ship.
fn lists() -> Result<Lists, AppFault> {
    let mut lists = Lists::default();
    for file in FORMS.get_dir("lists").into_iter().flat_map(Dir::files) {
        lists.add(&name(file.path()), file.contents()).map_err(faulty)?;
    }
    Ok(lists)
}

fn faulty(fault: forms::FormFault) -> AppFault {
    AppFault::FormFaulty { line: fault.to_string() }
}

/// The wording of a code of a shared list that ships, of whichever version knows it. What a record says is
/// worded by the list of its own form; this is for codes that stand in facts.
pub fn list_label(list: &str, code: &str) -> Option<&'static str> {
    let versions = (1..).map_while(|version| LISTS.get(&format!("{list}@{version}")));
    versions.flat_map(|known| &known.items).find(|item| item.id == code).map(|item| item.label.as_str())
}

fn name(path: &std::path::Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
