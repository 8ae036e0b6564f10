use serde_json::{Map, Value, json};

use crate::{
    notes::{Notes, Place},
    xlsform::{
        choices::List,
        condition::{Earlier, Sort},
        expression::{Expression, parse},
        kinds::RowKind,
    },
};

/// What a row turns into: a kind of question as a form file writes it, and what conditions may ask
/// of it.
pub(crate) struct Made {
    pub kind: Map<String, Value>,
    pub sort: Sort,
}

/// What a row says beside its type.
pub(crate) struct Says<'a> {
    pub at: Place<'a>,
    /// Appearance, in lower case, as words.
    pub appearance: Vec<String>,
    pub parameters: Option<&'a str>,
    pub calculation: Option<&'a str>,
    /// The repeat that it stands in, by its id here.
    pub inside: Option<&'a str>,
}

impl Says<'_> {
    fn looks(&self, word: &str) -> bool {
        self.appearance.iter().any(|one| one == word)
    }
}

/// Makes the kind of a question; none for what has no place here, which has been said then.
pub(crate) fn make(
    row: &RowKind,
    says: &Says<'_>,
    list: Option<&List>,
    earlier: &Earlier,
    notes: &mut Notes,
) -> Option<Made> {
    let plain = |kind: Value, sort: Sort| {
        let Value::Object(kind) = kind else { return None };
        Some(Made { kind, sort })
    };
    match row {
        RowKind::Select { kind, ranked, list: name, other } => {
            if *ranked {
                notes.changed(says.at, "rank", &[]);
            }
            choices(kind, name, *other, says, list, notes)
        }
        RowKind::SelectElsewhere => {
            notes.changed(says.at, "list_elsewhere", &[]);
            plain(json!({ "type": "short_text" }), Sort::Other)
        }
        RowKind::Plain(name) => match *name {
            "text" => {
                let kind = if says.looks("multiline") { "long_text" } else { "short_text" };
                plain(json!({ "type": kind }), Sort::Other)
            }
            "integer" => plain(json!({ "type": "number", "whole": true }), Sort::Whole),
            "decimal" => plain(json!({ "type": "number" }), Sort::Decimal),
            "range" => plain_range(says, notes),
            "date" => plain(json!({ "type": "date" }), Sort::Date),
            "time" => plain(json!({ "type": "time" }), Sort::Other),
            "datetime" => plain(json!({ "type": "date", "parts": "with_time" }), Sort::Date),
            "note" => plain(json!({ "type": "statement" }), Sort::Other),
            "image" if says.looks("signature") => plain(json!({ "type": "signature" }), Sort::Other),
            "image" if says.looks("draw") || says.looks("annotate") => plain(json!({ "type": "drawing" }), Sort::Other),
            "image" => plain(upload(&["image"]), Sort::Other),
            "audio" => plain(upload(&["audio"]), Sort::Other),
            "video" => plain(upload(&["video"]), Sort::Other),
            "file" => plain(upload(&[]), Sort::Other),
            "barcode" => {
                notes.changed(says.at, "barcode", &[]);
                plain(json!({ "type": "short_text" }), Sort::Other)
            }
            "acknowledge" => {
                // ODK keeps "OK" for it, and conditions name that.
                let ids = [("OK".to_owned(), "ok".to_owned())].into();
                let kind = json!({ "type": "one_choice", "choices": [{ "id": "ok", "label": "OK" }] });
                plain(kind, Sort::One(std::rc::Rc::new(ids), false))
            }
            "calculate" => sum(says, earlier, notes),
            _ => None,
        },
        _ => None,
    }
}

fn upload(types: &[&str]) -> Value {
    let mut kind = json!({ "type": "upload", "max_files": 1, "max_mib": 20 });
    if !types.is_empty() {
        kind["types"] = json!(types);
    }
    kind
}

fn choices(
    kind: &str,
    name: &str,
    other: bool,
    says: &Says<'_>,
    list: Option<&List>,
    notes: &mut Notes,
) -> Option<Made> {
    let Some(list) = list.filter(|list| !list.choices.is_empty()) else {
        notes.changed(says.at, "list_missing", &[("list", name)]);
        let kind = json!({ "type": "short_text" });
        return kind.as_object().map(|kind| Made { kind: kind.clone(), sort: Sort::Other });
    };
    let kind = if kind == "one_choice" && says.looks("minimal") { "drop_down" } else { kind };
    let mut made = Map::new();
    made.insert("type".to_owned(), json!(kind));
    made.insert("choices".to_owned(), json!(list.json()));
    if other {
        made.insert("other".to_owned(), json!(true));
    }
    let ids = list.ids.clone();
    let sort = if kind == "many_choices" { Sort::Many(ids, other) } else { Sort::One(ids, other) };
    Some(Made { kind: made, sort })
}

/// A range is a scale where its ends allow it, else a number between them.
fn plain_range(says: &Says<'_>, notes: &mut Notes) -> Option<Made> {
    let parameter = |name: &str, absent: f64| {
        let words = says.parameters.unwrap_or_default().split([' ', ',', ';']);
        let found = words.filter_map(|word| word.split_once('=')).find(|(key, _)| key.trim() == name);
        found.and_then(|(_, value)| value.trim().parse::<f64>().ok()).unwrap_or(absent)
    };
    let (start, end, step) = (parameter("start", 1.0), parameter("end", 10.0), parameter("step", 1.0));
    let whole = start.fract() == 0.0 && end.fract() == 0.0 && start.abs() < 1e15 && end.abs() < 1e15;
    if whole && step == 1.0 && (0.0..=1.0).contains(&start) && (2.0..=10.0).contains(&end) {
        let kind = json!({ "type": "scale", "low": start as i64, "high": end as i64 });
        return kind.as_object().map(|kind| Made { kind: kind.clone(), sort: Sort::Whole });
    }
    notes.changed(says.at, "range", &[("parameters", says.parameters.unwrap_or_default())]);
    let steps_whole = whole && step.fract() == 0.0;
    let mut kind = json!({ "type": "number", "whole": steps_whole });
    if whole && start <= end {
        kind["min"] = json!(start as i64);
        kind["max"] = json!(end as i64);
    }
    let sort = if steps_whole { Sort::Whole } else { Sort::Decimal };
    kind.as_object().map(|kind| Made { kind: kind.clone(), sort })
}

/// Of calculations only a sum of earlier numbers has a counterpart.
fn sum(says: &Says<'_>, earlier: &Earlier, notes: &mut Notes) -> Option<Made> {
    let written = says.calculation.unwrap_or_default();
    let ids = match parse(written) {
        Some(Expression::Sum(parts)) => parts
            .iter()
            .map(|part| match part {
                Expression::Question(name) => match earlier.question(name, says.inside) {
                    Some((id, Sort::Whole | Sort::Decimal)) => Some(id.to_owned()),
                    _ => None,
                },
                _ => None,
            })
            .collect::<Option<Vec<_>>>(),
        _ => None,
    };
    let Some(ids) = ids else {
        notes.left_out(says.at, "calculation", &[("expression", written)]);
        return None;
    };
    let kind = json!({ "type": "calculated", "work_out": "sum", "of": ids });
    kind.as_object().map(|kind| Made { kind: kind.clone(), sort: Sort::Worked })
}
