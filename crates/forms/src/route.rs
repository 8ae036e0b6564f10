use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::{Map, Number, Value};

use crate::{
    answers::{Answers, Given, given, is_blank, items, of_child},
    child::ChildOnForm,
    condition::{ChildTest, Condition},
    definition::{END, Group, Kind, Question, Section},
    file::event_time,
    form::Form,
    known::{Known, KnownAnswers, Sight},
    path::QuestionPath,
    work_out::{Days, work_out},
};

/// One question that is asked, at one place.
pub(crate) struct Asked<'a> {
    pub section: &'a Section,
    /// Its place among the form's sections.
    pub section_index: usize,
    pub question: &'a Question,
    pub path: QuestionPath,
    /// What stands there; null if nothing does.
    pub value: &'a Value,
    /// For a calculated question, what it comes to.
    pub worked: Option<Number>,
    pub child: Option<&'a ChildOnForm>,
    pub item: Option<Item<'a>>,
}

/// The item of a group that a question is about.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    pub name: &'a str,
    /// Its place in the list, from 1.
    pub number: usize,
    /// Nothing is in it yet: it is shown, but asks for nothing and is not filed.
    pub blank: bool,
}

/// The way through a form that some answers lead.
pub(crate) struct Route<'a> {
    /// All sections in file order, and whether anything in them is asked.
    pub sections: Vec<(&'a Section, bool)>,
    /// In the order asked; a question that holds others comes before them.
    pub asked: Vec<Asked<'a>>,
}

/// How the answers are to be taken.
#[derive(Clone, Copy)]
pub(crate) enum Taken {
    /// Of a draft, as things stand on this day.
    On(NaiveDate),
    /// Of a record. The child has grown since, and today is another day: what was worked out stands
    /// among the answers. Whatever is answered was asked: an imported answer that could not be read
    /// leads nowhere, and must not hide those after it.
    AsFiled,
}

static NOTHING: Value = Value::Null;

struct Walker<'a> {
    answers: &'a Answers,
    children: &'a [ChildOnForm],
    /// None for a record.
    days: Option<Days>,
    known: KnownAnswers<'a>,
    asked: Vec<Asked<'a>>,
}

/// Where a question stands among others.
#[derive(Clone, Copy)]
struct Place<'a> {
    section: &'a Section,
    section_index: usize,
    child: Option<&'a ChildOnForm>,
    item: Option<Item<'a>>,
}

/// Follows the form from its first section.
pub(crate) fn route<'a>(form: &'a Form, answers: &'a Answers, children: &'a [ChildOnForm], taken: Taken) -> Route<'a> {
    let days = match taken {
        Taken::AsFiled => None,
        Taken::On(today) => Some(Days { today, event: event_time(form, answers).map_or(today, |event| event.date) }),
    };
    let mut walker = Walker { answers, children, days, known: KnownAnswers::new(), asked: Vec::new() };
    let all = &form.definition().sections;
    let mut sections = Vec::with_capacity(all.len());
    let mut next = all.first().map(|s| s.id.as_str());
    for (index, section) in all.iter().enumerate() {
        // Ways only lead forward, so one pass over the file meets every stop.
        let on_the_way = next == Some(section.id.as_str());
        let answered = || section.questions.iter().any(|question| !is_blank(walker.value(&question.id)));
        let is_shown = on_the_way || (walker.days.is_none() && answered());
        if !is_shown {
            sections.push((section, false));
            continue;
        }
        let before = walker.asked.len();
        let jump = if walker.holds(section.when.as_ref(), None, None, answered) {
            walker.section(section, index)
        } else {
            None
        };
        if on_the_way {
            let following = all.get(index + 1).map(|s| s.id.as_str());
            next = jump.or(section.after.as_deref()).or(following).filter(|next| *next != END);
        }
        sections.push((section, walker.asked.len() > before));
    }
    Route { sections, asked: walker.asked }
}

fn is_answer(value: &Value) -> bool {
    matches!(given(value), Given::Answer(_))
}

