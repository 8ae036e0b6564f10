//! Reads a file of answers that was handed in. Nothing is kept until a person says so.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use casebook::tables;
use domain::{Action, PersonId, RecordId, Resource};
use exchange::{
    DateOrder, DateOrders, Dialect, Doubt, Line, Mapping, NamedChild, Reading, Response, Responses, date_orders,
    record_id, suggest,
};
use forms::{ChildOnForm, Form, cells, columns};
use journal::RecordFiled;
use serde_json::Value;

use super::{
    as_filed::{WithFiles, as_filed},
    named::{NamedInFile, candidates, key},
    sheet::form_of,
};
use crate::{AppFault, Session, people::matching::OnFile, permit::permit};

/// Most doubts about cells that are listed one by one.
const MOST_DOUBTS: usize = 1000;
/// Rows of the preview.
const PREVIEW: usize = 20;

/// A file to read, and how.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// The upload.
    pub upload: String,
    /// Id of the form that it answers.
    pub form: String,
    /// Which column is what; worked out when not said.
    pub mapping: Option<Mapping>,
    /// Order of day and month, as a person said.
    pub order: Option<DateOrder>,
}

/// A cell to look at.
pub struct DoubtInFile {
    /// Row as a spreadsheet counts.
    pub row: u32,
    /// What is doubtful.
    pub doubt: Doubt,
}

/// A file of answers, read and not kept.
pub struct ReadResponses {
    /// Name of the file.
    pub file_name: String,
    /// Which sort of file.
    pub dialect: Dialect,
    /// The form in force.
    pub form: Arc<Form>,
    /// Rows in the file.
    pub rows: u32,
    /// Records that are new.
    pub new: u32,
    /// Records that are here with the same answers.
    pub already_here: u32,
    /// Records that are here with other answers.
    pub changed: u32,
    /// Which column is what, with an example.
    pub mapping: Mapping,
    /// An example of each column.
    pub examples: Vec<String>,
    /// What the days of the file allow.
    pub orders: DateOrders,
    /// What a person should know of the file.
    pub lines: Vec<Line>,
    /// Cells to look at: the first thousand.
    pub doubts: Vec<DoubtInFile>,
    /// How many there are.
    pub doubts_total: u32,
    /// The children of the file.
    pub people: Vec<NamedInFile>,
    /// The first rows, as the sheet will show them.
    pub preview: Vec<Vec<String>>,
    /// Headings of the preview.
    pub preview_headers: Vec<String>,
}

/// Reads a file of answers.
///
/// # Errors
/// [`AppFault::Import`] when it is no such file, [`AppFault::FormUnknown`], [`AppFault::NotFound`].
pub fn read_responses(session: &Session, file: ReadFile) -> Result<ReadResponses, AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    let (file_name, bytes) = {
        let uploads = session.uploads();
        (uploads.name(&file.upload)?, uploads.content(&file.upload)?)
    };
    let form = form_of(session, &file.form)?;
    let responses = Responses::read(&file_name, bytes).map_err(AppFault::Import)?;
    let mapping = file.mapping.unwrap_or_else(|| suggest(&form, &responses));
    let orders = date_orders(&form, &responses, &mapping);
    let order = file.order.or_else(|| orders.possible().first().copied()).unwrap_or(DateOrder::YearFirst);
    let on_file = session.casebook.read(|reading| OnFile::read(reading))?;
    let mut read = ReadResponses {
        file_name,
        dialect: responses.dialect(),
        rows: responses.count(),
        new: 0,
        already_here: 0,
        changed: 0,
        examples: examples(&responses),
        orders,
        lines: responses.lines().to_vec(),
        doubts: Vec::new(),
        doubts_total: 0,
        people: Vec::new(),
        preview: Vec::new(),
        preview_headers: columns(&form).into_iter().map(|column| column.header).collect(),
        mapping: mapping.clone(),
        form: Arc::clone(&form),
    };
    let sheet = columns(&form);
    let mut named: BTreeMap<String, NamedInFile> = BTreeMap::new();
    let mut reading = Reading::new(&form, &responses, &mapping, order);
    for row in responses.rows() {
        let response = reading.response(&row);
        match standing(session, &form, responses.dialect(), &response, None)? {
            Standing::New => read.new += 1,
            Standing::Same => read.already_here += 1,
            Standing::Changed(_) => read.changed += 1,
        }
        for child in &response.who {
            name(&mut named, &on_file, child);
        }
        if read.preview.len() < PREVIEW {
            let children: Vec<ChildOnForm> = match response.who.as_slice() {
                [only] => vec![ChildOnForm::new(exchange::ONLY_CHILD, only.name.clone())],
                _ => Vec::new(),
            };
            read.preview.push(cells(&form, &sheet, &response.answers, &children));
        }
        let mut doubts = response.doubts.clone();
        doubts.extend(not_here(session, &form, responses.dialect(), &response)?);
        read.doubts_total = read.doubts_total.saturating_add(u32::try_from(doubts.len()).unwrap_or(0));
        let room = MOST_DOUBTS.saturating_sub(read.doubts.len());
        let number = response.row;
        read.doubts.extend(doubts.into_iter().take(room).map(|doubt| DoubtInFile { row: number, doubt }));
    }
    if let (Some(there), Some(source)) = (responses.form(), &form.definition().source)
        && there != source.form
    {
        read.lines.insert(0, another_form());
    }
    read.people = named.into_values().collect();
    // What a person must decide comes first.
    read.people.sort_by(|one, other| one.likeness.cmp(&other.likeness).then(other.rows.cmp(&one.rows)));
    Ok(read)
}

