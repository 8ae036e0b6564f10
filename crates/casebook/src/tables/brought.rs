//! What packs brought of one thing, among itself. The same lines that two laptops took in are one pack,
//! which the first of them brought; of what one lost system says, its newest day counts.

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

/// Which of some values of one thing count, in their order: all that somebody recorded, and of each
/// system what its newest pack says, once.
pub(crate) fn counting<'a>(all: impl Iterator<Item = Option<&'a Brought>> + Clone) -> Vec<bool> {
    let mut packs: BTreeMap<&[u8], (&str, First)> = BTreeMap::new();
    for one in all.clone().flatten() {
        let pack = packs.entry(&one.lines).or_insert((&one.as_at, one.first));
        *pack = (pack.0.max(&one.as_at), pack.1.min(one.first));
    }
    let rank = |one: &Brought| packs.get(one.lines.as_slice()).copied();
    let mut newest: BTreeMap<&str, Option<(&str, First)>> = BTreeMap::new();
    for one in all.clone().flatten() {
        let kept = newest.entry(&one.system).or_default();
        *kept = (*kept).max(rank(one));
    }
    let counts = |one: &Brought| {
        let rank = rank(one);
        rank.is_some_and(|(_, first)| first == one.first) && newest.get(one.system.as_str()) == Some(&rank)
    };
    all.map(|one| one.is_none_or(counts)).collect()
}
