//! Compares the notes with the packs that brought them, line by line.

use std::collections::{HashMap, HashSet};

use journal::{HistoricNote, PackHolds, PackLine};
use rusqlite::{Connection, OptionalExtension, params};
use vault::BlobStore;

use super::Lines;
use crate::{
    CasebookFault, Progress,
    tables::{
        self,
        note::{self, Rank, Taking},
        pack::Pack,
    },
};

const AT_A_TIME: u32 = 1000;

/// Whether every note is as its pack says, and no other is here.
pub(crate) fn are_as_brought(
    connection: &Connection,
    blobs: &BlobStore,
    progress: Progress<'_>,
) -> Result<bool, CasebookFault> {
    let going = Going { ranks: note::ranks(connection)?, leaving: leaving(connection)? };
    let mut kept: HashMap<i64, i64> = connection
        .prepare("SELECT pack, count(*) FROM note GROUP BY pack")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for pack in tables::pack::all(connection)?.into_iter().filter(|pack| pack.holds == PackHolds::History) {
        let there = kept.remove(&pack.position).unwrap_or(0);
        let Some(taking) = note::taking(connection, pack.position)? else {
            if there == 0 {
                continue;
            }
            return Ok(false);
        };
        // Those of a pack that was undone go a slice at a time; a file may be on its way.
        if pack.undone.is_some() || !blobs.has(&pack.lines) {
            continue;
        }
        if !pack_brought(connection, blobs, (&pack, taking, there), &going, progress)? {
            return Ok(false);
        }
    }
    let on_files: bool = connection.query_row(
        "SELECT (SELECT coalesce(sum(length(people)), 0) FROM note) = 16 * (SELECT count(*) FROM note_person)",
        [],
        |row| row.get(0),
    )?;
    Ok(kept.is_empty() && on_files)
}

/// Which pack counts before which, and those that were undone and have notes here still.
struct Going {
    ranks: HashMap<i64, Rank>,
    leaving: HashSet<i64>,
}

impl Going {
    fn counts_before(&self, other: i64, pack: i64) -> bool {
        self.ranks.get(&other).is_some_and(|rank| Some(rank) >= self.ranks.get(&pack)) || self.leaving.contains(&other)
    }
}

fn leaving(connection: &Connection) -> Result<HashSet<i64>, CasebookFault> {
    let mut leaving = HashSet::new();
    for pack in tables::pack::all(connection)?.into_iter().filter(|pack| pack.undone.is_some()) {
        if note::taking(connection, pack.position)?.is_some() {
            leaving.insert(pack.position);
        }
    }
    Ok(leaving)
}

/// Whether the notes here that a pack brought, so many, are all as it says.
fn pack_brought(
    connection: &Connection,
    blobs: &BlobStore,
    (pack, taking, there): (&Pack, Taking, i64),
    going: &Going,
    progress: Progress<'_>,
) -> Result<bool, CasebookFault> {
    let mut lines = Lines::of(blobs, pack.lines);
    let (mut number, mut brought) = (0, 0);
    while taking.whole || number < taking.lines {
        let line = match lines.next_line() {
            Ok(Some(line)) => line,
            Ok(None) => break,
            // Said already by the look at the files.
            Err(CasebookFault::Blob(_)) => return Ok(true),
            Err(other) => return Err(other),
        };
        number += 1;
        if number % AT_A_TIME == 0 && !progress(number, pack.count.max(number)) {
            return Err(CasebookFault::Stopped);
        }
        let Some(PackLine::Note(note)) = line else { continue };
        match stands(connection, &note)? {
            Some(Stands { pack: of, line, as_it_says }) if of == pack.position => {
                if line == number && as_it_says {
                    brought += 1;
                } else if line >= number {
                    return Ok(false);
                }
                // Of two lines of one id the first counts.
            }
            Some(other) if going.counts_before(other.pack, pack.position) => {}
            // The one that stood in its place is gone; it comes back once the last of those is out.
            None if taking.shadowed && !going.leaving.is_empty() => {}
            _ => return Ok(false),
        }
    }
    // One that is looked at again, from its first line, has notes here of lines that are still to come.
    Ok(if taking.whole { brought == there } else { brought <= there })
}

/// A note as it stands here.
struct Stands {
    pack: i64,
    line: u32,
    as_it_says: bool,
}

fn stands(connection: &Connection, said: &HistoricNote) -> rusqlite::Result<Option<Stands>> {
    let moment = note::moment_of(said.at.as_ref());
    let people = note::people_bytes(&said.people);
    let found = connection
        .prepare_cached(
            "SELECT pack, line, number, moment = ?2 AND at IS ?3 AND written_date = ?4 AND sort = ?5 AND title = ?6
               AND author = ?7 AND people = ?8 AND text = ?9 FROM note WHERE id = ?1",
        )?
        .query_row(
            params![
                said.id.as_bytes(),
                moment,
                said.at.as_ref().map(ToString::to_string),
                said.written_date,
                said.sort,
                said.title,
                said.author,
                people,
                said.text,
            ],
            |row| Ok((Stands { pack: row.get(0)?, line: row.get(1)?, as_it_says: row.get(3)? }, row.get::<_, i64>(2)?)),
        )
        .optional()?;
    let Some((mut stands, number)) = found else { return Ok(None) };
    for person in note::people(&people) {
        stands.as_it_says &= connection
            .prepare_cached("SELECT 1 FROM note_person WHERE person = ? AND moment = ? AND number = ?")?
            .exists(params![person.as_bytes(), moment, number])?;
    }
    Ok(Some(stands))
}
