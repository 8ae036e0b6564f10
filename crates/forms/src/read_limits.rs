//! What the parts of a kind must be among themselves, before any reference is followed.

use std::collections::HashSet;

use data_encoding::BASE64;

use crate::{
    definition::{Choices, DateParts, DateRules, Grid, GridPart, Kind, Picture, TextRules},
    fault::Fault,
    read::check_id,
};

const MOST_ROWS: usize = 200;
const MOST_PICTURE_BYTES: usize = 256 << 10;

pub(crate) fn check_limits(id: &str, kind: &Kind) -> Result<(), Fault> {
    let sound = match kind {
        Kind::ShortText(rules) | Kind::LongText(rules) => text_fits(rules),
        Kind::OneChoice(choices) | Kind::DropDown(choices) => {
            choices.min_chosen.is_none() && choices.max_chosen.is_none()
        }
        Kind::ManyChoices(choices) => ticks_fit(choices),
        Kind::Scale(scale) => scale.low <= 1 && (2..=10).contains(&scale.high),
        Kind::Rating(rating) => (3..=10).contains(&rating.levels),
        Kind::ChoiceGrid(grid) | Kind::TickGrid(grid) => return check_grid(id, grid),
        Kind::Date(rules) => date_fits(rules),
        Kind::Number(rules) => rules.min.zip(rules.max).is_none_or(|(min, max)| min <= max),
        Kind::Upload(rules) => (1..=10).contains(&rules.max_files) && (1..=20).contains(&rules.max_mib),
        Kind::Image(picture) => return check_picture(id, picture),
        Kind::Group(group) => {
            if group.item_name.trim().is_empty() {
                return Err(Fault::Blank("an item's name"));
            }
            group.at_most.is_none_or(|most| most > 0 && group.at_least.is_none_or(|least| least <= most))
        }
        _ => true,
    };
    if sound { Ok(()) } else { Err(Fault::Limits(id.to_owned())) }
}

fn text_fits(rules: &TextRules) -> bool {
    let least = rules.min_length.unwrap_or(0);
    rules.max_length.is_none_or(|most| most > 0 && most >= least)
}

fn ticks_fit(choices: &Choices) -> bool {
    let offered = choices.choices.len() + usize::from(choices.other);
    let least = choices.min_chosen.unwrap_or(0);
    least as usize <= offered && choices.max_chosen.is_none_or(|most| most > 0 && most >= least)
}

/// Only a whole day can be less than whole, and only with a year can it be earlier or later.
fn date_fits(rules: &DateRules) -> bool {
    let has_year = matches!(rules.parts, DateParts::Day | DateParts::WithTime);
    let compared = rules.not_in_future || rules.not_in_past || rules.not_before_question.is_some();
    (!rules.approximate || rules.parts.is_day()) && (has_year || !compared)
}

fn check_grid(id: &str, grid: &Grid) -> Result<(), Fault> {
    for parts in [&grid.rows, &grid.columns] {
        if parts.is_empty() {
            return Err(Fault::Empty(format!("question \"{id}\"")));
        }
        if parts.len() > MOST_ROWS {
            return Err(Fault::TooMany { what: "rows or columns in one question", limit: MOST_ROWS });
        }
        check_parts(parts)?;
    }
    // With every row to fill and no column twice, there must be a column for each.
    if grid.each_row && grid.column_once && grid.columns.len() < grid.rows.len() {
        return Err(Fault::Limits(id.to_owned()));
    }
    Ok(())
}

fn check_parts(parts: &[GridPart]) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    for part in parts {
        check_id(&part.id)?;
        if part.label.trim().is_empty() {
            return Err(Fault::Blank("a row or column"));
        }
        if !seen.insert(&part.id) {
            return Err(Fault::DuplicateRow(part.id.clone()));
        }
    }
    Ok(())
}

fn check_picture(id: &str, picture: &Picture) -> Result<(), Fault> {
    let known = ["image/png", "image/jpeg"].contains(&picture.media.as_str());
    let small = picture.data.len() <= MOST_PICTURE_BYTES.div_ceil(3) * 4;
    let bytes = if small { BASE64.decode(picture.data.as_bytes()).ok() } else { None };
    match bytes {
        Some(bytes) if known && bytes.len() <= MOST_PICTURE_BYTES && is_picture(&bytes) => Ok(()),
        _ => Err(Fault::Picture(id.to_owned())),
    }
}

/// By its first bytes; none at all stand for a picture that could not be had.
fn is_picture(bytes: &[u8]) -> bool {
    bytes.is_empty() || bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xff\xd8\xff")
}
