//! The id of a row that states none. It is made from the row as it stands in the file, so that it is
//! the same with a later version of the form, another mapping and another order of day and month, and
//! when the sheet is downloaded again with columns more or in another order.

use std::{borrow::Cow, collections::HashMap};

use forms::Form;
use sha2::{Digest, Sha256};

use super::{
    DateOrder, Dialect, Responses, Row,
    api::FIXED,
    clock::time_of_day,
    date::{Day, Written},
    heading::{Besides, besides, plain},
};

/// Makes ids, and tells equal rows of a file apart.
pub(super) struct Identity {
    form: String,
    columns: Vec<Part>,
    /// The first row of each like, by the first half of its hash.
    first: HashMap<[u8; 16], u32>,
    /// How many of a like there were, where there was more than one.
    likes: HashMap<[u8; 16], u32>,
    /// Which of its like a later row is.
    later: HashMap<u32, u32>,
}

/// What a column is to the id.
#[derive(PartialEq, Eq)]
enum Part {
    Moment,
    Email,
    /// A score is given later, and changes.
    Left,
    Cell(String),
}

impl Identity {
    pub(super) fn new(form: &Form, responses: &Responses) -> Self {
        let definition = form.definition();
        let form = definition.source.as_ref().map_or(&definition.id, |source| &source.form).clone();
        let mut columns = Vec::with_capacity(responses.headers().len());
        for (index, header) in responses.headers().iter().enumerate() {
            columns.push(match part(responses.dialect(), index, header) {
                again @ (Part::Moment | Part::Email) if columns.contains(&again) => Part::Cell(plain(header)),
                part => part,
            });
        }
        let (first, likes, later) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { form, columns, first, likes, later }
    }

    /// Lower hex of SHA-256 over the form, the moment in seconds, the e-mail address and every other
    /// cell with something in it as heading and text, in the order of both; a zero byte ends each.
    /// What is changed here changes the ids of records that are kept: it never is.
    pub(super) fn of(&mut self, row: &Row) -> String {
        let (mut moment, mut email) = (String::new(), String::new());
        let mut cells: Vec<(Cow<'_, str>, String)> = Vec::with_capacity(self.columns.len());
        for (index, part) in self.columns.iter().enumerate() {
            let text = row.text(index);
            match part {
                _ if text.trim().is_empty() => {}
                Part::Left => {}
                Part::Moment => moment = seconds(&text),
                Part::Email => email = folded(&text),
                Part::Cell(heading) => cells.push((heading.into(), said(&text))),
            }
        }
        let beyond = row.beyond(self.columns.len()).filter(|(_, text)| !text.trim().is_empty());
        cells.extend(beyond.map(|(number, text)| (format!("({number})").into(), said(text))));
        cells.sort_unstable();
        let mut hash = Sha256::new();
        let cells = cells.iter().flat_map(|(heading, text)| [heading.as_ref(), text.as_str()]);
        for part in [self.form.as_str(), &moment, &email].into_iter().chain(cells) {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let hash = hash.finalize();
        let mut half = [0; 16];
        for (byte, digest) in half.iter_mut().zip(hash) {
            *byte = digest;
        }
        let hex = data_encoding::HEXLOWER.encode(&hash);
        match self.which(half, row.number()) {
            1 => hex,
            nth => format!("{hex}#{nth}"),
        }
    }

    /// Which of its like this row is, from 1.
    fn which(&mut self, like: [u8; 16], row: u32) -> u32 {
        let first = *self.first.entry(like).or_insert(row);
        if first == row {
            return 1;
        }
        if let Some(nth) = self.later.get(&row) {
            return *nth;
        }
        let count = self.likes.entry(like).or_insert(1);
        *count += 1;
        self.later.insert(row, *count);
        *count
    }
}

fn part(dialect: Dialect, index: usize, header: &str) -> Part {
    if dialect == Dialect::Api {
        return match FIXED.get(index) {
            Some(&"lastSubmittedTime") => Part::Moment,
            Some(&"respondentEmail") => Part::Email,
            Some(_) => Part::Left,
            None => Part::Cell(header.to_owned()),
        };
    }
    let heading = plain(header);
    match besides(&heading) {
        Some(Besides::Timestamp) => Part::Moment,
        Some(Besides::Email) => Part::Email,
        Some(Besides::Score) => Part::Left,
        None => Part::Cell(heading),
    }
}

/// Read only where nobody has to say whether the day or the month comes first.
fn clear(text: &str) -> Option<Written> {
    let has_digits = || text.bytes().any(|byte| byte.is_ascii_digit());
    let written = has_digits().then(|| Written::read(text, DateOrder::YearFirst).ok()).flatten()?;
    matches!(written.day, Day::Full(_)).then_some(written)
}

fn seconds(text: &str) -> String {
    let moment = clear(text).and_then(Written::moment);
    moment.map_or_else(|| folded(text), |at| at.timestamp().to_string())
}

/// A cell in one spelling: both dialects write the same answers, days with their year first and times.
fn said(text: &str) -> String {
    if let Some(time) = time_of_day(text) {
        return time.format("%H:%M:%S").to_string();
    }
    let Some(written) = clear(text) else { return folded(text) };
    match (written.day, written.time, written.offset) {
        (Day::Full(day), None, _) => day.format("%Y-%m-%d").to_string(),
        // As written: what the clocks of a place will do is not known for ever.
        (Day::Full(day), Some(time), None) => day.and_time(time).format("%Y-%m-%dT%H:%M:%S").to_string(),
        _ => written.moment().map_or_else(|| folded(text), |at| at.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()),
    }
}

/// Without blanks around it or beyond one, and with one joiner for the two that Google writes.
fn folded(text: &str) -> String {
    text.replace(';', ", ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{said, seconds};

    #[rstest]
    #[case("Mother;Brother, sister", "Mother, Brother, sister")]
    #[case(" two\r\nlines\u{a0}here ", "two lines here")]
    #[case("2026-11-21", "2026-11-21")]
    #[case("2026/11/21", "2026-11-21")]
    #[case("2026-11-21 2:30:00 PM", "2026-11-21T14:30:00")]
    #[case("2026-11-21T14:30:00+01:00", "2026-11-21T13:30:00Z")]
    #[case("3:30:00 PM", "15:30:00")]
    #[case("15:30", "15:30:00")]
    #[case("24/12/2012", "24/12/2012")]
    #[case("03/04/2012", "03/04/2012")]
    #[case("2026-02-31", "2026-02-31")]
    #[case("2026", "2026")]
    #[case("11-30", "11-30")]
    fn a_cell_has_one_spelling(#[case] text: &str, #[case] spelt: &str) {
        assert_eq!(said(text), spelt);
    }

    #[rstest]
    #[case("2022/11/30 10:39:41 PM GMT+0", "1669847981")]
    #[case("2022-11-30 22:39:41", "1669847981")]
    #[case("2022-07-01 09:05:00", "1656662700")]
    #[case("01/07/2022  09:05:00", "01/07/2022 09:05:00")]
    fn a_moment_is_counted_in_seconds_where_it_is_clear(#[case] text: &str, #[case] spelt: &str) {
        assert_eq!(seconds(text), spelt);
    }
}
