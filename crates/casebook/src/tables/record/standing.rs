//! Which versions of a record stand.

use std::collections::{BTreeMap, BTreeSet};

use domain::RecordId;
use rusqlite::Connection;

use crate::CasebookFault;

/// The versions of a record that stand side by side.
pub(super) struct Standing {
    /// Their positions, the one shown last.
    pub(super) heads: Vec<i64>,
    /// Every one of them came with an import that was undone.
    pub(super) withdrawn: bool,
}

/// A version among the others of its record.
struct Among {
    position: i64,
    hash: [u8; 32],
    content: Option<[u8; 32]>,
    /// It came with an import that was undone.
    undone: bool,
}

/// Finds them: those that no later one is based on and no undoing took back. The last recorded is the
/// one shown, ties broken by hash, so that the order of arrival does not matter.
pub(super) fn standing(connection: &Connection, record: RecordId) -> Result<Standing, CasebookFault> {
    let versions: Vec<Among> = connection
        .prepare_cached(
            "SELECT v.position, e.hash, v.content, EXISTS (SELECT 1 FROM import_undone u WHERE u.batch = v.batch)
             FROM record_version v JOIN entry e ON e.position = v.position
             WHERE v.record = ? ORDER BY v.recorded_moment, e.hash",
        )?
        .query_map([record.as_bytes()], |row| {
            Ok(Among { position: row.get(0)?, hash: row.get(1)?, content: row.get(2)?, undone: row.get(3)? })
        })?
        .collect::<Result<_, _>>()?;
    if versions.iter().all(|version| version.undone) {
        // Nothing to decide about what counts no longer: one of them stands for all.
        let heads = versions.last().map(|version| version.position).into_iter().collect();
        return Ok(Standing { heads, withdrawn: true });
    }
    let before = superseded(connection, &versions)?;
    let mut heads = Vec::with_capacity(versions.len());
    let mut said = BTreeSet::new();
    // From the last: of versions that say the same, the last recorded stands for all.
    for version in versions.iter().rev().filter(|version| !version.undone && !before.contains(&version.hash)) {
        if version.content.is_none_or(|content| said.insert(content)) {
            heads.push(version.position);
        }
    }
    heads.reverse();
    Ok(Standing { heads, withdrawn: false })
}

/// Hashes of the versions that one which counts is based on, through others or at once: that a
/// version in between was undone changes nothing for those on either side of it. A version that is based
/// on none goes with its twin, wherever among the others that stands: what two laptops took from one file
/// is one, whichever of them the next was based on.
fn superseded(connection: &Connection, versions: &[Among]) -> Result<BTreeSet<[u8; 32]>, CasebookFault> {
    let by_hash: BTreeMap<[u8; 32], i64> = versions.iter().map(|version| (version.hash, version.position)).collect();
    let mut based_on = connection.prepare_cached("SELECT seen FROM based_on WHERE position = ?")?;
    let mut before = BTreeSet::new();
    let mut later: BTreeSet<i64> = BTreeSet::new();
    let mut to_follow: Vec<i64> =
        versions.iter().filter(|version| !version.undone).map(|version| version.position).collect();
    while let Some(position) = to_follow.pop() {
        for seen in based_on.query_map([position], |row| row.get::<_, [u8; 32]>(0))? {
            let seen = seen?;
            if let Some(earlier) = by_hash.get(&seen) {
                later.insert(position);
                if before.insert(seen) {
                    to_follow.push(*earlier);
                }
            }
        }
    }
    let gone: BTreeSet<[u8; 32]> = versions
        .iter()
        .filter(|version| before.contains(&version.hash))
        .filter_map(|version| version.content)
        .collect();
    let first = versions.iter().filter(|version| !later.contains(&version.position));
    before.extend(first.filter(|one| one.content.is_some_and(|said| gone.contains(&said))).map(|twin| twin.hash));
    Ok(before)
}
