//! People whose names are nearly what somebody typed into the search box.

use std::collections::BTreeMap;

use domain::{
    PersonId,
    names::{sounds, words},
};
use rusqlite::Connection;

use super::{
    candidates::{How, alike},
    index::InStore,
};
use crate::AppFault;

/// By what a name is found that is not the one typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum By {
    /// Every word is there, or a slip apart.
    TypingSlip,
    /// A word sounds like it.
    SoundsAlike,
}

/// People who have a word like each of those typed, by slip or by sound, and not every word as it was
/// typed: those are found without this. Slips first.
///
/// # Errors
/// [`AppFault`] of the store.
pub(crate) fn by_name_in(reading: &Connection, text: &str, limit: usize) -> Result<Vec<(PersonId, By)>, AppFault> {
    let mut all: Option<BTreeMap<PersonId, How>> = None;
    for word in words(text) {
        let like = alike(&InStore(reading), &word, &sounds(&word))?;
        all = Some(match all {
            None => like.into_iter().collect(),
            Some(so_far) => like
                .into_iter()
                .filter_map(|(person, how)| so_far.get(&person).map(|before| (person, how.max(*before))))
                .collect(),
        });
    }
    let mut found: Vec<(PersonId, By)> = all
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(person, how)| match how {
            How::Same => None,
            How::Slip => Some((person, By::TypingSlip)),
            How::Sound => Some((person, By::SoundsAlike)),
        })
        .collect();
    found.sort_by_key(|(person, by)| (*by, *person));
    found.truncate(limit);
    Ok(found)
}
