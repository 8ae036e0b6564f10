//! One record as a row of the sheet.

use std::{collections::BTreeMap, sync::Arc};

use casebook::tables;
use domain::{AuthorId, PersonId, RecordId, Reference};
use forms::{Answers, ChildOnForm, Form, SheetColumn, cell, columns};
use journal::{Known, RecordFiled};
use rusqlite::Connection;
use vault::Hash;

use crate::{AppFault, Session, people::status_on};

/// Columns that are no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixed {
    /// When it was recorded.
    Recorded,
    /// When it happened.
    Event,
    /// The children.
    Children,
    /// Who recorded it.
    Author,
    /// What people say on the phone.
    Reference,
    /// Answers to questions that the version in force does not ask.
    OtherVersions,
}

impl Fixed {
    /// Those before the questions.
    pub const BEFORE: [Self; 3] = [Self::Recorded, Self::Event, Self::Children];
    /// Those after them.
    pub const AFTER: [Self; 3] = [Self::Author, Self::Reference, Self::OtherVersions];

    /// The key of the column.
    pub fn key(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Event => "event",
            Self::Children => "children",
            Self::Author => "author",
            Self::Reference => "reference",
            Self::OtherVersions => "other_versions",
        }
    }
}

/// A column of the sheet.
#[derive(Debug, Clone)]
pub(super) enum Column {
    Fixed(Fixed),
    Question(SheetColumn),
}

impl Column {
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Fixed(fixed) => fixed.key(),
            Self::Question(column) => &column.key,
        }
    }
}

/// Columns of a form's sheet.
pub(super) fn sheet_columns(form: &Form) -> Vec<Column> {
    let before = Fixed::BEFORE.into_iter().map(Column::Fixed);
    let questions = columns(form).into_iter().map(Column::Question);
    before.chain(questions).chain(Fixed::AFTER.into_iter().map(Column::Fixed)).collect()
}

/// One record, read for the sheet.
pub(super) struct Row {
    pub(super) filed: RecordFiled,
    pub(super) entry: Hash,
    pub(super) author: AuthorId,
    pub(super) recorded: chrono::DateTime<chrono::FixedOffset>,
    pub(super) event: String,
    pub(super) answers: Answers,
    pub(super) form: Arc<Form>,
}

/// Reads rows, and remembers names and forms from one to the next.
pub(super) struct Rows<'a> {
    session: &'a Session,
    form: &'a Form,
    people: BTreeMap<PersonId, ChildOnForm>,
    authors: BTreeMap<AuthorId, String>,
    others: BTreeMap<Hash, Vec<SheetColumn>>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(session: &'a Session, form: &'a Form) -> Self {
        Self { session, form, people: BTreeMap::new(), authors: BTreeMap::new(), others: BTreeMap::new() }
    }

    /// The record whose shown version is at a position.
    pub(super) fn read(&mut self, reading: &Connection, position: i64) -> Result<Option<Row>, AppFault> {
        let Some(stored) = tables::entry::at(reading, position)? else { return Ok(None) };
        let (entry, Some(sealed)) = (stored.hash, stored.body) else { return Ok(None) };
        let body = sealed.read().map_err(|_| AppFault::Internal("an entry does not read"))?;
        let Some(Known::RecordFiled(mut filed)) = Known::read(&body) else { return Ok(None) };
        let answers = serde_json::from_value(std::mem::take(&mut filed.answers)).unwrap_or_default();
        Ok(Some(Row {
            form: self.form_of(reading, filed.form_hash),
            entry,
            author: body.author,
            recorded: body.recorded.at,
            event: body.event_time.map(|event| event.to_string()).unwrap_or_default(),
            answers,
            filed,
        }))
    }

    fn form_of(&self, reading: &Connection, hash: Hash) -> Arc<Form> {
        // A form that cannot be read any more leaves its answers to the columns of the one in force.
        self.session.form_in(reading, hash).unwrap_or_else(|_| Arc::new(self.form.clone()))
    }

    /// The children of a row, with names.
    pub(super) fn children(&mut self, reading: &Connection, row: &Row) -> Result<Vec<ChildOnForm>, AppFault> {
        let today = self.session.clock.now().with_timezone(&self.session.clock.zone()).date_naive();
        let mut children = Vec::with_capacity(row.filed.people.len());
        for id in &row.filed.people {
            if !self.people.contains_key(id) {
                let person = tables::person::find(reading, *id)?;
                let child = ChildOnForm {
                    id: id.to_string(),
                    name: person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
                    born: person.as_ref().and_then(|person| person.date_of_birth),
                    status: person.map(|person| status_on(reading, &person, today)).transpose()?.flatten(),
                };
                self.people.insert(*id, child);
            }
            children.extend(self.people.get(id).cloned());
        }
        Ok(children)
    }

    /// Who recorded a row.
    pub(super) fn author(&mut self, reading: &Connection, row: &Row) -> Result<String, AppFault> {
        if let Some(name) = self.authors.get(&row.author) {
            return Ok(name.clone());
        }
        let name = tables::author::find(reading, row.author)?.map(|author| author.name).unwrap_or_default();
        self.authors.insert(row.author, name.clone());
        Ok(name)
    }

    /// The text of one column of a row.
    pub(super) fn text(&mut self, reading: &Connection, row: &Row, column: &Column) -> Result<String, AppFault> {
        Ok(match column {
            Column::Fixed(Fixed::Recorded) => row.recorded.to_rfc3339(),
            Column::Fixed(Fixed::Event) => row.event.clone(),
            Column::Fixed(Fixed::Children) => {
                let names: Vec<String> = self.children(reading, row)?.into_iter().map(|child| child.name).collect();
                names.join(", ")
            }
            Column::Fixed(Fixed::Author) => self.author(reading, row)?,
            Column::Fixed(Fixed::Reference) => Reference::of(row.entry.as_bytes()).to_string(),
            Column::Fixed(Fixed::OtherVersions) => self.other_versions(reading, row)?,
            Column::Question(column) => {
                let children = self.children(reading, row)?;
                cell(&row.form, column, &row.answers, &children)
            }
        })
    }

    /// What a row answers that the version in force does not ask, one line a question.
    fn other_versions(&mut self, reading: &Connection, row: &Row) -> Result<String, AppFault> {
        if row.form.hash() == self.form.hash() {
            return Ok(String::new());
        }
        let children = self.children(reading, row)?;
        let form = self.form;
        let others = self.others.entry(row.filed.form_hash).or_insert_with(|| {
            let asked: Vec<String> = columns(form).into_iter().map(|column| column.key).collect();
            columns(&row.form).into_iter().filter(|column| !asked.contains(&column.key)).collect()
        });
        let lines = others.iter().filter_map(|column| {
            let text = cell(&row.form, column, &row.answers, &children);
            (!text.is_empty()).then(|| format!("{}: {text}", column.header))
        });
        Ok(lines.collect::<Vec<_>>().join("\n"))
    }
}

impl Row {
    /// The record.
    pub(super) fn record(&self) -> RecordId {
        self.filed.record
    }
}
