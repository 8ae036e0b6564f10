use chrono::NaiveDate;
use forms::{Answers, Kind};
use serde_json::{Map, Value, json};

use super::{
    ChildPart, DateOrder, Dialect, Doubt, NamedChild, ONLY_CHILD, ONLY_ITEM, Response, Row,
    canonical::from_lossless_cell,
    cell::Taken,
    date::{Day, Written},
    place::Place,
    reading::{Column, Role},
};

/// Most children that one response names in columns.
pub(super) const CHILDREN: usize = 3;

/// What the columns say of one child.
#[derive(Default, Clone)]
struct ChildCells {
    name: String,
    first: String,
    last: String,
    born: Option<NaiveDate>,
    id: Option<String>,
}

/// An answer inside "each child" or a group.
struct InnerAnswer {
    outer: String,
    in_group: bool,
    question: String,
    row: Option<String>,
    value: Value,
    header: String,
    text: String,
}

/// A response while its columns are read.
pub(super) struct Building<'r> {
    row: &'r Row,
    order: DateOrder,
    dialect: Dialect,
    response: Response,
    /// The id that the file states.
    pub id: Option<String>,
    children: [ChildCells; CHILDREN],
    /// Held back until it is known how many children there are.
    inner: Vec<InnerAnswer>,
}

impl<'r> Building<'r> {
    pub(super) fn new(row: &'r Row, order: DateOrder, dialect: Dialect) -> Self {
        let response = Response {
            row: row.number(),
            source_id: String::new(),
            submitted: None,
            edited: row.edited(),
            email: None,
            who: Vec::new(),
            answers: Answers::default(),
            extra: Vec::new(),
            doubts: Vec::new(),
        };
        Self { row, order, dialect, response, id: None, children: Default::default(), inner: Vec::new() }
    }

