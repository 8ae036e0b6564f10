//! The map of a form: its sections and the ways between them.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::definition::END;

/// One section on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapSection {
    /// Its id; empty while it has none.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// How many questions stand in it, those inside others not counted.
    pub questions: u32,
    /// Whether any way leads to it from the first section.
    pub reached: bool,
    /// Whether it is asked only under a condition.
    pub conditional: bool,
    /// Where it goes on to: what follows first, then the jumps in the order of the choices.
    pub ways: Vec<Way>,
}

/// A way out of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// Id of the section it leads to, which may be one that does not exist; none: the end.
    pub to: Option<String>,
    /// Why it leads there.
    pub because: Because,
}

/// Why a section is followed by another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Because {
    /// It is the next in the form.
    Next,
    /// The section says what follows it.
    After,
    /// An answer jumps.
    Choice {
        /// Id of the question.
        question: String,
        /// Its wording.
        text: String,
        /// Wording of the choice.
        label: String,
    },
}

/// The map of anything that looks like a form.
pub(crate) fn map(whole: &Value) -> Vec<MapSection> {
    let sections = list(whole, "sections");
    let ids: Vec<&str> = sections.iter().map(|section| text(section, "id")).collect();
    let mut map: Vec<MapSection> = sections
        .iter()
        .enumerate()
        .map(|(at, section)| MapSection {
            id: text(section, "id").to_owned(),
            title: text(section, "title").to_owned(),
            questions: u32::try_from(list(section, "questions").len()).unwrap_or(u32::MAX),
            reached: at == 0,
            conditional: section.get("when").is_some_and(|when| !when.is_null()),
            ways: ways(section, ids.get(at + 1).copied()),
        })
        .collect();
    // Ways lead forward (one that does not is a fault), so one pass finds all that are reached.
    let mut led_to: BTreeSet<String> = BTreeSet::new();
    let mut follows = true;
    for section in &mut map {
        section.reached = follows || led_to.contains(&section.id);
        // The next section may have no id yet to be led to by.
        follows = section.reached && section.ways.iter().any(|way| way.because == Because::Next);
        if section.reached {
            led_to.extend(section.ways.iter().filter_map(|way| way.to.clone()));
        }
    }
    map
}

fn ways(section: &Value, next: Option<&str>) -> Vec<Way> {
    let leads = |to: &str| (to != END).then(|| to.to_owned());
    let mut ways = vec![match section.get("after").and_then(Value::as_str) {
        Some(after) => Way { to: leads(after), because: Because::After },
        None => Way { to: next.map(str::to_owned), because: Because::Next },
    }];
    for question in list(section, "questions") {
        let kind = question.get("kind").unwrap_or(&Value::Null);
        if !matches!(text(kind, "type"), "one_choice" | "drop_down") {
            continue;
        }
        for choice in list(kind, "choices") {
            if let Some(to) = choice.get("go_to").and_then(Value::as_str) {
                let because = Because::Choice {
                    question: text(question, "id").to_owned(),
                    text: text(question, "text").to_owned(),
                    label: text(choice, "label").to_owned(),
                };
                ways.push(Way { to: leads(to), because });
            }
        }
    }
    ways
}

pub(crate) fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

pub(crate) fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}
