//! The first words of something.

use serde_json::Value;

/// Characters in a row of the timeline.
const EXTRACT: usize = 220;

/// The first words of a text, in one line, cut between words.
pub(super) fn extract(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.chars().count() + word.chars().count() >= EXTRACT {
            if line.is_empty() {
                line = word.chars().take(EXTRACT).collect();
            }
            line.push('…');
            return line;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The text among answers that tells most: the longest that somebody wrote in words. Its form is not
/// asked: fifty rows may be of fifty versions of forms.
pub(super) fn narrative(answers: &Value) -> &str {
    let texts = answers.as_object().into_iter().flatten().filter_map(|(_, answer)| answer.as_str());
    // A date or a number says nothing.
    let texts = texts.filter(|text| text.chars().any(char::is_alphabetic));
    texts.max_by_key(|text| text.len()).unwrap_or_default()
}

/// Every text among answers, however deep.
pub(super) fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(parts) => parts.iter().for_each(|part| texts(part, found)),
        Value::Object(members) => members.values().for_each(|member| texts(member, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{extract, narrative};

    #[test]
    fn an_extract_is_cut_between_words() {
        let long = "Nan rang about\n\nschool. ".repeat(30);
        let cut = extract(&long);
        assert!(cut.ends_with('…') && cut.chars().count() <= 221, "{cut}");
        assert!(cut.starts_with("Nan rang about school. Nan"));
        assert_eq!(extract(" short\ntext "), "short text");
        assert_eq!(extract(&"x".repeat(500)).chars().count(), 221, "a word without end is cut all the same");
    }

    #[test]
    fn a_date_tells_nothing() {
        assert_eq!(narrative(&json!({ "on": "2026-11-23", "what": "Call" })), "Call");
    }

    #[test]
    fn the_longest_text_tells_most() {
        let answers = json!({ "title": "Call", "what": "Nan rang and said much", "kind": { "choice": "phone" } });
        assert_eq!(narrative(&answers), "Nan rang and said much");
        assert_eq!(narrative(&json!({})), "");
    }
}
