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
/// the other one is on file. Nor is anything for whom another pack that stands brings: that one answers
/// for them when it is undone.
fn in_use(reading: &Reading<'_>, pack: &Pack) -> Result<Vec<PersonId>, AppFault> {
    let packs = tables::pack::all(reading)?;
    let of_packs: BTreeSet<i64> = packs.iter().map(|pack| pack.position).collect();
    let mut by_others = BTreeSet::new();
    for other in packs.iter().filter(|other| other.batch != pack.batch && other.undone.is_none()) {
        by_others.extend(tables::person::of_pack(reading, other.position)?);
    }
    let in_drafts: BTreeSet<PersonId> =
        tables::draft::all(reading)?.into_iter().flat_map(|draft| draft.people).collect();
    let mut keeps = Vec::new();
    for person in tables::person::of_pack(reading, pack.position)? {
        if by_others.contains(&person) {
            continue;
        }
        if in_drafts.contains(&person)
            || tables::record::timeline_total(reading, person)? > 0
            || tables::note::total_of(reading, person)? > 0
            || has_other_facts(reading, person, pack)?
            || tables::person::standing(reading, person)?.iter().any(|value| !of_packs.contains(&value.position))
        {
            keeps.push(person);
        }
    }
    Ok(keeps)
}

/// Whether something stands on a person's file that a pack, or one with its lines, did not bring.
fn has_other_facts(reading: &Reading<'_>, person: PersonId, pack: &Pack) -> Result<bool, AppFault> {
    for fact in tables::fact::all_of(reading, person)? {
        if fact.says.kind() != FactKind::SamePerson && !tables::fact::is_of_lines(reading, fact.id, pack.lines.hash)? {
            return Ok(true);
        }
    }
    Ok(false)
}
