use serde_json::{Value, json};

use crate::{
    google_choices::read_choices,
    google_form::Reading,
    google_item::{Item, heading, statement},
    google_members::Members,
    google_upload::read_upload,
    notes::{Notes, Place},
    put_together::QuestionParts,
};

/// Reads one question of its own, of whatever kind.
pub(crate) fn read_question(mut question: Members<'_>, about: Item<'_>, reading: &mut Reading) {
    let at = about.at;
    let notes = &mut reading.notes;
    let there = question.text("questionId", notes);
    let required = question.flag("required");
    read_grading(&mut question, at, notes);

    let mut jumps = Vec::new();
    let kind = if let Some(choice) = question.object("choiceQuestion") {
        read_choices(choice, &mut jumps, notes)
    } else {
        plain_kind(&mut question, at, notes)
    };
    let Some(kind) = kind else {
        // A row outside a grid, or a kind from after this program: its words stay.
        let path = question.take_unknown().unwrap_or_else(|| question.path_of("?"));
        notes.left_out(at, "unknown_question", &[("path", &path)]);
        question.finish(notes);
        statement(about, None, reading);
        return;
    };
    question.finish(notes);
    let text = heading(&about, "Question", notes);
    let id = reading.question_id("q", there.as_deref(), at);
    if let Some(there) = there {
        reading.there.insert(id.clone(), there);
    }
    if !jumps.is_empty() {
        reading.jumps.push(crate::google_jumps::Jumping { question: id.clone(), order: at.order, choices: jumps });
    }
    let field = described(about.description.as_deref());
    let mut parts = QuestionParts::new(&id, &text, kind, at.order).with(field, about.description);
    parts.json.insert("required".to_owned(), json!(required));
    reading.push(parts);
}

/// One line under the wording is a hint, more is guidance.
pub(crate) fn described(description: Option<&str>) -> &'static str {
    if description.is_some_and(|text| text.contains('\n') || text.chars().count() > 150) { "guidance" } else { "hint" }
}

/// Marks and right answers belong to a quiz, and a record is none.
pub(crate) fn read_grading(question: &mut Members<'_>, at: Place<'_>, notes: &mut Notes) {
    if question.has("grading") {
        question.read(&["grading"]);
        notes.left_out(at, "grading", &[]);
    }
}

/// Every kind but choices; none for one that is not known.
fn plain_kind(question: &mut Members<'_>, at: Place<'_>, notes: &mut Notes) -> Option<Value> {
    if let Some(mut text) = question.object("textQuestion") {
        let paragraph = text.flag("paragraph");
        text.finish(notes);
        notes.confirm(at, "validation", &[]);
        return Some(json!({ "type": if paragraph { "long_text" } else { "short_text" } }));
    }
    if let Some(scale) = question.object("scaleQuestion") {
        return Some(scale_kind(scale, at, notes));
    }
    if let Some(rating) = question.object("ratingQuestion") {
        return Some(rating_kind(rating, at, notes));
    }
    if let Some(mut date) = question.object("dateQuestion") {
        let parts = match (date.flag("includeYear"), date.flag("includeTime")) {
            (true, false) => "day",
            (true, true) => "with_time",
            (false, false) => "no_year",
            (false, true) => "no_year_with_time",
        };
        date.finish(notes);
        return Some(json!({ "type": "date", "parts": parts }));
    }
    if let Some(mut time) = question.object("timeQuestion") {
        let length = time.flag("duration");
        time.finish(notes);
        return Some(json!({ "type": if length { "duration" } else { "time" } }));
    }
    question.object("fileUploadQuestion").map(|upload| read_upload(upload, at, notes))
}

/// The schema sets no bounds to a scale; here its ends are 0 or 1 and 2 to 10. Beyond them it is a
/// number.
fn scale_kind(mut scale: Members<'_>, at: Place<'_>, notes: &mut Notes) -> Value {
    let low = scale.whole("low").unwrap_or(0);
    let high = scale.whole("high").unwrap_or(0);
    let low_label = scale.text("lowLabel", notes);
    let high_label = scale.text("highLabel", notes);
    scale.finish(notes);
    if (0..=1).contains(&low) && (2..=10).contains(&high) {
        let mut kind = json!({ "type": "scale", "low": low, "high": high });
        for (field, label) in [("low_label", low_label), ("high_label", high_label)] {
            if let Some(label) = label {
                kind[field] = json!(label);
            }
        }
        return kind;
    }
    notes.changed(at, "scale_bounds", &[("low", &low.to_string()), ("high", &high.to_string())]);
    for label in [low_label, high_label].into_iter().flatten() {
        notes.left_out(at, "scale_label", &[("label", &label)]);
    }
    number_between(low, high)
}

/// A whole number within bounds, as far as they leave one.
fn number_between(low: i64, high: i64) -> Value {
    let mut kind = json!({ "type": "number", "whole": true });
    if low <= high {
        kind["min"] = json!(low);
        kind["max"] = json!(high);
    }
    kind
}

/// Here a rating goes to 3 to 10; one of two levels is a scale, one of more than ten a number.
fn rating_kind(mut rating: Members<'_>, at: Place<'_>, notes: &mut Notes) -> Value {
    let levels = rating.whole("ratingScaleLevel").unwrap_or(0);
    let known = [("STAR", "star"), ("HEART", "heart"), ("THUMB_UP", "thumb")];
    let icon = rating.one_of("iconType", &known, notes).unwrap_or("star");
    rating.finish(notes);
    if (3..=10).contains(&levels) {
        return json!({ "type": "rating", "levels": levels, "icon": icon });
    }
    notes.changed(at, "rating_bounds", &[("levels", &levels.to_string())]);
    if levels == 2 { json!({ "type": "scale", "low": 1, "high": 2 }) } else { number_between(1, levels) }
}
