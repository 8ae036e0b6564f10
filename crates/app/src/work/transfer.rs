//! Gives children to somebody else: for each the old allocation ends and the new one begins, all in
//! one act.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use casebook::{
    Gate,
    tables::{self, fact::Known},
};
use chrono::NaiveDate;
use domain::{
    Action, Fact, FactId, FactKind, PersonId, Resource,
    facts::{Allocation, AllocationRole, Priority, Worker, checked},
};

use super::mine::my_keys;
use crate::{AppFault, Session, facts::entry_of, permit::permit};

/// A transfer.
pub struct Transfer {
    /// The children.
    pub people: Vec<PersonId>,
    /// The team.
    pub team: String,
    /// Name and e-mail address of the worker; none gives it to the team.
    pub worker: Option<(String, Option<String>)>,
    /// First day.
    pub from: NaiveDate,
    /// Why.
    pub reason: String,
    /// What the next worker must know.
    pub handover: String,
    /// In what part.
    pub role: AllocationRole,
    /// How soon somebody must look.
    pub priority: Option<Priority>,
}

/// What a transfer did, so that it can be taken back.
#[derive(Default)]
pub struct Transferred {
    /// Facts that it made: to be withdrawn.
    pub made: Vec<FactId>,
    /// Facts that it changed, with those on whose files they stood and what they said: to be recorded
    /// again.
    pub before: BTreeMap<FactId, (Vec<PersonId>, Fact)>,
}

domain::named_only!(Transferred);

/// Transfers children. One who is with that worker in that part already is left as they are.
///
/// # Errors
/// [`AppFault::NotAllowed`], [`AppFault::NotFound`], [`AppFault::FactNotKept`]: nothing is changed then.
pub fn transfer(session: &Session, transfer: &Transfer) -> Result<Transferred, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    for person in &transfer.people {
        permit(session, Action::Amend, Resource::Person(*person))?;
    }
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    let transferred = session.casebook.write(|gate| {
        let mut done = Transferred::default();
        let new = new_allocation(session, gate, transfer)?;
        checked(&Fact::Allocation(new.clone()), today).map_err(AppFault::FactNotKept)?;
        for person in &transfer.people {
            if tables::person::find(gate, *person)?.is_none() {
                return Err(AppFault::NotFound { what: "person" });
            }
            let files = tables::same_person::group(gate, *person)?;
            for file in &files {
                permit(session, Action::Amend, Resource::Person(*file))?;
            }
            if end_old(session, gate, &files, &new, &mut done)? {
                let says = Fact::Allocation(new.clone());
                let id = FactId(session.clock.new_id());
                let entry = entry_of(session, gate, id, vec![*person], says)?;
                gate.append(entry)?;
                done.made.push(id);
            }
        }
        Ok::<_, AppFault>(done)
    })?;
    session.delivery.wake();
    Ok(transferred)
}

fn new_allocation(session: &Session, gate: &Gate<'_>, transfer: &Transfer) -> Result<Allocation, AppFault> {
    let worker = match &transfer.worker {
        Some((name, email)) => {
            let mut worker = Worker { name: name.clone(), email: email.clone(), author: None };
            if my_keys(session, gate)?.contains(&worker.key()) {
                worker.author = Some(session.actor().author);
            }
            Some(worker)
        }
        None => None,
    };
    Ok(Allocation {
        team: transfer.team.clone(),
        worker,
        role: transfer.role,
        from: transfer.from,
        until: None,
        reason: transfer.reason.clone(),
        ended_because: String::new(),
        handover: transfer.handover.clone(),
        priority: transfer.priority,
    })
}

/// Ends what the new allocation takes the place of, on whichever of the child's files. False when it
/// changes nothing.
fn end_old(
    session: &Session,
    gate: &mut Gate<'_>,
    files: &BTreeSet<PersonId>,
    new: &Allocation,
    done: &mut Transferred,
) -> Result<bool, AppFault> {
    let mut theirs: Vec<Known> = Vec::new();
    for file in files {
        theirs.extend(tables::fact::of(gate, *file, FactKind::Allocation)?);
    }
    theirs.sort_by_key(|known| (Reverse(known.says.from()), known.id));
    theirs.dedup_by_key(|known| known.id);
    for known in theirs {
        let Fact::Allocation(old) = &known.says else { continue };
        if old.role != new.role || old.until.is_some_and(|until| until < new.from) {
            continue;
        }
        let key = |worker: &Option<Worker>| worker.as_ref().map(Worker::key);
        if old.team == new.team && key(&old.worker) == key(&new.worker) && old.from <= new.from && old.until.is_none() {
            return Ok(false);
        }
        let mut ended = old.clone();
        // The day before; one that began on that day or later held for its first day.
        let last = new.from.pred_opt().unwrap_or(new.from);
        ended.until = Some(last.max(old.from));
        ended.ended_because.clone_from(&new.reason);
        // Of brothers and sisters who are given together, one allocation changes more than once.
        if !done.made.contains(&known.id) {
            done.before.entry(known.id).or_insert_with(|| (known.about.clone(), known.says.clone()));
        }
        let others: Vec<PersonId> = known.about.iter().copied().filter(|other| !files.contains(other)).collect();
        if others.is_empty() {
            let entry = entry_of(session, gate, known.id, known.about.clone(), Fact::Allocation(ended))?;
            gate.append(entry)?;
        } else {
            // One fact for brothers and sisters: it goes on for the others, and this child's part ends.
            let entry = entry_of(session, gate, known.id, others, known.says.clone())?;
            gate.append(entry)?;
            let own = FactId(session.clock.new_id());
            let about = known.about.iter().copied().filter(|own| files.contains(own)).collect();
            let entry = entry_of(session, gate, own, about, Fact::Allocation(ended))?;
            gate.append(entry)?;
            done.made.push(own);
        }
    }
    Ok(true)
}