impl<'a> Walker<'a> {
    fn value(&self, question: &str) -> &'a Value {
        self.answers.get(question).unwrap_or(&NOTHING)
    }

    fn holds(
        &self,
        condition: Option<&Condition>,
        own: Option<&KnownAnswers<'a>>,
        child: Option<&ChildOnForm>,
        answered: impl FnOnce() -> bool,
    ) -> bool {
        let Some(condition) = condition else { return true };
        let Some(days) = self.days else {
            return answered() || (!condition.looks_at_child() && self.test(condition, own, &|_| false));
        };
        self.test(condition, own, &|test: &ChildTest| match child {
            Some(child) => child.passes(test, days.event),
            None => self.children.iter().any(|child| child.passes(test, days.event)),
        })
    }

    fn test(&self, condition: &Condition, own: Option<&KnownAnswers<'a>>, child: &dyn Fn(&ChildTest) -> bool) -> bool {
        let sight = Sight { own, whole: &self.known };
        condition.holds(&|id, test| sight.passes(id, test), child)
    }

    /// What is known of one answer, and what it comes to if it is worked out.
    fn know(
        &self,
        question: &'a Question,
        value: &'a Value,
        own: Option<&KnownAnswers<'a>>,
        child: Option<&ChildOnForm>,
    ) -> (Option<Known<'a>>, Option<Number>) {
        let Kind::Calculated(calculation) = &question.kind else {
            return (is_answer(value).then_some(Known::Answer(question, value)), None);
        };
        let worked = match self.days {
            Some(days) => work_out(calculation, Sight { own, whole: &self.known }, child, days),
            None => value.as_number().cloned(),
        };
        (worked.clone().map(Known::Worked), worked)
    }

    /// Asks a section's questions and tells the section that an answer jumps to.
    fn section(&mut self, section: &'a Section, section_index: usize) -> Option<&'a str> {
        let mut jump = None;
        let place = Place { section, section_index, child: None, item: None };
        for question in &section.questions {
            let value = self.value(&question.id);
            if !self.holds(question.when.as_ref(), None, None, || !is_blank(value)) {
                continue;
            }
            let (known, worked) = self.know(question, value, None, None);
            self.asked.push(asked(place, question, QuestionPath::top(&question.id), value, worked));
            let known = match &question.kind {
                Kind::EachChild { questions } => {
                    self.each_child(place, question, questions).then_some(Known::Answer(question, value))
                }
                Kind::Group(group) => self.group(place, question, group).then_some(Known::Answer(question, value)),
                _ => known,
            };
            if let Some(known) = known {
                self.known.insert(&question.id, known);
                jump = jump.or_else(|| target(question, value));
            }
        }
        jump
    }

    fn each_child(&mut self, place: Place<'a>, question: &'a Question, inner: &'a [Question]) -> bool {
        let value = self.value(&question.id);
        let mut any = false;
        let mut seen = HashSet::new();
        for child in self.children.iter().filter(|child| seen.insert(&child.id)) {
            let about = of_child(value, &child.id);
            any |= about.is_some_and(|answers| !answers.values().all(is_blank));
            let place = Place { child: Some(child), ..place };
            self.inside(place, inner, about, |one| QuestionPath::inner(&question.id, &child.id, one));
        }
        any
    }

    fn group(&mut self, place: Place<'a>, question: &'a Question, group: &'a Group) -> bool {
        let value = self.value(&question.id);
        let mut any = false;
        for ((id, answers), number) in items(value).into_iter().zip(1..) {
            let item = Item { name: &group.item_name, number, blank: answers.values().all(is_blank) };
            any |= !item.blank;
            let place = Place { item: Some(item), ..place };
            self.inside(place, &group.questions, Some(answers), |one| QuestionPath::inner(&question.id, id, one));
        }
        any
    }

    /// Asks inner questions for one child or item, with conditions that see its own answers first.
    fn inside(
        &mut self,
        place: Place<'a>,
        questions: &'a [Question],
        answers: Option<&'a Map<String, Value>>,
        path: impl Fn(&str) -> QuestionPath,
    ) {
        let mut own = KnownAnswers::new();
        for question in questions {
            let value = answers.and_then(|answers| answers.get(&question.id)).unwrap_or(&NOTHING);
            if !self.holds(question.when.as_ref(), Some(&own), place.child, || !is_blank(value)) {
                continue;
            }
            let (known, worked) = self.know(question, value, Some(&own), place.child);
            if let Some(known) = known {
                own.insert(&question.id, known);
            }
            self.asked.push(asked(place, question, path(&question.id), value, worked));
        }
    }
}

fn asked<'a>(
    place: Place<'a>,
    question: &'a Question,
    path: QuestionPath,
    value: &'a Value,
    worked: Option<Number>,
) -> Asked<'a> {
    let Place { section, section_index, child, item } = place;
    Asked { section, section_index, question, path, value, worked, child, item }
}

fn target<'a>(question: &'a Question, value: &Value) -> Option<&'a str> {
    let chosen = value.get("choice")?.as_str()?;
    let choices = &question.kind.choices()?.choices;
    choices.iter().find(|choice| choice.id == chosen)?.go_to.as_deref()
}
