use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Map, Value, json};

use crate::{
    answers::{Given, NOT_KNOWN_BECAUSE, chooses, given, is_blank, item, items},
    definition::{Choice, Choices, DateRules, EventTimeFrom, Group, Kind, NumberRules, TextRules},
    form::Form,
    path::QuestionPath,
    problem::ProblemCode,
    route::{Asked, ChildOnForm},
    typed,
};

/// What is filed for one question, nothing, or why it cannot be.
pub(crate) type Verdict = Result<Option<Value>, ProblemCode>;

/// Judges answers one after the other, in the order asked.
pub(crate) struct Judge<'a> {
    form: &'a Form,
    children: &'a [ChildOnForm],
    event: &'a EventTimeFrom,
    /// The latest moment that an event may have, by the wall clock of the place.
    latest: NaiveDateTime,
    /// Days answered so far, which later days may not come before.
    days: BTreeMap<QuestionPath, NaiveDate>,
}

impl<'a> Judge<'a> {
    pub fn new(form: &'a Form, children: &'a [ChildOnForm], latest: NaiveDateTime) -> Self {
        Self { form, children, event: &form.definition().event_time, latest, days: BTreeMap::new() }
    }

    pub fn judge(&mut self, asked: &Asked<'_>) -> Verdict {
        let is_event_date = asked.question.id == self.event.question;
        match given(asked.value) {
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
            Kind::ShortText(rules) => text(value, rules, str::trim)?,
            Kind::LongText(rules) => text(value, rules, |typed| typed)?,
            Kind::OneChoice(choices) | Kind::DropDown(choices) => {
                self.check_children(value, choices)?;
                one_choice(value, choices)?
            }
            Kind::ManyChoices(choices) => many_choices(value, choices)?,
            Kind::Date(rules) => self.date(asked, value, rules)?,
            Kind::Time => self.time(asked, value)?,
            Kind::YesNo if value == "yes" || value == "no" => value.clone(),
            Kind::YesNo => return Err(ProblemCode::NotUnderstood),
            Kind::Number(rules) => number(value, rules)?,
            Kind::Person => person(value)?,
            Kind::EachChild { .. } => return Ok(None),
            Kind::Group(group) => return check_group(value, group, must(asked)),
        };
        Ok(Some(filed))
    }

    fn check_children(&self, value: &Value, choices: &Choices) -> Result<(), ProblemCode> {
        let said = |choice: &Choice| choice.needs_child && chooses(value, &choice.id);
        if self.children.is_empty() && choices.choices.iter().any(said) {
            return Err(ProblemCode::NoChildren);
        }
        Ok(())
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
        let day = typed::date(value)?;
        self.days.insert(asked.path.clone(), day);
        let no_future = rules.not_in_future || asked.question.id == self.event.question;
        if no_future && day > self.latest.date() {
            return Err(ProblemCode::DateInFuture);
        }
        if let Some(other) = &rules.not_before_question
            && self.day_near(asked, other).is_some_and(|earliest| day < earliest)
        {
            let other = self.form.question(other).map_or("", |q| q.text.as_str());
            return Err(ProblemCode::DateBefore { other: other.to_owned() });
        }
        Ok(json!(day))
    }

    /// The day answered for the same child or item, or else for the form.
    fn day_near(&self, asked: &Asked<'_>, question: &str) -> Option<NaiveDate> {
        let near = asked.path.inside.as_ref().and_then(|inside| {
            let path = QuestionPath::inner(&asked.path.question, &inside.item, question);
            self.days.get(&path)
        });
        near.or_else(|| self.days.get(&QuestionPath::top(question))).copied()
    }

    fn time(&self, asked: &Asked<'_>, value: &Value) -> Result<Value, ProblemCode> {
        let time = typed::time(value)?;
        let is_event = self.event.time_question.as_ref() == Some(&asked.question.id);
        let day = self.days.get(&QuestionPath::top(&self.event.question));
        if is_event && day.is_some_and(|day| day.and_time(time) > self.latest) {
            // A date in the future is told at the date, once.
            if day.is_some_and(|day| *day <= self.latest.date()) {
                return Err(ProblemCode::TimeInFuture);
            }
        }
        Ok(json!(time.format("%H:%M").to_string()))
    }
}

/// Whether an answer or a reason is needed here. A row that nobody has filled asks for nothing.
fn must(asked: &Asked<'_>) -> bool {
    asked.question.required && !asked.item.is_some_and(|item| item.blank)
}

