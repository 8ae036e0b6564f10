//! Finds everything wrong with a form's references. The one check stops at the first; here what it
//! stopped at is taken out of a copy, and it is asked again.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::check,
    condition::{ChildTest, Condition, Test},
    definition::{Choices, Definition, Kind, Marks, NumberRules, Question},
    fault::Fault,
    inspect::Placed,
    place::{Lines, Source},
};

/// How many questions are checked at most, over and over: a large form with very many faults is told
/// bit by bit, and the editor need not wait.
const MOST_CHECKED: usize = 200_000;

/// A section, and a question in it; neither for the form as a whole.
type Place = (Option<String>, Option<String>);

pub(crate) fn reference_faults(definition: Definition, unreadable: &BTreeSet<String>) -> Vec<Placed<Fault>> {
    let mut copy = definition;
    let mut faults: Vec<Placed<Fault>> = Vec::new();
    let questions: usize =
        copy.sections.iter().flat_map(|section| &section.questions).map(|q| with_inner(q).count()).sum();
    let most_checks = MOST_CHECKED / questions.max(100);
    let mut checks = 0;
    let mut next = ask(&copy);
    while let Some((place, fault)) = next {
        let mut mended = None;
        for mend in mends(&copy, &place, &fault) {
            checks += 1;
            let after = ask(&mend);
            if after.as_ref() != Some(&(place.clone(), fault.clone())) {
                mended = Some((mend, after));
                break;
            }
            if checks >= most_checks {
                break;
            }
        }
        let (section, question) = place;
        let told = Placed { section, question, what: fault };
        // Sections that nothing leads to are told from the map, which finds them all.
        let of_map = matches!(told.what, Fault::Unreachable(_));
        let of_unread = named(&told.what).is_some_and(|id| unreadable.contains(id));
        if !of_map && !of_unread && !faults.contains(&told) {
            faults.push(told);
        }
        match mended {
            Some((mend, after)) if checks < most_checks => (copy, next) = (mend, after),
            _ => break,
        }
    }
    faults
}

/// The first fault, and where it is: each place is given a line of its own to know it by.
fn ask(definition: &Definition) -> Option<(Place, Fault)> {
    let mut lines = Lines::default();
    let mut places: BTreeMap<u32, Place> = BTreeMap::new();
    let mut line = 1;
    for section in &definition.sections {
        line += 1;
        lines.sections.insert(section.id.clone(), line);
        places.insert(line, (Some(section.id.clone()), None));
        for question in section.questions.iter().flat_map(with_inner) {
            line += 1;
            lines.questions.insert(question.id.clone(), line);
            places.insert(line, (Some(section.id.clone()), Some(question.id.clone())));
        }
    }
    let source = Source::new("form", b"").ok()?;
    let fault = check(definition, &source, &lines).err()?;
    Some((places.remove(&fault.line).unwrap_or_default(), fault.fault))
}

fn with_inner(question: &Question) -> impl Iterator<Item = &Question> {
    std::iter::once(question).chain(question.kind.inner().unwrap_or_default())
}

/// The question that a fault names beside the one it is at.
fn named(fault: &Fault) -> Option<&str> {
    match fault {
        Fault::UnknownQuestion(id)
        | Fault::LaterQuestion(id)
        | Fault::OutOfReach(id)
        | Fault::WrongKind(id)
        | Fault::UnknownChoice { question: id, .. } => Some(id),
        _ => None,
    }
}

/// Copies with one thing taken out each, the smallest first.
fn mends<'a>(definition: &'a Definition, place: &'a Place, fault: &'a Fault) -> impl Iterator<Item = Definition> + 'a {
    let steps: [fn(&mut Definition, &Place, &Fault); 15] = [
        |copy, place, fault| {
            for when in conditions(copy, place) {
                *when = when.take().and_then(|condition| without(condition, fault));
            }
        },
        |copy, place, _| conditions(copy, place).into_iter().for_each(|when| *when = None),
        |copy, place, _| question(copy, place).into_iter().for_each(|one| one.kind = without_jumps(&one.kind)),
        |copy, place, _| question(copy, place).into_iter().for_each(|one| (one.prefill, one.from_last) = (None, None)),
        |copy, place, _| question(copy, place).into_iter().for_each(|one| one.kind = without_references(&one.kind)),
        |copy, place, _| {
            if let (Some(id), None) = place {
                for section in copy.sections.iter_mut().filter(|section| section.id == *id) {
                    section.after = None;
                }
            }
        },
        |copy, place, _| {
            if let (Some(id), None) = place {
                for section in copy.sections.iter_mut().filter(|section| section.id == *id) {
                    section.questions.iter_mut().for_each(|one| one.kind = without_jumps(&one.kind));
                }
            }
        },
        // Whatever stands before an unreached section leads to it.
        |copy, place, _| {
            let at = copy.sections.iter().position(|section| Some(&section.id) == place.0.as_ref());
            let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| copy.sections.get_mut(at));
            before.into_iter().for_each(|section| section.after = None);
        },
        |copy, _, _| copy.event_time = None,
        |copy, _, _| copy.title_from = None,
        |copy, _, _| copy.marks = Marks::default(),
        |copy, _, _| copy.episodes.clear(),
        |copy, _, _| copy.notices.clear(),
        |copy, _, _| copy.translations.clear(),
        |copy, _, _| {
            copy.leads_to.clear();
            copy.source = None;
        },
    ];
    steps.into_iter().map(|step| {
        let mut copy = definition.clone();
        step(&mut copy, place, fault);
        copy
    })
}

