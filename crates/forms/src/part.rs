use serde_json::{Map, Value};

use crate::{answers::Answers, definition::Kind, file::FiledAnswers, form::Form, path::QuestionPath};

/// The part of a sitting that is filed to one child alone, on a form of
/// [`crate::Files::EachChildAlone`]: what all children share, and that child's own answers.
///
/// Nothing about another child remains: not in the answers of each child, not among those seen, and
/// not in the list of what was left out. What a person wrote in a text for all is theirs to word.
#[must_use]
pub fn part_of(form: &Form, filed: &FiledAnswers, child_id: &str) -> FiledAnswers {
    let mut answers = Answers::default();
    for (id, value) in filed.answers.iter() {
        if !holds_children(form, id) {
            answers.set(id, value.clone());
        } else if let Some(own) = value.get(child_id) {
            answers.set(id, Value::Object(Map::from_iter([(child_id.to_owned(), own.clone())])));
        }
    }
    let is_shared = |path: &&QuestionPath| match &path.inside {
        Some(inside) => !holds_children(form, &path.question) || inside.item == child_id,
        None => true,
    };
    FiledAnswers {
        answers,
        not_filed: filed.not_filed.iter().filter(is_shared).cloned().collect(),
        event: filed.event,
        title: filed.title.clone(),
        significant: filed.significant,
        seen: filed.seen.iter().filter(|seen| *seen == child_id).cloned().collect(),
    }
}

fn holds_children(form: &Form, id: &str) -> bool {
    form.question(id).is_some_and(|question| matches!(question.kind, Kind::EachChild { .. }))
}
