use std::collections::{HashMap, HashSet};

use crate::{
    check_kind::{check_calculation, check_start, suits},
    condition::{CHILD_STATUSES, ChildTest, Condition, Test},
    definition::{DateParts, Definition, END, EventTimeFrom, Kind, Question, Section},
    fault::{Fault, FormFault},
    language::check_translations,
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
                references.question(inner, Some(question)).map_err(|fault| at_question(&inner.id, fault))?;
                references.asked.insert(&inner.id);
            }
            references.asked.insert(&question.id);
        }
    }
    let order = definition.sections.iter().zip(0..).map(|(section, place)| (section.id.as_str(), place)).collect();
    for section in &definition.sections {
        check_jumps(&order, section).map_err(|(place, fault)| match place {
            Some(question) => at_question(question, fault),
            None => at_section(&section.id, fault),
        })?;
    }
    check_reach(definition).map_err(|(id, fault)| at_section(id, fault))?;
    check_event(definition, &references).map_err(|(id, fault)| at_question(id, fault))?;
    check_marks(definition, &references).map_err(|(id, fault)| at_question(id, fault))?;
    check_episodes(definition, &references).map_err(|(id, fault)| at_question(&id, fault))?;
    check_leads(definition, &references).map_err(|(id, fault)| at_question(id, fault))?;
    check_translations(definition).map_err(|fault| source.fault(1, fault))
}

/// Every question by id, and which of them come earlier as the walk goes on.
pub(crate) struct References<'a> {
    all: HashMap<&'a str, (&'a Question, Option<&'a str>)>,
    asked: HashSet<&'a str>,
    /// The choices of each question with many, so that long lists are looked through once.
    choices: HashMap<&'a str, HashSet<&'a str>>,
}

impl<'a> References<'a> {
    fn of(definition: &'a Definition) -> Self {
        let mut all = HashMap::new();
        let mut choices = HashMap::new();
        let mut add = |question: &'a Question, inside: Option<&'a str>| {
            all.insert(question.id.as_str(), (question, inside));
            if let Some(offered) = question.kind.choices() {
                let ids = offered.choices.iter().map(|choice| choice.id.as_str());
                choices.insert(question.id.as_str(), ids.chain(offered.other.then_some("other")).collect());
            }
        };
        for question in definition.sections.iter().flat_map(|s| &s.questions) {
            add(question, None);
            for inner in question.kind.inner().unwrap_or_default() {
                add(inner, Some(question.id.as_str()));
            }
        }
        Self { all, asked: HashSet::new(), choices }
    }

    /// An earlier question that can be seen from inside `container`, or from the form itself.
    pub(crate) fn earlier(&self, id: &str, container: Option<&str>) -> Result<&'a Question, Fault> {
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

    fn is_each_child(&self, id: &str) -> bool {
        self.all.get(id).is_some_and(|(question, _)| matches!(question.kind, Kind::EachChild { .. }))
    }

    fn question(&self, question: &Question, container: Option<&Question>) -> Result<(), Fault> {
        let inside = container.map(|container| container.id.as_str());
        self.condition(question.when.as_ref(), inside)?;
        check_start(question)?;
        match &question.kind {
            Kind::Date(rules) => match &rules.not_before_question {
                Some(other) if !has_year(&self.earlier(other, inside)?.kind) => Err(Fault::WrongKind(other.clone())),
                _ => Ok(()),
            },
            Kind::Calculated(calculation) => check_calculation(self, question, calculation, container),
            _ => Ok(()),
        }
    }

    fn condition(&self, condition: Option<&Condition>, container: Option<&str>) -> Result<(), Fault> {
        let Some(condition) = condition else { return Ok(()) };
        for (id, test) in condition.tests() {
            let question = self.earlier(id, container)?;
            if !suits(test, &question.kind) {
                return Err(Fault::WrongKind(id.to_owned()));
            }
            if let (Test::AnyOf(ids), Some(offered)) = (test, self.choices.get(id))
                && let Some(choice) = ids.iter().find(|one| !offered.contains(one.as_str()))
            {
                return Err(Fault::UnknownChoice { question: question.id.clone(), choice: choice.clone() });
            }
        }
        for test in condition.child_tests() {
            if let ChildTest::Status(any_of) = test
                && let Some(status) = any_of.iter().find(|status| !CHILD_STATUSES.contains(&status.as_str()))
            {
                return Err(Fault::UnknownStatus(status.clone()));
            }
        }
        Ok(())
    }
}

fn has_year(kind: &Kind) -> bool {
    matches!(kind, Kind::Date(rules) if matches!(rules.parts, DateParts::Day | DateParts::WithTime))
}

/// The place of each section in the file.
type Order<'a> = HashMap<&'a str, usize>;

