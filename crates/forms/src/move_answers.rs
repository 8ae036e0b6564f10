//! A draft goes on with a newer version of its form, and nothing typed is lost on the way.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

use crate::{
    answers::{Answers, Given, given, is_blank, item},
    by_id::{Standing, by_id, in_order},
    child::ChildOnForm,
    definition::Kind,
    fit::{Fit, fit},
    form::Form,
    path::QuestionPath,
    sheet::{item_name, readable},
};

/// A draft on the newer version, and what became of each answer. Every answer is in exactly one of
/// `kept`, `moved` and `changed`, or in `no_longer_asked`; a tick-box or grid answer may be parted
/// between the two.
#[derive(Clone, Default, PartialEq, Serialize)]
pub struct Moved {
    /// The draft's answers from now on.
    pub answers: Answers,
    /// In the same place, under the same wording.
    pub kept: Vec<MovedAnswer>,
    /// In another section, or under another wording.
    pub moved: Vec<MovedAnswer>,
    /// Carried, but to be looked at: the question is of another kind, or the answer now reads
    /// otherwise, such as a choice that was reworded.
    pub changed: Vec<MovedAnswer>,
    /// Not in the draft any more. The caller keeps them with it.
    pub no_longer_asked: Vec<LeftBehind>,
    /// What the newer version asks in addition: the section's heading and the question.
    pub added: Vec<(String, String)>,
}

/// An answer that stands in the draft on the newer version.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct MovedAnswer {
    /// Where it stands now.
    pub path: QuestionPath,
    /// The child or item that it is about, by name.
    pub about: Option<String>,
    /// Heading of the section in the older version; empty if that version did not ask it.
    pub old_section: String,
    /// Heading of the section in the newer version.
    pub new_section: String,
    /// Wording in the older version.
    pub old_question: String,
    /// Wording in the newer version.
    pub new_question: String,
    /// The answer in words, as the older version reads it.
    pub answer: String,
}

/// An answer that the newer version has no place for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftBehind {
    /// Where it stood.
    #[serde(deserialize_with = "path")]
    pub path: QuestionPath,
    /// The child or item that it is about, by name.
    pub about: Option<String>,
    /// Heading of the section where it was asked; empty if that is not known.
    pub section: String,
    /// The wording that was shown; the question's id if that is not known.
    pub question: String,
    /// The answer in words.
    pub answer: String,
    /// The answer as it was typed.
    pub value: Value,
}

/// A path that cannot be read is still the name of a place: what stands there must not be lost.
fn path<'de, D: Deserializer<'de>>(deserializer: D) -> Result<QuestionPath, D::Error> {
    let written = String::deserialize(deserializer)?;
    Ok(QuestionPath::read(&written).unwrap_or_else(|| QuestionPath::top(&written)))
}

// What the answers say is about a child and never goes to a log.

impl fmt::Debug for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stay = self.kept.len() + self.moved.len() + self.changed.len();
        write!(f, "Moved({stay} stay, {} left behind)", self.no_longer_asked.len())
    }
}

impl fmt::Debug for MovedAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MovedAnswer(..)")
    }
}

impl fmt::Debug for LeftBehind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LeftBehind(..)")
    }
}

/// Moves a draft from the version that it was begun on to a newer one. Questions are the same by id.
///
/// An answer is carried as it was typed, at its place; only a single choice becomes a tick where the
/// question became one of tick boxes, and what was answered about a child follows its question into
/// another "each child". What cannot be carried is in [`Moved::no_longer_asked`].
#[must_use]
pub fn move_answers(old: &Form, new: &Form, answers: &Answers, children: &[ChildOnForm]) -> Moved {
    let (was, now) = (by_id(old.definition()), by_id(new.definition()));
    let order = (0..).zip(in_order(old.definition())).map(|(at, one)| (one.question.id.as_str(), at)).collect();
    let mut mover = Mover { order, was: &was, now: &now, children, moved: Moved::default() };
    for (id, value) in in_form_order(answers.iter(), &mover.order) {
        mover.answer(id, value);
    }
    let asks = |standing: &Standing<'_>| {
        let kind = &standing.question.kind;
        !kind.is_shown_only() && kind.inner().is_none() && !was.contains_key(standing.question.id.as_str())
    };
    mover.moved.added = in_order(new.definition())
        .filter(asks)
        .map(|standing| (standing.section.title.clone(), standing.question.text.clone()))
        .collect();
    mover.moved
}

/// Answers in the order of the older form, those to no question of it last.
fn in_form_order<'v>(
    answers: impl Iterator<Item = (&'v str, &'v Value)>,
    order: &BTreeMap<&str, usize>,
) -> Vec<(&'v str, &'v Value)> {
    let mut answers: Vec<_> = answers.collect();
    answers.sort_by_key(|(id, _)| order.get(id).copied().unwrap_or(usize::MAX));
    answers
}

