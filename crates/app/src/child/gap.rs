//! The time of which a file has nothing, because a system was lost.

use chrono::{Days, NaiveDate};

use super::{file::File, stubs::Thing};

/// A time without anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// First day without history: the day after the newest pack's day.
    pub from: NaiveDate,
    /// Last day: the day before the first record made here, or today while there is none.
    pub until: NaiveDate,
}

/// Lost systems and their days from which something stands on a file, the newest day first.
pub(super) fn recovered(file: &File, positions_of_values: &[i64]) -> Vec<(String, NaiveDate)> {
    let mut packs: Vec<(String, NaiveDate)> = Vec::new();
    let notes = file.stubs.iter().filter(|stub| stub.is_note()).map(|stub| stub.position);
    let mut positions: Vec<i64> = notes.chain(positions_of_values.iter().copied()).collect();
    positions.sort_unstable();
    positions.dedup();
    for pack in file.packs.iter().filter(|pack| positions.binary_search(&pack.position).is_ok()) {
        packs.push((pack.system.clone(), pack.as_at));
    }
    packs.extend(file.facts.iter().filter_map(|known| known.recovered.clone()));
    packs.sort_by(|(one_system, one), (system, day)| day.cmp(one).then_with(|| one_system.cmp(system)));
    packs.dedup();
    packs
}

/// The gap of a file, given the day of the newest pack on it. A record of something that happened
/// before that day was made late and closes nothing.
pub(super) fn gap(file: &File, as_at: Option<NaiveDate>, today: NaiveDate) -> Option<Gap> {
    let as_at = as_at?;
    let from = as_at.checked_add_days(Days::new(1))?;
    let records = file.stubs.iter().filter(|stub| matches!(stub.thing, Thing::Record(_)));
    let first = records.filter_map(|stub| stub.day).filter(|day| *day > as_at).min();
    let until = match first {
        Some(first) => first.checked_sub_days(Days::new(1))?,
        None => today,
    };
    (until >= from).then_some(Gap { from, until })
}
