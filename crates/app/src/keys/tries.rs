//! Wrong tries to unlock. Each one after the fifth makes the next wait longer; nothing is ever
//! wiped, because that would be a weapon against the record. The number survives a restart, in a
//! small file beside the casebook, and is noted in the journal at the next unlock.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use domain::Clock;

use crate::AppFault;

const FREE: u32 = 5;
const LONGEST: u64 = 60;

/// Wrong tries since the last unlock.
pub(crate) struct Tries {
    file: PathBuf,
    wrong: u32,
    not_before: Duration,
}

impl Tries {
    pub(crate) fn load(folder: &Path, clock: &dyn Clock) -> Self {
        let file = folder.join("unlock-tries");
        let wrong = std::fs::read_to_string(&file).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
        Self { file, wrong, not_before: clock.steady() + pause(wrong) }
    }

    /// Whether another try may be made now.
    pub(crate) fn check(&self, clock: &dyn Clock) -> Result<(), AppFault> {
        match self.not_before.checked_sub(clock.steady()) {
            Some(left) if !left.is_zero() => Err(AppFault::TooManyTries { seconds: left.as_secs().max(1) }),
            _ => Ok(()),
        }
    }

    pub(crate) fn wrong(&mut self, clock: &dyn Clock) {
        self.wrong = self.wrong.saturating_add(1);
        self.not_before = clock.steady() + pause(self.wrong);
        // Beside and renamed: on a full disk the number that was kept before stays.
        let beside = self.file.with_extension("part");
        let kept = std::fs::write(&beside, self.wrong.to_string()).and_then(|()| std::fs::rename(&beside, &self.file));
        if let Err(error) = kept {
            tracing::warn!(kind = ?error.kind(), "the number of wrong tries could not be kept");
        }
    }

    /// How many tries were wrong since the last unlock.
    pub(crate) fn number(&self) -> u32 {
        self.wrong
    }

    /// The casebook opened, but there was no room to note the wrong tries: the number stays for the
    /// next unlock, and nobody waits for what was right.
    pub(crate) fn put_off(&mut self) {
        self.not_before = Duration::ZERO;
    }

    /// The casebook opened and the wrong tries are in its journal: forgets them.
    pub(crate) fn forget(&mut self) {
        if std::mem::take(&mut self.wrong) > 0 && std::fs::remove_file(&self.file).is_err() {
            tracing::warn!("the number of wrong tries could not be cleared");
        }
        self.not_before = Duration::ZERO;
    }
}

/// 1, 2, 4 … 60 seconds from the sixth wrong try on.
fn pause(wrong: u32) -> Duration {
    match wrong.checked_sub(FREE) {
        None | Some(0) => Duration::ZERO,
        Some(over) => Duration::from_secs(1_u64.checked_shl(over - 1).unwrap_or(LONGEST).min(LONGEST)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_tries_are_free_and_then_the_pause_doubles_to_a_minute() {
        let seconds: Vec<u64> = (4..14).map(|wrong| pause(wrong).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
    }
}