struct Mover<'a> {
    order: BTreeMap<&'a str, usize>,
    was: &'a BTreeMap<&'a str, Standing<'a>>,
    now: &'a BTreeMap<&'a str, Standing<'a>>,
    children: &'a [ChildOnForm],
    moved: Moved,
}

/// One answer on its way.
struct OnTheWay<'a> {
    from: QuestionPath,
    to: QuestionPath,
    about: Option<String>,
    was: Option<Standing<'a>>,
    now: Option<Standing<'a>>,
}

impl<'a> Mover<'a> {
    /// Everything that stands at a question of the form itself.
    fn answer(&mut self, id: &str, value: &Value) {
        let top = |standing: &&Standing<'a>| standing.inside.is_none();
        let was = self.was.get(id).filter(top).copied();
        // An answer about a child may have come here already.
        let free = self.moved.answers.get(id).is_none();
        let now = self.now.get(id).filter(top).filter(|_| free).copied();
        match (was.map(|was| &was.question.kind), value) {
            (Some(Kind::EachChild { .. }), Value::Object(about)) => self.each_child(id, was, now, about),
            (Some(Kind::Group(group)), Value::Array(all)) => self.group(id, &group.item_name, was, now, all),
            _ => {
                let path = QuestionPath::top(id);
                let way = OnTheWay { from: path.clone(), to: path, about: None, was, now };
                let stays = self.carry(&way, value);
                if !stays.is_null() {
                    self.moved.answers.set(id, stays);
                }
            }
        }
    }

    fn each_child(
        &mut self,
        id: &str,
        was: Option<Standing<'a>>,
        now: Option<Standing<'a>>,
        about: &Map<String, Value>,
    ) {
        for (child, answers) in about {
            let name = self.children.iter().find(|on| on.id == *child).map(|on| on.name.clone());
            let Some(answers) = answers.as_object() else {
                let path = QuestionPath::top(id);
                let way = OnTheWay { from: path.clone(), to: path, about: name, was, now };
                self.put_odd(way, child, answers);
                continue;
            };
            for (inner, value) in self.ordered(answers) {
                let now = self.now.get(inner).copied();
                // Of each child, wherever in the form: the ids of children are the same everywhere.
                let now =
                    now.filter(|now| now.inside.is_some_and(|outer| matches!(outer.kind, Kind::EachChild { .. })));
                let outer = now.and_then(|now| now.inside).map_or(id, |outer| outer.id.as_str());
                let way = OnTheWay {
                    from: QuestionPath::inner(id, child, inner),
                    to: QuestionPath::inner(outer, child, inner),
                    about: name.clone(),
                    was: self.inner(self.was, id, inner),
                    now,
                };
                self.put(way, value);
            }
        }
    }

    /// Carries an answer about a child, unless something stands there already.
    fn put(&mut self, mut way: OnTheWay<'a>, value: &Value) {
        let Some(inside) = way.to.inside.clone() else { return };
        let held = self.moved.answers.get(&way.to.question);
        let taken = held.and_then(|held| held.get(&inside.item)).is_some_and(|about| match about.as_object() {
            Some(about) => about.contains_key(&inside.question),
            None => true,
        });
        if taken || held.is_some_and(|held| !held.is_object()) {
            way.now = None;
        }
        let stays = self.carry(&way, value);
        if !stays.is_null() {
            let mut held = self.moved.answers.remove(&way.to.question).unwrap_or_else(|| json!({}));
            held[&inside.item][&inside.question] = stays;
            self.moved.answers.set(&way.to.question, held);
        }
    }

    /// Something about a child that is no set of answers stays where it was, if it can.
    fn put_odd(&mut self, mut way: OnTheWay<'a>, child: &str, value: &Value) {
        let id = way.from.question.clone();
        let fits = way.now.is_some_and(|now| matches!(now.question.kind, Kind::EachChild { .. }));
        let taken = self.moved.answers.get(&id).is_some_and(|held| held.get(child).is_some());
        if !fits || taken {
            way.now = None;
        }
        let whole = json!({ child: value });
        if self.carry_whole(&way, &whole) {
            let mut held = self.moved.answers.remove(&id).unwrap_or_else(|| json!({}));
            held[child] = value.clone();
            self.moved.answers.set(&id, held);
        }
    }

