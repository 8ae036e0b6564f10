//! What recovered files add to a child's file, lack of it or contradict in it: a list to work through
//! when history has come back.

use std::collections::{BTreeMap, BTreeSet};

use casebook::{
    Reading,
    tables::{self, fact::Known, person::Standing},
};
use domain::{Action, Fact, FactKind, PersonField, PersonId, Resource, facts::WarningKind};
use vault::Hash;

use crate::{
    AppFault, Session,
    people::{CaseloadRow, Rows},
    permit::permit,
};

/// Fields that are compared; others say no more than who wrote them.
const COMPARED: [PersonField; 7] = [
    PersonField::Name,
    PersonField::DateOfBirth,
    PersonField::DateOfDeath,
    PersonField::Sex,
    PersonField::Ethnicity,
    PersonField::InterpreterNeeded,
    PersonField::School,
];

/// The list.
pub struct Reconcile {
    /// Children with something to look at, by name.
    pub children: Vec<ToReconcile>,
    /// Children who were worked through, and of whom nothing new has come since.
    pub done: u32,
}

/// One child.
#[derive(Clone)]
pub struct ToReconcile {
    /// The child.
    pub person: CaseloadRow,
    /// What to look at.
    pub points: Vec<Point>,
}

/// One point.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Point {
    /// `warning_added`, `warning_only_here`, `status_differs`, `relative_added`, `field_differs`,
    /// `allocation_differs`, `history_added`.
    pub sort: &'static str,
    /// The kind of warning, the field or the relation, as a code; empty where the sort says it all.
    pub what: String,
    /// What the pack says.
    pub pack: String,
    /// What stands here.
    pub here: String,
}

domain::named_only!(Reconcile, ToReconcile);

/// Every child of whom packs and people here both say something, with what is not the same.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn reconcile(session: &Session) -> Result<Reconcile, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    session.casebook.read(|reading| {
        let rows = Rows::new(session, reading)?;
        let (mut children, mut done) = (Vec::new(), 0);
        for group in groups(reading)? {
            let Some(person) = tables::person::find(reading, group.shown)? else { continue };
            let points = group.points(session, reading)?;
            if points.is_empty() {
                continue;
            }
            let seen = tables::setting::get(reading, &setting(group.shown))?;
            if seen.is_some_and(|seen| seen == hash(&points)) {
                done += 1;
            } else {
                children.push(ToReconcile { person: rows.row(person)?, points });
            }
        }
        children.sort_by(|one, other| {
            let name = |child: &ToReconcile| (tables::person::fold(&child.person.person.name), child.person.person.id);
            name(one).cmp(&name(other))
        });
        Ok(Reconcile { children, done })
    })
}

/// A child was worked through. When a later pack says something else, the child is on the list again.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn reconciled(session: &Session, person: PersonId) -> Result<(), AppFault> {
    permit(session, Action::Amend, Resource::Person(person))?;
    let (shown, points) = session.casebook.read(|reading| {
        let group = groups(reading)?.into_iter().find(|group| group.people.contains(&person));
        let group = group.ok_or(AppFault::NotFound { what: "person" })?;
        Ok::<_, AppFault>((group.shown, group.points(session, reading)?))
    })?;
    session.casebook.write(|gate| Ok(tables::setting::set(gate, &setting(shown), &hash(&points))?))
}

fn setting(person: PersonId) -> String {
    format!("reconciled:{person}")
}

fn hash(points: &[Point]) -> String {
    Hash::of(&serde_json::to_vec(points).unwrap_or_default()).to_string()
}

/// The files of one child of whom both packs and people here say something.
struct Group {
    /// Whose page is opened.
    shown: PersonId,
    people: BTreeSet<PersonId>,
}

