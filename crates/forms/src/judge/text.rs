use serde_json::{Value, json};

use crate::{
    definition::{TextFormat, TextRules},
    form::Form,
    problem::ProblemCode,
};

/// The longest address that mail can carry.
const LONGEST_EMAIL: usize = 254;

pub(super) fn text(
    form: &Form,
    value: &Value,
    rules: &TextRules,
    tidy: fn(&str) -> &str,
) -> Result<Value, ProblemCode> {
    let typed = tidy(value.as_str().ok_or(ProblemCode::NotUnderstood)?);
    let length = u32::try_from(typed.chars().count()).unwrap_or(u32::MAX);
    if let Some(max) = rules.max_length.filter(|max| length > *max) {
        return Err(ProblemCode::TooLong { max, over: length - max });
    }
    if let Some(min) = rules.min_length.filter(|min| length < *min) {
        return Err(ProblemCode::TooShort { min });
    }
    match rules.format {
        Some(TextFormat::Email) if !is_email(typed) => return Err(ProblemCode::NotAnEmail),
        Some(TextFormat::Phone) if !is_phone(typed) => return Err(ProblemCode::NotAPhone),
        _ => {}
    }
    if let Some(written) = &rules.pattern
        && form.pattern(written).is_some_and(|pattern| !pattern.is_match(typed))
    {
        return Err(ProblemCode::PatternNotMatched);
    }
    Ok(json!(typed))
}

/// Shaped like an address. Whether mail arrives there only mail can tell.
fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((name, place)) = text.rsplit_once('@') else { return false };
    let odd = |c: char| c.is_whitespace() || c.is_control() || "@,;<>()[]\\\"".contains(c);
    let labels: Vec<&str> = place.split('.').collect();
    let sound_place = labels.len() > 1
        && labels.iter().all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    text.len() <= LONGEST_EMAIL && !name.is_empty() && !name.contains(odd) && !name.contains("..") && sound_place
}

/// As many digits as a number has anywhere in the world, written as people write them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || c == ' ' || "()-+".contains(c);
    let plus_leads = text.rfind('+').is_none_or(|at| text[..at].trim_matches(['(', ' ']).is_empty());
    (7..=15).contains(&digits) && text.trim().chars().all(plain) && plus_leads
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{is_email, is_phone};

    #[rstest]
    #[case("ada@example.org", true)]
    #[case(" o'neil+work@mail.example.co.uk ", true)]
    #[case("zoë@exämple.org", true)]
    #[case("ada@example", false)]
    #[case("ada@@example.org", false)]
    #[case("@example.org", false)]
    #[case("ada@.org", false)]
    #[case("ada @example.org", false)]
    #[case("Ada <ada@example.org>", false)]
    fn an_address_has_a_name_and_a_place(#[case] text: &str, #[case] sound: bool) {
        assert_eq!(is_email(text), sound, "{text}");
    }

    #[rstest]
    #[case("020 7946 0000", true)]
    #[case("+44 (0)20 7946-0000", true)]
    #[case("(+44) 20 7946 0000", true)]
    #[case("999", false)]
    #[case("1234567890123456", false)]
    #[case("020 7946 0000 ext 3", false)]
    #[case("020+7946 0000", false)]
    fn a_number_to_ring_has_seven_to_fifteen_digits(#[case] text: &str, #[case] sound: bool) {
        assert_eq!(is_phone(text), sound, "{text}");
    }
}
