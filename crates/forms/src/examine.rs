use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::{Map, Value};

use crate::{
    answers::{Answers, is_blank, item, items},
    definition::{Kind, Subjects},
    form::Form,
    judge::{Judge, Verdict},
    path::QuestionPath,
    problem::{Problem, ProblemCode},
    route::{ChildOnForm, Route, route},
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
    let definition = form.definition();
    let route = route(definition, answers, children);
    let now = now.naive_local();
    let latest = now.checked_add_signed(CLOCK_TOLERANCE).unwrap_or(now);
    let mut judge = Judge::new(form, children, latest);
    let verdicts: Vec<Verdict> = route.asked.iter().map(|asked| judge.judge(asked)).collect();

    let mut problems = Vec::new();
    if definition.subjects == Subjects::OneOrMoreChildren && children.is_empty() {
        problems.push(Problem { section: None, path: None, code: ProblemCode::NoChildren });
    }
    for (asked, verdict) in route.asked.iter().zip(&verdicts) {
        if let Err(code) = verdict {
            problems.push(Problem {
                section: Some(asked.section.id.clone()),
                path: Some(asked.path.clone()),
                code: code.clone(),
            });
        }
    }
    let hidden = hidden(form, answers, &route);
    Examined { route, verdicts, problems, hidden }
}

/// Answers at places that are not asked: jumped over, switched off by a condition, about a child
/// who was taken off the form, or to a question of another version.
fn hidden(form: &Form, answers: &Answers, route: &Route<'_>) -> Vec<QuestionPath> {
    let asked: BTreeSet<&QuestionPath> = route.asked.iter().map(|asked| &asked.path).collect();
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
        match (form.question(id).map(|question| &question.kind), value) {
            (Some(Kind::EachChild { .. }), Value::Object(about)) => {
                for (child, answers) in about {
                    match answers {
                        Value::Object(answers) => inside(id, child, answers),
                        // On the form, it is a problem; off the form, it is only kept.
                        other if !is_blank(other) => {
                            let on_form = route.asked.iter().any(|asked| {
                                asked.path.question == id && asked.child.is_some_and(|on| on.id == *child)
                            });
                            if !on_form {
                                whole.push(path.clone());
                            }
                        }
                        _ => {}
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