fn question<'a>(copy: &'a mut Definition, place: &Place) -> Option<&'a mut Question> {
    let id = place.1.as_ref()?;
    for outer in copy.sections.iter_mut().flat_map(|section| &mut section.questions) {
        if outer.id == *id {
            return Some(outer);
        }
        let inner = match &mut outer.kind {
            Kind::EachChild { questions } => questions,
            Kind::Group(group) => &mut group.questions,
            _ => continue,
        };
        if let Some(found) = inner.iter_mut().find(|one| one.id == *id) {
            return Some(found);
        }
    }
    None
}

/// The condition at a place.
fn conditions<'a>(copy: &'a mut Definition, place: &Place) -> Vec<&'a mut Option<Condition>> {
    match place {
        (_, Some(_)) => question(copy, place).into_iter().map(|one| &mut one.when).collect(),
        (Some(id), None) => {
            let sections = copy.sections.iter_mut().filter(|section| section.id == *id);
            sections.map(|section| &mut section.when).collect()
        }
        _ => Vec::new(),
    }
}

/// A condition without the tests that the fault is about.
fn without(condition: Condition, fault: &Fault) -> Option<Condition> {
    let among = |parts: Vec<Condition>| -> Option<Vec<Condition>> {
        let parts: Vec<_> = parts.into_iter().filter_map(|part| without(part, fault)).collect();
        (!parts.is_empty()).then_some(parts)
    };
    match condition {
        Condition::All(parts) => among(parts).map(Condition::All),
        Condition::Any(parts) => among(parts).map(Condition::Any),
        Condition::Not(part) => without(*part, fault).map(|part| Condition::Not(Box::new(part))),
        Condition::Answer { question, test: Test::AnyOf(mut ids) } => {
            match fault {
                Fault::UnknownChoice { question: of, choice } if *of == question => ids.retain(|id| id != choice),
                _ if named(fault) == Some(&question) => ids.clear(),
                _ => {}
            }
            (!ids.is_empty()).then_some(Condition::Answer { question, test: Test::AnyOf(ids) })
        }
        Condition::Answer { question, test } => {
            (named(fault) != Some(&question)).then_some(Condition::Answer { question, test })
        }
        Condition::Child(ChildTest::Status(mut any_of)) => {
            any_of.retain(|status| !matches!(fault, Fault::UnknownStatus(unknown) if unknown == status));
            (!any_of.is_empty()).then_some(Condition::Child(ChildTest::Status(any_of)))
        }
        Condition::Child(age) => Some(Condition::Child(age)),
    }
}

fn without_jumps(kind: &Kind) -> Kind {
    let plain = |choices: &Choices| {
        let mut choices = choices.clone();
        choices.choices.iter_mut().for_each(|choice| choice.go_to = None);
        choices
    };
    match kind {
        Kind::OneChoice(choices) => Kind::OneChoice(plain(choices)),
        Kind::ManyChoices(choices) => Kind::ManyChoices(plain(choices)),
        Kind::DropDown(choices) => Kind::DropDown(plain(choices)),
        other => other.clone(),
    }
}

fn without_references(kind: &Kind) -> Kind {
    match kind {
        Kind::Date(rules) => {
            let mut rules = rules.clone();
            rules.not_before_question = None;
            Kind::Date(rules)
        }
        // Still a number, so that nothing is said of those who refer to it.
        Kind::Calculated(_) => Kind::Number(NumberRules { min: None, max: None, unit: None, whole: false }),
        other => other.clone(),
    }
}
