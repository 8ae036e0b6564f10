//! A family and its professionals, two steps around one person, and what is not known of it.

use std::collections::{BTreeMap, BTreeSet};

use casebook::tables;
use chrono::NaiveDate;
use domain::{
    Action, Fact, FactId, FactKind, PersonField, PersonId, Resource,
    facts::{FamilyPart, RELATIONS, ReachBy, Relationship, inverse_of},
};
use rusqlite::Connection;

use super::{
    FactShown, Showing,
    about::{groups, standing_of},
    hidden::is_kept,
};
use crate::{
    AppFault, Session,
    people::{CaseloadRow, Rows},
    permit::permit,
};

/// How far from the one in the middle a network is shown.
const STEPS: u32 = 2;
/// The most that are shown: a whole street of relatives would be no picture any more.
const MOST: usize = 150;

/// Somebody in a family.
pub struct Member {
    /// Who.
    pub row: CaseloadRow,
    /// What they are to `to`: one of [`RELATIONS`].
    pub relation: &'static str,
    /// To whom they are that: the one in the middle, or one who is beside them.
    pub to: PersonId,
    /// The relationship.
    pub fact: FactId,
    /// 1 for those beside the one in the middle, 2 for those beyond.
    pub steps: u32,
    /// A professional.
    pub professional: bool,
    /// Has parental responsibility for `to`; none when nobody asked.
    pub parental_responsibility: Option<bool>,
    /// Main carer of `to`.
    pub main_carer: bool,
    /// In one household with `to`.
    pub lives_with: bool,
    /// First day, where known.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Holds today.
    pub holds: bool,
    /// Anything to know.
    pub note: String,
    /// Warnings on their own files that hold today.
    pub warnings: u32,
    /// A number that may be called. None where their address is kept from the person who acts: a
    /// number leads to a place.
    pub phone: Option<String>,
}

/// A family and its professionals.
pub struct Network {
    /// The one in the middle.
    pub row: CaseloadRow,
    /// Family first, the nearest first; then professionals.
    pub members: Vec<Member>,
    /// Parts of the family of which nothing is known, with the reason.
    pub not_known: Vec<FactShown>,
    /// Parts of a child's family that are neither there nor explained.
    pub missing: Vec<&'static str>,
}

/// The network around a person.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn network(session: &Session, person: PersonId) -> Result<Network, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    session.casebook.read(|reading| {
        let rows = Rows::new(session, reading)?;
        let row = rows.of(person)?;
        let middle = groups(reading, &[person])?;
        let ties = around(reading, person, &middle)?;
        let mut showing = Showing::new(session, reading, None);
        let mut not_known = Vec::new();
        for file in &middle {
            for known in tables::fact::of(reading, *file, FactKind::NotKnown)? {
                not_known.push(showing.fact(known)?);
            }
        }
        let child = matches!(row.person.kind.as_str(), "child" | "unborn_child");
        let missing = if child { missing(reading, &ties, &not_known)? } else { Vec::new() };
        let today = showing.today();
        let mut members = Vec::with_capacity(ties.len());
        for tie in ties {
            // Somebody whose own entry has not arrived yet has no row.
            if let Some(found) = tables::person::find(reading, tie.who)? {
                let phone = phone_of(session, reading, tie.who, today)?;
                let warnings = warnings_of(reading, tie.who, today)?;
                members.push(Member { warnings, phone, ..member(tie, rows.row(found)?, today) });
            }
        }
        members.sort_by_key(|member| (member.professional, member.steps, !member.holds));
        Ok(Network { row, members, not_known, missing })
    })
}

/// What the relationship itself says of them.
fn member(tie: Tie, row: CaseloadRow, today: NaiveDate) -> Member {
    let holds = Fact::Relationship(tie.says.clone()).holds_on(today);
    // Responsibility and care are of the one for the other, never both ways.
    let responsible = tie.says.of == tie.who;
    Member {
        professional: tie.professional || row.person.kind == "professional",
        warnings: 0,
        row,
        relation: tie.relation,
        to: tie.to,
        fact: tie.fact,
        steps: tie.steps,
        parental_responsibility: tie.says.parental_responsibility.filter(|_| responsible),
        main_carer: tie.says.main_carer && responsible,
        lives_with: tie.says.lives_with,
        from: tie.says.from,
        until: tie.says.until,
        holds,
        note: tie.says.note,
        phone: None,
    }
}

/// One who was found, and by what.
struct Tie {
    who: PersonId,
    relation: &'static str,
    to: PersonId,
    fact: FactId,
    steps: u32,
    professional: bool,
    says: Relationship,
}