    /// Takes in one column; call for each.
    pub(super) fn column(&mut self, index: usize, column: &Column<'_>) {
        let text = self.row.text(index).into_owned();
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return;
        }
        if let Some((number, part)) = column.child {
            self.child(column.header, number, part, trimmed);
        }
        match &column.role {
            Role::LeaveOut => {}
            Role::Answer(place) => self.answer(index, column.header, place, &text),
            Role::Email => self.response.email = Some(trimmed.to_owned()),
            Role::ResponseId => self.id = Some(trimmed.to_owned()),
            Role::Submitted => self.submitted(column.header, trimmed),
            Role::Children => self.our_children(trimmed),
            Role::MoreAnswers => {
                let more: Map<String, Value> = serde_json::from_str(trimmed).unwrap_or_default();
                more.into_iter().for_each(|(id, value)| self.response.answers.set(&id, value));
            }
            Role::Extra if column.child.is_some() => {}
            Role::Extra => self.response.extra.push((column.header.to_owned(), text)),
        }
    }

    fn doubt(&mut self, column: &str, code: &'static str, params: Vec<(&'static str, String)>, cell: &str) {
        self.response.doubts.push(Doubt { column: column.to_owned(), code, params, cell: cell.to_owned() });
    }

    fn submitted(&mut self, header: &str, text: &str) {
        match Written::read(text, self.order) {
            Ok(written) => match written.moment() {
                Some(moment) => self.response.submitted = Some(moment),
                None => self.doubt(header, "not_a_date", vec![], text),
            },
            Err(why) => self.doubt(header, why.code(), vec![], text),
        }
    }

    fn child(&mut self, header: &str, number: usize, part: ChildPart, text: &str) {
        if part == ChildPart::Born {
            let born = Written::read(text, self.order);
            match born.map(|written| written.day) {
                Ok(Day::Full(day)) => {
                    if let Some(child) = self.children.get_mut(number - 1) {
                        child.born = Some(day);
                    }
                }
                Ok(_) => self.doubt(header, "not_a_date", vec![], text),
                Err(why) => self.doubt(header, why.code(), vec![], text),
            }
            return;
        }
        let Some(child) = self.children.get_mut(number - 1) else { return };
        match part {
            ChildPart::Name => child.name = text.to_owned(),
            ChildPart::FirstName => child.first = text.to_owned(),
            ChildPart::LastName => child.last = text.to_owned(),
            ChildPart::Id => child.id = Some(text.to_owned()),
            ChildPart::Born => {}
        }
    }

    /// The children of our own lossless CSV, with their ids.
    fn our_children(&mut self, json: &str) {
        let children: Vec<Value> = serde_json::from_str(json).unwrap_or_default();
        let word = |child: &Value, key: &str| child.get(key).and_then(Value::as_str).map(str::to_owned);
        self.response.who = children
            .iter()
            .map(|child| NamedChild {
                name: word(child, "name").unwrap_or_default(),
                born: word(child, "born").and_then(|born| born.parse().ok()),
                id: word(child, "id"),
            })
            .collect();
    }

    fn answer(&mut self, index: usize, header: &str, place: &Place<'_>, text: &str) {
        let id = &place.question.id;
        if self.dialect == Dialect::Lossless {
            if let Some(value) = from_lossless_cell(text) {
                self.response.answers.set(id, value);
            }
            return;
        }
        let Taken { value, doubt } = place.asks.take(&self.row.found(index), self.dialect, self.order);
        if let Some((code, params)) = doubt {
            self.doubt(header, code, params, text);
        }
        let Some(value) = value else { return };
        match (place.outer, place.row) {
            (None, None) => self.response.answers.set(id, value),
            (None, Some(row)) => {
                let mut grid = self.response.answers.remove(id).unwrap_or_else(|| json!({}));
                if let Some(rows) = grid.as_object_mut() {
                    rows.insert(row.to_owned(), value);
                }
                self.response.answers.set(id, grid);
            }
            (Some(outer), row) => self.inner.push(InnerAnswer {
                outer: outer.id.clone(),
                in_group: matches!(outer.kind, Kind::Group(_)),
                question: id.clone(),
                row: row.map(str::to_owned),
                value,
                header: header.to_owned(),
                text: text.to_owned(),
            }),
        }
    }

    /// Cells beyond the last header.
    pub(super) fn beyond(&mut self, headers: usize) {
        for (number, text) in self.row.beyond(headers) {
            if !text.trim().is_empty() {
                self.response.extra.push((format!("({number})"), text.to_owned()));
            }
        }
    }

    pub(super) fn finish(mut self) -> Response {
        for child in std::mem::take(&mut self.children) {
            let parts = [child.first.as_str(), child.last.as_str()].join(" ");
            let name = if child.name.is_empty() { parts.trim().to_owned() } else { child.name };
            if !name.is_empty() || child.born.is_some() || child.id.is_some() {
                self.response.who.push(NamedChild { name, born: child.born, id: child.id });
            }
        }
        for inner in std::mem::take(&mut self.inner) {
            self.inner_answer(inner);
        }
        self.response
    }

    /// A flat row says of nobody whose answer it is: with one child there is only one it can be.
    fn inner_answer(&mut self, inner: InnerAnswer) {
        if !inner.in_group && self.response.who.len() != 1 {
            self.doubt(&inner.header, "which_child", vec![], &inner.text);
            self.response.extra.push((inner.header, inner.text));
            return;
        }
        let empty =
            if inner.in_group { json!([{ "id": ONLY_ITEM, "answers": {} }]) } else { json!({ ONLY_CHILD: {} }) };
        let mut held = self.response.answers.remove(&inner.outer).unwrap_or(empty);
        let inside = if inner.in_group { held.pointer_mut("/0/answers") } else { held.get_mut(ONLY_CHILD) };
        if let Some(answers) = inside.and_then(Value::as_object_mut) {
            match inner.row {
                None => put(answers, &inner.question, inner.value),
                Some(row) => {
                    let grid = answers.entry(inner.question).or_insert_with(|| json!({}));
                    grid.as_object_mut().into_iter().for_each(|rows| put(rows, &row, inner.value.clone()));
                }
            }
        }
        self.response.answers.set(&inner.outer, held);
    }
}

fn put(answers: &mut Map<String, Value>, id: &str, value: Value) {
    answers.insert(id.to_owned(), value);
}
