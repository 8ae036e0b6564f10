//! A record shows whatever is answered in it, also where its answers no longer lead.

use forms::summary;
use serde_json::json;

use crate::support::{answers, children, form_with, read};

#[test]
fn an_answer_that_leads_nowhere_hides_no_answer_after_it() {
    let form = read(&form_with(
        json!([{ "id": "how", "text": "How?", "required": true, "kind": { "type": "one_choice", "choices": [
            { "id": "home", "label": "At home", "go_to": "second" }, { "id": "nothing", "label": "Not at all" }
        ] } }]),
        json!([
            { "id": "second", "title": "Second", "questions": [
                { "id": "note", "text": "What happened?", "required": false, "kind": { "type": "long_text" } }
            ] }
        ]),
    ));
    let mut whole: serde_json::Value = serde_json::from_slice(form.resolved()).unwrap();
    whole["sections"][0]["after"] = json!("end");
    let form = read(&whole);
    let imported = answers(json!({ "how": { "as_imported": "At her home" }, "note": "She told me about school." }));
    let rows: Vec<String> = summary(&form, &imported, &children(&[]))
        .into_iter()
        .flat_map(|section| section.rows)
        .map(|row| format!("{}: {}", row.path, row.answer))
        .collect();
    assert!(rows.contains(&"how: At her home".to_owned()), "{rows:?}");
    assert!(rows.contains(&"note: She told me about school.".to_owned()), "{rows:?}");
}
