//! What cannot be: the same rules for a screen, the command line and an import.

use chrono::{Datelike, NaiveDate};

use super::{Fact, RELATIONS, Target, Told};
use crate::limits::shipped;

/// Why a fact cannot be kept as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FactFault {
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsBeforeItBegins,
    /// It began in the future.
    #[error("it begins in the future")]
    InTheFuture,
    /// A year that nobody on file can have lived in: before 1900, or after 2200.
    #[error("the year cannot be right")]
    YearCannotBe,
    /// A text that it cannot do without is empty.
    #[error("{0} is needed")]
    Needed(&'static str),
    /// A text is longer than it may be.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// Somebody in a relationship to, or the same as, themselves.
    #[error("both are the same person")]
    ToOneself,
    /// A word that is not in the list.
    #[error("{0} is not known")]
    NotInList(&'static str),
    /// A warning is reviewed within a year.
    #[error("the review is more than a year after the warning began")]
    ReviewTooFar,
}

const LINE: usize = 255;
const TEXT: usize = 20_000;
/// What a document's words may be: a body has 4 MiB.
const WORDS: usize = 1 << 20;

/// A fact that can be kept.
///
/// # Errors
/// [`FactFault`], the first one found.
pub fn checked(fact: &Fact, today: NaiveDate) -> Result<(), FactFault> {
    let (from, until) = (fact.from(), fact.until());
    for day in [from, until].into_iter().flatten() {
        if day.year() < 1900 || day.year() > 2200 {
            return Err(FactFault::YearCannotBe);
        }
    }
    if let Fact::Episode(episode) = fact
        && let Some(until) = &episode.until
        && *until < episode.from
        && (until.date < episode.from.date || (until.time.is_some() && episode.from.time.is_some()))
    {
        return Err(FactFault::EndsBeforeItBegins);
    }
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        return Err(FactFault::EndsBeforeItBegins);
    }
    if from.is_some_and(|from| from > today) && !plans_ahead(fact) {
        return Err(FactFault::InTheFuture);
    }
    words(fact)
}

/// Allocations, legal statuses and the organisation's own data may be decided for a later day.
fn plans_ahead(fact: &Fact) -> bool {
    matches!(fact, Fact::Allocation(_) | Fact::Team(_) | Fact::Service(_) | Fact::TimeLimit(_) | Fact::Episode(_))
}

fn words(fact: &Fact) -> Result<(), FactFault> {
    match fact {
        Fact::OtherName(fact) => line("name", &fact.name),
        Fact::Identifier(fact) => line("identifier", &fact.value),
        Fact::Address(fact) => {
            // Somebody may know no more than the postcode.
            needed("address", &[&fact.lines, fact.postcode.as_deref().unwrap_or_default()].concat())?;
            most("address", &fact.lines, TEXT)?;
            most("note", &fact.note, TEXT)
        }
        Fact::PhoneOrEmail(fact) => {
            line("phone_or_email", &fact.value)?;
            most("note", &fact.note, TEXT)
        }
        Fact::SamePerson(fact) if fact.one == fact.other => Err(FactFault::ToOneself),
        Fact::SamePerson(fact) => {
            text("reason", &fact.reason)?;
            line("approved_by", &fact.approved_by)
        }
        Fact::Relationship(fact) if fact.of == fact.to => Err(FactFault::ToOneself),
        Fact::Relationship(fact) => {
            let known = RELATIONS.iter().any(|relation| relation.code == fact.relation);
            known.then_some(()).ok_or(FactFault::NotInList("relation"))?;
            most("note", &fact.note, TEXT)
        }
        Fact::NotKnown(fact) => text("because", &fact.because),
        Fact::Warning(fact) => {
            text("text", &fact.text)?;
            if let Some(Told::No { because }) = &fact.told {
                text("because", because)?;
            }
            let last = fact.from.checked_add_months(chrono::Months::new(12)).unwrap_or(fact.from);
            let renewed = !fact.review_note.is_empty();
            match fact.review_by {
                Some(by) if by > last && !renewed => Err(FactFault::ReviewTooFar),
                Some(by) if by < fact.from => Err(FactFault::EndsBeforeItBegins),
                _ => Ok(()),
            }
        }
        Fact::Allocation(fact) => {
            line("team", &fact.team)?;
            fact.worker.as_ref().map_or(Ok(()), |worker| line("worker", &worker.name))?;
            most("handover", &fact.handover, TEXT)
        }
        Fact::Episode(fact) => most("note", &fact.note, TEXT),
        Fact::Summary(fact) => {
            text("who_am_i", &fact.who_am_i)?;
            most("what_matters", &fact.what_matters, TEXT)?;
            most("what_next", &fact.what_next, TEXT)
        }
        Fact::Mark(fact) => most("headline", &fact.headline, LINE),
        Fact::NotTold(fact) => {
            let whole = matches!(fact.of, Target::Fact(_));
            if !whole {
                most("passage", &fact.passage, TEXT)?;
            }
            text("because", &fact.because)
        }
        Fact::Sent(fact) => {
            line("what", &fact.what)?;
            line("to", &fact.to)?;
            line("how", &fact.how)
        }
        Fact::Document(fact) => {
            line("title", &fact.title)?;
            fact.file.as_ref().map_or(Ok(()), |file| most("words", &file.words, WORDS))
        }
        Fact::Service(fact) => line("name", &fact.name),
        Fact::Team(fact) => {
            line("name", &fact.name)?;
            line("service", &fact.service)
        }
        Fact::TimeLimit(fact) => {
            let ships = shipped().iter().any(|limit| limit.id == fact.limit);
            ships.then_some(()).ok_or(FactFault::NotInList("limit"))?;
            if fact.amount == 0 {
                return Err(FactFault::Needed("amount"));
            }
            if fact.amount > fact.unit.most() {
                return Err(FactFault::TooLong("amount"));
            }
            line("source", &fact.source)
        }
    }
}

fn line(name: &'static str, value: &str) -> Result<(), FactFault> {
    needed(name, value)?;
    most(name, value, LINE)
}

fn text(name: &'static str, value: &str) -> Result<(), FactFault> {
    needed(name, value)?;
    most(name, value, TEXT)
}

fn needed(name: &'static str, value: &str) -> Result<(), FactFault> {
    if value.trim().is_empty() { Err(FactFault::Needed(name)) } else { Ok(()) }
}

fn most(name: &'static str, value: &str, most: usize) -> Result<(), FactFault> {
    if value.chars().count() > most { Err(FactFault::TooLong(name)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Address, AddressUse};

    #[test]
    fn an_address_of_which_only_the_postcode_is_known_can_be_kept_and_one_of_nothing_cannot() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let of = |postcode: Option<&str>| {
            Fact::Address(Address {
                lines: String::new(),
                postcode: postcode.map(str::to_owned),
                used: AddressUse::Home,
                from: None,
                until: None,
                do_not_contact: false,
                hidden: false,
                hidden_from: Vec::new(),
                note: String::new(),
            })
        };
        assert_eq!(checked(&of(Some("E8 1AA")), today), Ok(()));
        assert_eq!(checked(&of(Some(" ")), today), Err(FactFault::Needed("address")));
        assert_eq!(checked(&of(None), today), Err(FactFault::Needed("address")));
    }
}
