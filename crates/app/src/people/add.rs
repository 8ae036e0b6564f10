//! Adds a person, with what else is known of them, at one stroke. Nothing but a name is required.

use std::collections::BTreeMap;

use casebook::tables;
use domain::{
    Action, Fact, FactId, FactKind, PersonField, PersonId, Resource,
    facts::{FactFault, SamePerson, checked},
};
use journal::{Known, PersonAdded, Subject};

use super::{CaseloadRow, caseload_row, emergency_id, fields::tidy, pair_id};
use crate::{AppFault, Session, facts::entry_of, permit::permit};

/// What is known of a person who is not on file yet.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewPerson {
    /// What is recorded once, by field; the name among it.
    pub fields: BTreeMap<PersonField, String>,
    /// What else is known: other names, addresses, phones, identifiers.
    pub facts: Vec<Fact>,
    /// Give the person an emergency id as well.
    pub emergency_id: bool,
    /// People on file who are like them and were said to be somebody else: kept as decisions, so that
    /// nobody is asked about the same two again.
    pub different: Vec<PersonId>,
    /// The reason that stands with those decisions.
    pub looked_at: String,
}

domain::named_only!(NewPerson);

impl NewPerson {
    /// Somebody of whom the name is known, in any script.
    pub fn named(name: &str) -> Self {
        Self::default().with(PersonField::Name, name)
    }

    /// With a field more.
    #[must_use]
    pub fn with(mut self, field: PersonField, value: &str) -> Self {
        self.fields.insert(field, value.to_owned());
        self
    }
}

/// Kinds of fact that need nobody else and no entry before them.
const KINDS: [FactKind; 9] = [
    FactKind::OtherName,
    FactKind::Identifier,
    FactKind::Address,
    FactKind::PhoneOrEmail,
    FactKind::NotKnown,
    FactKind::Warning,
    FactKind::Allocation,
    FactKind::Episode,
    FactKind::Summary,
];

/// Adds a person.
///
/// # Errors
/// [`AppFault::NameEmpty`], [`AppFault::NameTooLong`], [`AppFault::DateNotReal`],
/// [`AppFault::DateInFuture`], [`AppFault::FactNotKept`], [`AppFault::NotFound`] for somebody in
/// [`NewPerson::different`]; nothing is kept then.
pub fn add_person(session: &Session, new: NewPerson) -> Result<CaseloadRow, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let mut typed = new.fields;
    typed.entry(PersonField::Name).or_default();
    let unborn = typed.get(&PersonField::Kind).is_some_and(|kind| kind == "unborn_child");
    if unborn && typed.get(&PersonField::DateOfBirth).is_some_and(|due| !due.trim().is_empty()) {
        typed.entry(PersonField::DateOfBirthIs).or_insert_with(|| "due".to_owned());
    }
    let mut fields = tidy(session, typed, &BTreeMap::new())?;
    fields.retain(|_, value| !value.is_empty());
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    for fact in &new.facts {
        if !KINDS.contains(&fact.kind()) {
            return Err(FactFault::NotInList("kind").into());
        }
        checked(fact, today)?;
    }
    for other in &new.different {
        permit(session, Action::Amend, Resource::Person(*other))?;
    }
    let person = PersonId(session.clock.new_id());
    session.casebook.write(|gate| {
        let mut added = session.entry(Known::PersonAdded(PersonAdded { person, fields }));
        added.subjects = vec![Subject::Person(person)];
        gate.append(added)?;
        let mut facts = new.facts;
        if new.emergency_id {
            facts.push(emergency_id::draw(gate)?);
        }
        for fact in facts {
            let entry = entry_of(session, gate, FactId(session.clock.new_id()), vec![person], fact)?;
            gate.append(entry)?;
        }
        let me = tables::author::find(gate, session.actor().author)?;
        let approved_by = me.map(|author| author.name).unwrap_or_default();
        for other in new.different {
            tables::person::find(gate, other)?.ok_or(AppFault::NotFound { what: "person" })?;
            let says = SamePerson {
                one: person,
                other,
                same: false,
                reason: new.looked_at.clone(),
                approved_by: approved_by.clone(),
            };
            let says = Fact::SamePerson(says);
            checked(&says, today)?;
            let entry = entry_of(session, gate, pair_id(person, other), vec![person, other], says)?;
            gate.append(entry)?;
        }
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    caseload_row(session, person)
}
