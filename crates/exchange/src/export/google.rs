//! The layout of a Google Sheet of responses, in the form that a sheet set to the United Kingdom has.

use chrono::NaiveDate;
use chrono_tz::Europe::London;
use forms::SheetColumn;
use serde_json::Value;

use super::{ExportRow, file::OutCell, text};

/// Columns after the questions, for which Google has none: the children's names, who recorded it,
/// the reference, when it happened, the version of the form, answers that were no longer asked,
/// and where it was imported from.
pub const AFTER_QUESTIONS: [&str; 7] =
    ["children", "author", "reference", "event", "form_version", "no_longer_asked", "source"];

pub(super) fn headers(columns: &[SheetColumn], word: impl Fn(&str) -> String) -> Vec<String> {
    let questions = columns.iter().map(|column| column.header.clone());
    std::iter::once("Timestamp".to_owned()).chain(questions).chain(AFTER_QUESTIONS.map(word)).collect()
}

pub(super) fn cells(columns: &[SheetColumn], row: &ExportRow<'_>) -> Vec<OutCell> {
    let mut cells = Vec::with_capacity(columns.len() + AFTER_QUESTIONS.len() + 1);
    cells.push(text(row.recorded.with_timezone(&London).format("%d/%m/%Y %H:%M:%S").to_string()));
    cells.extend(columns.iter().map(|column| cell(column, row)));
    let names: Vec<&str> = row.children.iter().map(|child| child.name.as_str()).collect();
    let left: Vec<String> = row
        .no_longer_asked
        .iter()
        .map(|left| match &left.about {
            Some(about) => format!("{} ({about}): {}", left.question, left.answer),
            None => format!("{}: {}", left.question, left.answer),
        })
        .collect();
    let source = row.source.as_ref().map(|(system, id)| format!("{system} {id}"));
    cells.extend([
        text(names.join(", ")),
        text(row.author.as_str()),
        text(row.reference.as_str()),
        text(row.event.as_deref().map(event).unwrap_or_default()),
        OutCell::Number(row.form.definition().number.into()),
        text(left.join("\n")),
        text(source.unwrap_or_default()),
    ]);
    cells
}

fn cell(column: &SheetColumn, row: &ExportRow<'_>) -> OutCell {
    let top = if column.key.contains('/') { None } else { row.answers.get(&column.key) };
    let as_sheet = match (column.kind, top) {
        ("date", Some(Value::String(date))) => day(date).map(text),
        ("time", Some(Value::String(time))) => clock(time).map(text),
        ("duration", Some(Value::String(duration))) => length(duration).map(text),
        ("scale" | "rating" | "number" | "calculated", Some(Value::Number(number))) => {
            Some(OutCell::Number(number.clone()))
        }
        _ => None,
    };
    as_sheet.unwrap_or_else(|| text(forms::cell(row.form, column, row.answers, row.children)))
}

/// `2026-11-21T14:30` as `21/11/2026 14:30:00`; parts that are missing are missing there too.
fn day(filed: &str) -> Option<String> {
    let (date, time) = match filed.split_once('T') {
        Some((date, time)) => (date, Some(clock(time)?)),
        None => (filed, None),
    };
    let parts: Vec<&str> = date.trim_start_matches("--").split('-').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(digits) {
        return None;
    }
    let date = match (date.starts_with("--"), parts.as_slice()) {
        (true, [month, day]) => format!("{day}/{month}"),
        (false, [year, month, day]) => {
            format!("{year}-{month}-{day}").parse::<NaiveDate>().ok()?.format("%d/%m/%Y").to_string()
        }
        (false, [year, month]) => format!("{month}/{year}"),
        (false, [year]) => (*year).to_owned(),
        _ => return None,
    };
    Some(time.map_or_else(|| date.clone(), |time| format!("{date} {time}")))
}

fn event(event: &str) -> String {
    day(event).unwrap_or_else(|| event.to_owned())
}

/// `14:30` as `14:30:00`.
fn clock(filed: &str) -> Option<String> {
    let time = chrono::NaiveTime::parse_from_str(filed, "%H:%M").ok()?;
    Some(time.format("%H:%M:%S").to_string())
}

/// `PT1H30M` as `1:30:00`.
fn length(filed: &str) -> Option<String> {
    let mut rest = filed.strip_prefix("PT")?;
    let mut parts = [0_u32; 3];
    for (part, unit) in parts.iter_mut().zip(['H', 'M', 'S']) {
        if let Some((number, after)) = rest.split_once(unit) {
            *part = number.parse().ok()?;
            rest = after;
        }
    }
    let [hours, minutes, seconds] = parts;
    rest.is_empty().then(|| format!("{hours}:{minutes:02}:{seconds:02}"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{day, length};

    #[rstest]
    #[case("2026-11-21", Some("21/11/2026"))]
    #[case("2026-11-21T14:30", Some("21/11/2026 14:30:00"))]
    #[case("--11-21", Some("21/11"))]
    #[case("--11-21T09:05", Some("21/11 09:05:00"))]
    #[case("2026-11", Some("11/2026"))]
    #[case("2026", Some("2026"))]
    #[case("2026-13-01", None)]
    #[case("=1+1", None)]
    fn a_day_is_written_as_a_british_sheet_writes_it(#[case] filed: &str, #[case] written: Option<&str>) {
        assert_eq!(day(filed).as_deref(), written);
    }

    #[rstest]
    #[case("PT1H30M", Some("1:30:00"))]
    #[case("PT45M", Some("0:45:00"))]
    #[case("PT10H5S", Some("10:00:05"))]
    #[case("PT0M", Some("0:00:00"))]
    #[case("P1D", None)]
    fn a_length_of_time_is_written_in_hours(#[case] filed: &str, #[case] written: Option<&str>) {
        assert_eq!(length(filed).as_deref(), written);
    }
}
