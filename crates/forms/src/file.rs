use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde_json::{Map, Value, json};

use crate::{
    answer_text::answer_text,
    answers::Answers,
    child::ChildOnForm,
    definition::{Kind, Question},
    examine::{Examined, examine},
    form::Form,
    path::{Inside, QuestionPath},
    problem::{Problem, ProblemCode},
    typed,
    typed_date::{self, TypedDate},
};

/// Answers as they go into a record: only what is asked, in one shape for each kind.
#[derive(Clone, PartialEq)]
pub struct FiledAnswers {
    /// Each in the one shape that [`crate::Kind`] tells; ticks and rows in the form's order.
    pub answers: Answers,
    /// Where the draft held answers that are no longer asked. They are left out.
    pub not_filed: Vec<QuestionPath>,
    /// When it happened, by the wall clock of the place; none where the form does not ask: then it is
    /// when it was recorded.
    pub event: Option<EventTime>,
    /// The title that the form takes from an answer, if there is one.
    pub title: Option<String>,
    /// A significant event, by the form's mark.
    pub significant: bool,
    /// Ids of the children who were seen, by the form's mark.
    pub seen: Vec<String>,
}

/// When something happened, by the wall clock of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventTime {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, to the minute, if it was given.
    pub time: Option<NaiveTime>,
}

/// Makes the answers of a record, if nothing is left to put right.
///
/// # Errors
/// Every problem that [`crate::walk`] shows; answers that are not asked never make one.
pub fn file(
    form: &Form,
    answers: &Answers,
    children: &[ChildOnForm],
    now: DateTime<FixedOffset>,
) -> Result<FiledAnswers, Vec<Problem>> {
    let examined = examine(form, answers, children, now);
    if !examined.problems.is_empty() {
        return Err(examined.problems);
    }
    let filed = settle(form, &examined);
    let event = event_time(form, &filed);
    if let (None, Some(from)) = (event, &form.definition().event_time) {
        // A checked form always asks for the date; one that does not cannot be filed.
        return Err(vec![Problem {
            section: None,
            path: Some(QuestionPath::top(&from.question)),
            message: None,
            code: ProblemCode::EventDateMissing,
        }]);
    }
    let title = title(form, &filed, children);
    let (significant, seen) = marks(form, &filed, children);
    Ok(FiledAnswers { significant, seen, answers: filed, not_filed: examined.hidden, event, title })
}

/// The answers that are asked and can be read, each in its one shape.
pub(crate) fn settle(form: &Form, examined: &Examined<'_>) -> Answers {
    let mut settled = Answers::default();
    for (asked, verdict) in examined.route.asked.iter().zip(&examined.verdicts) {
        let Ok(Some(value)) = verdict else { continue };
        match &asked.path.inside {
            None => settled.set(&asked.path.question, value.clone()),
            Some(inside) => put(form, &mut settled, &asked.path.question, inside, value.clone()),
        }
    }
    settled
}

/// When it happened, read from a draft's date and time alone, as far as they can be read.
#[must_use]
pub fn event_time(form: &Form, answers: &Answers) -> Option<EventTime> {
    let from = form.definition().event_time.as_ref()?;
    let Kind::Date(rules) = &form.question(&from.question)?.kind else { return None };
    let date = typed_date::read(answers.get(&from.question)?, rules).ok()?;
    let asked = from.time_question.as_ref().and_then(|id| answers.get(id)).and_then(|time| typed::time(time).ok());
    let own = match date {
        TypedDate::Moment(moment) => Some(moment.time()),
        _ => None,
    };
    Some(EventTime { date: date.day()?, time: asked.or(own) })
}

/// Puts an inner answer under its child, or in its item; items keep their order.
fn put(form: &Form, filed: &mut Answers, question: &str, inside: &Inside, value: Value) {
    let in_group = form.question(question).is_some_and(|question| matches!(question.kind, Kind::Group(_)));
    let mut held = filed.remove(question).unwrap_or(Value::Null);
    if in_group {
        let mut items = match held {
            Value::Array(items) => items,
            _ => Vec::new(),
        };
        if items.last().is_none_or(|last| last["id"] != inside.item) {
            items.push(json!({ "id": inside.item, "answers": {} }));
        }
        if let Some(last) = items.last_mut() {
            last["answers"][&inside.question] = value;
        }
        held = Value::Array(items);
    } else {
        if !held.is_object() {
            held = Value::Object(Map::new());
        }
        held[&inside.item][&inside.question] = value;
    }
    filed.set(question, held);
}

/// What the form's marks say of the answers.
fn marks(form: &Form, filed: &Answers, children: &[ChildOnForm]) -> (bool, Vec<String>) {
    let marks = &form.definition().marks;
    let significant = marks.significant.as_ref().and_then(|id| filed.get(id)).is_some_and(|answer| answer == "yes");
    let each_child = marks.seen.as_ref().and_then(|seen| {
        let mut all = form.definition().sections.iter().flat_map(|section| &section.questions);
        let holds = |question: &&Question| {
            let inner = question.kind.inner().unwrap_or_default();
            inner.iter().any(|inner| inner.id == *seen)
        };
        all.find(holds).and_then(|question| filed.get(&question.id))
    });
    let was_seen = |child: &&ChildOnForm| match (&marks.seen, each_child) {
        (Some(seen), Some(answers)) => answers[&child.id][seen] == "yes",
        _ => false,
    };
    let seen = children.iter().filter(was_seen).map(|child| child.id.clone());
    (significant, seen.collect())
}

fn title(form: &Form, filed: &Answers, children: &[ChildOnForm]) -> Option<String> {
    let question = form.question(form.definition().title_from.as_ref()?)?;
    let text = answer_text(question, filed.get(&question.id)?, children);
    (!text.is_empty()).then_some(text)
}
