use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{
    fault::{Fault, FormFault},
    place::Source,
    read::{MOST_CHOICES, check_id},
};

/// The outermost level of a list file. Items stay raw, so that each keeps its line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile<'a> {
    name: String,
    version: u32,
    source: String,
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
}

/// A shared list of choices, as it stands in a file of `forms/lists/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Stable name, `[a-z0-9_]+`.
    pub name: String,
    /// Forms name a list with its version, `visit_kind@1`; a changed list gets a new one.
    pub version: u32,
    /// Where the choices come from.
    pub source: String,
    /// At least one, in the order shown.
    pub items: Vec<ListItem>,
}

/// One choice of a shared list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// Stable code, unique in the list.
    pub id: String,
    /// The wording that people see.
    pub label: String,
}

/// The shared lists that forms may name.
#[derive(Debug, Clone, Default)]
pub struct Lists(BTreeMap<String, List>);

impl Lists {
    /// Reads one list file and adds it. `name` is the file's name, for faults.
    ///
    /// # Errors
    /// A [`FormFault`] by name and line for anything but a well-formed list of a new name and version.
    pub fn add(&mut self, name: &str, json: &[u8]) -> Result<(), FormFault> {
        let source = Source::new(name, json)?;
        let file: ListFile =
            source.object(source.text(), "a list, which is an object with a name, a version and items")?;
        let refuse = |fault| source.fault(1, fault);
        check_id(&file.name).map_err(refuse)?;
        if file.items.is_empty() {
            return Err(refuse(Fault::Empty(file.name)));
        }
        if file.items.len() > MOST_CHOICES {
            return Err(refuse(Fault::TooMany { what: "items in one list", limit: MOST_CHOICES }));
        }
        let mut seen = BTreeSet::new();
        let mut items = Vec::with_capacity(file.items.len());
        for raw in file.items {
            let item: ListItem = source.object(raw.get(), "an item, which is an object with an id and a label")?;
            let refuse = |fault| source.fault_at(raw.get(), fault);
            check_id(&item.id).map_err(refuse)?;
            if item.label.trim().is_empty() {
                return Err(refuse(Fault::Blank("a label")));
            }
            if item.id == "other" || !seen.insert(item.id.clone()) {
                return Err(refuse(Fault::DuplicateChoice(item.id)));
            }
            items.push(item);
        }
        let key = format!("{}@{}", file.name, file.version);
        if self.0.contains_key(&key) {
            return Err(refuse(Fault::DuplicateList(key)));
        }
        let list = List { name: file.name, version: file.version, source: file.source, items };
        self.0.insert(key, list);
        Ok(())
    }

    /// A list by name and version: `visit_kind@1`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&List> {
        self.0.get(key)
    }
}
