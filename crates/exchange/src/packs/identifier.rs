//! A row that is a number or code by which somebody is known.

use domain::{
    Fact,
    facts::{IdScheme, Identifier},
    identifiers::check_digit,
};

use super::{
    Cells, Taken, Taking, ids,
    taking::{Fresh, Kept, scheme_name},
    words,
};

pub(super) fn take(taking: &mut Taking<'_>, cells: &Cells<'_>, taken: &mut Taken) {
    let Some(person) = taking.about(cells, taken) else { return };
    let value = taking.text(cells, "value");
    if value.is_empty() {
        taken.left_out("no_value");
        return;
    }
    // An identifier has no note: what has no place is said, and the number is kept.
    let mut kept = Kept::default();
    let scheme = taking.word(cells, "scheme", words::scheme, &mut kept, taken).unwrap_or(IdScheme::Other);
    let from = taking.planned_day(cells, "from", &mut kept, taken);
    let mut until = taking.planned_day(cells, "until", &mut kept, taken);
    if from > until && until.is_some() {
        taken.known("ends_before_begins");
        until = None;
    }
    if check_digit(scheme, value) == Some(false) {
        taken.known("check_digit_wrong");
    }
    let fact = ids::fact_id(taking.system, "identifier", &[&person.to_string(), scheme_name(scheme), value]);
    if !matches!(taking.fresh(fact.0, &[]), Fresh::First) {
        taken.left_out("twice");
        return;
    }
    if let Some(named) = taken.people.first_mut() {
        named.identifiers.push((scheme, value.to_owned()));
    }
    let says = Identifier { scheme, value: value.to_owned(), from, until };
    taking.keep(fact, vec![person], Fact::Identifier(says), taken);
}
