//! A file may hold a response several times: as it was, and as it was changed later.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use chrono::{DateTime, FixedOffset};

/// Which rows hold a response that stands in the file again, with a later time or else further down.
#[derive(Default)]
pub(super) struct Latest {
    by_id: HashMap<String, (Option<DateTime<FixedOffset>>, u32)>,
    superseded: HashSet<u32>,
}

impl Latest {
    /// Takes in a row, in the order of the file. A row without an id is nobody's like.
    pub(super) fn add(&mut self, id: &str, submitted: Option<&str>, row: u32) {
        let id = id.trim();
        if id.is_empty() {
            return;
        }
        let submitted = submitted.and_then(|text| DateTime::parse_from_rfc3339(text.trim()).ok());
        match self.by_id.entry(id.to_owned()) {
            Entry::Vacant(place) => {
                place.insert((submitted, row));
            }
            Entry::Occupied(mut place) => {
                let (before, above) = *place.get();
                if submitted < before {
                    self.superseded.insert(row);
                } else {
                    self.superseded.insert(above);
                    place.insert((submitted, row));
                }
            }
        }
    }

    pub(super) fn superseded(self) -> HashSet<u32> {
        self.superseded
    }
}
