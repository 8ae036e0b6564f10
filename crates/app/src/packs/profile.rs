//! What a person said about a file of a system, remembered for the next file of it: by heading, so that
//! a column more or less does no harm.

use std::collections::BTreeMap;

use casebook::tables;
use exchange::{
    DateOrder,
    packs::{Columns, RowsAre},
};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What is remembered.
#[derive(Serialize, Deserialize)]
struct Profile {
    /// Heading of the column that fills a field, by field.
    columns: BTreeMap<String, String>,
    dates: Option<DateOrder>,
}

fn name(system: &str, rows: RowsAre) -> String {
    let system = tables::person::fold(system.trim());
    format!("pack_profile:{}:{system}", rows.as_str())
}

/// The columns and the order of dates of the last file of this system and kind, where every heading
/// that was used is there again.
pub(super) fn recall(
    reading: &Connection,
    system: &str,
    rows: RowsAre,
    headings: &[String],
) -> rusqlite::Result<Option<(Columns, Option<DateOrder>)>> {
    let Some(kept) = tables::setting::get(reading, &name(system, rows))? else { return Ok(None) };
    let Ok(profile) = serde_json::from_str::<Profile>(&kept) else { return Ok(None) };
    let place = |(field, heading): (String, String)| {
        let column = headings.iter().position(|other| *other == heading)?;
        Some((field, u32::try_from(column).ok()?))
    };
    let columns: Option<Columns> = profile.columns.into_iter().map(place).collect();
    Ok(columns.map(|columns| (columns, profile.dates)))
}

/// Remembers what was said.
pub(super) fn remember(
    gate: &Connection,
    system: &str,
    rows: RowsAre,
    headings: &[String],
    columns: &Columns,
    dates: Option<DateOrder>,
) -> rusqlite::Result<()> {
    let profile = Profile { columns: by_heading(columns, headings), dates };
    let kept = serde_json::to_string(&profile).unwrap_or_default();
    tables::setting::set(gate, &name(system, rows), &kept)
}

/// Which heading fills which field, by field.
pub(super) fn by_heading(columns: &Columns, headings: &[String]) -> BTreeMap<String, String> {
    let heading = |(field, column): (&String, &u32)| Some((field.clone(), headings.get(*column as usize)?.clone()));
    columns.iter().filter_map(heading).collect()
}

/// An order of day and month as the journal writes it.
pub(super) fn order(dates: DateOrder) -> Option<String> {
    serde_json::to_value(dates).ok()?.as_str().map(str::to_owned)
}
