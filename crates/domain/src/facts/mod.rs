//! Facts about people that have a beginning and often an end: addresses, relationships, warnings,
//! allocations, episodes. One shape each, the same on a screen, in an entry, in a pack and in a
//! table. A correction is a new entry about the same [`crate::FactId`]; an end is a date in it.

mod allocation;
mod check;
mod document;
mod episode;
mod hidden;
mod identity;
mod relationship;
mod sharing;
mod story;
mod warning;

pub use allocation::{Allocation, AllocationRole, Priority, Service, Team, TimeLimit, TimeUnit, Worker};
pub use check::{FactFault, checked};
pub use document::{Document, DocumentFile};
pub use episode::{Episode, EpisodeKind};
pub use hidden::{is_kept_from, without_place};
pub use identity::{Address, AddressUse, IdScheme, Identifier, NameUse, OtherName, PhoneOrEmail, ReachBy, SamePerson};
pub use relationship::{FamilyPart, NotKnown, RELATIONS, Relation, Relationship, inverse_of};
pub use sharing::{NotTold, Sent, Unaware};
pub use story::{Mark, Summary, Target};
pub use warning::{Told, Warning, WarningKind};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::PersonId;

/// A fact, by its kind.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fact {
    /// See [`OtherName`].
    OtherName(OtherName),
    /// See [`Identifier`].
    Identifier(Identifier),
    /// See [`Address`].
    Address(Address),
    /// See [`PhoneOrEmail`].
    PhoneOrEmail(PhoneOrEmail),
    /// See [`SamePerson`].
    SamePerson(SamePerson),
    /// See [`Relationship`].
    Relationship(Relationship),
    /// See [`NotKnown`].
    NotKnown(NotKnown),
    /// See [`Warning`].
    Warning(Warning),
    /// See [`Allocation`].
    Allocation(Allocation),
    /// See [`Episode`].
    Episode(Episode),
    /// See [`Summary`].
    Summary(Summary),
    /// See [`Mark`].
    Mark(Mark),
    /// See [`NotTold`].
    NotTold(NotTold),
    /// See [`Sent`].
    Sent(Sent),
    /// See [`Document`].
    Document(Document),
    /// See [`Service`].
    Service(Service),
    /// See [`Team`].
    Team(Team),
    /// See [`TimeLimit`].
    TimeLimit(TimeLimit),
}

crate::named_only!(Fact);

/// The kinds, for lists of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the kind of the fact of its name")]
pub enum FactKind {
    OtherName,
    Identifier,
    Address,
    PhoneOrEmail,
    SamePerson,
    Relationship,
    NotKnown,
    Warning,
    Allocation,
    Episode,
    Summary,
    Mark,
    NotTold,
    Sent,
    Document,
    Service,
    Team,
    TimeLimit,
}

impl FactKind {
    /// As it is written in entries and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OtherName => "other_name",
            Self::Identifier => "identifier",
            Self::Address => "address",
            Self::PhoneOrEmail => "phone_or_email",
            Self::SamePerson => "same_person",
            Self::Relationship => "relationship",
            Self::NotKnown => "not_known",
            Self::Warning => "warning",
            Self::Allocation => "allocation",
            Self::Episode => "episode",
            Self::Summary => "summary",
            Self::Mark => "mark",
            Self::NotTold => "not_told",
            Self::Sent => "sent",
            Self::Document => "document",
            Self::Service => "service",
            Self::Team => "team",
            Self::TimeLimit => "time_limit",
        }
    }
}

