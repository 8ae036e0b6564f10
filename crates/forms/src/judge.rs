use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use crate::{
    answers::{Given, NOT_KNOWN_BECAUSE, given, is_blank, item, items},
    child::ChildOnForm,
    definition::{DateRules, EventTimeFrom, Group, Kind},
    form::Form,
    path::QuestionPath,
    problem::ProblemCode,
    route::Asked,
    typed,
    typed_date::{self, TypedDate},
    typed_duration,
};

mod attached;
mod choices;
mod drawn;
mod grid;
mod number;
mod text;

/// What is filed for one question, nothing, or why it cannot be.
pub(crate) type Verdict = Result<Option<Value>, ProblemCode>;

/// Judges answers one after the other, in the order asked.
pub(crate) struct Judge<'a> {
    form: &'a Form,
    children: &'a [ChildOnForm],
    event: Option<&'a EventTimeFrom>,
    /// Now, by the wall clock of the place.
    now: NaiveDateTime,
    /// The latest moment that an event may have.
    latest: NaiveDateTime,
    /// Days answered so far, which later days may not come before.
    days: HashMap<QuestionPath, TypedDate>,
}

impl<'a> Judge<'a> {
    pub fn new(form: &'a Form, children: &'a [ChildOnForm], now: NaiveDateTime, latest: NaiveDateTime) -> Self {
        let event = form.definition().event_time.as_ref();
        Self { form, children, event, now, latest, days: HashMap::new() }
    }

    pub fn judge(&mut self, asked: &Asked<'_>) -> Verdict {
        let is_event_date = self.event.is_some_and(|event| event.question == asked.question.id);
        match given(asked.value) {
            _ if asked.question.kind.is_shown_only() => Ok(worked_out(asked)),
            Given::AsImported(_) => Err(ProblemCode::NotUnderstood),
            // Only its own check can tell an empty list of items from an empty answer.
            _ if matches!(asked.question.kind, Kind::EachChild { .. }) => self.each_child(asked),
            Given::NotKnown(_) if is_event_date => Err(ProblemCode::EventDateMissing),
            Given::NotKnown(reason) => Ok(Some(json!({ NOT_KNOWN_BECAUSE: reason }))),
            Given::Nothing if is_event_date => Err(ProblemCode::EventDateMissing),
            Given::Nothing if must(asked) => Err(ProblemCode::Missing),
            Given::Nothing => Ok(None),
            Given::Answer(value) => self.answer(asked, value),
        }
    }

    fn answer(&mut self, asked: &Asked<'_>, value: &Value) -> Verdict {
        let filed = match &asked.question.kind {
            Kind::ShortText(rules) => text::text(self.form, value, rules, str::trim)?,
            Kind::LongText(rules) => text::text(self.form, value, rules, |typed| typed)?,
            Kind::OneChoice(choices) | Kind::DropDown(choices) => {
                choices::check_children(value, choices, self.children)?;
                choices::one_choice(value, choices)?
            }
            Kind::ManyChoices(choices) => {
                choices::check_children(value, choices, self.children)?;
                choices::many_choices(value, choices)?
            }
            Kind::Scale(scale) => number::level(value, scale.low, scale.high)?,
            Kind::Rating(rating) => number::level(value, 1, rating.levels)?,
            Kind::ChoiceGrid(rules) => grid::choice_grid(value, rules, must(asked))?,
            Kind::TickGrid(rules) => grid::tick_grid(value, rules, must(asked))?,
            Kind::Date(rules) => self.date(asked, value, rules)?,
            Kind::Time => self.time(asked, value)?,
            Kind::Duration => json!(typed_duration::filed(typed_duration::duration(value)?)),
            Kind::YesNo if value == "yes" || value == "no" => value.clone(),
            Kind::YesNo => return Err(ProblemCode::NotUnderstood),
            Kind::Number(rules) => number::number(value, rules)?,
            Kind::Person => attached::person(value)?,
            Kind::Team => json!(value.as_str().ok_or(ProblemCode::NotUnderstood)?.trim()),
            Kind::Upload(rules) => attached::files(value, rules)?,
            Kind::Drawing => drawn::drawing(value)?,
            Kind::BodyMap => drawn::body_map(value)?,
            Kind::Signature => drawn::signature(value)?,
            Kind::Group(group) => return check_group(value, group, must(asked)),
            Kind::EachChild { .. } | Kind::Calculated(_) | Kind::Statement | Kind::Image(_) => return Ok(None),
        };
        Ok(Some(filed))
    }

