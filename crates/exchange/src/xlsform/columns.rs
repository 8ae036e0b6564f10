use std::collections::BTreeMap;

use crate::{
    notes::{Notes, Place},
    xlsform::workbook::{Row, Sheet},
};

/// Columns by their names, each with its other spellings (pyxform's aliases).
const NAMES: &[(&str, &[&str])] = &[
    ("type", &["command"]),
    ("name", &["tag", "value"]),
    ("label", &["caption", "text"]),
    ("hint", &[]),
    ("guidance_hint", &[]),
    ("required", &["bind::required"]),
    ("required_message", &["requiredmsg", "required message", "bind::jr:requiredmsg"]),
    ("relevant", &["relevance", "skip_logic", "bind::relevant"]),
    ("constraint", &["bind::constraint"]),
    ("constraint_message", &["constraint_msg", "constraint message", "bind::jr:constraintmsg"]),
    ("calculation", &["calculate", "bind::calculate"]),
    ("readonly", &["read_only", "read only", "bind::readonly"]),
    ("default", &[]),
    ("appearance", &["control::appearance"]),
    ("choice_filter", &[]),
    ("repeat_count", &["count", "jr:count", "repeatcount"]),
    ("parameters", &[]),
    ("trigger", &[]),
    ("save_to", &[]),
    ("image", &["media::image"]),
    ("big-image", &["media::big-image"]),
    ("audio", &["media::audio"]),
    ("video", &["media::video"]),
    ("disabled", &[]),
    ("list_name", &["list name", "list"]),
];

/// Columns that may say the same in several languages.
const SPOKEN: &[&str] = &[
    "label",
    "hint",
    "guidance_hint",
    "required_message",
    "constraint_message",
    "image",
    "big-image",
    "audio",
    "video",
];

/// Where each column of a sheet is.
pub(crate) struct Columns {
    plain: BTreeMap<&'static str, u32>,
    /// By name: language as the heading writes it, and column.
    spoken: BTreeMap<&'static str, Vec<(String, u32)>>,
}

impl Columns {
    /// Reads the headings. One that no rule knows is reported, if anything stands under it.
    pub(crate) fn of(sheet: &Sheet, name: &str, notes: &mut Notes) -> Self {
        let mut columns = Self { plain: BTreeMap::new(), spoken: BTreeMap::new() };
        for (column, heading) in &sheet.headings {
            let (known, language) = split(heading);
            let taken = match (known, language) {
                (Some(known), None) => columns.plain.insert(known, *column).is_none(),
                (Some(known), Some(language)) if SPOKEN.contains(&known) => {
                    columns.spoken.entry(known).or_default().push((language, *column));
                    true
                }
                _ => false,
            };
            if !taken && sheet.rows.iter().any(|row| row.cells.contains_key(column)) {
                notes.left_out(Place::WHOLE.about(heading), "column", &[("sheet", name), ("column", heading)]);
            }
        }
        columns
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.plain.contains_key(name) || self.spoken.contains_key(name)
    }

    /// Whether a column is there without a language.
    pub(crate) fn has_without_language(&self, name: &str) -> bool {
        self.plain.contains_key(name)
    }

    /// What stands in a row under a column.
    pub(crate) fn cell<'a>(&self, row: &'a Row, name: &str) -> Option<&'a str> {
        row.cells.get(self.plain.get(name)?).map(String::as_str)
    }

    /// The languages of this sheet, in the order of its columns.
    pub(crate) fn languages(&self) -> Vec<&str> {
        let mut all: Vec<(u32, &str)> =
            self.spoken.values().flatten().map(|(language, column)| (*column, language.as_str())).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, language)| language).collect()
    }

    /// What stands in a row under a column, by language; `""` is the column without one.
    pub(crate) fn spoken<'a>(&'a self, row: &'a Row, name: &str) -> Vec<(&'a str, &'a str)> {
        let plain = self.cell(row, name).map(|text| ("", text));
        let others = self.spoken.get(name).into_iter().flatten();
        let others = others.filter_map(|(language, column)| Some((language.as_str(), row.cells.get(column)?.as_str())));
        plain.into_iter().chain(others).collect()
    }
}

/// A heading as the name of a column and the language that it is for.
fn split(heading: &str) -> (Option<&'static str>, Option<String>) {
    if let Some(known) = known(heading) {
        return (Some(known), None);
    }
    // `label::English (en)`, in older files `label:English`; `media::image::English` has a part more.
    for mark in ["::", ":"] {
        if let Some((name, language)) = heading.rsplit_once(mark)
            && let Some(known) = known(name)
        {
            return (Some(known), Some(language.trim().to_owned()).filter(|language| !language.is_empty()));
        }
    }
    (None, None)
}

fn known(heading: &str) -> Option<&'static str> {
    let heading = heading.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    NAMES.iter().find(|(name, others)| *name == heading || others.contains(&heading.as_str())).map(|(name, _)| *name)
}
