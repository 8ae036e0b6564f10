use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The key under which a must-have says why it is not known.
pub const NOT_KNOWN_BECAUSE: &str = "not_known_because";

/// The key under which an import keeps an answer that it could not read, as it was written there.
///
/// In a draft it is a problem; read as a record it is shown as written; no condition sees it.
pub const AS_IMPORTED: &str = "as_imported";

/// What a person has answered so far, by question id, valid or not.
///
/// The shape of each value is told at [`crate::Kind`]. Any question may instead hold
/// `{"not_known_because": text}`. Values that fit no shape are kept as they are and reported.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Value>);

/// Only the number of answers: what they say is about a child and never goes to a log.
impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answers({} given)", self.0.len())
    }
}

impl Answers {
    /// What stands at a question, if anything was put there.
    #[must_use]
    pub fn get(&self, question: &str) -> Option<&Value> {
        self.0.get(question)
    }

    /// Puts an answer in the place of whatever stood there.
    pub fn set(&mut self, question: &str, value: Value) {
        self.0.insert(question.to_owned(), value);
    }

    /// Takes an answer away.
    pub fn remove(&mut self, question: &str) -> Option<Value> {
        self.0.remove(question)
    }

    /// All answers by question id, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(id, value)| (id.as_str(), value))
    }
}

/// What one question holds.
pub(crate) enum Given<'a> {
    /// Nothing, or only empty boxes.
    Nothing,
    /// The reason why it is not known.
    NotKnown(&'a str),
    /// What an import could not read.
    AsImported(&'a str),
    /// Something, of whatever shape.
    Answer(&'a Value),
}

pub(crate) fn given(value: &Value) -> Given<'_> {
    if is_blank(value) {
        return Given::Nothing;
    }
    let under = |key: &str| value.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    match (under(NOT_KNOWN_BECAUSE), under(AS_IMPORTED)) {
        (Some(reason), _) => Given::NotKnown(reason),
        (None, Some(text)) => Given::AsImported(text),
        (None, None) => Given::Answer(value),
    }
}

/// Whether nobody has typed anything: empty strings, lists and boxes all the way down.
pub(crate) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(parts) => parts.iter().all(is_blank),
        Value::Object(parts) => parts.values().all(is_blank),
    }
}

/// Whether a choice id is among what was chosen; `other` stands for a text of one's own.
pub(crate) fn chooses(value: &Value, id: &str) -> bool {
    let among = value.get("choices").and_then(Value::as_array).is_some_and(|ids| ids.iter().any(|one| one == id));
    let chosen = value.get("choice").and_then(Value::as_str);
    let other =
        id == "other" && chosen.is_none_or(str::is_empty) && value.get("other").is_some_and(|text| !is_blank(text));
    among || chosen == Some(id) || other
}

/// The answers about one child, or an empty map where nothing sensible stands.
pub(crate) fn of_child<'a>(value: &'a Value, child: &str) -> Option<&'a Map<String, Value>> {
    value.get(child).and_then(Value::as_object)
}

/// One item of a repeating group, if it has the shape of one: an id, and answers.
pub(crate) fn item(value: &Value) -> Option<(&str, &Map<String, Value>)> {
    let id = value.get("id")?.as_str().filter(|id| !id.is_empty())?;
    Some((id, value.get("answers")?.as_object()?))
}

/// The items of a repeating group that have the shape of one.
pub(crate) fn items(value: &Value) -> Vec<(&str, &Map<String, Value>)> {
    let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter_map(item).collect()
}
