//! What may be meant in a form, but is worth a look.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    condition::{Condition, Test},
    inspect::Placed,
    lists::Lists,
    ways::{Because, MapSection, list, text},
};

/// More choices than this are hard to read as radio buttons.
const MANY_CHOICES: usize = 12;
/// Longer wordings are read by nobody.
const LONG_WORDING: usize = 300;
/// Enough to work on.
const MOST_WARNINGS: usize = 500;
/// Conditions of larger maps are not followed; no form may have more sections.
const MOST_SECTIONS: usize = 200;

/// Something worth a look. Closed: each has its sentence in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// No answer lets this ever be asked: whoever gives the answer it wants is led past it.
    ConditionNeverHolds,
    /// Radio buttons for so many choices that a drop-down reads better.
    LongChoiceList {
        /// How many.
        count: usize,
    },
    /// The form does not say what good looks like.
    NoGuidance,
    /// The wording of a question or of a notice goes on for very long.
    LongWording {
        /// Characters.
        length: usize,
    },
    /// The same wording stands twice in one place: in a response sheet nobody can tell them apart.
    SameWording {
        /// Id of the earlier question.
        other: String,
    },
}

impl Warning {
    /// The code as the catalogue names it: `form-warning-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ConditionNeverHolds => "condition_never_holds",
            Self::LongChoiceList { .. } => "long_choice_list",
            Self::NoGuidance => "no_guidance",
            Self::LongWording { .. } => "long_wording",
            Self::SameWording { .. } => "same_wording",
        }
    }

    /// The parameters of its sentence, by name, as text.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::LongChoiceList { count } => vec![("count", count.to_string())],
            Self::LongWording { length } => vec![("length", length.to_string())],
            Self::SameWording { other } => vec![("other", other.clone())],
            Self::ConditionNeverHolds | Self::NoGuidance => Vec::new(),
        }
    }
}

pub(crate) fn warnings(whole: &Value, map: &[MapSection], lists: &Lists) -> Vec<Placed<Warning>> {
    let mut found = Vec::new();
    if whole.is_object() && text(whole, "guidance").trim().is_empty() {
        found.push(Placed { section: None, question: None, what: Warning::NoGuidance });
    }
    for notice in list(whole, "notices") {
        let length = text(notice, "text").trim().chars().count();
        if length > LONG_WORDING {
            found.push(Placed { section: None, question: None, what: Warning::LongWording { length } });
        }
    }
    let follows = Follows::of(whole, map);
    let some = |id: &str| (!id.is_empty()).then(|| id.to_owned());
    for (at, section) in list(whole, "sections").iter().enumerate() {
        let here = some(text(section, "id"));
        let mut add = |question: Option<&Value>, what| {
            let question = question.and_then(|question| some(text(question, "id")));
            found.push(Placed { section: here.clone(), question, what });
        };
        if !follows.can_hold(section.get("when"), at) {
            add(None, Warning::ConditionNeverHolds);
        }
        let questions = list(section, "questions");
        let inside = questions.iter().filter_map(|question| question.get("kind")).map(|kind| list(kind, "questions"));
        for together in std::iter::once(questions).chain(inside) {
            let mut wordings: BTreeMap<&str, &str> = BTreeMap::new();
            for question in together {
                if !follows.can_hold(question.get("when"), at) {
                    add(Some(question), Warning::ConditionNeverHolds);
                }
                let kind = question.get("kind").unwrap_or(&Value::Null);
                let count = choices_of(kind, lists);
                if text(kind, "type") == "one_choice" && count > MANY_CHOICES {
                    add(Some(question), Warning::LongChoiceList { count });
                }
                let (wording, id) = (text(question, "text").trim(), text(question, "id"));
                let length = wording.chars().count();
                if length > LONG_WORDING {
                    add(Some(question), Warning::LongWording { length });
                }
                if wording.is_empty() || matches!(text(kind, "type"), "statement" | "image") {
                    continue;
                }
                match wordings.get(wording) {
                    Some(other) => add(Some(question), Warning::SameWording { other: (*other).to_owned() }),
                    None => _ = wordings.insert(wording, id),
                }
            }
        }
    }
    found.truncate(MOST_WARNINGS);
    found
}

fn choices_of(kind: &Value, lists: &Lists) -> usize {
    match kind.get("list").and_then(Value::as_str).filter(|_| kind.get("choices").is_none()) {
        Some(name) => lists.get(name).map_or(0, |shared| shared.items.len()),
        None => list(kind, "choices").len(),
    }
}

