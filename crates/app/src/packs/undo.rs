//! Undoes a pack: what it alone brought counts no longer. People about whom something was recorded here
//! since stay on file.

use std::{collections::BTreeSet, sync::Arc};

use casebook::{
    Reading,
    tables::{self, pack::Pack},
};
use domain::{Action, BatchId, FactKind, PersonId, Resource};
use journal::{ImportUndone, Known, PackHolds};

use super::going_on::go_on;
use crate::{
    AppFault, Session,
    people::{CaseloadRow, Rows},
    permit::permit,
};

/// Undoes a pack; gives who stays. The notes of a pack of history go a slice at a time, beside the
/// work. Nothing is deleted: importing the file again brings it back.
///
/// # Errors
/// [`AppFault::NotFound`], [`AppFault::NothingChanged`] when it was undone before,
/// [`AppFault::NoteNeeded`], [`AppFault::ImportRunning`] while one is being taken in.
pub fn undo_pack(session: &Arc<Session>, batch: BatchId, reason: &str) -> Result<Vec<CaseloadRow>, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(AppFault::NoteNeeded);
    }
    if session.packs.is_running() {
        return Err(AppFault::ImportRunning);
    }
    // Looked at and written in one act: nobody records something about a person in between.
    let keeps = session.casebook.write(|gate| {
        let reading = gate.reading();
        let found = tables::pack::find(&reading, batch)?.ok_or(AppFault::NotFound { what: "import" })?;
        if found.undone.is_some() {
            return Err(AppFault::NothingChanged);
        }
        let keeps = if found.holds == PackHolds::People { in_use(&reading, &found)? } else { Vec::new() };
        let undone = ImportUndone { batch, reason: reason.to_owned(), keeps: keeps.clone() };
        gate.append(session.entry(Known::ImportUndone(undone)))?;
        Ok::<_, AppFault>(keeps)
    })?;
    session.delivery.wake();
    go_on(session)?;
    session.casebook.read(|reading| {
        let rows = Rows::new(session, reading)?;
        let mut kept = Vec::new();
        for person in keeps {
            if let Some(person) = tables::person::find(reading, person)? {
                kept.push(rows.row(person)?);
            }
        }
        Ok(kept)
    })
}

/// Whom a pack brought and about whom there is something else here: a record, a draft, a recovered note,
/// a fact or a value that it did not bring. That they are the same as somebody else is no reason to stay:
/// the other one is on file.
fn in_use(reading: &Reading<'_>, pack: &Pack) -> Result<Vec<PersonId>, AppFault> {
    let packs = tables::pack::all(reading)?;
    let of_packs: BTreeSet<i64> = packs.iter().map(|pack| pack.position).collect();
    // What it brought has the place of the first pack with its lines.
    let own = packs.iter().filter(|other| other.lines.hash == pack.lines.hash).map(|other| other.position).min();
    let in_drafts: BTreeSet<PersonId> =
        tables::draft::all(reading)?.into_iter().flat_map(|draft| draft.people).collect();
    let mut keeps = Vec::new();
    for person in tables::person::of_pack(reading, pack.position)? {
        let brought = |fact: &tables::fact::Known| fact.recovered.is_some() && Some(fact.position) == own;
        let facts = tables::fact::all_of(reading, person)?;
        if in_drafts.contains(&person)
            || tables::record::timeline_total(reading, person)? > 0
            || tables::note::total_of(reading, person)? > 0
            || facts.iter().any(|fact| fact.says.kind() != FactKind::SamePerson && !brought(fact))
            || tables::person::standing(reading, person)?.iter().any(|value| !of_packs.contains(&value.position))
        {
            keeps.push(person);
        }
    }
    Ok(keeps)
}
