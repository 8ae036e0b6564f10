//! What a column of a file is taken for, as one word that screens and scripts pass on:
//! `question:<key>`, `submitted`, `email`, `response_id`, `extra`, `leave_out`, and `child_name:1` and
//! its like, alone or after a `+`.

use exchange::{ChildColumn, ChildPart, MappedColumn, Mapping, Target};
use forms::Form;

use super::form_desk::say;
use crate::{ApiError, types::ColumnTarget};

const PARTS: [(ChildPart, &str); 5] = [
    (ChildPart::Name, "child_name"),
    (ChildPart::FirstName, "child_first_name"),
    (ChildPart::LastName, "child_last_name"),
    (ChildPart::Born, "child_born"),
    (ChildPart::Id, "child_id"),
];

const PLAIN: [(&str, Target); 8] = [
    ("submitted", Target::Submitted),
    ("email", Target::Email),
    ("response_id", Target::ResponseId),
    ("score", Target::Score),
    ("extra", Target::Other),
    ("leave_out", Target::LeaveOut),
    ("children", Target::Children),
    ("more_answers", Target::MoreAnswers),
];

/// The word of a column.
pub(super) fn target_of(column: &MappedColumn) -> String {
    let target = match &column.target {
        Target::Question(key) => format!("question:{key}"),
        plain => PLAIN.iter().find(|(_, one)| one == plain).map_or("extra", |(word, _)| word).to_owned(),
    };
    let child = column.child.and_then(|child| {
        let (_, word) = PARTS.iter().find(|(part, _)| *part == child.part)?;
        Some(format!("{word}:{}", child.number))
    });
    match (target.as_str(), child) {
        (_, None) => target,
        ("extra" | "leave_out", Some(child)) => child,
        (_, Some(child)) => format!("{target}+{child}"),
    }
}

/// The mapping that words make.
pub(super) fn mapping(columns: &[ColumnTarget]) -> Result<Mapping, ApiError> {
    let columns = columns.iter().map(|column| {
        let (target, child) = read(&column.target)?;
        Ok(MappedColumn { header: column.header.clone(), target, child })
    });
    Ok(Mapping { columns: columns.collect::<Result<_, ApiError>>()? })
}

fn read(word: &str) -> Result<(Target, Option<ChildColumn>), ApiError> {
    if let Some((target, child)) = word.rsplit_once('+')
        && let Some(child) = child_of(child)
    {
        return Ok((read(target)?.0, Some(child)));
    }
    if let Some(child) = child_of(word) {
        return Ok((Target::LeaveOut, Some(child)));
    }
    if let Some(key) = word.strip_prefix("question:") {
        return Ok((Target::Question(key.to_owned()), None));
    }
    let plain = PLAIN.into_iter().find(|(one, _)| *one == word);
    plain.map(|(_, target)| (target, None)).ok_or_else(ApiError::bad_request)
}

fn child_of(word: &str) -> Option<ChildColumn> {
    let (part, number) = word.split_once(':').unwrap_or((word, "1"));
    let (part, _) = PARTS.iter().find(|(_, one)| *one == part)?;
    let number = number.parse().ok().filter(|number| (1..=3).contains(number))?;
    Some(ChildColumn { number, part: *part })
}

/// Every word that may be chosen, with its label.
pub(super) fn choices(form: &Form, columns: &[ColumnTarget]) -> Vec<(String, String)> {
    let label = |word: &str| say(&format!("import-target-{word}"), &[]);
    let mut choices: Vec<(String, String)> =
        forms::columns(form).into_iter().map(|column| (format!("question:{}", column.key), column.header)).collect();
    choices.extend(["submitted", "email", "extra", "leave_out"].map(|word| (word.to_owned(), label(word))));
    for number in 1..=3 {
        for (_, part) in PARTS {
            let named = say(&format!("import-target-{part}"), &[("number", number.to_string())]);
            choices.push((format!("{part}:{number}"), named));
        }
    }
    // What was suggested and is not among them: two things at once, or our own file's columns.
    for column in columns {
        if choices.iter().all(|(word, _)| *word != column.target) {
            let parts: Vec<String> = column
                .target
                .split('+')
                .map(|part| {
                    let known = choices.iter().find(|(word, _)| word == part).map(|(_, label)| label.clone());
                    known.unwrap_or_else(|| label(part))
                })
                .collect();
            choices.push((column.target.clone(), parts.join(" + ")));
        }
    }
    choices
}

#[cfg(test)]
mod tests {
    use exchange::{ChildColumn, ChildPart, MappedColumn, Target};

    use super::{read, target_of};

    #[test]
    fn a_word_reads_back_as_what_it_was_made_from() {
        let child = Some(ChildColumn { number: 2, part: ChildPart::Born });
        for (target, child) in [
            (Target::Question("outer/*/inner".to_owned()), None),
            (Target::Question("name".to_owned()), child),
            (Target::Submitted, None),
            (Target::LeaveOut, child),
            (Target::MoreAnswers, None),
        ] {
            let column = MappedColumn { header: String::new(), target: target.clone(), child };
            assert!(matches!(read(&target_of(&column)), Ok(found) if found == (target, child)));
        }
        assert!(read("everything").is_err());
    }
}
