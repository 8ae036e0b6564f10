//! Caseloads: of the one who acts, of a team, of a worker, of nobody.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use casebook::tables::{self, person::Person};
use chrono::NaiveDate;
use domain::{
    Action, EventTime, Fact, FactId, FactKind, PersonId, Resource,
    facts::{Allocation, AllocationRole, Worker},
    limits::DueState,
};
use rusqlite::Connection;

use super::{Due, clocks::Clocks, due::own_limits, mine::my_keys};
use crate::{
    AppFault, Session,
    people::{CaseloadRow, Rows},
    permit::permit,
};

/// More rows help nobody; the number of all is told beside them.
const MOST_ROWS: usize = 500;

/// Whose caseload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseloadOf {
    /// Of the one who acts.
    Mine,
    /// Children with no worker.
    Unallocated,
    /// Every child.
    Everybody,
    /// Of a team, by name.
    Team(String),
    /// Of a worker, by [`Worker::key`].
    Worker(String),
}

/// A caseload, with the load of each team and worker beside it.
pub struct Caseload {
    /// At most 500, the next due first.
    pub rows: Vec<ChildOnList>,
    /// How many in all.
    pub total: u32,
    /// Teams by name.
    pub teams: Vec<Load>,
    /// Workers by name.
    pub workers: Vec<Load>,
    /// Children with no worker.
    pub unallocated: u32,
}

/// A child on a caseload.
pub struct ChildOnList {
    /// The child.
    pub person: CaseloadRow,
    /// The allocation by which the child is on this list; for other lists that of the worker.
    pub allocation: Option<(FactId, Allocation)>,
    /// Whole days without a worker, for those who have none and where it is known since when.
    pub waiting_days: Option<u32>,
    /// The next thing due.
    pub next_due: Option<Due>,
}

/// How many children somebody has.
pub struct Load {
    /// Name of the team, or key of the worker: to ask for the caseload.
    pub key: String,
    /// Name.
    pub name: String,
    /// Team of a worker.
    pub team: Option<String>,
    /// Children now.
    pub children: u32,
    /// Of them overdue in something.
    pub overdue: u32,
}

/// A caseload.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn caseload(session: &Session, of: &CaseloadOf) -> Result<Caseload, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    session.casebook.read(|reading| {
        let everyone = Everyone::read(session, reading, today)?;
        let (listed, mut caseload) = everyone.caseload(of, &my_keys(session, reading)?);
        let rows = Rows::new(session, reading)?;
        for Listed { person, allocation, waiting_days, next_due } in listed {
            caseload.rows.push(ChildOnList { person: rows.of(person)?, allocation, waiting_days, next_due });
        }
        Ok(caseload)
    })
}

struct Listed {
    person: PersonId,
    allocation: Option<(FactId, Allocation)>,
    waiting_days: Option<u32>,
    next_due: Option<Due>,
}

/// All that caseloads are made of, read once.
struct Everyone {
    today: NaiveDate,
    /// One for each group of files.
    people: Vec<Person>,
    /// By person, those that hold today.
    allocations: HashMap<PersonId, Vec<(FactId, Allocation)>>,
    /// By person, the last day on which a worker was allocated.
    last_worked: HashMap<PersonId, NaiveDate>,
    clocks: HashMap<PersonId, Clocks>,
    due: HashMap<PersonId, Vec<Due>>,
}

impl Everyone {
    fn read(session: &Session, reading: &Connection, today: NaiveDate) -> Result<Self, AppFault> {
        let (people, _) = tables::person::search(reading, "", u32::MAX)?;
        let same_as: HashMap<PersonId, PersonId> = people.iter().map(|person| (person.id, person.same_as)).collect();
        let mut allocations: HashMap<PersonId, Vec<(FactId, Allocation)>> = HashMap::new();
        let mut last_worked: HashMap<PersonId, NaiveDate> = HashMap::new();
        for known in tables::fact::all(reading, FactKind::Allocation)? {
            let holds = known.says.holds_on(today);
            let Fact::Allocation(allocation) = known.says else { continue };
            for person in &known.about {
                let Some(first) = same_as.get(person) else { continue };
                if holds {
                    allocations.entry(*first).or_default().push((known.id, allocation.clone()));
                } else if let Some(until) = allocation.until.filter(|until| has_the_case(&allocation) && *until < today)
                {
                    let last = last_worked.entry(*first).or_insert(until);
                    *last = until.max(*last);
                }
            }
        }
        let clocks = Clocks::of_all(reading, &people)?;
        let own = own_limits(reading)?;
        let due = clocks.iter().map(|(person, clocks)| (*person, clocks.due(session, &own))).collect();
        let people = people.into_iter().filter(|person| person.same_as == person.id).collect();
        Ok(Self { today, people, allocations, last_worked, clocks, due })
    }