/// Everybody within [`STEPS`], the nearest first. Nobody is found through a professional: a doctor's
/// other children are no family.
fn around(reading: &Connection, person: PersonId, middle: &BTreeSet<PersonId>) -> Result<Vec<Tie>, AppFault> {
    let mut ties: Vec<Tie> = Vec::new();
    let mut seen = middle.clone();
    // Each file from which to look, with the one whom it is shown under.
    let mut from: Vec<(PersonId, PersonId)> = middle.iter().map(|file| (*file, person)).collect();
    for steps in 1..=STEPS {
        let mut next: BTreeMap<PersonId, PersonId> = BTreeMap::new();
        let mut met: BTreeSet<PersonId> = BTreeSet::new();
        for (file, shown_as) in from {
            for known in tables::fact::of(reading, file, FactKind::Relationship)? {
                let Fact::Relationship(says) = known.says else { continue };
                let (who, relation) = if says.to == file {
                    (says.of, code(&says.relation))
                } else {
                    (says.to, inverse_of(&says.relation))
                };
                let Some(relation) = relation.filter(|_| !seen.contains(&who) && ties.len() < MOST) else { continue };
                let professional = RELATIONS.iter().any(|one| {
                    one.professional && (one.code == says.relation && one.code != "child_known_to" && says.of == who)
                });
                // Two files of one person may both say it.
                if ties.iter().any(|tie| tie.who == who && tie.relation == relation && tie.to == shown_as) {
                    continue;
                }
                met.extend(tables::same_person::group(reading, who)?);
                if !professional {
                    next.extend(tables::same_person::group(reading, who)?.into_iter().map(|file| (file, who)));
                }
                ties.push(Tie { who, relation, to: shown_as, fact: known.id, steps, professional, says });
            }
        }
        // Only now: somebody may be two things to one person.
        seen.extend(met);
        from = next.into_iter().collect();
    }
    Ok(ties)
}

fn code(relation: &str) -> Option<&'static str> {
    RELATIONS.iter().find(|one| one.code == relation).map(|one| one.code)
}

/// Parts of a child's family that are neither among those beside them nor explained.
fn missing(reading: &Connection, ties: &[Tie], not_known: &[FactShown]) -> Result<Vec<&'static str>, AppFault> {
    let explained = |part: FamilyPart| {
        not_known.iter().any(|shown| matches!(&shown.known.says, Fact::NotKnown(said) if said.part == part))
    };
    let beside = || ties.iter().filter(|tie| tie.steps == 1);
    let is_parent = |tie: &&Tie| matches!(tie.relation, "parent" | "adoptive_parent" | "expectant_parent");
    let (mut mother, mut father) =
        (beside().any(|tie| tie.relation == "mother"), beside().any(|tie| tie.relation == "father"));
    for tie in beside().filter(is_parent) {
        // "Parent" says mother or father only where the sex is known; who expects is the mother.
        match sex_of(reading, tie.who)?.as_deref() {
            Some("female") => mother = true,
            Some("male") => father = true,
            _ if tie.relation == "expectant_parent" => mother = true,
            _ => {}
        }
    }
    let parent = |tie: &&Tie| is_parent(tie) || matches!(tie.relation, "mother" | "father");
    let mut adults = false;
    for tie in beside().filter(|tie| tie.says.lives_with && !tie.professional && !parent(tie)) {
        adults |= tables::person::find(reading, tie.who)?.is_some_and(|person| person.kind == "adult");
    }
    let siblings = beside().any(|tie| tie.relation.ends_with("sibling"));
    let parts = [
        (FamilyPart::Mother, "mother", mother),
        (FamilyPart::Father, "father", father),
        (FamilyPart::OtherAdults, "other_adults", adults),
        (FamilyPart::Siblings, "siblings", siblings),
    ];
    Ok(parts.into_iter().filter(|(part, _, there)| !there && !explained(*part)).map(|(_, name, _)| name).collect())
}

fn sex_of(reading: &Connection, person: PersonId) -> Result<Option<String>, AppFault> {
    let standing = tables::person::standing(reading, person)?;
    Ok(standing.into_iter().rfind(|value| value.field == PersonField::Sex).map(|value| value.value))
}

fn warnings_of(reading: &Connection, person: PersonId, today: NaiveDate) -> Result<u32, AppFault> {
    let mut number = 0;
    for file in tables::same_person::group(reading, person)? {
        let warnings = tables::fact::of(reading, file, FactKind::Warning)?;
        number += warnings.iter().filter(|known| known.says.holds_on(today)).count();
    }
    Ok(u32::try_from(number).unwrap_or(u32::MAX))
}

/// A number of theirs, on whichever of their files. Of versions that stand side by side the one that
/// hides an address or forbids a call counts.
fn phone_of(
    session: &Session,
    reading: &Connection,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<String>, AppFault> {
    let files = tables::same_person::group(reading, person)?;
    for file in &files {
        for known in tables::fact::of(reading, *file, FactKind::Address)? {
            for version in standing_of(reading, known)? {
                if let Fact::Address(address) = &version.says
                    && is_kept(session, reading, &version.about, address, today)?
                {
                    return Ok(None);
                }
            }
        }
    }
    // Their own file first, as its row is the one that is shown.
    let others = files.iter().copied().filter(|file| *file != person);
    for file in std::iter::once(person).chain(others) {
        for known in tables::fact::of(reading, file, FactKind::PhoneOrEmail)? {
            let Fact::PhoneOrEmail(shown) = known.says.clone() else { continue };
            let holds = known.says.holds_on(today);
            let versions = standing_of(reading, known)?;
            let forbidden =
                versions.iter().any(|one| matches!(&one.says, Fact::PhoneOrEmail(reach) if reach.do_not_contact));
            if shown.by == ReachBy::Phone && holds && !forbidden {
                return Ok(Some(shown.value));
            }
        }
    }
    Ok(None)
}