/// Jumps come from a single choice of the form itself, once a section, and go forward.
fn check_jumps<'a>(order: &Order<'_>, section: &'a Section) -> Result<(), (Option<&'a str>, Fault)> {
    if let Some(to) = &section.after {
        check_forward(order, section, to).map_err(|fault| (None, fault))?;
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
            check_forward(order, section, to).map_err(|fault| (Some(&*question.id), fault))?;
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

fn check_forward(order: &Order<'_>, from: &Section, to: &str) -> Result<(), Fault> {
    if to == END {
        return Ok(());
    }
    let Some(target) = order.get(to) else {
        return Err(Fault::UnknownSection(to.to_owned()));
    };
    if order.get(from.id.as_str()).is_some_and(|start| target <= start) {
        return Err(Fault::Loop { section: from.id.clone(), to: to.to_owned() });
    }
    Ok(())
}

/// Ways only lead forward, so one pass in file order finds every section that is reached.
fn check_reach(definition: &Definition) -> Result<(), (&str, Fault)> {
    let mut reached = HashSet::from([definition.sections.first().map_or("", |s| s.id.as_str())]);
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

type Checked<'a> = Result<(), (&'a str, Fault)>;

/// A question of the form itself.
fn top<'a, 'q>(references: &References<'q>, id: &'a str) -> Result<&'q Question, (&'a str, Fault)> {
    match references.all.get(id) {
        None => Err((id, Fault::UnknownQuestion(id.to_owned()))),
        Some((_, Some(_))) => Err((id, Fault::OutOfReach(id.to_owned()))),
        Some((question, None)) => Ok(question),
    }
}

/// A date that a record goes by on a timeline must be asked whatever is answered, to the day.
fn check_event<'a>(definition: &'a Definition, references: &References<'_>) -> Checked<'a> {
    let Some(EventTimeFrom { question, time_question }) = &definition.event_time else { return Ok(()) };
    let date = top(references, question)?;
    if !matches!(&date.kind, Kind::Date(rules) if has_year(&date.kind) && !rules.approximate) {
        return Err((question, Fault::WrongKind(question.clone())));
    }
    let always =
        definition.sections.first().is_some_and(|s| s.when.is_none() && s.questions.iter().any(|q| q.id == date.id));
    if !always || !date.required || date.when.is_some() {
        return Err((question, Fault::EventDate(question.clone())));
    }
    match time_question {
        Some(time) if top(references, time)?.kind != Kind::Time => Err((time, Fault::WrongKind(time.clone()))),
        _ => Ok(()),
    }
}

/// What filing does to episodes is read from dates, times and choices of the form or of each child.
fn check_episodes(definition: &Definition, references: &References<'_>) -> Result<(), (String, Fault)> {
    let is_time = |kind: &Kind| *kind == Kind::Time;
    for mark in &definition.episodes {
        for date in [&mark.date, &mark.begun, &mark.own_date].into_iter().flatten() {
            of_form_or_child(references, date, has_year)?;
        }
        for time in [&mark.time, &mark.begun_time].into_iter().flatten() {
            of_form_or_child(references, time, is_time)?;
        }
        for question in mark.details.values() {
            of_form_or_child(references, question, is_detail)?;
        }
        check_meant(references, mark.only_if.as_ref())?;
    }
    definition.notices.iter().try_for_each(|notice| check_meant(references, notice.when.as_ref()))
}

fn is_detail(kind: &Kind) -> bool {
    kind.choices().is_some() || matches!(kind, Kind::YesNo | Kind::ShortText(_) | Kind::Person | Kind::Team)
}

/// A question of the form, or of each child; not one of a group.
fn of_form_or_child(references: &References<'_>, id: &str, suits: fn(&Kind) -> bool) -> Result<(), (String, Fault)> {
    let refuse = |fault| Err((id.to_owned(), fault));
    match references.all.get(id) {
        None => refuse(Fault::UnknownQuestion(id.to_owned())),
        Some((_, Some(container))) if !references.is_each_child(container) => refuse(Fault::OutOfReach(id.to_owned())),
        Some((question, _)) if !suits(&question.kind) => refuse(Fault::WrongKind(id.to_owned())),
        Some(_) => Ok(()),
    }
}

/// A condition that is looked at once everything is answered.
fn check_meant(references: &References<'_>, condition: Option<&Condition>) -> Result<(), (String, Fault)> {
    let Some(condition) = condition else { return Ok(()) };
    let tests = condition.tests();
    let inside = |id: &str| references.all.get(id).and_then(|(_, inside)| *inside);
    let container = tests.iter().find_map(|(id, _)| inside(id)).filter(|id| references.is_each_child(id));
    let first = tests.first().map(|(id, _)| (*id).to_owned()).unwrap_or_default();
    references.condition(Some(condition), container).map_err(|fault| (first, fault))
}

/// Whatever another form takes over is asked here.
fn check_leads<'a>(definition: &'a Definition, references: &References<'_>) -> Checked<'a> {
    let mut taken = definition.leads_to.iter().flat_map(|way| way.answers.values());
    taken.try_for_each(|question| top(references, question).map(|_| ()))
}

/// What is taken from answers: the title, and the marks in lists.
fn check_marks<'a>(definition: &'a Definition, references: &References<'_>) -> Checked<'a> {
    if let Some(title) = &definition.title_from {
        let kind = &top(references, title)?.kind;
        if kind.inner().is_some() || matches!(kind, Kind::Statement | Kind::Image(_)) {
            return Err((title, Fault::WrongKind(title.clone())));
        }
    }
    if let Some(significant) = &definition.marks.significant
        && top(references, significant)?.kind != Kind::YesNo
    {
        return Err((significant, Fault::WrongKind(significant.clone())));
    }
    let of_each_child = |id: &str| {
        let (question, inside) = references.all.get(id)?;
        let (container, _) = references.all.get((*inside)?)?;
        matches!(container.kind, Kind::EachChild { .. }).then_some(*question)
    };
    if let Some(seen) = &definition.marks.seen
        && of_each_child(seen).is_none_or(|question| question.kind != Kind::YesNo)
    {
        return Err((seen, Fault::WrongKind(seen.clone())));
    }
    if let Some(voice) = &definition.marks.voice {
        let question = match of_each_child(voice) {
            Some(question) => question,
            None => top(references, voice)?,
        };
        if !matches!(question.kind, Kind::ShortText(_) | Kind::LongText(_)) {
            return Err((voice, Fault::WrongKind(voice.clone())));
        }
    }
    Ok(())
}
