//! A small form, and the words to fill it.

use chrono::{DateTime, FixedOffset, NaiveDate};
use forms::{Answers, ChildOnForm, Form, Lists, Walk, walk};
use serde_json::{Value, json};

/// 21 November 2026, 15:00 in London.
pub fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-21T15:00:00+00:00").unwrap()
}

/// A form of one section with a date, and whatever else is asked.
pub fn form_with(questions: Value, more_sections: Value) -> Value {
    let mut first = vec![json!({
        "id": "when_date", "text": "When?", "required": true, "kind": {"type": "date"}
    })];
    first.extend(questions.as_array().unwrap().iter().cloned());
    let mut sections = vec![json!({"id": "first", "title": "First", "questions": first})];
    sections.extend(more_sections.as_array().unwrap().iter().cloned());
    json!({
        "id": "small", "number": 1, "title": "Small", "about": "For tests.", "urgency": "normal",
        "subjects": "any_number", "record": "small", "event_time": {"question": "when_date"},
        "guidance": "", "requirements": [], "sections": sections
    })
}

pub fn read(form: &Value) -> Form {
    let bytes = serde_json::to_vec(form).unwrap();
    Form::read("small.json", &bytes, &Lists::default()).unwrap()
}

pub fn answers(value: Value) -> Answers {
    let mut answers: Answers = serde_json::from_value(value).unwrap();
    if answers.get("when_date").is_none() {
        answers.set("when_date", json!("2026-11-20"));
    }
    answers
}

pub fn children(names: &[&str]) -> Vec<ChildOnForm> {
    (1..).zip(names).map(|(number, name)| ChildOnForm::new(format!("child-{number}"), *name)).collect()
}

pub fn asked(walk: &Walk) -> Vec<String> {
    walk.asked.iter().map(|one| one.path.to_string()).collect()
}

pub fn hidden(walk: &Walk) -> Vec<String> {
    walk.hidden_answers.iter().map(ToString::to_string).collect()
}

/// `path: code` of every problem.
pub fn problems(form: &Form, given: &Answers, on_form: &[ChildOnForm]) -> Vec<String> {
    walk(form, given, on_form, now())
        .problems
        .iter()
        .map(|problem| {
            let path = problem.path.as_ref().map_or_else(String::new, ToString::to_string);
            format!("{path}: {}", problem.code.name())
        })
        .collect()
}

/// A date of birth.
pub fn born(day: &str) -> Option<NaiveDate> {
    Some(day.parse().unwrap())
}
