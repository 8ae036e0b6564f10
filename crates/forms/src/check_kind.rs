//! What a question may refer to, by its kind.

use crate::{
    check::References,
    condition::Test,
    definition::{Calculation, DateParts, DateRules, GridPart, Kind, Prefill, Question},
    fault::Fault,
};

/// Whether a condition may make this test of this kind of question.
pub(crate) fn suits(test: &Test, kind: &Kind) -> bool {
    match test {
        Test::Answered => !matches!(kind, Kind::Statement | Kind::Image(_)),
        Test::Yes | Test::No => *kind == Kind::YesNo,
        Test::AnyOf(_) => kind.choices().is_some(),
        Test::Marked(row, column) => match kind {
            Kind::ChoiceGrid(grid) | Kind::TickGrid(grid) => {
                let has = |parts: &[GridPart], id: &str| parts.iter().any(|part| part.id == id);
                has(&grid.rows, row) && has(&grid.columns, column)
            }
            _ => false,
        },
        Test::AtLeast(_) | Test::AtMost(_) => is_number(kind) || matches!(kind, Kind::Calculated(_)),
    }
}

fn is_number(kind: &Kind) -> bool {
    matches!(kind, Kind::Number(_) | Kind::Scale(_) | Kind::Rating(_))
}

/// A date that can be known to the day and year.
fn is_day(kind: &Kind) -> bool {
    matches!(kind, Kind::Date(DateRules { parts: DateParts::Day | DateParts::WithTime, .. }))
}

/// What is filled in when a draft begins must be something that the kind takes.
pub(crate) fn check_start(question: &Question) -> Result<(), Fault> {
    let is_text = matches!(question.kind, Kind::ShortText(_) | Kind::LongText(_));
    let prefills = match question.prefill {
        None => true,
        Some(Prefill::Today) => matches!(question.kind, Kind::Date(_)),
        Some(Prefill::ChildBorn) => is_day(&question.kind),
        Some(Prefill::AuthorName | Prefill::ChildName) => is_text || question.kind == Kind::Person,
        Some(Prefill::AuthorTeam) => is_text || question.kind == Kind::Team,
    };
    let from_last = question.from_last.is_none() || matches!(question.kind, Kind::Group(_));
    if prefills && from_last { Ok(()) } else { Err(Fault::Prefill(question.id.clone())) }
}

/// What it works with must be earlier, within reach, and of a kind to work with.
pub(crate) fn check_calculation(
    references: &References<'_>,
    question: &Question,
    calculation: &Calculation,
    container: Option<&Question>,
) -> Result<(), Fault> {
    let inside = container.map(|container| container.id.as_str());
    let each = |id: &String, sound: fn(&Kind) -> bool| {
        let kind = &references.earlier(id, inside)?.kind;
        if sound(kind) { Ok(()) } else { Err(Fault::WrongKind(id.clone())) }
    };
    match calculation {
        Calculation::AgeAt { born, at } => {
            let of_child = container.is_some_and(|container| matches!(container.kind, Kind::EachChild { .. }));
            if born.is_none() && !of_child {
                return Err(Fault::NoBirthDate(question.id.clone()));
            }
            born.iter().chain(at).try_for_each(|id| each(id, is_day))
        }
        Calculation::DaysBetween { from, to } => [from, to].into_iter().try_for_each(|id| each(id, is_day)),
        Calculation::DaysSince { from } => each(from, is_day),
        Calculation::HoursBetween { from: [from_day, from_time], to: [to_day, to_time] } => {
            [from_day, to_day].into_iter().try_for_each(|id| each(id, is_day))?;
            [from_time, to_time].into_iter().try_for_each(|id| each(id, |kind| *kind == Kind::Time))
        }
        Calculation::Sum { of } if of.is_empty() => Err(Fault::Empty(format!("question \"{}\"", question.id))),
        Calculation::Sum { of } => of.iter().try_for_each(|id| each(id, is_number)),
    }
}
