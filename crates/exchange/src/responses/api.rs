//! Responses as the Forms API hands them out: the bytes kept once, one response parsed at a time.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::de::IgnoredAny;

use super::{
    api_json::{Answer, FileAnswer, FormResponse, ListOfResponses, Raw},
    latest::Latest,
};
use crate::{
    fault::ImportFault,
    line::{Line, Weight},
    put_together::within,
    sheet_file::{MOST_CELL, MOST_COLUMNS, MOST_ROWS, line},
};

/// Columns that every response has, before the questions.
pub(super) const FIXED: [&str; 4] = ["responseId", "lastSubmittedTime", "respondentEmail", "totalScore"];
/// Most bytes of one response: what is parsed at a time.
const MOST_RESPONSE: u64 = 4 * MOST_CELL;
/// Most questions times responses: every response has room for every question of the file.
const MOST_CELLS: usize = 50_000_000;
/// Most names of unknown members that are listed.
const MOST_UNKNOWN: usize = 50;
/// Most responses left out that have a line each.
const MOST_LEFT_OUT: u32 = 1_000;

/// A file of the Forms API.
pub(super) struct ApiFile {
    text: String,
    /// Where each response stands in the text.
    spans: Vec<(usize, usize)>,
    /// [`FIXED`], then every question id that any response answers, in order.
    pub headers: Vec<String>,
    /// The form that the responses say they belong to.
    pub form: Option<String>,
    pub lines: Vec<Line>,
}

/// What one response says in one column.
pub(super) enum ApiCell {
    Nothing,
    Values(Vec<String>),
    /// Names and addresses of files, which are not fetched.
    Files(String),
}

/// One response, by column.
pub(super) struct ApiRow {
    pub cells: Vec<ApiCell>,
    /// Submitted again after the first time.
    pub edited: bool,
}

impl ApiFile {
    /// Also gives the rows whose response stands in the file again.
    pub(super) fn read(bytes: Vec<u8>) -> Result<(Self, HashSet<u32>), ImportFault> {
        let text = String::from_utf8(bytes).map_err(|_| ImportFault::NotJson { line: 1, column: 1 })?;
        let json = text.trim_start_matches('\u{FEFF}');
        let mut lines = Vec::new();
        let mut form = None;
        let Raw(raw) = if json.trim_start().starts_with('[') {
            serde_json::from_str(json).map_err(|error| not_responses(json, &error))?
        } else {
            let list: ListOfResponses<'_> = serde_json::from_str(json).map_err(|error| not_responses(json, &error))?;
            form = list.form;
            if list.next_page.is_some_and(|token| !token.is_empty()) {
                lines.push(line(String::new(), "more_pages", vec![], Weight::ToConfirm));
            }
            list.responses
        };
        if raw.len() > MOST_ROWS as usize {
            return Err(ImportFault::TooManyRows { limit: MOST_ROWS });
        }
        let mut seen = Seen { form, lines, ..Seen::default() };
        let mut spans = Vec::with_capacity(raw.len());
        for (number, one) in (1_u32..).zip(raw) {
            let row = u32::try_from(spans.len()).unwrap_or(u32::MAX).saturating_add(2);
            if seen.look_at(number, one.get(), row)? {
                let start = one.get().as_ptr() as usize - text.as_ptr() as usize;
                spans.push((start, start + one.get().len()));
            }
        }
        within("cells", seen.questions.len().saturating_mul(spans.len()), MOST_CELLS)?;
        let superseded = std::mem::take(&mut seen.latest).superseded();
        let headers = FIXED.iter().map(|name| (*name).to_owned()).chain(std::mem::take(&mut seen.questions)).collect();
        let (form, lines) = seen.finish();
        Ok((Self { spans, headers, form, lines, text }, superseded))
    }

    pub(super) fn count(&self) -> usize {
        self.spans.len()
    }

    /// One response; each was parsed once when the file was read.
    pub(super) fn row(&self, index: usize) -> Option<ApiRow> {
        let (start, end) = *self.spans.get(index)?;
        let response: FormResponse = serde_json::from_str(self.text.get(start..end)?).ok()?;
        let edited = match (&response.create_time, &response.last_submitted_time) {
            (Some(first), Some(last)) => moment(last) > moment(first),
            _ => false,
        };
        let one = |text: Option<String>| text.map_or(ApiCell::Nothing, |text| ApiCell::Values(vec![text]));
        let mut cells = vec![
            one(response.response_id),
            one(response.last_submitted_time.or(response.create_time)),
            one(response.respondent_email),
            one(response.total_score.map(|score| score.to_string())),
        ];
        cells.resize_with(self.headers.len(), || ApiCell::Nothing);
        let questions = self.headers.get(FIXED.len()..).unwrap_or_default();
        for (question, answer) in response.answers {
            if let Ok(at) = questions.binary_search(&question)
                && let Some(cell) = cells.get_mut(FIXED.len() + at)
            {
                *cell = cell_of(answer);
            }
        }
        Some(ApiRow { cells, edited })
    }
}

