//! One spelling for JSON, and the ids that are made from it.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// JSON without blanks, members in the order of their names, however the map at hand keeps them.
pub(crate) fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(parts) => {
            text.push('[');
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(part, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by_key(|(name, _)| name.as_str());
            text.push('{');
            for (index, (name, member)) in members.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                text.push_str(&Value::String(name.clone()).to_string());
                text.push(':');
                write(member, text);
            }
            text.push('}');
        }
        plain => text.push_str(&plain.to_string()),
    }
}

/// A value in one cell, so that [`from_lossless_cell`] gives it back: a string as it is, unless it
/// could be taken for JSON, for a formula or for nothing; everything else as canonical JSON.
pub(crate) fn lossless_cell(value: &Value) -> String {
    match value {
        Value::String(text) if !needs_quotes(text) => text.clone(),
        value => canonical(value),
    }
}

/// What was put into a cell by [`lossless_cell`]; nothing for an empty one.
pub(super) fn from_lossless_cell(text: &str) -> Option<Value> {
    if text.is_empty() {
        return None;
    }
    if needs_quotes(text)
        && let Ok(value) = serde_json::from_str(text)
    {
        return Some(value);
    }
    Some(Value::String(text.to_owned()))
}

fn needs_quotes(text: &str) -> bool {
    let json = text.starts_with(|c: char| c.is_ascii_digit() || "{[\"-".contains(c));
    let word = matches!(text, "" | "true" | "false" | "null");
    json || word || text.contains('\0') || text.trim().is_empty() || crate::export::is_formula(text)
}

/// The id of a record that was imported: the same wherever and whenever the same response is
/// imported. UUID version 8 from SHA-256 over system, form and source id, parted by zero bytes.
#[must_use]
pub fn record_id(system: &str, form: &str, source_id: &str) -> domain::RecordId {
    let mut hash = Sha256::new();
    for part in [system, "\0", form, "\0", source_id] {
        hash.update(part.as_bytes());
    }
    let mut bytes = [0; 16];
    for (byte, digest) in bytes.iter_mut().zip(hash.finalize()) {
        *byte = digest;
    }
    domain::RecordId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::{Value, json};

    use super::{canonical, from_lossless_cell, lossless_cell, record_id};

    #[test]
    fn members_stand_in_the_order_of_their_names() {
        assert_eq!(
            canonical(&json!({"b": [1, {"d": null, "c": "é\""}], "a": true})),
            r#"{"a":true,"b":[1,{"c":"é\"","d":null}]}"#
        );
    }

    #[rstest]
    #[case(json!("Seen at home"), "Seen at home")]
    #[case(json!("12"), "\"12\"")]
    #[case(json!(12), "12")]
    #[case(json!("=SUM(A1)"), "\"=SUM(A1)\"")]
    #[case(json!(" +44"), "\" +44\"")]
    #[case(json!(""), "\"\"")]
    #[case(json!("true"), "\"true\"")]
    #[case(json!({"choice": "a"}), r#"{"choice":"a"}"#)]
    fn a_cell_gives_back_what_was_put_in(#[case] value: Value, #[case] cell: &str) {
        assert_eq!(lossless_cell(&value), cell);
        assert_eq!(from_lossless_cell(cell), Some(value));
    }

    #[test]
    fn a_record_id_is_pinned() {
        let id = record_id("google_forms", "form-1", "response-1");
        assert_eq!(id.to_string(), "6c8e7ad0-4727-8e11-a7e2-79735ca7ee9c", "made with other libraries");
        assert_ne!(id, record_id("google_forms", "form-2", "response-1"));
        assert_ne!(id, record_id("google_forms", "form", "-1response-1"));
        assert_eq!(id.0.get_version_num(), 8, "a version of our own making");
    }
}
