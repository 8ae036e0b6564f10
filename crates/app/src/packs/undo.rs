//! Undoes a pack: what it alone brought counts no longer. People about whom something was recorded here
//! since stay on file.

use std::{collections::BTreeSet, sync::Arc};

use casebook::{CasebookFault, tables};
use domain::{Action, BatchId, FactKind, PersonId, Resource};
use journal::{ImportUndone, Known, PackHolds, PackLine};

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
    let (keeps, kept) = session.casebook.read(|reading| {
        let found = tables::pack::find(reading, batch)?.ok_or(AppFault::NotFound { what: "import" })?;
        if found.undone.is_some() {
            return Err(AppFault::NothingChanged);
        }
        if found.holds == PackHolds::History {
            return Ok((Vec::new(), Vec::new()));
        }
        let mut brought = BTreeSet::new();
        tables::pack::lines(session.casebook.blobs(), &found.lines, &mut |line| {
            if let PackLine::Person { person, .. } = line {
                brought.insert(person);
            }
            Ok::<_, CasebookFault>(())
        })?;
        let packs: BTreeSet<i64> = tables::pack::all(reading)?.iter().map(|pack| pack.position).collect();
        let in_drafts: BTreeSet<PersonId> =
            tables::draft::all(reading)?.into_iter().flat_map(|draft| draft.people).collect();
        let rows = Rows::new(session, reading)?;
        let (mut keeps, mut kept) = (Vec::new(), Vec::new());
        for person in brought {
            if in_drafts.contains(&person) || is_in_use(reading, person, &packs)? {
                if let Some(found) = tables::person::find(reading, person)? {
                    kept.push(rows.row(found)?);
                }
                keeps.push(person);
            }
        }
        Ok::<_, AppFault>((keeps, kept))
    })?;
    session.append(session.entry(Known::ImportUndone(ImportUndone { batch, reason: reason.to_owned(), keeps })))?;
    go_on(session)?;
    Ok(kept)
}

/// Whether something was recorded here about a person: a record, a fact that no pack brought, a value.
/// That they are the same as somebody else is no reason to stay: the other one is on file.
fn is_in_use(reading: &casebook::Reading<'_>, person: PersonId, packs: &BTreeSet<i64>) -> Result<bool, AppFault> {
    let facts = tables::fact::all_of(reading, person)?;
    Ok(tables::record::timeline_total(reading, person)? > 0
        || facts.iter().any(|fact| fact.recovered.is_none() && fact.says.kind() != FactKind::SamePerson)
        || tables::person::standing(reading, person)?.iter().any(|value| !packs.contains(&value.position)))
}
