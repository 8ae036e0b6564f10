//! A row that says what somebody is to somebody else. Old systems write each relationship twice, once
//! from either side: the two are one, in the word that says more.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Fact, PersonId,
    facts::{Relationship, checked, inverse_of},
};

use super::{Cells, Named, PackItem, Taken, Taking, ids, taking::Kept, words};

/// A relationship has no more than an acquaintance where its word is in no list.
const UNLISTED: &str = "associate";

/// The relationships of a file, one for each pair and group of words that mean the same from either
/// side.
#[derive(Default)]
pub(super) struct Relationships(BTreeMap<(String, PersonId, PersonId), Relationship>);

impl Relationships {
    /// False when the file said it before.
    fn add(&mut self, says: Relationship) -> bool {
        let (group, one, other) = place(&says);
        match self.0.get_mut(&(group.clone(), one, other)) {
            None => {
                self.0.insert((group, one, other), says);
                true
            }
            Some(before) => {
                if exactness(&says.relation) > exactness(&before.relation) {
                    *before = says;
                }
                false
            }
        }
    }

    pub(super) fn finish(self, system: &str) -> Vec<PackItem> {
        let item = |((group, one, other), says): ((String, PersonId, PersonId), Relationship)| PackItem::Fact {
            fact: ids::fact_id(system, "relationship", &[&group, &one.to_string(), &other.to_string()]),
            about: vec![says.of, says.to],
            says: Fact::Relationship(says),
        };
        self.0.into_iter().map(item).collect()
    }
}

/// One place for both directions: the parent before the child, else the word that comes first in the
/// alphabet, and of two who are the same to each other the lower id.
fn place(says: &Relationship) -> (String, PersonId, PersonId) {
    let relation = says.relation.as_str();
    let inverse = inverse_of(relation).unwrap_or(relation);
    let (forth, back) = ((says.of, says.to), (says.to, says.of));
    let (group, (one, other)) = match relation {
        "mother" | "father" | "parent" => ("parent", forth),
        "child" => ("parent", back),
        _ if relation == inverse => (relation, if says.of <= says.to { forth } else { back }),
        _ if inverse == "child_known_to" => (relation, forth),
        _ if relation < inverse => (relation, forth),
        _ => (inverse, back),
    };
    (group.to_owned(), one, other)
}

fn exactness(relation: &str) -> u8 {
    match relation {
        "mother" | "father" => 2,
        "parent" => 1,
        _ => 0,
    }
}

pub(super) fn take(taking: &mut Taking<'_>, cells: &Cells<'_>, taken: &mut Taken) {
    let (of, to) = (taking.text(cells, "person"), taking.text(cells, "to"));
    if of.is_empty() || to.is_empty() {
        taken.left_out("no_person");
        return;
    }
    let named = |key: &str, name: &str| Named {
        person: ids::person_id(taking.system, key),
        key: key.to_owned(),
        name: name.to_owned(),
        born: None,
        postcode: None,
        phone: None,
        sex: None,
        identifiers: vec![(words::scheme_of(taking.system), key.to_owned())],
    };
    let (of, to) = (named(of, taking.text(cells, "name")), named(to, taking.text(cells, "to_name")));
    let (of_id, to_id) = (of.person, to.person);
    taken.people.extend([of, to]);
    if taking.text(cells, "relation").is_empty() {
        taken.left_out("no_relation");
        return;
    }
    let mut kept = Kept::of(taking.text(cells, "note"));
    let relation = taking.word(cells, "relation", words::relation, &mut kept, taken).unwrap_or(UNLISTED);
    let from = taking.day(cells, "from", &mut kept, taken);
    let mut until: Option<NaiveDate> = taking.planned_day(cells, "until", &mut kept, taken);
    if from > until && until.is_some() {
        taken.known("ends_before_begins");
        kept.add(taking.heading("until"), taking.text(cells, "until"));
        until = None;
    }
    let responsibility = taking.word(cells, "parental_responsibility", words::yes_or_no, &mut kept, taken);
    let main_carer = taking.word(cells, "main_carer", words::yes_or_no, &mut kept, taken);
    let lives_with = taking.word(cells, "lives_with", words::yes_or_no, &mut kept, taken);
    let says = Relationship {
        of: of_id,
        to: to_id,
        relation: relation.to_owned(),
        from,
        until,
        parental_responsibility: responsibility,
        main_carer: main_carer.unwrap_or(false),
        lives_with: lives_with.unwrap_or(false),
        note: kept.into_text(),
    };
    // Checked as any fact is; it stands in the pack when all rows were seen.
    match checked(&Fact::Relationship(says.clone()), taking.as_at) {
        Ok(()) if taking.relationships.add(says) => {}
        Ok(()) => taken.known("both_ways"),
        Err(domain::facts::FactFault::ToOneself) => taken.left_out("to_oneself"),
        Err(_) => taken.left_out("too_long"),
    }
}
