//! What a person who edits a form has changed, question by question.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::{
    by_id::{Standing, by_id},
    change::{Change, ChangeKind},
    definition::{Choices, Definition, Grid, Kind, Question, Section},
    form::Form,
};

/// Every difference, by id: the form as a whole first, then sections and their questions in the
/// order of the newer version, then what is gone. The form's number is no difference.
#[must_use]
pub fn compare(old: &Form, new: &Form) -> Vec<Change> {
    let (old, new) = (old.definition(), new.definition());
    let mut found = Found { section: None, question: None, changes: Vec::new() };
    found.form(old, new);
    let before: BTreeMap<&str, &Section> = old.sections.iter().map(|s| (s.id.as_str(), s)).collect();
    let (was, now) = (by_id(old), by_id(new));
    let out_of_place = out_of_place(ids(&old.sections, |s| &s.id), ids(&new.sections, |s| &s.id));
    for (place, section) in (1..).zip(&new.sections) {
        found.section = Some(section.id.clone());
        match before.get(section.id.as_str()) {
            None => found.add(ChangeKind::SectionAdded, "", &section.title),
            Some(earlier) => {
                found.section(earlier, section);
                if out_of_place.contains(section.id.as_str()) {
                    let stood = old.sections.iter().position(|s| s.id == section.id).map_or(0, |at| at + 1);
                    found.add(ChangeKind::SectionReordered, &stood.to_string(), &format!("{place}"));
                }
            }
        }
        let earlier = before.get(section.id.as_str()).map_or(&[][..], |s| &s.questions);
        found.questions(earlier, &section.questions, None, &was, &now);
    }
    let after: BTreeSet<&str> = new.sections.iter().map(|s| s.id.as_str()).collect();
    for section in &old.sections {
        found.section = Some(section.id.clone());
        for question in section.questions.iter().flat_map(|q| std::iter::once(q).chain(q.kind.inner().unwrap_or(&[]))) {
            if !now.contains_key(question.id.as_str()) {
                found.question = Some(question.id.clone());
                found.add(ChangeKind::QuestionRemoved, &question.text, "");
                found.question = None;
            }
        }
        if !after.contains(section.id.as_str()) {
            found.add(ChangeKind::SectionRemoved, &section.title, "");
        }
    }
    found.changes
}

/// The changes so far, and what is being looked at.
struct Found {
    section: Option<String>,
    question: Option<String>,
    changes: Vec<Change>,
}

impl Found {
    fn add(&mut self, what: ChangeKind, before: &str, after: &str) {
        self.changes.push(Change {
            what,
            section: self.section.clone(),
            question: self.question.clone(),
            before: before.to_owned(),
            after: after.to_owned(),
        });
    }

    /// Adds a change if there is one.
    fn differ<T: PartialEq + Serialize>(&mut self, what: ChangeKind, before: &T, after: &T) {
        if before != after {
            self.add(what, &written(before), &written(after));
        }
    }

