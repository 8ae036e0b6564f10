//! Opens a child's file. Opening it is an entry: who looked is part of the record.

use std::{cmp::Reverse, collections::BTreeMap};

use casebook::tables;
use chrono::NaiveDate;
use domain::{Action, FactKind, PersonField, PersonId, Resource};
use journal::{FileOpened, Known, Subject};
use vault::Hash;

use super::{
    ClashValue, Gap, Since, Timeline,
    clashes::values,
    file::File,
    gap::{gap, recovered},
    since::{looked_before, since},
    stubs::{Names, Stub, Thing},
    timeline::part,
};
use crate::{
    AppFault, Session,
    drafts::{DraftRow, rows_about},
    facts::{FactShown, Showing},
    people::{CaseloadRow, caseload_row},
    permit::permit,
    records::{RecordRow, row as record_row},
    work::{Due, due_of_in},
};

/// The form of a decision by a manager.
const DECISION: &str = "management_decision";

/// A child's file as it opens.
pub struct ChildFile {
    /// The child.
    pub row: CaseloadRow,
    /// What is recorded once, by field.
    pub fields: BTreeMap<PersonField, String>,
    /// The entries that the values come from, as a correction of them names them.
    pub seen: Vec<Hash>,
    /// Values in clash; empty when nothing is.
    pub clashes: Vec<ClashValue>,
    /// Warnings that hold today: those that this person has not read, then the newest.
    pub warnings: Vec<FactShown>,
    /// All other facts, by kind and the newest beginning first.
    pub facts: Vec<FactShown>,
    /// What is due, the next first.
    pub due: Vec<Due>,
    /// Other files of the same person.
    pub same_person: Vec<CaseloadRow>,
    /// The latest management decision.
    pub last_decision: Option<RecordRow>,
    /// What is new since this person last looked; none when they never did.
    pub since: Option<Since>,
    /// Drafts about the child, last saved first.
    pub drafts: Vec<DraftRow>,
    /// The first part of the timeline.
    pub timeline: Timeline,
    /// Lost systems and their days from which something stands on the file.
    pub recovered: Vec<(String, NaiveDate)>,
    /// The time of which nothing was recovered.
    pub gap: Option<Gap>,
    /// How many entries about the child were made with a newer Holdfast, and cannot be shown yet.
    pub newer: u32,
}

/// Opens a child's file.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn open_child(session: &Session, person: PersonId) -> Result<ChildFile, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    let row = caseload_row(session, person)?;
    let files = session.casebook.read(|reading| Ok::<_, AppFault>(tables::same_person::group(reading, person)?))?;
    let opened = note_opened(session, person)?;
    let mut drafts: Vec<DraftRow> = Vec::new();
    let mut same_person = Vec::new();
    for file in &files {
        for draft in rows_about(session, Some(*file))? {
            // A draft may be about both.
            if drafts.iter().all(|other| other.id != draft.id) {
                drafts.push(draft);
            }
        }
        if *file != person {
            same_person.extend(caseload_row(session, *file).ok());
        }
    }
    drafts.sort_by_key(|draft| Reverse(draft.saved));
    session.casebook.read(|reading| {
        let opening = looked_before(session, reading, &files, opened)?;
        let file = File::read(session, reading, files.iter().copied())?;
        let mut showing =
            Showing::new(session, reading, opening.as_ref().map(|opening| opening.position)).knowing(&file.facts)?;
        let values = values(reading, &mut showing, person, &files)?;
        let shown = file.facts.iter().cloned().map(|known| showing.fact(known)).collect::<Result<Vec<_>, _>>()?;
        let since = since(opening.as_ref(), &file, &shown, &showing);
        let (mut warnings, facts): (Vec<_>, Vec<_>) =
            shown.into_iter().partition(|fact| fact.holds && fact.known.says.kind() == FactKind::Warning);
        warnings.sort_by_key(|fact| (fact.read == Some(true), Reverse(fact.known.says.from())));
        let decision = file.stubs.iter().find_map(|stub| match stub.thing {
            Thing::Record(id) if stub.sort == DECISION => Some(id),
            _ => None,
        });
        let decision = decision.map(|id| tables::record::find(reading, id)).transpose()?.flatten();
        let recovered = recovered(&file, &values.positions);
        let as_at = recovered.iter().map(|(_, as_at)| *as_at).max();
        let all: Vec<&Stub> = file.stubs.iter().collect();
        Ok(ChildFile {
            row,
            fields: values.fields,
            seen: values.seen,
            clashes: values.clashes,
            warnings,
            facts,
            due: due_of_in(session, reading, person)?,
            same_person,
            last_decision: decision.map(|record| record_row(session, reading, record)).transpose()?,
            since,
            drafts,
            timeline: part(session, &mut showing, &file, &all, Some(&mut Names::new(reading)))?,
            gap: gap(&file, as_at, showing.today()),
            recovered,
            newer: tables::newer::total(reading, &files)?,
        })
    })
}

/// Notes that the file was opened; gives the place of the entry.
fn note_opened(session: &Session, person: PersonId) -> Result<i64, AppFault> {
    let mut entry = session.entry(Known::FileOpened(FileOpened { person: Some(person), ..FileOpened::default() }));
    entry.subjects = vec![Subject::Person(person)];
    let appended = session.casebook.write(|gate| gate.append(entry).map_err(AppFault::from))?;
    session.delivery.wake();
    Ok(appended.position)
}