fn text(value: &Value, rules: &TextRules, tidy: fn(&str) -> &str) -> Result<Value, ProblemCode> {
    let typed = tidy(value.as_str().ok_or(ProblemCode::NotUnderstood)?);
    let length = u32::try_from(typed.chars().count()).unwrap_or(u32::MAX);
    match rules.max_length {
        Some(max) if length > max => Err(ProblemCode::TooLong { max, over: length - max }),
        _ => Ok(json!(typed)),
    }
}

fn own_words<'a>(value: &'a Value, choices: &Choices) -> Result<Option<&'a str>, ProblemCode> {
    match value.get("other") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) if choices.other => Ok(Some(text.trim())),
        Some(Value::String(_)) => Err(ProblemCode::UnknownChoice),
        Some(_) => Err(ProblemCode::NotUnderstood),
    }
}

fn one_choice(value: &Value, choices: &Choices) -> Result<Value, ProblemCode> {
    match value.get("choice") {
        None | Some(Value::Null) => {}
        Some(Value::String(id)) if id.is_empty() => {}
        Some(Value::String(id)) if choices.label(id).is_some() => {
            return Ok(json!({ "choice": id }));
        }
        Some(Value::String(_)) => return Err(ProblemCode::UnknownChoice),
        Some(_) => return Err(ProblemCode::NotUnderstood),
    }
    match own_words(value, choices)? {
        Some(text) => Ok(json!({ "other": text })),
        None => Err(ProblemCode::NotUnderstood),
    }
}

fn many_choices(value: &Value, choices: &Choices) -> Result<Value, ProblemCode> {
    let chosen: Vec<&str> = match value.get("choices") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(ids)) => {
            ids.iter().map(|id| id.as_str().ok_or(ProblemCode::NotUnderstood)).collect::<Result<_, _>>()?
        }
        Some(_) => return Err(ProblemCode::NotUnderstood),
    };
    if chosen.iter().any(|id| choices.label(id).is_none()) {
        return Err(ProblemCode::UnknownChoice);
    }
    let other = own_words(value, choices)?;
    // In the order of the form, so that ticking in another order files the same bytes.
    let ordered: Vec<_> = choices.choices.iter().filter(|choice| chosen.contains(&choice.id.as_str())).collect();
    let together = ordered.len() + usize::from(other.is_some());
    if together == 0 {
        return Err(ProblemCode::NotUnderstood);
    }
    if together > 1
        && let Some(alone) = ordered.iter().find(|choice| choice.exclusive)
    {
        return Err(ProblemCode::NotTogether { choice: alone.label.clone() });
    }
    let mut filed = Map::new();
    let ids: Vec<_> = ordered.iter().map(|choice| &choice.id).collect();
    filed.insert("choices".to_owned(), json!(ids));
    if let Some(text) = other {
        filed.insert("other".to_owned(), json!(text));
    }
    Ok(Value::Object(filed))
}

fn number(value: &Value, rules: &NumberRules) -> Result<Value, ProblemCode> {
    let number = typed::number(value)?;
    if rules.whole && !number.is_i64() {
        return Err(ProblemCode::NotWhole);
    }
    let is_below = |limit: i64| match number.as_i64() {
        Some(whole) => whole < limit,
        None => number.as_f64().is_some_and(|x| x < as_float(limit)),
    };
    let is_above = |limit: i64| match number.as_i64() {
        Some(whole) => whole > limit,
        None => number.as_f64().is_some_and(|x| x > as_float(limit)),
    };
    match (rules.min, rules.max) {
        (Some(min), _) if is_below(min) => Err(ProblemCode::NumberBelow { min }),
        (_, Some(max)) if is_above(max) => Err(ProblemCode::NumberAbove { max }),
        _ => Ok(Value::Number(number)),
    }
}

/// Limits in forms are small; a float holds them exactly.
#[allow(clippy::cast_precision_loss)]
fn as_float(limit: i64) -> f64 {
    limit as f64
}

fn person(value: &Value) -> Result<Value, ProblemCode> {
    let part = |key: &str| {
        let text = value.get(key).and_then(Value::as_str).unwrap_or("").trim();
        (!text.is_empty()).then_some(text)
    };
    match (part("person"), part("name")) {
        (Some(id), Some(name)) => Ok(json!({ "person": id, "name": name })),
        (Some(id), None) => Ok(json!({ "person": id })),
        (None, Some(name)) => Ok(json!({ "name": name })),
        (None, None) => Err(ProblemCode::NotUnderstood),
    }
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
    match group.at_most {
        Some(max) if u32::try_from(filled).unwrap_or(u32::MAX) > max => Err(ProblemCode::TooManyItems { max }),
        _ if must && filled == 0 => Err(ProblemCode::Missing),
        _ => Ok(None),
    }
}