fn moment(text: &str) -> Option<chrono::DateTime<chrono::FixedOffset>> {
    chrono::DateTime::parse_from_rfc3339(text).ok()
}

fn cell_of(answer: Answer) -> ApiCell {
    if let Some(files) = answer.file_upload_answers {
        let file = |file: FileAnswer| format!("{} https://drive.google.com/open?id={}", file.file_name, file.file_id);
        return ApiCell::Files(files.answers.into_iter().map(file).collect::<Vec<_>>().join(", "));
    }
    match answer.text_answers {
        Some(texts) => ApiCell::Values(texts.answers.into_iter().map(|answer| answer.value).collect()),
        None => ApiCell::Nothing,
    }
}

/// No JSON at all, or JSON of something else.
fn not_responses(json: &str, error: &serde_json::Error) -> ImportFault {
    if error.is_data() {
        let a_form = json.contains("\"items\"") && !json.contains("\"responses\"");
        return if a_form { ImportFault::FormNotResponses } else { ImportFault::NotResponses };
    }
    ImportFault::NotJson { line: error.line() as u64, column: error.column() as u64 }
}

/// What the first pass over the responses finds out.
#[derive(Default)]
struct Seen {
    questions: BTreeSet<String>,
    form: Option<String>,
    forms_differ: bool,
    unknown: BTreeSet<String>,
    grades: bool,
    left_out: u32,
    latest: Latest,
    lines: Vec<Line>,
}

impl Seen {
    /// Whether the response can be read; it is then `taken_as` this row.
    fn look_at(&mut self, number: u32, json: &str, taken_as: u32) -> Result<bool, ImportFault> {
        let row = number.saturating_add(1);
        if json.len() as u64 > MOST_RESPONSE {
            return Err(ImportFault::CellTooLong { row, column: 0, limit: MOST_RESPONSE });
        }
        let Ok(response) = serde_json::from_str::<FormResponse>(json) else {
            self.left_out += 1;
            if self.left_out <= MOST_LEFT_OUT {
                self.lines.push(line(format!("response {number}"), "no_response", vec![], Weight::LeftOut));
            }
            return Ok(false);
        };
        if json.contains("\\u0000") && json_has_nul(&response) {
            return Err(ImportFault::NulByte { row, column: 0 });
        }
        match (&self.form, response.form_id) {
            (Some(known), Some(other)) if *known != other => self.forms_differ = true,
            (None, Some(form)) => self.form = Some(form),
            _ => {}
        }
        let submitted = response.last_submitted_time.as_deref().or(response.create_time.as_deref());
        self.latest.add(response.response_id.as_deref().unwrap_or_default(), submitted, taken_as);
        self.note_unknown(response.unknown);
        for (question, answer) in response.answers {
            self.grades |= answer.grade.is_some();
            let texts = answer.text_answers.map(|texts| texts.answers).unwrap_or_default();
            let bytes: usize = texts.iter().map(|answer| answer.value.len()).sum();
            if bytes as u64 > MOST_CELL {
                return Err(ImportFault::CellTooLong { row, column: 0, limit: MOST_CELL });
            }
            self.note_unknown(answer.unknown);
            self.questions.insert(question);
            if self.questions.len() + FIXED.len() > MOST_COLUMNS as usize {
                return Err(ImportFault::TooManyColumns { row, limit: MOST_COLUMNS });
            }
        }
        Ok(true)
    }

    fn note_unknown(&mut self, names: BTreeMap<String, IgnoredAny>) {
        for name in names.into_keys() {
            if self.unknown.len() < MOST_UNKNOWN {
                self.unknown.insert(name.chars().take(60).collect());
            }
        }
    }

    fn finish(self) -> (Option<String>, Vec<Line>) {
        let mut lines = self.lines;
        if self.left_out > MOST_LEFT_OUT {
            let more = vec![("count", (self.left_out - MOST_LEFT_OUT).to_string())];
            lines.push(line(String::new(), "more_lines", more, Weight::LeftOut));
        }
        if self.grades {
            lines.push(line(String::new(), "grades", vec![], Weight::LeftOut));
        }
        if self.forms_differ {
            lines.push(line(String::new(), "forms_differ", vec![], Weight::ToConfirm));
        }
        for name in self.unknown {
            lines.push(line(String::new(), "unknown_member", vec![("name", name)], Weight::LeftOut));
        }
        (self.form, lines)
    }
}

fn json_has_nul(response: &FormResponse) -> bool {
    let mut texts = response.answers.values().filter_map(|answer| answer.text_answers.as_ref());
    texts.any(|texts| texts.answers.iter().any(|answer| answer.value.contains('\0')))
}
