//! Takes a pack in: one sealed file of lines, one entry that names it. People stand on file with the
//! entry; notes are taken in a slice at a time.

use std::collections::BTreeMap;

use casebook::tables::{self, pack::Pack};
use domain::{Action, BatchId, Fact, FactId, PersonId, Resource, facts::SamePerson};
use exchange::packs::RowsAre;
use journal::{BlobUse, FactRecorded, FactWithdrawn, ImportUndone, Known, NewEntry, PackHolds, PackImported, Subject};
use vault::Hash;

use super::{
    chosen::same_as_looked_at,
    going_on::take_all,
    job::Step,
    lines,
    on_file::OnFile,
    profile,
    read::{Counts, Opened, ReadPack},
};
use crate::{AppFault, Session, people::pair_id, permit::permit};

/// Why, as the journal keeps it.
const STOPPED: &str = "the import did not come to its end";
const DECIDED: &str = "decided when the pack was imported";

/// A file to import, and what was decided about it.
#[derive(Clone)]
pub struct ImportPack {
    /// The file with everything that was said.
    pub read: ReadPack,
    /// Who of the file is who on file, by the id that they get. Nobody is somebody on file who is not
    /// named here.
    pub people: BTreeMap<PersonId, PersonId>,
    /// Remember columns and dates for the next file of this system.
    pub remember: bool,
}

domain::named_only!(ImportPack);

/// What a pack brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackEnded {
    /// The import; none when the same pack was here already, or there was nothing to take.
    pub batch: Option<BatchId>,
    /// What it made.
    pub counts: Counts,
}

/// Imports a pack and waits for the end. `progress` is told the step, what is done of it and how much
/// it is in all; when it says false, or something fails, what was kept is undone.
///
/// # Errors
/// [`AppFault::DatesAmbiguous`], [`AppFault::Import`] (also for a file on disk that is another one than was
/// looked at), [`AppFault::Stopped`], [`AppFault::NotFound`] for somebody who is not on file,
/// [`AppFault::DiskFull`].
pub fn import_pack(
    session: &Session,
    import: &ImportPack,
    progress: &mut (dyn FnMut(Step, u32, u32) -> bool + Send),
) -> Result<PackEnded, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let read = &import.read;
    let bytes = read.file.bytes(session)?;
    let opened = Opened::new(session, read, bytes.as_ref())?;
    same_as_looked_at(session, &read.file, opened.file.hash())?;
    if opened.ambiguous() {
        return Err(AppFault::DatesAmbiguous);
    }
    let on_file = session.casebook.read(OnFile::new)?;
    if import.people.values().any(|person| !on_file.has(*person)) {
        return Err(AppFault::NotFound { what: "person" });
    }
    let total = opened.file.rows();
    let mut goes_on = |done| progress(Step::Reading, done, total);
    let written = lines::write(session, read, &opened, &on_file, &mut goes_on)?;
    let counts = written.tally.counts();
    let holds = if read.rows == RowsAre::Note { PackHolds::History } else { PackHolds::People };
    let batch = BatchId(session.clock.new_id());
    let imported = PackImported {
        batch,
        lines: written.blob.hash,
        holds,
        system: read.system.split_whitespace().collect::<Vec<_>>().join(" "),
        as_at: read.as_at,
        file_name: read.file.name(session)?,
        file_hash: Hash::from_bytes(opened.file.hash()),
        count: written.lines,
        rows: Some(read.rows.as_str().to_owned()),
        columns: profile::by_heading(&opened.columns, opened.file.headings()),
        dates: opened.dates.and_then(profile::order),
    };
    if !progress(Step::Keeping, 0, 1) {
        return Err(AppFault::Stopped);
    }
    let here = written.lines == 0 || session.casebook.read(|reading| is_here(reading, &imported))?;
    let decided = keep(session, import, &opened, imported, written.blob.size, here)?;
    if here {
        read.file.forget(session);
        return Ok(PackEnded { batch: None, counts });
    }
    // Who said stop while people were kept is heard now.
    let taken = if !progress(Step::Keeping, 1, 1) {
        Err(AppFault::Stopped)
    } else if holds == PackHolds::History {
        take_all(session, batch, &mut |done, total| progress(Step::Indexing, done, total))
    } else {
        Ok(())
    };
    match taken {
        Ok(()) => {}
        // Locked is no stop: people are here, and with notes the next unlock goes on.
        Err(AppFault::Stopped) if session.packs.is_closed() => {}
        Err(fault) => {
            undo_half(session, batch, holds, &decided);
            return Err(fault);
        }
    }
    read.file.forget(session);
    session.delivery.wake();
    Ok(PackEnded { batch: Some(batch), counts })
}

