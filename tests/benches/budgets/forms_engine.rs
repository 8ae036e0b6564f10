//! A key stroke in a large form: 500 questions, 200 of them with conditions.

use std::{hint::black_box, time::Instant};

use forms::{Answers, ChildOnForm, Form, Lists, walk};
use serde_json::{Value, json};

use super::report::{Report, Times, millis};

const QUESTIONS: usize = 500;
const CONDITIONS: usize = 200;
const KEYS: usize = 500;

pub fn measure(report: &mut Report) {
    catalogue(report);
    let definition = definition();
    let bytes = serde_json::to_vec(&definition).unwrap();
    let form = Form::read("large.json", &bytes, &Lists::default()).unwrap();
    let children = [ChildOnForm::new("0190-a", "Ada Sample"), ChildOnForm::new("0190-b", "Bo Sample")];
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-21T15:00:00+00:00").unwrap();
    let mut answers = Answers::default();
    for number in 0..QUESTIONS {
        let answer = if number % 2 == 0 { json!("yes") } else { json!("She said that she likes the garden.") };
        answers.set(&format!("q_{number}"), answer);
    }
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for key in 0..KEYS {
        answers.set("q_1", json!("x".repeat(key % 400)));
        let start = Instant::now();
        black_box(walk(&form, &answers, &children, now));
        ours.push(start.elapsed());
        // What cannot be avoided: the answers come from the screen as JSON.
        let text = serde_json::to_string(&answers).unwrap();
        let start = Instant::now();
        black_box(serde_json::from_str::<Value>(&text).unwrap());
        bare.push(start.elapsed());
    }
    report.row(
        &format!("key stroke: a form of {QUESTIONS} questions, {CONDITIONS} conditions, walked anew"),
        Times::of(ours).text(),
        format!("bare parse of its answers {}", Times::of(bare).text()),
        "p99 < 5 ms with the save",
        None,
    );
}

/// Every form that ships, read when the program starts.
fn catalogue(report: &mut Report) {
    let start = Instant::now();
    let catalogue = app::Catalogue::shipped().unwrap();
    let time = start.elapsed();
    let bytes: Vec<Vec<u8>> = catalogue.all().map(|form| form.resolved().to_vec()).collect();
    let start = Instant::now();
    for form in &bytes {
        black_box(serde_json::from_slice::<Value>(form).unwrap());
    }
    report.row(
        &format!("read the catalogue: {} forms", bytes.len()),
        millis(time),
        format!("bare parse of the same JSON {}", millis(start.elapsed())),
        "",
        None,
    );
}

/// Every second question is yes or no; conditions look at one, at two, or at the one before.
fn definition() -> Value {
    let question = |number: usize| {
        let kind = if number.is_multiple_of(2) { "yes_no" } else { "long_text" };
        let mut question = json!({
            "id": format!("q_{number}"), "text": format!("Question {number}?"), "required": number.is_multiple_of(3),
            "kind": { "type": kind }
        });
        if number > 10 && number % 5 < 2 {
            let earlier = |back: usize| json!({ "question": format!("q_{}", (number - back) / 2 * 2), "is_yes": true });
            question["when"] = json!({ "any": [earlier(2), { "all": [earlier(4), { "not": earlier(8) }] }] });
        }
        question
    };
    let all: Vec<Value> = (0..QUESTIONS).map(question).collect();
    assert!(all.iter().filter(|question| question.get("when").is_some()).count() >= CONDITIONS - 10);
    let sections: Vec<Value> = all
        .chunks(25)
        .enumerate()
        .map(|(number, questions)| json!({ "id": format!("s_{number}"), "title": "Part", "questions": questions }))
        .collect();
    json!({
        "id": "large", "number": 1, "title": "Large", "about": "", "urgency": "normal", "subjects": "any_number",
        "record": "large", "guidance": "", "requirements": [], "sections": sections
    })
}
