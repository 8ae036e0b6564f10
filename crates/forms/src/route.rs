use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::{
    answers::{Answers, Given, given, is_blank, items, of_child},
    condition::Condition,
    definition::{Definition, END, Group, Kind, Question, Section},
    path::QuestionPath,
};

/// A child that the form is about.
#[derive(Clone, PartialEq, Eq)]
pub struct ChildOnForm {
    /// The person's id, as answers name it.
    pub id: String,
    /// The name as shown.
    pub name: String,
}

/// Only the id: a name never goes to a log.
impl std::fmt::Debug for ChildOnForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ChildOnForm({})", self.id)
    }
}

/// One question that is asked, at one place.
pub(crate) struct Asked<'a> {
    pub section: &'a Section,
    pub question: &'a Question,
    pub path: QuestionPath,
    /// What stands there; null if nothing does.
    pub value: &'a Value,
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

static NOTHING: Value = Value::Null;

type Known<'a> = BTreeMap<&'a str, &'a Value>;

struct Walker<'a> {
    answers: &'a Answers,
    children: &'a [ChildOnForm],
    /// Answers to questions that are asked: conditions see no others.
    known: Known<'a>,
    asked: Vec<Asked<'a>>,
}

/// Follows the form from its first section.
pub(crate) fn route<'a>(definition: &'a Definition, answers: &'a Answers, children: &'a [ChildOnForm]) -> Route<'a> {
    let mut walker = Walker { answers, children, known: Known::new(), asked: Vec::new() };
    let mut sections = Vec::with_capacity(definition.sections.len());
    let mut next = definition.sections.first().map(|s| s.id.as_str());
    for (index, section) in definition.sections.iter().enumerate() {
        // Ways only lead forward, so one pass over the file meets every stop.
        if next != Some(section.id.as_str()) {
            sections.push((section, false));
            continue;
        }
        let before = walker.asked.len();
        let following = definition.sections.get(index + 1).map(|s| s.id.as_str());
        next = section.after.as_deref().or(following);
        if holds(section.when.as_ref(), &[&walker.known])
            && let Some(jump) = walker.section(section)
        {
            next = Some(jump);
        }
        if next == Some(END) {
            next = None;
        }
        sections.push((section, walker.asked.len() > before));
    }
    Route { sections, asked: walker.asked }
}

fn holds(condition: Option<&Condition>, known: &[&Known<'_>]) -> bool {
    let look_up = |id: &str| known.iter().find_map(|some| some.get(id).copied());
    condition.is_none_or(|condition| condition.holds(&look_up))
}

fn answer(value: &Value) -> Option<&Value> {
    match given(value) {
        Given::Answer(value) => Some(value),
        Given::Nothing | Given::NotKnown(_) => None,
    }
}

impl<'a> Walker<'a> {
    /// Asks a section's questions and tells the section that an answer jumps to.
    fn section(&mut self, section: &'a Section) -> Option<&'a str> {
        let mut jump = None;
        for question in &section.questions {
            if !holds(question.when.as_ref(), &[&self.known]) {
                continue;
            }
            let value = self.answers.get(&question.id).unwrap_or(&NOTHING);
            self.asked.push(Asked {
                section,
                question,
                path: QuestionPath::top(&question.id),
                value,
                child: None,
                item: None,
            });
            let any = match &question.kind {
                Kind::EachChild { questions } => self.each_child(section, question, questions),
                Kind::Group(group) => self.group(section, question, group),
                _ => answer(value).is_some(),
            };
            if any {
                self.known.insert(&question.id, value);
                jump = jump.or_else(|| target(question, value));
            }
        }
        jump
    }

    fn each_child(&mut self, section: &'a Section, question: &'a Question, inner: &'a [Question]) -> bool {
        let value = self.answers.get(&question.id).unwrap_or(&NOTHING);
        let mut any = false;
        let mut seen = BTreeSet::new();
        for child in self.children.iter().filter(|child| seen.insert(&child.id)) {
            let about = of_child(value, &child.id);
            any |= about.is_some_and(|answers| !answers.values().all(is_blank));
            self.inside(inner, about, |one, value| Asked {
                section,
                question: one,
                path: QuestionPath::inner(&question.id, &child.id, &one.id),
                value,
                child: Some(child),
                item: None,
            });
        }
        any
    }

    fn group(&mut self, section: &'a Section, question: &'a Question, group: &'a Group) -> bool {
        let value = self.answers.get(&question.id).unwrap_or(&NOTHING);
        let mut any = false;
        for ((id, answers), number) in items(value).into_iter().zip(1..) {
            let item = Item { name: &group.item_name, number, blank: answers.values().all(is_blank) };
            any |= !item.blank;
            self.inside(&group.questions, Some(answers), |one, value| Asked {
                section,
                question: one,
                path: QuestionPath::inner(&question.id, id, &one.id),
                value,
                child: None,
                item: Some(item),
            });
        }
        any
    }

    /// Asks inner questions for one child or item, with conditions that see its own answers first.
    fn inside(
        &mut self,
        questions: &'a [Question],
        answers: Option<&'a Map<String, Value>>,
        asked: impl Fn(&'a Question, &'a Value) -> Asked<'a>,
    ) {
        let mut own = Known::new();
        for question in questions {
            if !holds(question.when.as_ref(), &[&own, &self.known]) {
                continue;
            }
            let value = answers.and_then(|answers| answers.get(&question.id)).unwrap_or(&NOTHING);
            if let Some(value) = answer(value) {
                own.insert(&question.id, value);
            }
            self.asked.push(asked(question, value));
        }
    }
}

fn target<'a>(question: &'a Question, value: &Value) -> Option<&'a str> {
    let chosen = value.get("choice")?.as_str()?;
    let choices = &question.kind.choices()?.choices;
    choices.iter().find(|choice| choice.id == chosen)?.go_to.as_deref()
}