    fn form(&mut self, old: &Definition, new: &Definition) {
        self.differ(ChangeKind::FormRetitled, &old.title, &new.title);
        self.differ(ChangeKind::FormAboutChanged, &old.about, &new.about);
        self.differ(ChangeKind::FormGuidanceChanged, &old.guidance, &new.guidance);
        self.differ(ChangeKind::UrgencyChanged, &old.urgency, &new.urgency);
        self.differ(ChangeKind::SubjectsChanged, &old.subjects, &new.subjects);
        self.differ(ChangeKind::RecordChanged, &old.record, &new.record);
        self.differ(ChangeKind::ShelfChanged, &old.shelf, &new.shelf);
        self.differ(ChangeKind::WhoChanged, &old.who, &new.who);
        self.differ(ChangeKind::TimeLimitChanged, &old.time_limit, &new.time_limit);
        self.differ(ChangeKind::AccessGroupChanged, &old.access_group, &new.access_group);
        self.differ(ChangeKind::FilesChanged, &old.files, &new.files);
        self.differ(ChangeKind::EventTimeChanged, &old.event_time, &new.event_time);
        self.differ(ChangeKind::TitleFromChanged, &old.title_from, &new.title_from);
        self.differ(ChangeKind::MarksChanged, &old.marks, &new.marks);
        self.differ(ChangeKind::MarksChanged, &old.episodes, &new.episodes);
        self.differ(ChangeKind::MarksChanged, &old.notices, &new.notices);
        self.differ(ChangeKind::RequirementsChanged, &old.requirements, &new.requirements);
        self.differ(ChangeKind::LeadsToChanged, &old.leads_to, &new.leads_to);
        self.differ(ChangeKind::SourceChanged, &old.source, &new.source);
        for tag in old.translations.keys().chain(new.translations.keys()).collect::<BTreeSet<_>>() {
            let (before, after) = (old.translations.get(tag), new.translations.get(tag));
            if before != after {
                let named = |there: bool| if there { tag.as_str() } else { "" };
                self.add(ChangeKind::TranslationsChanged, named(before.is_some()), named(after.is_some()));
            }
        }
    }

    fn section(&mut self, old: &Section, new: &Section) {
        self.differ(ChangeKind::SectionRetitled, &old.title, &new.title);
        self.differ(ChangeKind::SectionGuidanceChanged, &old.guidance, &new.guidance);
        self.differ(ChangeKind::SectionConditionChanged, &old.when, &new.when);
        self.differ(ChangeKind::SectionAfterChanged, &old.after, &new.after);
    }

    /// The questions of one section, or inside one question.
    fn questions(
        &mut self,
        earlier: &[Question],
        later: &[Question],
        inside: Option<&Question>,
        was: &BTreeMap<&str, Standing<'_>>,
        now: &BTreeMap<&str, Standing<'_>>,
    ) {
        let out_of_place = out_of_place(ids(earlier, |q| &q.id), ids(later, |q| &q.id));
        let places: BTreeMap<&str, usize> = (1..).zip(earlier).map(|(at, q)| (q.id.as_str(), at)).collect();
        for (place, question) in (1..).zip(later) {
            self.question = Some(question.id.clone());
            let Some(before) = was.get(question.id.as_str()) else {
                self.add(ChangeKind::QuestionAdded, "", &question.text);
                self.question = None;
                self.questions(&[], question.kind.inner().unwrap_or_default(), Some(question), was, now);
                continue;
            };
            let same_container = before.inside.map(|q| &q.id) == inside.map(|q| &q.id);
            let same_section = inside.is_some() || Some(&before.section.id) == self.section.as_ref();
            if !(same_container && same_section) {
                let after = now.get(question.id.as_str()).map(home).unwrap_or_default();
                self.add(ChangeKind::QuestionMoved, &home(before), &after);
            } else if out_of_place.contains(question.id.as_str()) {
                let stood = places.get(question.id.as_str()).copied().unwrap_or(0);
                self.add(ChangeKind::QuestionReordered, &stood.to_string(), &format!("{place}"));
            }
            self.question(before.question, question);
            self.question = None;
            let inner_before = before.question.kind.inner().unwrap_or_default();
            self.questions(inner_before, question.kind.inner().unwrap_or_default(), Some(question), was, now);
        }
    }

