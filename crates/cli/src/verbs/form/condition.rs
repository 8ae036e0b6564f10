//! A condition in plain words, as the editor says it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::wording::{said, word};

/// Questions of a form by id, inner ones included.
pub(super) type Questions<'a> = BTreeMap<&'a str, &'a Value>;

/// "“Yes” to “Was the child seen?”". The reader of forms bounds how deep conditions go.
pub(super) fn in_words(condition: &Value, questions: &Questions<'_>) -> String {
    let joined = |parts: &Value, by: &str| {
        let parts: Vec<String> = list(parts).map(|part| inner(part, questions)).collect();
        parts.join(&word(by))
    };
    if let Some(parts) = condition.get("all") {
        return joined(parts, "editor-say-and");
    }
    if let Some(parts) = condition.get("any") {
        return joined(parts, "editor-say-or");
    }
    match condition.get("not") {
        None => test(condition, "", questions),
        Some(part) if part.get("any_of").is_some() => test(part, "none_of", questions),
        Some(part) if part.get("marked").is_some() => test(part, "not_marked", questions),
        Some(part) if part.get("answered").is_some() => test(part, "not_answered", questions),
        Some(part) if part.get("child").is_some_and(|child| child.get("status").is_some()) => {
            test(part, "not_status", questions)
        }
        Some(part) => {
            let parts = match part.get("any") {
                Some(parts) => joined(parts, "editor-say-or"),
                None => inner(part, questions),
            };
            said("editor-say-none", &[("parts", &parts)])
        }
    }
}

/// Parts that are themselves of several stand in brackets.
fn inner(part: &Value, questions: &Questions<'_>) -> String {
    let several = ["all", "any"].iter().any(|join| part.get(join).is_some());
    let words = in_words(part, questions);
    if several { format!("({words})") } else { words }
}

fn test(test: &Value, otherwise: &str, questions: &Questions<'_>) -> String {
    const TESTS: [&str; 10] = [
        "is_yes",
        "is_no",
        "any_of",
        "marked",
        "at_least",
        "at_most",
        "answered",
        "age_under",
        "age_at_least",
        "status",
    ];
    let about = test.get("child").unwrap_or(test);
    let Some(name) = TESTS.into_iter().find(|name| about.get(name).is_some()) else { return String::new() };
    let question = test["question"].as_str().and_then(|id| questions.get(id));
    let wording =
        question.and_then(|question| question["text"].as_str()).map_or_else(|| word("editor-gone"), str::to_owned);
    let choices: Vec<String> = texts(&about["any_of"]).map(|id| choice(question.copied(), id)).collect();
    let statuses: Vec<String> =
        texts(&about["status"]).map(|status| word(&format!("editor-status-{status}"))).collect();
    let name = if otherwise.is_empty() { name } else { otherwise };
    let [row, column] = [("rows", 0), ("columns", 1)].map(|(parts, at)| marked(question.copied(), test, parts, at));
    let number = ["at_least", "at_most", "age_under", "age_at_least"].into_iter().find_map(|name| about[name].as_i64());
    said(
        &format!("editor-say-{name}"),
        &[
            ("question", &wording),
            ("choices", &choices.join(&word("editor-say-or"))),
            ("statuses", &statuses.join(", ")),
            ("number", &number.unwrap_or_default()),
            ("row", &row),
            ("column", &column),
        ],
    )
}

/// The wording of the row or the column that a test of a grid looks at; its id where the grid has none.
fn marked(question: Option<&Value>, test: &Value, parts: &str, at: usize) -> String {
    let id = test["marked"][at].as_str().unwrap_or_default();
    let mut labels = question.into_iter().flat_map(|question| list(&question["kind"][parts]));
    let found = labels.find(|part| part["id"] == id).and_then(|part| part["label"].as_str());
    found.unwrap_or(id).to_owned()
}

/// The wording of a choice, quoted.
fn choice(question: Option<&Value>, id: &str) -> String {
    let found = question.into_iter().flat_map(|question| list(&question["kind"]["choices"]));
    let label = found.filter(|choice| choice["id"] == id).find_map(|choice| choice["label"].as_str());
    let label = label.map_or_else(|| if id == "other" { word("fill-other") } else { id.to_owned() }, str::to_owned);
    said("editor-quoted", &[("text", &label)])
}

/// What a JSON list holds; nothing when it is no list.
pub(super) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    list(value).filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Questions, in_words};

    fn said(condition: Value) -> String {
        let seen = json!({ "text": "Was the child seen?", "kind": { "type": "yes_no" } });
        let place = json!({ "text": "Where?", "kind": { "choices": [{ "id": "home", "label": "At home" }] } });
        let who = json!({ "text": "Who?", "kind": {
            "rows": [{ "id": "health", "label": "Health" }], "columns": [{ "id": "came", "label": "Came" }],
        } });
        in_words(&condition, &Questions::from([("seen", &seen), ("place", &place), ("who", &who)]))
    }

    #[test]
    fn a_condition_names_wording_and_never_an_id() {
        assert_eq!(said(json!({ "question": "seen", "is_yes": true })), "“Yes” to “Was the child seen?”");
        assert_eq!(said(json!({ "question": "place", "any_of": ["home"] })), "“At home” to “Where?”");
        let marked = json!({ "question": "who", "marked": ["health", "came"] });
        assert_eq!(said(marked.clone()), "“Health”: “Came” is marked in “Who?”");
        assert_eq!(said(json!({ "not": marked })), "“Health”: “Came” is not marked in “Who?”");
        let not = json!({ "not": { "question": "place", "any_of": ["home"] } });
        assert_eq!(said(not), "not “At home” to “Where?”");
        assert_eq!(said(json!({ "child": { "age_under": 10 } })), "the child is younger than 10");
    }

    #[test]
    fn parts_of_several_stand_in_brackets() {
        let either = json!({ "any": [{ "question": "seen", "is_no": true }, { "child": { "age_at_least": 16 } }] });
        let both = json!({ "all": [{ "question": "place", "answered": true }, either] });
        assert_eq!(said(both), "“Where?” is answered and (“No” to “Was the child seen?” or the child is 16 or older)");
        let neither = json!({ "not": { "any": [{ "question": "seen", "is_no": true }, { "question": "seen", "is_yes": true }] } });
        assert!(said(neither).starts_with("none of these is true: “No” to"));
    }
}
