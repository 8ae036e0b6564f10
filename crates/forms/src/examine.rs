use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::{Map, Value};

use crate::{
    answers::{Answers, Given, given, is_blank, item, items},
    child::ChildOnForm,
    definition::{Kind, Subjects},
    form::Form,
    judge::{Judge, Verdict},
    path::QuestionPath,
    problem::{Problem, ProblemCode},
    route::{Asked, Route, Taken, route},
};

/// Clocks of laptops differ a little: an event this far ahead is taken as now.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// The way through a form, and a verdict on each question that is asked.
pub(crate) struct Examined<'a> {
    pub route: Route<'a>,
    /// One for each of `route.asked`.
    pub verdicts: Vec<Verdict>,
    pub problems: Vec<Problem>,
    pub hidden: Vec<QuestionPath>,
}

pub(crate) fn examine<'a>(
    form: &'a Form,
    answers: &'a Answers,
    children: &'a [ChildOnForm],
    now: DateTime<FixedOffset>,
) -> Examined<'a> {
    let now = now.naive_local();
    let latest = now.checked_add_signed(CLOCK_TOLERANCE).unwrap_or(now);
    let route = route(form, answers, children, Taken::On(now.date()));
    let mut judge = Judge::new(form, children, now, latest);
    let verdicts: Vec<Verdict> = route.asked.iter().map(|asked| judge.judge(asked)).collect();

    let mut problems = Vec::new();
    if form.definition().subjects == Subjects::OneOrMoreChildren && children.is_empty() {
        problems.push(Problem { section: None, path: None, message: None, code: ProblemCode::NoChildren });
    }
    for (asked, verdict) in route.asked.iter().zip(&verdicts) {
        if let Err(code) = verdict {
            problems.push(problem(asked, code.clone()));
        }
    }
    let hidden = hidden(form, answers, children, &route);
    Examined { route, verdicts, problems, hidden }
}

/// A rule of the form that is broken is told in its author's words, if there are any.
fn problem(asked: &Asked<'_>, code: ProblemCode) -> Problem {
    let missing = matches!(code, ProblemCode::Missing | ProblemCode::NoChildren | ProblemCode::EventDateMissing);
    Problem {
        section: Some(asked.section.id.clone()),
        path: Some(asked.path.clone()),
        message: asked.question.message.clone().filter(|_| !missing),
        code,
    }
}

/// Answers at places that are not asked: jumped over, switched off by a condition, about a child
/// who was taken off the form, or to a question of another version.
fn hidden(form: &Form, answers: &Answers, children: &[ChildOnForm], route: &Route<'_>) -> Vec<QuestionPath> {
    let asked: HashSet<&QuestionPath> = route.asked.iter().map(|asked| &asked.path).collect();
    let on_form: HashSet<&str> = children.iter().map(|child| child.id.as_str()).collect();
    let mut hidden = BTreeSet::new();
    let mut inside = |question: &str, item: &str, answers: &Map<String, Value>| {
        for (inner, value) in answers {
            let path = QuestionPath::inner(question, item, inner);
            if !is_blank(value) && !asked.contains(&path) {
                hidden.insert(path);
            }
        }
    };
    let mut whole = Vec::new();
    for (id, value) in answers.iter() {
        let path = QuestionPath::top(id);
        let is_asked = asked.contains(&path);
        let in_parts = !matches!(given(value), Given::AsImported(_));
        match (top_kind(form, id).filter(|_| in_parts), value) {
            (Some(Kind::EachChild { .. }), Value::Object(about)) => {
                for (child, answers) in about {
                    match answers {
                        Value::Object(answers) => inside(id, child, answers),
                        other if is_blank(other) => {}
                        // On the form, it is a problem; off the form, it is only kept.
                        _ if is_asked && on_form.contains(child.as_str()) => {}
                        _ => whole.push(path.clone()),
                    }
                }
            }
            (Some(Kind::Group(_)), Value::Array(all)) => {
                for (item, answers) in items(value) {
                    inside(id, item, answers);
                }
                let odd = |one: &Value| item(one).is_none() && !is_blank(one);
                if !is_asked && all.iter().any(odd) {
                    whole.push(path);
                }
            }
            _ if !is_asked && !is_blank(value) => whole.push(path),
            _ => {}
        }
    }
    hidden.extend(whole);
    hidden.into_iter().collect()
}

/// The kind of a question by its id.
fn top_kind<'a>(form: &'a Form, id: &str) -> Option<&'a Kind> {
    form.question(id).map(|question| &question.kind)
}