fn groups(reading: &Reading<'_>) -> Result<Vec<Group>, AppFault> {
    if tables::pack::all(reading)?.iter().all(|pack| pack.undone.is_some()) {
        return Ok(Vec::new());
    }
    let mut groups: BTreeMap<PersonId, Group> = BTreeMap::new();
    for (person, _) in tables::person::all_folded(reading)? {
        if !matches!(person.kind.as_str(), "child" | "unborn_child") {
            continue;
        }
        let group = groups
            .entry(person.same_as)
            .or_insert_with(|| Group { shown: person.id, people: BTreeSet::from([person.same_as]) });
        group.people.insert(person.id);
        group.shown = group.shown.min(person.id);
    }
    // A pack may know somebody by an id that no file of people brought.
    let mut named: BTreeSet<PersonId> = BTreeSet::new();
    for known in tables::fact::all(reading, FactKind::SamePerson)? {
        let Fact::SamePerson(says) = known.says else { continue };
        named.extend([says.one, says.other].into_iter().filter(|_| says.same));
    }
    for person in named {
        // The lowest id stands for all, as it does for those on file.
        let first = tables::same_person::group(reading, person)?.into_iter().next();
        if let Some(group) = first.and_then(|first| groups.get_mut(&first)) {
            group.people.insert(person);
        }
    }
    let drafts = tables::draft::all(reading)?;
    let in_drafts: BTreeSet<PersonId> = drafts.into_iter().flat_map(|draft| draft.people).collect();
    let mut both = Vec::new();
    for group in groups.into_values() {
        if group.is_recovered(reading)? && group.is_worked_with(reading, &in_drafts)? {
            both.push(group);
        }
    }
    Ok(both)
}

impl Group {
    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Known>, AppFault> {
        let mut facts = Vec::new();
        for person in &self.people {
            facts.extend(tables::fact::all_of(reading, *person)?);
        }
        facts.sort_by_key(|fact| fact.id);
        facts.dedup_by_key(|fact| fact.id);
        Ok(facts)
    }