/// Which sections can come after which.
struct Follows<'a> {
    /// The section of each question, and the question if it is one that may jump.
    questions: BTreeMap<&'a str, (usize, &'a Value)>,
    sections: BTreeMap<&'a str, usize>,
    map: &'a [MapSection],
    /// By section: those that some way leads to from it.
    after: Vec<BTreeSet<usize>>,
}

impl<'a> Follows<'a> {
    fn of(whole: &'a Value, map: &'a [MapSection]) -> Self {
        let mut follows = Self { questions: BTreeMap::new(), sections: BTreeMap::new(), map, after: Vec::new() };
        if map.len() > MOST_SECTIONS {
            return follows;
        }
        for (at, section) in list(whole, "sections").iter().enumerate() {
            follows.sections.entry(text(section, "id")).or_insert(at);
            for question in list(section, "questions") {
                follows.questions.entry(text(question, "id")).or_insert((at, question));
                for inner in list(question.get("kind").unwrap_or(&Value::Null), "questions") {
                    follows.questions.entry(text(inner, "id")).or_insert((at, inner));
                }
            }
        }
        follows.after = vec![BTreeSet::new(); map.len()];
        // Ways lead forward, so those of later sections are known before they are asked for.
        for at in (0..map.len()).rev() {
            let all: BTreeSet<usize> = follows.ways(at, |_| true).collect();
            if let Some(after) = follows.after.get_mut(at) {
                *after = all;
            }
        }
        follows
    }

    /// The sections that can come after one by some of its ways.
    fn ways(&self, at: usize, wanted: impl Fn(&Because) -> bool) -> impl Iterator<Item = usize> {
        let ways = self.map.get(at).map(|section| section.ways.as_slice()).unwrap_or_default();
        let targets = ways.iter().filter(move |way| wanted(&way.because)).filter_map(move |way| match way.because {
            Because::Next => Some(at + 1).filter(|next| *next < self.map.len()),
            _ => self.sections.get(way.to.as_deref()?).copied().filter(|to| *to > at),
        });
        targets.flat_map(|to| std::iter::once(to).chain(self.after.get(to).into_iter().flatten().copied()))
    }

    /// False only if no way through the form could make it hold.
    fn can_hold(&self, condition: Option<&Value>, here: usize) -> bool {
        let Some(condition) = condition.filter(|_| !self.after.is_empty()) else {
            return true;
        };
        // One that cannot be read is a fault, not a warning.
        serde_json::from_value::<Condition>(condition.clone()).map_or(true, |condition| self.possible(&condition, here))
    }

    fn possible(&self, condition: &Condition, here: usize) -> bool {
        match condition {
            Condition::All(parts) => parts.iter().all(|part| self.possible(part, here)),
            Condition::Any(parts) => parts.is_empty() || parts.iter().any(|part| self.possible(part, here)),
            Condition::Not(_) | Condition::Child(_) => true,
            Condition::Answer { question, test } => match self.questions.get(question.as_str()) {
                Some((asked, question)) if *asked < here => match test {
                    Test::AnyOf(ids) => ids.iter().any(|id| self.leads_on(*asked, question, id, here)),
                    _ => self.after.get(*asked).is_none_or(|after| after.contains(&here)),
                },
                _ => true,
            },
        }
    }

    /// Whether somebody who chooses this can still come to the section `here`.
    fn leads_on(&self, asked: usize, question: &Value, choice: &str, here: usize) -> bool {
        let choices = list(question.get("kind").unwrap_or(&Value::Null), "choices");
        let jumps = choices.iter().any(|one| one.get("go_to").is_some_and(Value::is_string));
        let chosen = choices.iter().find(|one| text(one, "id") == choice);
        let goes_to = chosen.and_then(|one| one.get("go_to")).and_then(Value::as_str);
        let question = text(question, "id");
        let takes = |because: &Because| match because {
            // A choice that jumps leaves by its own way, another by the one that follows anyway.
            Because::Choice { question: of, label, .. } => {
                !jumps || (of == question && chosen.is_some_and(|one| goes_to.is_some() && text(one, "label") == label))
            }
            Because::Next | Because::After => goes_to.is_none(),
        };
        self.ways(asked, takes).any(|section| section == here)
    }
}