    fn group(
        &mut self,
        id: &str,
        item_name_is: &str,
        was: Option<Standing<'a>>,
        now: Option<Standing<'a>>,
        all: &[Value],
    ) {
        let now = now.filter(|now| matches!(now.question.kind, Kind::Group(_)));
        let mut carried = Vec::with_capacity(all.len());
        let mut number = 0;
        for one in all {
            let Some((item_id, answers)) = item(one) else {
                let path = QuestionPath::top(id);
                let way = OnTheWay { from: path.clone(), to: path, about: None, was, now };
                if self.carry_whole(&way, &json!([one])) {
                    carried.push(one.clone());
                }
                continue;
            };
            number += 1;
            let mut stay = Map::new();
            for (inner, value) in self.ordered(answers) {
                let path = QuestionPath::inner(id, item_id, inner);
                let way = OnTheWay {
                    from: path.clone(),
                    to: path,
                    about: Some(item_name(item_name_is, number)),
                    was: self.inner(self.was, id, inner),
                    now: now.and_then(|_| self.inner(self.now, id, inner)),
                };
                let stays = self.carry(&way, value);
                if !stays.is_null() {
                    stay.insert(inner.to_owned(), stays);
                }
            }
            let mut one = one.clone();
            one["answers"] = Value::Object(stay);
            carried.push(one);
        }
        if now.is_some() {
            self.moved.answers.set(id, Value::Array(carried));
        }
    }

    fn ordered<'v>(&self, answers: &'v Map<String, Value>) -> Vec<(&'v str, &'v Value)> {
        in_form_order(answers.iter().map(|(id, value)| (id.as_str(), value)), &self.order)
    }

    /// A question inside a question of this id.
    fn inner(&self, all: &BTreeMap<&'a str, Standing<'a>>, outer: &str, inner: &str) -> Option<Standing<'a>> {
        all.get(inner).filter(|standing| standing.inside.is_some_and(|one| one.id == outer)).copied()
    }

    /// Tells what becomes of an answer, and hands back what is to stand at its new place, or null.
    fn carry(&mut self, way: &OnTheWay<'a>, value: &Value) -> Value {
        let Some(now) = way.now else {
            self.leave(way, value);
            return Value::Null;
        };
        let Fit { stays, leaves } = match (way.was.map(|was| &was.question.kind), &now.question.kind) {
            // An odd value of a list stays odd; what the older version did not ask is taken at its word.
            (None | Some(Kind::EachChild { .. }), Kind::EachChild { .. })
            | (None | Some(Kind::Group(_)), Kind::Group(_)) => Fit { stays: value.clone(), leaves: Value::Null },
            (_, Kind::Group(_)) if matches!(given(value), Given::NotKnown(_)) => {
                Fit { stays: value.clone(), leaves: Value::Null }
            }
            (_, Kind::EachChild { .. } | Kind::Group(_)) => Fit { stays: Value::Null, leaves: value.clone() },
            (was, kind) => fit(was, kind, value),
        };
        self.leave(way, &leaves);
        self.stay(way, now, &stays);
        stays
    }

    /// The same for a value that is no answer of any shape: it stays as it is, or is left behind.
    fn carry_whole(&mut self, way: &OnTheWay<'a>, value: &Value) -> bool {
        match way.now {
            Some(now) => self.stay(way, now, value),
            None => self.leave(way, value),
        }
        way.now.is_some()
    }

    fn leave(&mut self, way: &OnTheWay<'a>, value: &Value) {
        if is_blank(value) {
            return;
        }
        let asked = way.from.inside.as_ref().map_or(&way.from.question, |inside| &inside.question);
        self.moved.no_longer_asked.push(LeftBehind {
            path: way.from.clone(),
            about: way.about.clone(),
            section: way.was.map_or_else(String::new, |was| was.section.title.clone()),
            question: way.was.map_or_else(|| asked.clone(), |was| was.question.text.clone()),
            answer: readable(way.was.map(|was| was.question), value, self.children),
            value: value.clone(),
        });
    }

    fn stay(&mut self, way: &OnTheWay<'a>, now: Standing<'a>, value: &Value) {
        if is_blank(value) {
            return;
        }
        let question = way.was.map_or(now.question, |was| was.question);
        let answer = readable(Some(question), value, self.children);
        let list = match way.was {
            None => &mut self.moved.changed,
            Some(was) => {
                let same_kind = was.question.kind.name() == now.question.kind.name();
                let reads_alike = answer == readable(Some(now.question), value, self.children);
                if !same_kind || !reads_alike {
                    &mut self.moved.changed
                } else if was.section.id != now.section.id || was.question.text != now.question.text {
                    &mut self.moved.moved
                } else {
                    &mut self.moved.kept
                }
            }
        };
        list.push(MovedAnswer {
            path: way.to.clone(),
            about: way.about.clone(),
            old_section: way.was.map_or_else(String::new, |was| was.section.title.clone()),
            new_section: now.section.title.clone(),
            old_question: way.was.map_or_else(String::new, |was| was.question.text.clone()),
            new_question: now.question.text.clone(),
            answer,
        });
    }
}
