//! The response sheet: a row a record, a column a question, sorted and filtered, a part at a time.

use std::{
    cmp::Ordering,
    sync::{Arc, PoisonError},
};

use casebook::tables;
use domain::{Action, RecordId, Resource};
use forms::{Form, SheetColumn};
use journal::{FileOpened, Known};

use super::row::{Column, Fixed, Rows, sheet_columns};
use crate::{AppFault, Session, permit::permit};

/// Rows that are read in one look at the casebook: other looks wait no longer than this.
const AT_A_TIME: usize = 500;
/// Most rows of a page.
const MOST_ROWS: u32 = 200;

/// What a column must hold.
#[derive(Clone, PartialEq, Eq)]
pub struct Filter {
    /// Key of the column.
    pub column: String,
    /// The text, in upper or lower case.
    pub holds: String,
}

domain::named_only!(Filter);

/// Which part of which sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetPlace {
    /// Id of the form.
    pub form: String,
    /// Key of the column to sort by; newest recorded first when not said.
    pub sort: Option<String>,
    /// The other way round.
    pub descending: bool,
    /// What columns must hold.
    pub filters: Vec<Filter>,
}

domain::named_only!(SheetPlace);

/// The order of the rows of a sheet, kept while somebody looks through it.
pub struct SheetOrder {
    place: SheetPlace,
    /// [`tables::sheet::stamp`] when it was worked out.
    stamp: (i64, i64, i64),
    positions: Arc<Vec<i64>>,
}

/// A column, as the screen shows it.
#[derive(Debug, Clone)]
pub enum SheetHeading {
    /// One that is no question.
    Fixed(Fixed),
    /// A question.
    Question(SheetColumn),
}

/// One row: a record and a text a column.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetPage {
    /// The record.
    pub record: RecordId,
    /// One text a column.
    pub cells: Vec<String>,
}

domain::named_only!(SheetPage);

/// A part of a response sheet.
pub struct Sheet {
    /// The form in force.
    pub form: Arc<Form>,
    /// Its columns.
    pub headings: Vec<SheetHeading>,
    /// The rows asked for.
    pub rows: Vec<SheetPage>,
    /// Rows that pass the filters.
    pub matched: u32,
    /// All rows.
    pub total: u32,
    /// Whether this person may export.
    pub may_export: bool,
}

/// A form that has answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredForm {
    /// Id.
    pub form: String,
    /// Title.
    pub title: String,
    /// Number of records.
    pub records: u32,
}

/// Forms that have answers, by title; and whether this person may import more.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn answered_forms(session: &Session) -> Result<(Vec<AnsweredForm>, bool), AppFault> {
    permit(session, Action::Read, Resource::Responses)?;
    let mut forms = session.casebook.read(|reading| {
        let row = |(form, records): (String, u32)| {
            let title = session.kind_in_words(reading, &form);
            AnsweredForm { form, title, records }
        };
        Ok::<_, AppFault>(tables::sheet::forms(reading)?.into_iter().map(row).collect::<Vec<_>>())
    })?;
    forms.sort_by(|one, other| one.title.cmp(&other.title));
    Ok((forms, permit(session, Action::Add, Resource::Responses).is_ok()))
}

/// A part of the response sheet of a form: `count` rows from `from`.
///
/// # Errors
/// [`AppFault::FormUnknown`].
pub fn sheet(session: &Session, place: SheetPlace, from: u32, count: u32) -> Result<Sheet, AppFault> {
    permit(session, Action::Read, Resource::Responses)?;
    let form = form_of(session, &place.form)?;
    note_opened(session, &place.form)?;
    let columns = sheet_columns(&form);
    let total = session.casebook.read(|reading| Ok::<_, AppFault>(tables::sheet::total(reading, &place.form)?))?;
    let count = count.min(MOST_ROWS);
    // The first look at a sheet needs no order of its own: an index has it.
    let plain = place.sort.is_none() && !place.descending && place.filters.is_empty();
    let (positions, matched) = if plain {
        let page = |reading: &casebook::Reading<'_>| {
            Ok::<_, AppFault>(tables::sheet::page(reading, &place.form, from, count)?)
        };
        (session.casebook.read(page)?, total)
    } else {
        let all = order(session, &form, &columns, place)?;
        let part = all.iter().skip(from as usize).take(count as usize).copied().collect();
        (part, u32::try_from(all.len()).unwrap_or(u32::MAX))
    };
    let mut rows = Rows::new(session, &form);
    let pages = session.casebook.read(|reading| {
        let mut pages = Vec::with_capacity(positions.len());
        for position in positions {
            let Some(row) = rows.read(reading, position)? else { continue };
            let cells = columns.iter().map(|column| rows.text(reading, &row, column)).collect::<Result<_, _>>()?;
            pages.push(SheetPage { record: row.record(), cells });
        }
        Ok::<_, AppFault>(pages)
    })?;
    let heading = |column| match column {
        Column::Fixed(fixed) => SheetHeading::Fixed(fixed),
        Column::Question(column) => SheetHeading::Question(column),
    };
    Ok(Sheet {
        headings: columns.into_iter().map(heading).collect(),
        form,
        rows: pages,
        matched,
        total,
        may_export: permit(session, Action::Export, Resource::Responses).is_ok(),
    })
}