impl Fact {
    /// Its kind.
    pub fn kind(&self) -> FactKind {
        match self {
            Self::OtherName(_) => FactKind::OtherName,
            Self::Identifier(_) => FactKind::Identifier,
            Self::Address(_) => FactKind::Address,
            Self::PhoneOrEmail(_) => FactKind::PhoneOrEmail,
            Self::SamePerson(_) => FactKind::SamePerson,
            Self::Relationship(_) => FactKind::Relationship,
            Self::NotKnown(_) => FactKind::NotKnown,
            Self::Warning(_) => FactKind::Warning,
            Self::Allocation(_) => FactKind::Allocation,
            Self::Episode(_) => FactKind::Episode,
            Self::Summary(_) => FactKind::Summary,
            Self::Mark(_) => FactKind::Mark,
            Self::NotTold(_) => FactKind::NotTold,
            Self::Sent(_) => FactKind::Sent,
            Self::Document(_) => FactKind::Document,
            Self::Service(_) => FactKind::Service,
            Self::Team(_) => FactKind::Team,
            Self::TimeLimit(_) => FactKind::TimeLimit,
        }
    }

    /// The day from which it holds, where it has one.
    pub fn from(&self) -> Option<NaiveDate> {
        match self {
            Self::OtherName(fact) => fact.from,
            Self::Identifier(fact) => fact.from,
            Self::Address(fact) => fact.from,
            Self::PhoneOrEmail(fact) => fact.from,
            Self::Relationship(fact) => fact.from,
            Self::Warning(fact) => Some(fact.from),
            Self::Allocation(fact) => Some(fact.from),
            Self::Episode(fact) => Some(fact.from.date),
            Self::Summary(fact) => Some(fact.on),
            Self::Sent(fact) => Some(fact.on),
            Self::Document(fact) => fact.on,
            Self::Service(fact) => Some(fact.from),
            Self::Team(fact) => Some(fact.from),
            Self::TimeLimit(fact) => Some(fact.from),
            Self::SamePerson(_) | Self::NotKnown(_) | Self::Mark(_) | Self::NotTold(_) => None,
        }
    }

    /// The day on which it ended, where it has.
    pub fn until(&self) -> Option<NaiveDate> {
        match self {
            Self::OtherName(fact) => fact.until,
            Self::Identifier(fact) => fact.until,
            Self::Address(fact) => fact.until,
            Self::PhoneOrEmail(fact) => fact.until,
            Self::Relationship(fact) => fact.until,
            Self::Warning(fact) => fact.until,
            Self::Allocation(fact) => fact.until,
            Self::Episode(fact) => fact.until.as_ref().map(|until| until.date),
            Self::Service(fact) => fact.until,
            Self::Team(fact) => fact.until,
            Self::TimeLimit(fact) => fact.until,
            _ => None,
        }
    }

    /// Whether it holds on a day: begun, and not ended before it. On its last day it still holds.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from().is_none_or(|from| from <= day) && self.until().is_none_or(|until| until >= day)
    }

    /// What facts of the kind are looked up by: worker of an allocation, value of an identifier,
    /// postcode of an address. Folded by the store.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::OtherName(fact) => Some(fact.name.clone()),
            Self::Identifier(fact) => Some(fact.value.clone()),
            Self::Address(fact) => fact.postcode.clone(),
            Self::PhoneOrEmail(fact) => Some(fact.value.clone()),
            Self::Allocation(fact) => fact.worker.as_ref().map(Worker::key),
            Self::Episode(fact) => Some(fact.episode.as_str().to_owned()),
            Self::Mark(fact) => Some(fact.of.key()),
            Self::NotTold(fact) => Some(fact.of.key()),
            Self::Team(fact) => Some(fact.name.clone()),
            Self::Service(fact) => Some(fact.name.clone()),
            Self::TimeLimit(fact) => Some(fact.limit.clone()),
            _ => None,
        }
    }

    /// People whom it names, beside those on whose files it stands.
    pub fn people(&self) -> Vec<PersonId> {
        match self {
            Self::Relationship(fact) => vec![fact.of, fact.to],
            Self::SamePerson(fact) => vec![fact.one, fact.other],
            Self::Address(fact) => fact.hidden_from.clone(),
            Self::Warning(fact) => fact.risk_from.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// What they are gathered under: the team of an allocation.
    pub fn group(&self) -> Option<&str> {
        match self {
            Self::Allocation(fact) => Some(&fact.team),
            Self::Team(fact) => Some(&fact.service),
            _ => None,
        }
    }
}
