//! What the author of a correction had seen. A screen may be old: what came since is not seen, and stands
//! beside the correction.

use casebook::tables::{self, fact::Known};
use domain::{Fact, FactId, PersonId};
use rusqlite::Connection;
use vault::Hash;

use crate::AppFault;

/// The versions of a fact, as a correction has to do with them.
pub(super) struct Seen {
    /// Those that the author had before them.
    seen: Vec<Known>,
    /// Those that stand.
    standing: Vec<Known>,
    /// Entries that stand and say nothing: withdrawals, where the author named nothing in particular.
    withdrawn: Vec<Hash>,
}

impl Seen {
    /// The versions of these entries; without any, those that stand.
    ///
    /// # Errors
    /// [`AppFault::NotFound`] for an entry that is no version of the fact.
    pub(super) fn of(reading: &Connection, fact: FactId, entries: Option<&[Hash]>) -> Result<Self, AppFault> {
        let standing = tables::fact::standing(reading, fact)?;
        let Some(entries) = entries else {
            let withdrawn = tables::fact::seen(reading, fact)?;
            return Ok(Self { seen: standing.clone(), standing, withdrawn });
        };
        // What an undone pack said too: the screen may have shown it.
        let versions = tables::fact::ever(reading, fact)?;
        let mut seen = Vec::with_capacity(entries.len());
        for entry in entries {
            let version = versions.iter().find(|version| version.entry == *entry);
            seen.push(version.cloned().ok_or(AppFault::NotFound { what: "version" })?);
        }
        Ok(Self { seen, standing, withdrawn: Vec::new() })
    }

    /// Whether a correction would say nothing that the author did not see said already, or would stand in
    /// place of nothing but what says the same.
    pub(super) fn has_nothing_new(&self, about: &[PersonId], says: &Fact) -> bool {
        let same = |version: &&Known| version.about == about && version.says == *says;
        let seen_the_same = !self.seen.is_empty() && self.seen.iter().all(|version| same(&version));
        let replaces_other = self.replaced().any(|version| !same(&version));
        seen_the_same || (!replaces_other && self.standing.iter().any(|version| same(&version)))
    }

    /// Versions that stand and were seen: also one that says what was seen, from another hand.
    fn replaced(&self) -> impl Iterator<Item = &Known> {
        self.standing.iter().filter(|version| {
            self.seen
                .iter()
                .any(|seen| seen.entry == version.entry || (seen.says == version.says && seen.about == version.about))
        })
    }

    /// What the correction is based on.
    pub(super) fn based_on(&self) -> Vec<Hash> {
        let mut based_on: Vec<Hash> = self.seen.iter().map(|version| version.entry).collect();
        based_on.extend(self.replaced().map(|version| version.entry));
        based_on.extend(&self.withdrawn);
        based_on.sort_unstable();
        based_on.dedup();
        based_on
    }
}
