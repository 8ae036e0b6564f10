//! Marks of answers that were carried over and must be looked at, by path.

use std::collections::BTreeSet;

use forms::{Kind, Question, QuestionPath};
use serde_json::{Map, Value};

/// Paths of the answers inside an answer to a group or to "each child".
pub(super) fn inner_paths(question: &Question, answer: &Value) -> Vec<String> {
    let paths = |item: &str, answers: &Value| -> Vec<String> {
        let inside = answers.as_object().into_iter().flatten();
        inside.map(|(inner, _)| format!("{}/{item}/{inner}", question.id)).collect()
    };
    match (&question.kind, answer) {
        (Kind::EachChild { .. }, Value::Object(children)) => {
            children.iter().flat_map(|(child, answers)| paths(child, answers)).collect()
        }
        (Kind::Group(_), Value::Array(items)) => {
            items.iter().flat_map(|item| paths(item["id"].as_str().unwrap_or_default(), &item["answers"])).collect()
        }
        _ => Vec::new(),
    }
}

/// The marks that stay when answers are saved over others: an answer that was changed was looked at. A
/// group and "each child" keep theirs until every carried answer inside was.
pub(super) fn still_marked(marks: &[String], before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<String> {
    let same = |path: &str| at(before, path) == at(after, path);
    let inside = || marks.iter().filter_map(|mark| Some((mark.split_once('/')?.0, mark)));
    let holds: BTreeSet<&str> = inside().map(|(outer, _)| outer).collect();
    let still: BTreeSet<&str> = inside().filter(|(_, mark)| same(mark)).map(|(outer, _)| outer).collect();
    let stays = |mark: &&String| {
        let mark = mark.as_str();
        if holds.contains(mark) { still.contains(mark) } else { same(mark) }
    };
    marks.iter().filter(stays).cloned().collect()
}

/// Marks of answers themselves: not of a group whose answers inside are marked.
pub(super) fn answers_marked<'a>(marks: &'a [String], answers: &Map<String, Value>) -> BTreeSet<&'a str> {
    let outer: BTreeSet<&str> = marks.iter().filter_map(|mark| mark.split_once('/')).map(|(outer, _)| outer).collect();
    let stands = |mark: &&str| at(answers, mark).is_some_and(|answer| !answer.is_null());
    marks.iter().map(String::as_str).filter(|mark| !outer.contains(mark)).filter(stands).collect()
}

/// The answer at a path.
fn at<'a>(answers: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let path = QuestionPath::read(path)?;
    let answer = answers.get(&path.question)?;
    let Some(inside) = path.inside else { return Some(answer) };
    let item = match answer {
        Value::Array(items) => &items.iter().find(|item| item["id"] == inside.item.as_str())?["answers"],
        answer => answer.get(&inside.item)?,
    };
    item.get(&inside.question)
}
