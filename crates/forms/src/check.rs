use std::collections::{BTreeMap, BTreeSet};

use crate::{
    condition::{Condition, Test},
    definition::{Definition, END, Kind, Question, Section},
    fault::{Fault, FormFault},
    place::{Lines, Source},
};

/// Follows every reference of a definition: conditions, limits, jumps, the event's date.
pub(crate) fn check(definition: &Definition, source: &Source<'_>, lines: &Lines) -> Result<(), FormFault> {
    let at_question = |id: &str, fault| {
        let line = lines.questions.get(id).copied().unwrap_or(1);
        source.fault(line, fault)
    };
    let at_section = |id: &str, fault| {
        let line = lines.sections.get(id).copied().unwrap_or(1);
        source.fault(line, fault)
    };

    let mut references = References::of(definition);
    for section in &definition.sections {
        references.condition(section.when.as_ref(), None).map_err(|fault| at_section(&section.id, fault))?;
        for question in &section.questions {
            references.question(question, None).map_err(|fault| at_question(&question.id, fault))?;
            for inner in question.kind.inner().unwrap_or_default() {
                references.question(inner, Some(&question.id)).map_err(|fault| at_question(&inner.id, fault))?;
                references.asked.insert(&inner.id);
            }
            references.asked.insert(&question.id);
        }
    }
    for section in &definition.sections {
        check_jumps(definition, section).map_err(|(place, fault)| match place {
            Some(question) => at_question(question, fault),
            None => at_section(&section.id, fault),
        })?;
    }
    check_reach(definition).map_err(|(id, fault)| at_section(id, fault))?;
    check_event(definition, &references).map_err(|(id, fault)| at_question(id, fault))
}

/// Every question by id, and which of them come earlier as the walk goes on.
struct References<'a> {
    all: BTreeMap<&'a str, (&'a Question, Option<&'a str>)>,
    asked: BTreeSet<&'a str>,
}

impl<'a> References<'a> {
    fn of(definition: &'a Definition) -> Self {
        let mut all = BTreeMap::new();
        for question in definition.sections.iter().flat_map(|s| &s.questions) {
            all.insert(question.id.as_str(), (question, None));
            for inner in question.kind.inner().unwrap_or_default() {
                all.insert(inner.id.as_str(), (inner, Some(question.id.as_str())));
            }
        }
        Self { all, asked: BTreeSet::new() }
    }

    /// An earlier question that can be seen from inside `container`, or from the form itself.
    fn earlier(&self, id: &str, container: Option<&str>) -> Result<&'a Question, Fault> {
        let Some((question, inside)) = self.all.get(id) else {
            return Err(Fault::UnknownQuestion(id.to_owned()));
        };
        if !self.asked.contains(id) {
            return Err(Fault::LaterQuestion(id.to_owned()));
        }
        if inside.is_some() && *inside != container {
            return Err(Fault::OutOfReach(id.to_owned()));
        }
        Ok(question)
    }

    fn question(&self, question: &Question, container: Option<&str>) -> Result<(), Fault> {
        self.condition(question.when.as_ref(), container)?;
        if let Kind::Date(rules) = &question.kind
            && let Some(other) = &rules.not_before_question
            && !matches!(self.earlier(other, container)?.kind, Kind::Date(_))
        {
            return Err(Fault::WrongKind(other.clone()));
        }
        Ok(())
    }

    fn condition(&self, condition: Option<&Condition>, container: Option<&str>) -> Result<(), Fault> {
        for (id, test) in condition.map(Condition::tests).unwrap_or_default() {
            let question = self.earlier(id, container)?;
            match test {
                Test::Answered => {}
                Test::Yes | Test::No if question.kind == Kind::YesNo => {}
                Test::AnyOf(ids) if question.kind.choices().is_some() => {
                    check_offered(question, ids)?;
                }
                _ => return Err(Fault::WrongKind(id.to_owned())),
            }
        }
        Ok(())
    }
}

fn check_offered(question: &Question, ids: &[String]) -> Result<(), Fault> {
    let Some(choices) = question.kind.choices() else {
        return Ok(());
    };
    for id in ids {
        if choices.label(id).is_none() && !(id == "other" && choices.other) {
            return Err(Fault::UnknownChoice { question: question.id.clone(), choice: id.clone() });
        }
    }
    Ok(())
}