    /// Only children on the form count: what stands under another is no longer asked.
    fn each_child(&self, asked: &Asked<'_>) -> Verdict {
        let readable = asked.value.is_object() || is_blank(asked.value);
        let sound = self.children.iter().all(|child| {
            let about = asked.value.get(&child.id);
            about.is_none_or(|about| about.is_object() || is_blank(about))
        });
        if readable && sound { Ok(None) } else { Err(ProblemCode::NotUnderstood) }
    }

    fn date(&mut self, asked: &Asked<'_>, value: &Value, rules: &DateRules) -> Result<Value, ProblemCode> {
        let date = typed_date::read(value, rules)?;
        self.days.insert(asked.path.clone(), date);
        let is_event = self.event.is_some_and(|event| event.question == asked.question.id);
        if rules.not_in_future || is_event {
            if date.first().is_some_and(|day| day > self.latest.date()) {
                return Err(ProblemCode::DateInFuture);
            }
            if let TypedDate::Moment(moment) = date
                && moment > self.latest
            {
                return Err(ProblemCode::TimeInFuture);
            }
        }
        if rules.not_in_past && date.last().is_some_and(|day| day < self.now.date()) {
            return Err(ProblemCode::DateInPast);
        }
        if let Some(other) = &rules.not_before_question
            && self.date_near(asked, other).is_some_and(|earliest| is_before(date, earliest))
        {
            let other = self.form.question(other).map_or("", |q| q.text.as_str());
            return Err(ProblemCode::DateBefore { other: other.to_owned() });
        }
        Ok(json!(date.filed()))
    }

    /// The day answered for the same child or item, or else for the form.
    fn date_near(&self, asked: &Asked<'_>, question: &str) -> Option<TypedDate> {
        let near = asked.path.inside.as_ref().and_then(|inside| {
            let path = QuestionPath::inner(&asked.path.question, &inside.item, question);
            self.days.get(&path)
        });
        near.or_else(|| self.days.get(&QuestionPath::top(question))).copied()
    }

    fn time(&self, asked: &Asked<'_>, value: &Value) -> Result<Value, ProblemCode> {
        let time = typed::time(value)?;
        if let Some(event) = self.event
            && event.time_question.as_ref() == Some(&asked.question.id)
        {
            let day = self.days.get(&QuestionPath::top(&event.question)).and_then(TypedDate::day);
            // A date in the future is told at the date, once.
            if day.is_some_and(|day| day <= self.latest.date() && day.and_time(time) > self.latest) {
                return Err(ProblemCode::TimeInFuture);
            }
        }
        Ok(json!(time.format("%H:%M").to_string()))
    }
}

/// Only what is sure: a month may still hold a day that is not before.
fn is_before(date: TypedDate, earliest: TypedDate) -> bool {
    if let (TypedDate::Moment(date), TypedDate::Moment(earliest)) = (date, earliest) {
        return date < earliest;
    }
    date.last().zip(earliest.first()).is_some_and(|(last, first)| last < first)
}

/// Whether an answer or a reason is needed here. A row that nobody has filled asks for nothing.
fn must(asked: &Asked<'_>) -> bool {
    asked.question.required && !asked.item.is_some_and(|item| item.blank)
}

/// A row that nobody has filled is not filed, not even with what can be worked out in it.
fn worked_out(asked: &Asked<'_>) -> Option<Value> {
    let blank = asked.item.is_some_and(|item| item.blank);
    asked.worked.clone().filter(|_| !blank).map(Value::Number)
}

/// Its items are judged question by question; here only the list itself.
fn check_group(value: &Value, group: &Group, must: bool) -> Verdict {
    let Some(all) = value.as_array() else {
        return Err(ProblemCode::NotUnderstood);
    };
    let items = items(value);
    let readable = all.iter().all(|one| item(one).is_some() || is_blank(one));
    let mut ids = BTreeSet::new();
    if !readable || !items.iter().all(|(id, _)| ids.insert(*id)) {
        return Err(ProblemCode::NotUnderstood);
    }
    let filled = items.iter().filter(|(_, answers)| !answers.values().all(is_blank)).count();
    let filled = u32::try_from(filled).unwrap_or(u32::MAX);
    match (group.at_most, group.at_least) {
        (Some(max), _) if filled > max => Err(ProblemCode::TooManyItems { max }),
        _ if must && filled == 0 => Err(ProblemCode::Missing),
        (_, Some(min)) if must && filled < min => Err(ProblemCode::TooFewItems { min }),
        _ => Ok(None),
    }
}