/// Files that the answers name and that are not in this casebook.
fn not_here(session: &Session, form: &Form, dialect: Dialect, response: &Response) -> Result<Vec<Doubt>, AppFault> {
    if dialect != Dialect::Lossless {
        return Ok(Vec::new());
    }
    let missing = kept_answers(session, dialect, response)?.missing.into_iter();
    let doubt = |(question, names): (String, String)| Doubt {
        column: form.question(&question).map_or(question, |question| question.text.clone()),
        code: "files_not_here",
        params: Vec::new(),
        cell: names,
    };
    Ok(missing.map(doubt).collect())
}

fn name(named: &mut BTreeMap<String, NamedInFile>, on_file: &OnFile, child: &NamedChild) {
    let key = key(child);
    let entry = named.entry(key.clone()).or_insert_with(|| {
        let candidates = candidates(on_file, child);
        NamedInFile {
            key,
            name: child.name.clone(),
            born: child.born,
            id: child.id.clone(),
            rows: 0,
            likeness: candidates.first().map(|first| first.likeness),
            candidates,
        }
    });
    entry.rows += 1;
}

/// How a response stands to what is here.
pub(super) enum Standing {
    New,
    Same,
    /// The hash of the version that the new one is based on: the one shown. Another that stands beside
    /// it stays there until a person has decided.
    Changed(vault::Hash),
}

/// Where a response comes from, as its record names it: system and form.
pub(super) fn origin(form: &Form) -> (String, String) {
    match &form.definition().source {
        Some(source) => (source.system.clone(), source.form.clone()),
        None => ("csv".to_owned(), form.definition().id.clone()),
    }
}

/// The record that a response makes.
pub(super) fn record_of(form: &Form, response: &Response) -> RecordId {
    let (system, source) = origin(form);
    record_id(&system, &source, &response.source_id)
}

/// The answers of a response with the files that are here, and lines that end in one way: a download and a
/// sheet of one response end them differently.
pub(super) fn kept_answers(session: &Session, dialect: Dialect, response: &Response) -> Result<WithFiles, AppFault> {
    let mut answers =
        serde_json::to_value(&response.answers).map_err(|_| AppFault::Internal("answers do not write"))?;
    end_lines_alike(&mut answers);
    // Only our own files name sealed ones.
    if dialect == Dialect::Lossless {
        return Ok(WithFiles::of(&session.casebook, answers));
    }
    Ok(WithFiles { answers, beside: Vec::new(), missing: Vec::new() })
}

fn end_lines_alike(answer: &mut Value) {
    match answer {
        Value::String(text) if text.contains('\r') => *text = text.replace("\r\n", "\n").replace('\r', "\n"),
        Value::Array(parts) => parts.iter_mut().for_each(end_lines_alike),
        Value::Object(parts) => parts.values_mut().for_each(end_lines_alike),
        _ => {}
    }
}

/// Whether a response is here already, for these people when they are decided about.
pub(super) fn standing(
    session: &Session,
    form: &Form,
    dialect: Dialect,
    response: &Response,
    people: Option<&[PersonId]>,
) -> Result<Standing, AppFault> {
    session.casebook.read(|reading| {
        // Our own export of a record that is still here brings nothing.
        if dialect == Dialect::Lossless
            && let Ok(own) = response.source_id.parse::<RecordId>()
            && tables::record::find(reading, own)?.is_some_and(|record| !record.withdrawn)
        {
            return Ok(Standing::Same);
        }
        let Some(record) = tables::record::find(reading, record_of(form, response))? else {
            return Ok(Standing::New);
        };
        if record.withdrawn {
            return Ok(Standing::New);
        }
        let answers = kept_answers(session, dialect, response)?.answers;
        let heads = if record.heads > 1 { tables::record::heads(reading, record.id)? } else { vec![record.position] };
        for position in heads {
            let filed = tables::record::filed(reading, position)?;
            if filed.is_some_and(|filed| says(&filed, &answers, people)) {
                return Ok(Standing::Same);
            }
        }
        let shown = tables::entry::hash_at(reading, record.position)?;
        Ok(Standing::Changed(shown.ok_or(AppFault::NotFound { what: "version" })?))
    })
}

/// Whether a version says these answers, of these people.
fn says(filed: &RecordFiled, answers: &Value, people: Option<&[PersonId]>) -> bool {
    let of = |people: &[PersonId]| people.iter().copied().collect::<BTreeSet<_>>();
    people.is_none_or(|people| of(people) == of(&filed.people)) && filed.answers == as_filed(answers, &filed.people)
}

/// The file says that it belongs to another form than the one chosen.
fn another_form() -> Line {
    Line {
        place: String::new(),
        about: String::new(),
        code: "another_form",
        params: Vec::new(),
        weight: exchange::Weight::ToConfirm,
    }
}

/// The first text of each column.
fn examples(responses: &Responses) -> Vec<String> {
    let mut examples = vec![String::new(); responses.headers().len()];
    for row in responses.rows().take(200) {
        for (column, example) in examples.iter_mut().enumerate().filter(|(_, example)| example.is_empty()) {
            *example = row.text(column).chars().take(80).collect();
        }
    }
    examples
}
