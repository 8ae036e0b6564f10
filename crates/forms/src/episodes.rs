//! What filing does beyond the record: episodes that begin and end, and what is worth a look first.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::facts::EpisodeKind;
use serde_json::Value;

use crate::{
    answers::{Answers, Given, given, of_child},
    child::ChildOnForm,
    condition::Condition,
    definition::{EpisodeAct, EpisodeMark, Kind, Question},
    examine::examine,
    file::{EventTime, settle},
    form::Form,
    known::{Known, KnownAnswers, Sight},
    typed,
};

/// What a record does to the episodes of one child.
#[derive(Clone, PartialEq, Eq)]
pub struct EpisodeChange {
    /// What is done.
    pub act: EpisodeAct,
    /// To an episode of which kind.
    pub episode: EpisodeKind,
    /// When.
    pub at: EventTime,
    /// When it began, where an end finds none open.
    pub begun: EventTime,
    /// The child's own date.
    pub own_date: Option<NaiveDate>,
    /// Details, several choices joined by commas.
    pub details: BTreeMap<String, String>,
}

/// What filing these answers does to the episodes of a child, in the order of the form's marks.
/// `answers` are as a record keeps them; `event` is when it happened.
#[must_use]
pub fn episode_changes(form: &Form, answers: &Answers, child: &ChildOnForm, event: EventTime) -> Vec<EpisodeChange> {
    let of = OfChild { form, answers, child, event };
    form.definition().episodes.iter().filter_map(|mark| of.change(mark)).collect()
}

/// The form's notices that hold for a draft, as far as its answers can be read.
#[must_use]
pub fn notices<'a>(
    form: &'a Form,
    answers: &Answers,
    children: &[ChildOnForm],
    now: DateTime<FixedOffset>,
) -> Vec<&'a str> {
    let all = &form.definition().notices;
    if all.is_empty() {
        return Vec::new();
    }
    let settled = settle(form, &examine(form, answers, children, now));
    let event = crate::event_time(form, &settled).unwrap_or(EventTime { date: now.date_naive(), time: None });
    let nobody = ChildOnForm { id: String::new(), name: String::new(), born: None, status: None };
    let asked = if children.is_empty() { std::slice::from_ref(&nobody) } else { children };
    let holds = |when: Option<&Condition>| {
        asked.iter().any(|child| OfChild { form, answers: &settled, child, event }.holds(when))
    };
    all.iter().filter(|notice| holds(notice.when.as_ref())).map(|notice| notice.text.as_str()).collect()
}

/// The answers as one child's part of the form sees them.
struct OfChild<'a> {
    form: &'a Form,
    answers: &'a Answers,
    child: &'a ChildOnForm,
    event: EventTime,
}

impl<'a> OfChild<'a> {
    fn change(&self, mark: &EpisodeMark) -> Option<EpisodeChange> {
        if !self.holds(mark.only_if.as_ref()) {
            return None;
        }
        let at = self.time(mark.date.as_deref(), mark.time.as_deref())?;
        let begun = mark.begun.as_deref().and_then(|date| self.time(Some(date), mark.begun_time.as_deref()));
        let (whole, own) = self.known();
        let sight = Sight { own: Some(&own), whole: &whole };
        let mut details = mark.set.clone();
        for (name, question) in &mark.details {
            details.extend(self.value(question).and_then(code).map(|code| (name.clone(), code)));
        }
        Some(EpisodeChange {
            act: mark.act,
            episode: mark.episode,
            at,
            begun: begun.unwrap_or(at),
            own_date: mark.own_date.as_deref().and_then(|question| sight.day(question)),
            details,
        })
    }

    /// When a date question says; on the day of the event where it is known only roughly.
    fn time(&self, date: Option<&str>, time: Option<&str>) -> Option<EventTime> {
        let Some(date) = date else { return Some(self.event) };
        let (whole, own) = self.known();
        let sight = Sight { own: Some(&own), whole: &whole };
        if !matches!(given(self.value(date)?), Given::Answer(_)) {
            return None;
        }
        let Some(day) = sight.day(date) else { return Some(self.event) };
        let time = time.and_then(|question| typed::time(self.value(question)?).ok());
        let of_event = (time.is_none() && self.form.definition().event_time.as_ref()?.question == date)
            .then_some(self.event.time)
            .flatten();
        Some(EventTime { date: day, time: time.or(of_event) })
    }

    fn holds(&self, condition: Option<&Condition>) -> bool {
        let Some(condition) = condition else { return true };
        let (whole, own) = self.known();
        let sight = Sight { own: Some(&own), whole: &whole };
        condition.holds(&|id, test| sight.passes(id, test), &|test| self.child.passes(test, self.event.date))
    }

    fn value(&self, question: &str) -> Option<&'a Value> {
        if let Some(value) = self.answers.get(question) {
            return Some(value);
        }
        let holds = |outer: &&Question| outer.kind.inner().unwrap_or_default().iter().any(|inner| inner.id == question);
        let mut all = self.form.definition().sections.iter().flat_map(|section| &section.questions);
        let container = all.find(|outer| matches!(outer.kind, Kind::EachChild { .. }) && holds(outer))?;
        of_child(self.answers.get(&container.id)?, &self.child.id)?.get(question)
    }

    /// What is known of the form as a whole, and of the child.
    fn known(&self) -> (KnownAnswers<'a>, KnownAnswers<'a>) {
        let (mut whole, mut own) = (KnownAnswers::new(), KnownAnswers::new());
        for question in self.form.definition().sections.iter().flat_map(|section| &section.questions) {
            put(&mut whole, question, self.answers.get(&question.id));
            if let Kind::EachChild { questions } = &question.kind {
                for inner in questions {
                    put(&mut own, inner, self.value(&inner.id));
                }
            }
        }
        (whole, own)
    }
}

fn put<'a>(known: &mut KnownAnswers<'a>, question: &'a Question, value: Option<&'a Value>) {
    let Some(value) = value else { return };
    let found = match (&question.kind, given(value)) {
        (Kind::Calculated(_), _) => value.as_number().cloned().map(Known::Worked),
        (_, Given::Answer(value)) => Some(Known::Answer(question, value)),
        _ => None,
    };
    known.extend(found.map(|found| (question.id.as_str(), found)));
}

/// What stands for an answer in an episode's details.
fn code(value: &Value) -> Option<String> {
    if let Some(choices) = value.get("choices").and_then(Value::as_array) {
        let ids: Vec<&str> = choices.iter().filter_map(Value::as_str).collect();
        return (!ids.is_empty()).then(|| ids.join(","));
    }
    let text = value.get("choice").unwrap_or(value).as_str().map(str::trim);
    text.filter(|text| !text.is_empty()).map(str::to_owned)
}
