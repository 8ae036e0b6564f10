use std::{collections::BTreeMap, rc::Rc};

use serde_json::{Value, json};

use crate::{
    names::{Taken, slug},
    notes::{Notes, Place},
    xlsform::{columns::Columns, languages::Languages, workbook::Sheet},
};

/// The choices of one list, ready to stand in a question.
#[derive(Default)]
pub(crate) struct List {
    pub choices: Vec<ListChoice>,
    /// Ids here by name there: conditions name choices by the latter.
    pub ids: Rc<BTreeMap<String, String>>,
}

/// One choice of a list.
pub(crate) struct ListChoice {
    pub id: String,
    pub label: String,
    /// What it is called in each language of the file.
    pub spoken: Vec<(String, String)>,
}

impl List {
    /// The choices as they stand in a form file.
    pub(crate) fn json(&self) -> Vec<Value> {
        self.choices.iter().map(|choice| json!({ "id": choice.id, "label": choice.label })).collect()
    }
}

/// All lists of the choices sheet by name.
pub(crate) fn read_lists(
    sheet: &Sheet,
    columns: &Columns,
    languages: &Languages,
    notes: &mut Notes,
) -> BTreeMap<String, List> {
    let mut lists: BTreeMap<String, (List, Taken, BTreeMap<String, String>)> = BTreeMap::new();
    for row in &sheet.rows {
        let name = columns.cell(row, "name").unwrap_or_default();
        let spoken = columns.spoken(row, "label");
        let wording = languages.wording(&spoken);
        let at = Place { order: row.number, word: "choices row", about: wording.unwrap_or(name) };
        let Some(list) = columns.cell(row, "list_name") else {
            notes.left_out(at, "choice_without_list", &[]);
            continue;
        };
        if name.is_empty() && wording.is_none() {
            notes.left_out(at, "choice_without_name", &[("list", list)]);
            continue;
        }
        if wording.is_none() {
            notes.changed(at, "choice_untitled", &[]);
        }
        for media in ["image", "big-image", "audio", "video"] {
            if !columns.spoken(row, media).is_empty() {
                notes.left_out(at, "choice_picture", &[("choice", wording.unwrap_or(name))]);
            }
        }
        let (list, taken, ids) = lists.entry(list.to_owned()).or_default();
        let wanted = Some(slug(name)).filter(|id| !id.is_empty());
        let wanted = wanted.unwrap_or_else(|| crate::names::id_of_wording(wording.unwrap_or(name)));
        let (id, twice) = taken.claim(&wanted);
        if twice {
            notes.changed(at, "choice_twice", &[("choice", name)]);
        }
        ids.entry(name.to_owned()).or_insert_with(|| id.clone());
        list.choices.push(ListChoice {
            id,
            label: wording.unwrap_or(name).to_owned(),
            spoken: spoken.into_iter().map(|(language, text)| (language.to_owned(), text.to_owned())).collect(),
        });
    }
    lists.into_iter().map(|(name, (list, _, ids))| (name, List { choices: list.choices, ids: Rc::new(ids) })).collect()
}