    fn question(&mut self, old: &Question, new: &Question) {
        self.differ(ChangeKind::QuestionReworded, &old.text, &new.text);
        self.differ(ChangeKind::HintChanged, &old.hint, &new.hint);
        self.differ(ChangeKind::GuidanceChanged, &old.guidance, &new.guidance);
        match (old.required, new.required) {
            (false, true) => self.add(ChangeKind::MadeRequired, "", ""),
            (true, false) => self.add(ChangeKind::MadeOptional, "", ""),
            _ => {}
        }
        self.differ(ChangeKind::ConditionChanged, &old.when, &new.when);
        self.differ(ChangeKind::MessageChanged, &old.message, &new.message);
        self.differ(ChangeKind::StartChanged, &old.prefill, &new.prefill);
        self.differ(ChangeKind::StartChanged, &old.from_last, &new.from_last);
        self.differ(ChangeKind::StartChanged, &old.echo, &new.echo);
        if old.kind.name() != new.kind.name() {
            self.add(ChangeKind::KindChanged, old.kind.name(), new.kind.name());
        }
        if let (Some(old), Some(new)) = (old.kind.choices(), new.kind.choices()) {
            self.choices(old, new);
        }
        match (&old.kind, &new.kind) {
            (Kind::Image(before), Kind::Image(after)) if before != after => {
                self.add(ChangeKind::PictureChanged, &before.alt, &after.alt);
            }
            (Kind::ChoiceGrid(before) | Kind::TickGrid(before), Kind::ChoiceGrid(after) | Kind::TickGrid(after)) => {
                self.grid(before, after);
            }
            _ => {}
        }
        if old.kind.name() == new.kind.name() {
            let (before, after) = (limits(&old.kind), limits(&new.kind));
            if before != after {
                self.add(ChangeKind::LimitsChanged, &before.to_string(), &after.to_string());
            }
        }
    }

    fn choices(&mut self, old: &Choices, new: &Choices) {
        self.differ(ChangeKind::ListChanged, &old.list, &new.list);
        let labels = |choices: &Choices| -> Vec<(String, String)> {
            choices.choices.iter().map(|choice| (choice.id.clone(), choice.label.clone())).collect()
        };
        use ChangeKind::{ChoiceAdded, ChoiceRemoved, ChoiceReworded, ChoicesReordered};
        self.parts(&labels(old), &labels(new), [ChoiceAdded, ChoiceRemoved, ChoiceReworded, ChoicesReordered]);
        let before: BTreeMap<&str, _> = old.choices.iter().map(|choice| (choice.id.as_str(), choice)).collect();
        for choice in &new.choices {
            let earlier = before.get(choice.id.as_str());
            let led = earlier.and_then(|earlier| earlier.go_to.as_deref());
            if led != choice.go_to.as_deref() {
                let told = |to: Option<&str>| to.map_or_else(String::new, |to| format!("{}: {to}", choice.label));
                self.add(ChangeKind::JumpChanged, &told(led), &told(choice.go_to.as_deref()));
            }
            let rules = |exclusive: bool, needs_child: bool| {
                let named = [(exclusive, "exclusive"), (needs_child, "needs_child")];
                let named: Vec<&str> = named.iter().filter(|(there, _)| *there).map(|(_, name)| *name).collect();
                format!("{}: {}", choice.label, named.join(", "))
            };
            let ruled = earlier.map_or((false, false), |earlier| (earlier.exclusive, earlier.needs_child));
            if ruled != (choice.exclusive, choice.needs_child) {
                let after = rules(choice.exclusive, choice.needs_child);
                self.add(ChangeKind::ChoiceRuleChanged, &rules(ruled.0, ruled.1), &after);
            }
        }
    }

    fn grid(&mut self, old: &Grid, new: &Grid) {
        use ChangeKind::{ColumnAdded, ColumnRemoved, ColumnReworded, ColumnsReordered};
        use ChangeKind::{RowAdded, RowRemoved, RowReworded, RowsReordered};
        let labels = |parts: &[crate::definition::GridPart]| -> Vec<(String, String)> {
            parts.iter().map(|part| (part.id.clone(), part.label.clone())).collect()
        };
        self.parts(&labels(&old.rows), &labels(&new.rows), [RowAdded, RowRemoved, RowReworded, RowsReordered]);
        let (before, after) = (labels(&old.columns), labels(&new.columns));
        self.parts(&before, &after, [ColumnAdded, ColumnRemoved, ColumnReworded, ColumnsReordered]);
    }