/// The same lines of the same system and day are here, and count.
fn is_here(reading: &casebook::Reading<'_>, imported: &PackImported) -> Result<bool, AppFault> {
    let same = |pack: &Pack| {
        pack.lines.hash == imported.lines
            && tables::person::fold(&pack.system) == tables::person::fold(&imported.system)
            && pack.as_at == imported.as_at
            && pack.undone.is_none()
    };
    Ok(tables::pack::all(reading)?.iter().any(same))
}

/// Keeps the pack, who is who, and what is to be remembered, in one act. Gives the decisions.
fn keep(
    session: &Session,
    import: &ImportPack,
    opened: &Opened<'_>,
    imported: PackImported,
    size: u64,
    here: bool,
) -> Result<Vec<FactId>, AppFault> {
    let mut entries = Vec::new();
    if !here {
        let blob = BlobUse { hash: imported.lines, size };
        let mut entry = session.entry(Known::PackImported(imported));
        entry.blobs = vec![blob];
        entries.push(entry);
    }
    let decisions = session.casebook.read(|reading| decisions(session, reading, &import.people))?;
    let (decided, said): (Vec<FactId>, Vec<NewEntry>) = decisions.into_iter().unzip();
    entries.extend(said);
    session.casebook.write(|gate| {
        for entry in entries {
            gate.append(entry)?;
        }
        if import.remember {
            let ReadPack { system, rows, .. } = &import.read;
            profile::remember(gate, system, *rows, opened.file.headings(), &opened.columns, opened.dates)?;
        }
        Ok::<_, AppFault>(())
    })?;
    Ok(decided)
}

/// Entries that say who of the file is who on file. Nothing is re-pointed: the pack says the same on
/// every laptop, and the decision can be taken back.
fn decisions(
    session: &Session,
    reading: &casebook::Reading<'_>,
    people: &BTreeMap<PersonId, PersonId>,
) -> Result<Vec<(FactId, NewEntry)>, AppFault> {
    let author = session.actor().author;
    let approved_by = tables::author::find(reading, author)?.map(|author| author.name).unwrap_or_default();
    let mut entries = Vec::new();
    for (one, other) in people.iter().filter(|(one, other)| one != other) {
        let fact = pair_id(*one, *other);
        let says = SamePerson {
            one: *one,
            other: *other,
            same: true,
            reason: DECIDED.to_owned(),
            approved_by: approved_by.clone(),
        };
        let about = vec![*one, *other];
        let known = Known::FactRecorded(FactRecorded { fact, about, says: Fact::SamePerson(says) });
        let mut entry = session.entry(known);
        entry.subjects = vec![Subject::Person(*one), Subject::Person(*other)];
        entry.based_on = tables::fact::seen(reading, fact)?;
        entries.push((fact, entry));
    }
    Ok(entries)
}

/// Takes out the notes of a pack that was undone; those of other packs that they stood in front of come
/// back. Locked meanwhile, the next unlock goes on.
fn take_out(session: &Session, batch: BatchId) -> Result<(), AppFault> {
    take_all(session, batch, &mut |_, _| true)?;
    for other in session.casebook.notes_to_take()? {
        take_all(session, other, &mut |_, _| !session.packs.is_closed())?;
    }
    Ok(())
}

/// Undoes a pack that was stopped or broke off, takes out the notes of it that were taken in, and takes
/// back who was said to be who: whoever tries again is asked again.
fn undo_half(session: &Session, batch: BatchId, holds: PackHolds, decided: &[FactId]) {
    let undone = session
        .casebook
        .write(|gate| {
            let reason = STOPPED.to_owned();
            gate.append(session.entry(Known::ImportUndone(ImportUndone { batch, reason, keeps: Vec::new() })))?;
            for fact in decided {
                let Some(known) = tables::fact::find(gate, *fact)? else { continue };
                let reason = STOPPED.to_owned();
                let mut entry = session.entry(Known::FactWithdrawn(FactWithdrawn { fact: *fact, reason }));
                entry.subjects = known.about.into_iter().map(Subject::Person).collect();
                entry.based_on = tables::fact::seen(gate, *fact)?;
                gate.append(entry)?;
            }
            Ok::<_, AppFault>(())
        })
        .and_then(|()| match holds {
            PackHolds::History => take_out(session, batch),
            PackHolds::People => Ok(()),
        });
    if let Err(fault) = undone {
        tracing::warn!(%fault, "an import that broke off is not undone yet");
    }
}