/// Jumps come from a single choice of the form itself, once a section, and go forward.
fn check_jumps<'a>(definition: &Definition, section: &'a Section) -> Result<(), (Option<&'a str>, Fault)> {
    if let Some(to) = &section.after {
        check_forward(definition, section, to).map_err(|fault| (None, fault))?;
    }
    let mut jumping = None;
    for question in &section.questions {
        for inner in question.kind.inner().unwrap_or_default() {
            if targets(inner).next().is_some() {
                let fault = Fault::JumpNotAllowed(inner.id.clone());
                return Err((Some(&inner.id), fault));
            }
        }
        for to in targets(question) {
            if matches!(question.kind, Kind::ManyChoices(_)) {
                let fault = Fault::JumpNotAllowed(question.id.clone());
                return Err((Some(&question.id), fault));
            }
            if jumping.is_some_and(|id: &str| id != question.id) {
                return Err((None, Fault::TwoJumps(section.id.clone())));
            }
            jumping = Some(question.id.as_str());
            check_forward(definition, section, to).map_err(|fault| (Some(&*question.id), fault))?;
        }
    }
    Ok(())
}

fn targets(question: &Question) -> impl Iterator<Item = &str> {
    question
        .kind
        .choices()
        .map(|choices| choices.choices.as_slice())
        .unwrap_or_default()
        .iter()
        .filter_map(|choice| choice.go_to.as_deref())
}

fn check_forward(definition: &Definition, from: &Section, to: &str) -> Result<(), Fault> {
    if to == END {
        return Ok(());
    }
    let place = |id: &str| definition.sections.iter().position(|s| s.id == id);
    let Some(target) = place(to) else {
        return Err(Fault::UnknownSection(to.to_owned()));
    };
    if place(&from.id).is_some_and(|start| target <= start) {
        return Err(Fault::Loop { section: from.id.clone(), to: to.to_owned() });
    }
    Ok(())
}

/// Ways only lead forward, so one pass in file order finds every section that is reached.
fn check_reach(definition: &Definition) -> Result<(), (&str, Fault)> {
    let mut reached = BTreeSet::from([definition.sections.first().map_or("", |s| s.id.as_str())]);
    for (index, section) in definition.sections.iter().enumerate() {
        if !reached.contains(section.id.as_str()) {
            let fault = Fault::Unreachable(section.id.clone());
            return Err((&section.id, fault));
        }
        let next = definition.sections.get(index + 1).map(|s| s.id.as_str());
        reached.extend(section.after.as_deref().or(next));
        reached.extend(section.questions.iter().flat_map(targets));
    }
    Ok(())
}

/// A record without its date could not stand on a timeline: it must be asked whatever is answered.
fn check_event<'a>(definition: &'a Definition, references: &References<'_>) -> Result<(), (&'a str, Fault)> {
    let top = |id: &'a str| match references.all.get(id) {
        None => Err((id, Fault::UnknownQuestion(id.to_owned()))),
        Some((_, Some(_))) => Err((id, Fault::OutOfReach(id.to_owned()))),
        Some((question, None)) => Ok(*question),
    };
    let event = &definition.event_time;
    let date = top(&event.question)?;
    if !matches!(date.kind, Kind::Date(_)) {
        return Err((&event.question, Fault::WrongKind(event.question.clone())));
    }
    let always =
        definition.sections.first().is_some_and(|s| s.when.is_none() && s.questions.iter().any(|q| q.id == date.id));
    if !always || !date.required || date.when.is_some() {
        return Err((&event.question, Fault::EventDate(event.question.clone())));
    }
    if let Some(time) = &event.time_question
        && top(time)?.kind != Kind::Time
    {
        return Err((time, Fault::WrongKind(time.clone())));
    }
    if let Some(title) = &definition.title_from
        && top(title)?.kind.inner().is_some()
    {
        return Err((title, Fault::WrongKind(title.clone())));
    }
    if let Some(significant) = &definition.marks.significant
        && top(significant)?.kind != Kind::YesNo
    {
        return Err((significant, Fault::WrongKind(significant.clone())));
    }
    if let Some(seen) = &definition.marks.seen {
        let asked_of_each = definition
            .sections
            .iter()
            .flat_map(|section| &section.questions)
            .filter(|question| matches!(question.kind, Kind::EachChild { .. }))
            .flat_map(|question| question.kind.inner().unwrap_or_default())
            .any(|inner| inner.id == *seen && inner.kind == Kind::YesNo);
        if !asked_of_each {
            return Err((seen, Fault::WrongKind(seen.clone())));
        }
    }
    Ok(())
}
