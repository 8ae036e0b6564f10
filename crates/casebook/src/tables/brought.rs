//! What packs brought of one thing, among itself and beside what people recorded. The same lines that two
//! laptops took in are one pack, which the first of them brought; of what one lost system says, its newest
//! day counts.

use std::collections::BTreeMap;

use rusqlite::Row;

use super::person::fold;

/// Where a value came from that a pack brought.
pub(crate) struct Brought {
    system: String,
    as_at: String,
    lines: Vec<u8>,
    first: First,
}

/// When its entry was recorded, and the entry's hash.
type First = (i64, [u8; 32]);

/// The columns of [`read`]: of a value `v`, its entry `e` and, for one of a pack, that pack `k`.
pub(crate) const COLUMNS: &str = "v.system, v.as_at, k.lines, v.recorded_moment, e.hash";

/// The pack of a value `v`, if one brought it.
pub(crate) const PACK: &str = "LEFT JOIN pack k ON v.system IS NOT NULL AND k.position = v.position";

/// Reads [`COLUMNS`], which begin at that one; none for what somebody recorded.
pub(crate) fn read(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Brought>> {
    let system: Option<String> = row.get(at)?;
    let Some(system) = system else { return Ok(None) };
    let first: First = (row.get(at + 3)?, row.get(at + 4)?);
    let lines: Option<Vec<u8>> = row.get(at + 2)?;
    let as_at: Option<String> = row.get(at + 1)?;
    let lines = lines.unwrap_or_else(|| first.1.to_vec());
    Ok(Some(Brought { system: fold(&system), as_at: as_at.unwrap_or_default(), lines, first }))
}

/// A value among the others of one thing.
pub(crate) struct Among<'a, T> {
    /// What it says.
    pub(crate) says: T,
    /// The pack that brought it; none for what somebody recorded.
    pub(crate) brought: Option<&'a Brought>,
    /// Its pack was undone: it stands no longer, and what was answered to it was answered all the same.
    pub(crate) undone: bool,
    /// A later one is based on it.
    pub(crate) superseded: bool,
}

/// The packs with one set of lines.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank<'a> {
    as_at: &'a str,
    first: First,
}

/// Which of some values of one thing stand, by their numbers: what packs say first, then what somebody
/// recorded, each in the order given.
///
/// Of one system, what its newest pack says stands. It is compared with what the same system said before:
/// a pack that says the same again says nothing new, so that whoever corrected or withdrew the earlier one
/// has answered the later one too. What somebody recorded is shown above all packs.
pub(crate) fn standing<T: PartialEq>(all: &[Among<'_, T>]) -> Vec<usize> {
    let mut packs: BTreeMap<&[u8], Rank<'_>> = BTreeMap::new();
    // What was undone says when a file was first here only where no import of that file stands.
    for undone in [false, true] {
        let mut of_these: BTreeMap<&[u8], Rank<'_>> = BTreeMap::new();
        for one in all.iter().filter(|one| one.undone == undone).filter_map(|one| one.brought) {
            let rank = of_these.entry(&one.lines).or_insert(Rank { as_at: &one.as_at, first: one.first });
            *rank = Rank { as_at: rank.as_at.max(&one.as_at), first: rank.first.min(one.first) };
        }
        for (lines, rank) in of_these {
            packs.entry(lines).or_insert(rank);
        }
    }
    let mut systems: BTreeMap<&str, Vec<(Rank<'_>, usize)>> = BTreeMap::new();
    for (number, one) in all.iter().enumerate() {
        if let Some(brought) = one.brought
            && let Some(rank) = packs.get(brought.lines.as_slice())
        {
            systems.entry(&brought.system).or_default().push((*rank, number));
        }
    }
    let mut stand: Vec<usize> = systems.into_values().filter_map(|said| newest(all, said)).collect();
    stand.sort_unstable();
    stand.extend((0..all.len()).filter(|number| all[*number].brought.is_none() && !all[*number].superseded));
    stand
}

/// What the newest pack of a system says; none where somebody has answered it, then or when an earlier
/// pack said the same.
fn newest<T: PartialEq>(all: &[Among<'_, T>], mut said: Vec<(Rank<'_>, usize)>) -> Option<usize> {
    said.sort_unstable();
    let newest = said.iter().rev().find(|(_, number)| !all[*number].undone)?.0;
    let (_, shown) = *said.iter().find(|(rank, number)| *rank == newest && !all[*number].undone)?;
    for (_, number) in said.iter().rev() {
        let one = &all[*number];
        if one.says != all[shown].says {
            // What an undone pack said is nothing that the system said between.
            if one.undone {
                continue;
            }
            break;
        }
        if one.superseded {
            return None;
        }
    }
    Some(shown)
}