/// Looking through the answers of many is an entry, once for each time that somebody turns to a form:
/// not for each page.
pub(super) fn note_opened(session: &Session, form: &str) -> Result<(), AppFault> {
    let mut last = session.sheet_opened.lock().unwrap_or_else(PoisonError::into_inner);
    if last.as_deref() == Some(form) {
        return Ok(());
    }
    let opened = FileOpened { form: Some(form.to_owned()), ..FileOpened::default() };
    session.append(session.entry(Known::FileOpened(opened)))?;
    *last = Some(form.to_owned());
    Ok(())
}

/// The form of a sheet: the version in force, retired or not.
pub(super) fn form_of(session: &Session, id: &str) -> Result<Arc<Form>, AppFault> {
    let in_force = session.in_force()?;
    in_force.find(id).map(|form| Arc::clone(&form.form)).ok_or(AppFault::FormUnknown)
}

/// Positions of the rows that pass the filters, in the order asked for.
pub(super) fn order(
    session: &Session,
    form: &Form,
    columns: &[Column],
    place: SheetPlace,
) -> Result<Arc<Vec<i64>>, AppFault> {
    let stamp = session.casebook.read(|reading| Ok::<_, AppFault>(tables::sheet::stamp(reading)?))?;
    let mut kept = session.sheet.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(order) = kept.as_ref().filter(|order| order.stamp == stamp && order.place == place) {
        return Ok(Arc::clone(&order.positions));
    }
    let all = session.casebook.read(|reading| Ok::<_, AppFault>(tables::sheet::positions(reading, &place.form)?))?;
    let find = |key: &str| columns.iter().find(|column| column.key() == key);
    // A filter that is not understood must not let more through: an export would give out too much.
    let filters: Vec<(&Column, String)> = place
        .filters
        .iter()
        .map(|filter| Some((find(&filter.column)?, filter.holds.to_lowercase())))
        .collect::<Option<_>>()
        .ok_or(AppFault::NotFound { what: "column" })?;
    let sort = place.sort.as_deref().and_then(find);
    let mut passed: Vec<(Key, i64)> = Vec::with_capacity(all.len());
    let mut rows = Rows::new(session, form);
    for part in all.chunks(AT_A_TIME) {
        session.casebook.read(|reading| {
            'rows: for position in part {
                let Some(row) = rows.read(reading, *position)? else { continue };
                for (column, holds) in &filters {
                    if !rows.text(reading, &row, column)?.to_lowercase().contains(holds.as_str()) {
                        continue 'rows;
                    }
                }
                let key = match sort {
                    Some(column) => {
                        let text = rows.text(reading, &row, column)?;
                        Key::of(column, text, |key| row.answers.get(key).cloned())
                    }
                    None => Key::Empty,
                };
                passed.push((key, *position));
            }
            Ok::<_, AppFault>(())
        })?;
    }
    passed.sort_by(|(one, _), (other, _)| {
        // Rows without an answer stay at the end, whichever way the others are sorted.
        match (one, other) {
            (Key::Empty, Key::Empty) => Ordering::Equal,
            (Key::Empty, _) => Ordering::Greater,
            (_, Key::Empty) => Ordering::Less,
            (one, other) if place.descending => other.compare(one),
            (one, other) => one.compare(other),
        }
    });
    let mut positions: Vec<i64> = passed.into_iter().map(|(_, position)| position).collect();
    if sort.is_none() && place.descending {
        positions.reverse();
    }
    let positions = Arc::new(positions);
    *kept = Some(SheetOrder { place, stamp, positions: Arc::clone(&positions) });
    Ok(positions)
}

/// What a row is sorted by.
enum Key {
    Empty,
    Number(f64),
    Text(String),
}

impl Key {
    /// Days and numbers by what they are, everything else by its text.
    fn of(column: &Column, text: String, raw: impl Fn(&str) -> Option<serde_json::Value>) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        if let Column::Question(column) = column {
            match raw(&column.key) {
                Some(serde_json::Value::Number(number)) => return number.as_f64().map_or(Self::Empty, Self::Number),
                Some(serde_json::Value::String(day)) if column.kind == "date" => return Self::Text(day),
                _ => {}
            }
        }
        Self::Text(text.to_lowercase())
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }
}

/// Positions of every row of a sheet that passes; oldest first, as a Google Sheet grows.
pub(super) fn passing(session: &Session, form: &Form, place: SheetPlace) -> Result<Arc<Vec<i64>>, AppFault> {
    if place.filters.is_empty() && place.sort.is_none() {
        let mut all =
            session.casebook.read(|reading| Ok::<_, AppFault>(tables::sheet::positions(reading, &place.form)?))?;
        all.reverse();
        return Ok(Arc::new(all));
    }
    order(session, form, &sheet_columns(form), place)
}

/// Calls `each` with the rows at those positions, a part at a time.
pub(super) fn for_each(
    session: &Session,
    form: &Form,
    positions: &[i64],
    each: &mut dyn FnMut(&mut Rows<'_>, &casebook::Reading<'_>, super::row::Row) -> Result<(), AppFault>,
) -> Result<u32, AppFault> {
    let mut rows = Rows::new(session, form);
    let mut number = 0;
    for part in positions.chunks(AT_A_TIME) {
        session.casebook.read(|reading| {
            for position in part {
                if let Some(row) = rows.read(reading, *position)? {
                    each(&mut rows, reading, row)?;
                    number += 1;
                }
            }
            Ok::<_, AppFault>(())
        })?;
    }
    Ok(number)
}