    fn is_recovered(&self, reading: &Reading<'_>) -> Result<bool, AppFault> {
        for person in &self.people {
            if tables::note::total_of(reading, *person)? > 0
                || tables::fact::all_of(reading, *person)?.iter().any(|fact| fact.recovered.is_some())
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_worked_with(&self, reading: &Reading<'_>, in_drafts: &BTreeSet<PersonId>) -> Result<bool, AppFault> {
        for person in &self.people {
            if in_drafts.contains(person)
                || tables::record::timeline_total(reading, *person)? > 0
                || tables::fact::all_of(reading, *person)?.iter().any(|fact| fact.recovered.is_none())
                || said_here(reading, *person)?.next().is_some()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn points(&self, session: &Session, reading: &Reading<'_>) -> Result<Vec<Point>, AppFault> {
        let today = session.stamp().at.date_naive();
        let facts = self.facts(reading)?;
        let holds: Vec<&Known> = facts.iter().filter(|fact| fact.says.holds_on(today)).collect();
        let (pack, here): (Vec<&Known>, Vec<&Known>) = holds.into_iter().partition(|fact| fact.recovered.is_some());
        let mut points = warnings(&pack, &here);
        points.extend(self.fields(reading)?);
        points.extend(self.relatives(reading, &pack, &here)?);
        points.extend(allocations(&pack, &here));
        let mut notes = 0_u32;
        for person in &self.people {
            notes = notes.saturating_add(tables::note::total_of(reading, *person)?);
        }
        if notes > 0 {
            let (what, here) = (String::new(), String::new());
            points.push(Point { sort: "history_added", what, pack: notes.to_string(), here });
        }
        Ok(points)
    }

    /// Fields of which a pack and somebody here say different things.
    fn fields(&self, reading: &Reading<'_>) -> Result<Vec<Point>, AppFault> {
        let (mut pack, mut here) = (BTreeMap::new(), BTreeMap::new());
        for person in &self.people {
            let said: Vec<Standing> = said_here(reading, *person)?.collect();
            for value in tables::person::standing(reading, *person)? {
                let side = if said.contains(&value) { &mut here } else { &mut pack };
                side.insert(value.field, value.value);
            }
        }
        let status = PersonField::CareStatus;
        let point = |field: &PersonField| {
            let (pack, here) = (pack.get(field)?, here.get(field)?);
            let same = tables::person::fold(pack) == tables::person::fold(here);
            let sort = if *field == status { "status_differs" } else { "field_differs" };
            let what = field.as_str().to_owned();
            (!same && !pack.is_empty()).then(|| Point { sort, what, pack: pack.clone(), here: here.clone() })
        };
        Ok([status].iter().chain(&COMPARED).filter_map(point).collect())
    }

    /// Relatives whom a pack names and nobody here.
    fn relatives(&self, reading: &Reading<'_>, pack: &[&Known], here: &[&Known]) -> Result<Vec<Point>, AppFault> {
        let other = |known: &Known| match &known.says {
            Fact::Relationship(says) if self.people.contains(&says.of) => Some((says.to, inverse(&says.relation))),
            Fact::Relationship(says) => Some((says.of, says.relation.clone())),
            _ => None,
        };
        let named: BTreeSet<PersonId> = here.iter().filter_map(|known| Some(other(known)?.0)).collect();
        let mut points = Vec::new();
        for (person, what) in pack.iter().filter_map(|known| other(known)) {
            let same = tables::same_person::group(reading, person)?;
            if named.is_disjoint(&same) {
                let name = tables::person::find(reading, person)?.map(|person| person.name).unwrap_or_default();
                points.push(Point { sort: "relative_added", what, pack: name, here: String::new() });
            }
        }
        Ok(points)
    }
}

/// Values that somebody recorded, not a pack.
fn said_here(reading: &Reading<'_>, person: PersonId) -> Result<impl Iterator<Item = Standing>, AppFault> {
    let packs: BTreeSet<i64> = tables::pack::all(reading)?.iter().map(|pack| pack.position).collect();
    Ok(tables::person::standing(reading, person)?.into_iter().filter(move |value| !packs.contains(&value.position)))
}

fn inverse(relation: &str) -> String {
    domain::facts::inverse_of(relation).unwrap_or(relation).to_owned()
}

/// Warnings that only one side has, by kind.
fn warnings(pack: &[&Known], here: &[&Known]) -> Vec<Point> {
    let of = |side: &[&Known]| -> Vec<(WarningKind, String)> {
        let warning = |known: &&Known| match &known.says {
            Fact::Warning(says) => Some((says.warning, says.text.clone())),
            _ => None,
        };
        side.iter().filter_map(warning).collect()
    };
    let (pack, here) = (of(pack), of(here));
    let lacks = |side: &[(WarningKind, String)], kind: WarningKind| !side.iter().any(|(other, _)| *other == kind);
    let what = |kind: &WarningKind| {
        serde_json::to_value(kind).ok().and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let added = pack.iter().filter(|(kind, _)| lacks(&here, *kind)).map(|(kind, text)| Point {
        sort: "warning_added",
        what: what(kind),
        pack: text.clone(),
        here: String::new(),
    });
    let only = here.iter().filter(|(kind, _)| lacks(&pack, *kind)).map(|(kind, text)| Point {
        sort: "warning_only_here",
        what: what(kind),
        pack: String::new(),
        here: text.clone(),
    });
    added.chain(only).collect()
}

/// Who works with the child, when the two sides do not name the same.
fn allocations(pack: &[&Known], here: &[&Known]) -> Option<Point> {
    let of = |side: &[&Known]| -> BTreeSet<String> {
        let named = |known: &&Known| match &known.says {
            Fact::Allocation(says) => {
                Some(says.worker.as_ref().map_or(says.team.clone(), |worker| worker.name.clone()))
            }
            _ => None,
        };
        side.iter().filter_map(named).collect()
    };
    let (pack, here) = (of(pack), of(here));
    let folded = |side: &BTreeSet<String>| side.iter().map(|name| tables::person::fold(name)).collect::<BTreeSet<_>>();
    if pack.is_empty() || here.is_empty() || folded(&pack) == folded(&here) {
        return None;
    }
    let all = |side: BTreeSet<String>| side.into_iter().collect::<Vec<_>>().join(", ");
    Some(Point { sort: "allocation_differs", what: String::new(), pack: all(pack), here: all(here) })
}
