//! What of a response's answers a record keeps.

use std::{collections::BTreeMap, str::FromStr};

use casebook::Casebook;
use domain::PersonId;
use exchange::ONLY_CHILD;
use forms::{AS_IMPORTED, Answers, ChildOnForm, Form, SheetColumn, cell};
use serde_json::{Map, Value, json};
use vault::{BlobRef, Hash};

/// Answers as a record of these people keeps them: what a row says of its only child stands under
/// that child's id, or among no answers while nobody is that child.
pub(super) fn as_filed(answers: &Value, people: &[PersonId]) -> Value {
    let Value::Object(all) = answers else { return answers.clone() };
    let [child] = people else {
        let others = all.iter().filter(|(_, value)| value.get(ONLY_CHILD).is_none());
        return Value::Object(others.map(|(id, value)| (id.clone(), value.clone())).collect());
    };
    let child = child.to_string();
    let moved = all.iter().map(|(id, value)| match value {
        Value::Object(parts) if parts.contains_key(ONLY_CHILD) => {
            let parts = parts.iter().map(|(key, value)| {
                let key = if key == ONLY_CHILD { child.clone() } else { key.clone() };
                (key, value.clone())
            });
            (id.clone(), Value::Object(parts.collect()))
        }
        _ => (id.clone(), value.clone()),
    });
    Value::Object(moved.collect())
}

/// All that answers say of a child whom nobody is, in words: under a wording, a text. It looks at what
/// stands there and not at the way through the form, so that nothing is left out.
pub(super) fn of_nobody(form: &Form, columns: &[SheetColumn], answers: &Value) -> Vec<(String, String)> {
    let mut words = Vec::new();
    let child = [ChildOnForm::new(ONLY_CHILD, "")];
    for (outer, value) in answers.as_object().into_iter().flatten() {
        let Some(said) = value.get(ONLY_CHILD).and_then(Value::as_object) else { continue };
        for (inner, value) in said {
            let (key, row) = (format!("{outer}/*/{inner}"), format!("{outer}/*/{inner}/"));
            let only: Answers =
                serde_json::from_value(json!({ outer: { ONLY_CHILD: { inner: value } } })).unwrap_or_default();
            let asked = columns.iter().filter(|column| column.key == key || column.key.starts_with(&row));
            let before = words.len();
            words.extend(asked.filter_map(|column| {
                // Before the answer stands whose it is: nobody's.
                let text = cell(form, column, &only, &child);
                let text = text.strip_prefix(": ").unwrap_or(&text);
                (!text.is_empty()).then(|| (column.header.clone(), text.to_owned()))
            }));
            if words.len() == before && !value.is_null() {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                words.push((inner.clone(), text));
            }
        }
    }
    words
}

/// Puts a text beside the answers under a heading that no other text has.
pub(super) fn put_beside(extra: &mut BTreeMap<String, String>, heading: String, text: String) {
    let mut free = heading.clone();
    let mut number = 2_u32;
    while extra.get(&free).is_some_and(|there| *there != text) {
        free = format!("{heading} ({number})");
        number += 1;
    }
    extra.insert(free, text);
}

/// Answers with the files that are here. Of a file that is elsewhere only the name can be kept: in the
/// place of the answer, or beside it where some of its files are here.
pub(super) struct WithFiles {
    pub(super) answers: Value,
    /// Question and the names that stand in no answer.
    pub(super) beside: Vec<(String, String)>,
    /// Question and the names of all files that are not here.
    pub(super) missing: Vec<(String, String)>,
}

impl WithFiles {
    pub(super) fn of(casebook: &Casebook, answers: Value) -> Self {
        let Value::Object(all) = answers else {
            return Self { answers, beside: Vec::new(), missing: Vec::new() };
        };
        let (mut beside, mut missing, mut kept) = (Vec::new(), Vec::new(), Map::new());
        for (question, answer) in all {
            let mut names = Names::default();
            let answer = names.keep(casebook, answer);
            let in_words = |names: Vec<String>| (question.clone(), names.join(", "));
            if !names.missing.is_empty() {
                missing.push(in_words(names.missing));
            }
            if !names.beside.is_empty() {
                beside.push(in_words(names.beside));
            }
            kept.insert(question, answer);
        }
        Self { answers: Value::Object(kept), beside, missing }
    }
}

#[derive(Default)]
struct Names {
    beside: Vec<String>,
    missing: Vec<String>,
}

impl Names {
    fn keep(&mut self, casebook: &Casebook, answer: Value) -> Value {
        match answer {
            Value::Array(parts) if parts.iter().any(is_file) => {
                let (here, gone): (Vec<Value>, Vec<Value>) =
                    parts.into_iter().partition(|part| file_of(part).is_some_and(|file| casebook.blobs().has(&file)));
                let names: Vec<String> = gone.iter().map(name_of).collect();
                self.missing.extend(names.iter().cloned());
                if here.is_empty() {
                    return json!({ AS_IMPORTED: names.join(", ") });
                }
                self.beside.extend(names);
                Value::Array(here)
            }
            Value::Array(parts) => parts.into_iter().map(|part| self.keep(casebook, part)).collect(),
            file if is_file(&file) => {
                if file_of(&file).is_some_and(|file| casebook.blobs().has(&file)) {
                    return file;
                }
                let name = name_of(&file);
                self.missing.push(name.clone());
                json!({ AS_IMPORTED: name })
            }
            Value::Object(parts) => {
                parts.into_iter().map(|(key, part)| (key, self.keep(casebook, part))).collect::<Map<_, _>>().into()
            }
            other => other,
        }
    }
}

fn is_file(value: &Value) -> bool {
    value.get("blob").is_some() && value.get("media").is_some()
}

/// The sealed file that an answer names.
pub(super) fn file_of(file: &Value) -> Option<BlobRef> {
    let hash = file["blob"].as_str().and_then(|hash| Hash::from_str(hash).ok())?;
    Some(BlobRef { hash, size: file["size"].as_u64()? })
}

fn name_of(file: &Value) -> String {
    file["name"].as_str().unwrap_or_default().to_owned()
}
