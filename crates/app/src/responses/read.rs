//! Reads a file of answers that was handed in. Nothing is kept until a person says so.

use std::{collections::BTreeMap, sync::Arc};

use casebook::tables;
use domain::{Action, RecordId, Resource};
use exchange::{
    DateOrder, DateOrders, Dialect, Doubt, Line, Mapping, NamedChild, Reading, Response, Responses, date_orders,
    record_id, suggest,
};
use forms::{ChildOnForm, Form, cells, columns};

use super::{
    matching::{Likeness, NamedInFile, OnFile, key},
    sheet::form_of,
};
use crate::{AppFault, Session, permit::permit};

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
    let on_file =
        OnFile::new(session.casebook.read(|reading| Ok::<_, AppFault>(tables::person::all_folded(reading)?))?);
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
        match standing(session, &form, responses.dialect(), &response)? {
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
        read.doubts_total = read.doubts_total.saturating_add(u32::try_from(response.doubts.len()).unwrap_or(0));
        let room = MOST_DOUBTS.saturating_sub(read.doubts.len());
        let number = response.row;
        read.doubts.extend(response.doubts.into_iter().take(room).map(|doubt| DoubtInFile { row: number, doubt }));
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

fn name(named: &mut BTreeMap<String, NamedInFile>, on_file: &OnFile, child: &NamedChild) {
    let key = key(child);
    let entry = named.entry(key.clone()).or_insert_with(|| {
        let (likeness, candidates) = on_file.matches(child);
        NamedInFile {
            key,
            name: child.name.clone(),
            born: child.born,
            id: child.id.clone(),
            rows: 0,
            likeness,
            candidates,
        }
    });
    entry.rows += 1;
}

/// Children of a file that are exactly somebody on file.
pub(super) fn exact(on_file: &OnFile, child: &NamedChild) -> Option<domain::PersonId> {
    match on_file.matches(child) {
        (Likeness::Exact, people) => people.first().map(|person| person.id),
        _ => None,
    }
}

/// How a response stands to what is here.
pub(super) enum Standing {
    New,
    Same,
    /// The hashes of the versions that the new one is based on.
    Changed(Vec<vault::Hash>),
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

/// Whether a response is here already.
pub(super) fn standing(
    session: &Session,
    form: &Form,
    dialect: Dialect,
    response: &Response,
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
        let there = tables::record::filed(reading, record.position)?;
        let answers = serde_json::to_value(&response.answers).unwrap_or_default();
        if there.is_some_and(|filed| filed.answers == as_filed(&answers, &filed.people)) {
            return Ok(Standing::Same);
        }
        let mut seen = Vec::new();
        for position in tables::record::heads(reading, record.id)? {
            seen.extend(tables::entry::hash_at(reading, position)?);
        }
        Ok(Standing::Changed(seen))
    })
}

/// Answers as a record of these people keeps them: what a row says of its only child stands under
/// that child's id, or among no answers while nobody is that child.
pub(super) fn as_filed(answers: &serde_json::Value, people: &[domain::PersonId]) -> serde_json::Value {
    let serde_json::Value::Object(all) = answers else { return answers.clone() };
    let only = exchange::ONLY_CHILD;
    let [child] = people else {
        let others = all.iter().filter(|(_, value)| value.get(only).is_none());
        return serde_json::Value::Object(others.map(|(id, value)| (id.clone(), value.clone())).collect());
    };
    let child = child.to_string();
    let moved = all.iter().map(|(id, value)| match value {
        serde_json::Value::Object(parts) if parts.contains_key(only) => {
            let parts = parts.iter().map(|(key, value)| {
                let key = if key == only { child.clone() } else { key.clone() };
                (key, value.clone())
            });
            (id.clone(), serde_json::Value::Object(parts.collect()))
        }
        _ => (id.clone(), value.clone()),
    });
    serde_json::Value::Object(moved.collect())
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