    /// Things with an id and a label: added, removed, reworded, reordered.
    fn parts(&mut self, old: &[(String, String)], new: &[(String, String)], kinds: [ChangeKind; 4]) {
        let [added, removed, reworded, reordered] = kinds;
        let before: BTreeMap<&str, &str> = old.iter().map(|(id, label)| (id.as_str(), label.as_str())).collect();
        let after: BTreeSet<&str> = new.iter().map(|(id, _)| id.as_str()).collect();
        for (id, label) in new {
            match before.get(id.as_str()) {
                None => self.add(added, "", label),
                Some(earlier) if earlier != label => self.add(reworded, earlier, label),
                Some(_) => {}
            }
        }
        for (id, label) in old {
            if !after.contains(id.as_str()) {
                self.add(removed, label, "");
            }
        }
        if !out_of_place(ids(old, |part| &part.0), ids(new, |part| &part.0)).is_empty() {
            let labels = |parts: &[(String, String)]| {
                parts.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(", ")
            };
            self.add(reordered, &labels(old), &labels(new));
        }
    }
}

/// The section's heading, or the wording of the question that it stands inside.
fn home(standing: &Standing<'_>) -> String {
    standing.inside.map_or_else(|| standing.section.title.clone(), |outer| outer.text.clone())
}

fn ids<'a, T>(things: &'a [T], id: impl Fn(&'a T) -> &'a String) -> Vec<&'a str> {
    things.iter().map(|thing| id(thing).as_str()).collect()
}

/// A plain text as it is, nothing as nothing, anything else as the form file writes it.
fn written<T: Serialize>(thing: &T) -> String {
    match serde_json::to_value(thing) {
        Ok(Value::String(text)) => text,
        Ok(Value::Null) | Err(_) => String::new(),
        Ok(other) => other.to_string(),
    }
}

/// What a kind says beside what is told apart: its type, its choices, its parts, its picture.
fn limits(kind: &Kind) -> Value {
    let told_apart: &[&str] = match kind {
        Kind::Image(_) => &["type", "media", "data", "alt"],
        _ => &["type", "choices", "list", "rows", "columns", "questions"],
    };
    let mut limits = match kind {
        // Thousands of choices and whole groups are not copied to be thrown away.
        Kind::OneChoice(from) | Kind::ManyChoices(from) | Kind::DropDown(from) => serde_json::to_value(Choices {
            choices: Vec::new(),
            list: None,
            min_chosen: from.min_chosen,
            max_chosen: from.max_chosen,
            other: from.other,
        }),
        Kind::EachChild { .. } => Ok(Value::Object(serde_json::Map::new())),
        _ => serde_json::to_value(kind),
    }
    .unwrap_or_default();
    if let Value::Object(fields) = &mut limits {
        fields.retain(|name, _| !told_apart.contains(&name.as_str()));
    }
    limits
}

/// The fewest ids that, once moved, put what both lists hold into the new order: all that are not on
/// the longest run that kept its order.
fn out_of_place<'a>(old: Vec<&'a str>, new: Vec<&'a str>) -> BTreeSet<&'a str> {
    let places: BTreeMap<&str, usize> = old.into_iter().enumerate().map(|(at, id)| (id, at)).collect();
    let common: Vec<(&str, usize)> = new.into_iter().filter_map(|id| places.get(id).map(|at| (id, *at))).collect();
    // Patience sorting: `ends[n]` is where the best run of n + 1 ends; `before` links each to the one
    // that it follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(common.len());
    for (at, (_, place)) in common.iter().enumerate() {
        let run = ends.partition_point(|end| common.get(*end).is_some_and(|(_, p)| p < place));
        before.push(run.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        if run == ends.len() {
            ends.push(at);
        } else if let Some(end) = ends.get_mut(run) {
            *end = at;
        }
    }
    let mut moved: BTreeSet<&str> = common.iter().map(|(id, _)| *id).collect();
    let mut kept = ends.last().copied();
    while let Some(at) = kept {
        if let Some((id, _)) = common.get(at) {
            moved.remove(id);
        }
        kept = before.get(at).copied().flatten();
    }
    moved
}