    fn caseload(&self, of: &CaseloadOf, mine: &BTreeSet<String>) -> (Vec<Listed>, Caseload) {
        let mut rows: Vec<(&Person, Listed)> = Vec::new();
        let mut unallocated = 0;
        for person in &self.people {
            let waits = self.waits(person);
            unallocated += u32::from(waits);
            let theirs = self.allocations.get(&person.id).map(Vec::as_slice).unwrap_or_default();
            let by = |wanted: &dyn Fn(&Allocation) -> bool| theirs.iter().find(|(_, allocation)| wanted(allocation));
            let worked_by = |wanted: &dyn Fn(&str) -> bool| {
                by(&|allocation| allocation.worker.as_ref().is_some_and(|worker| wanted(&worker.key())))
            };
            let found = match of {
                CaseloadOf::Mine => worked_by(&|key| mine.contains(key)),
                CaseloadOf::Worker(key) => worked_by(&|other| other == key),
                CaseloadOf::Team(team) => by(&|allocation| allocation.team == *team),
                CaseloadOf::Unallocated | CaseloadOf::Everybody => by(&has_the_case).or(theirs.first()),
            };
            let listed = match of {
                CaseloadOf::Unallocated => waits,
                CaseloadOf::Everybody => is_child(person) || found.is_some(),
                _ => found.is_some(),
            };
            if listed {
                let next_due = self.due.get(&person.id).and_then(|due| due.first()).cloned();
                let waiting_days = if waits { self.waiting_days(person.id) } else { None };
                rows.push((person, Listed { person: person.id, allocation: found.cloned(), waiting_days, next_due }));
            }
        }
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        rows.sort_by_key(|(person, row)| {
            let due = row.next_due.as_ref().map(|due| due.is.due.clone());
            (due.is_none(), due, person.name.clone(), person.id)
        });
        rows.truncate(MOST_ROWS);
        let (teams, workers) = self.loads();
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        (rows, Caseload { rows: Vec::new(), total, teams, workers, unallocated })
    }

    /// A child with whom somebody should work and nobody does. One whose every episode has ended is
    /// waited for by nobody.
    fn waits(&self, person: &Person) -> bool {
        let theirs = self.allocations.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let episodes = self.clocks.get(&person.id).map(|clocks| clocks.episodes.as_slice()).unwrap_or_default();
        let ended = |until: &EventTime| until.date < self.today;
        let closed =
            !episodes.is_empty() && episodes.iter().all(|(_, episode)| episode.until.as_ref().is_some_and(ended));
        is_child(person)
            && !theirs.iter().any(|(_, allocation)| has_the_case(allocation))
            && (!closed || !theirs.is_empty())
    }

    /// Since the last worker went, else since a team got it, else since the first open episode began.
    fn waiting_days(&self, person: PersonId) -> Option<u32> {
        let of_team = self.allocations.get(&person).into_iter().flatten().map(|(_, allocation)| allocation.from).min();
        let open = self.clocks.get(&person).into_iter().flat_map(|clocks| &clocks.episodes);
        let open =
            open.map(|(_, episode)| Fact::Episode(episode.clone())).filter(|episode| episode.holds_on(self.today));
        let open = open.filter_map(|episode| episode.from()).min();
        let since = self.last_worked.get(&person).copied().or(of_team).or(open)?;
        u32::try_from((self.today - since).num_days()).ok()
    }

    fn loads(&self) -> (Vec<Load>, Vec<Load>) {
        let mut teams: BTreeMap<String, (Option<String>, BTreeSet<PersonId>)> = BTreeMap::new();
        let mut workers: BTreeMap<(String, String), (Option<String>, BTreeSet<PersonId>)> = BTreeMap::new();
        for (person, theirs) in &self.allocations {
            for (_, allocation) in theirs {
                teams.entry(allocation.team.clone()).or_default().1.insert(*person);
                if let Some(worker) = &allocation.worker {
                    let load = workers.entry((worker.name.clone(), worker.key())).or_default();
                    load.0 = Some(allocation.team.clone());
                    load.1.insert(*person);
                }
            }
        }
        let load = |key: String, name: String, (team, children): (Option<String>, BTreeSet<PersonId>)| Load {
            overdue: number(children.iter().filter(|child| self.is_overdue(**child)).count()),
            children: number(children.len()),
            key,
            name,
            team,
        };
        let teams = teams.into_iter().map(|(name, children)| load(name.clone(), name, children)).collect();
        let workers = workers.into_iter().map(|((name, key), children)| load(key, name, children)).collect();
        (teams, workers)
    }

    fn is_overdue(&self, person: PersonId) -> bool {
        self.due.get(&person).is_some_and(|due| due.iter().any(|due| due.is.state == DueState::Overdue))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn is_child(person: &Person) -> bool {
    matches!(person.kind.as_str(), "child" | "unborn_child")
}

/// Somebody has the case: a chair, a clinician or a carer's own worker has not.
fn has_the_case(allocation: &Allocation) -> bool {
    let beside = [AllocationRole::IndependentChair, AllocationRole::SupervisingWorker, AllocationRole::Clinician];
    allocation.worker.as_ref().is_some_and(|worker: &Worker| !worker.name.is_empty())
        && !beside.contains(&allocation.role)
}
