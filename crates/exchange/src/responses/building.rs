use chrono::NaiveDate;
use forms::{Answers, Kind};
use serde::Deserialize;
use serde_json::{Map, Value, json, map::Entry};

use super::{
    ChildPart, DateOrder, Dialect, Doubt, NamedChild, ONLY_CHILD, ONLY_ITEM, Response, Row,
    canonical::from_lossless_cell,
    cell::Taken,
    date::{Day, Written},
    place::Place,
    reading::{Column, Role},
};

/// Most children that one response names in columns.
const CHILDREN: usize = 3;

/// What the columns say of one child.
#[derive(Default, Clone)]
struct ChildCells {
    name: String,
    first: String,
    last: String,
    born: Option<NaiveDate>,
    id: Option<String>,
}

/// A child as our own lossless CSV writes one.
#[derive(Deserialize)]
struct OurChild {
    id: String,
    name: String,
    born: Option<NaiveDate>,
}

/// An answer inside "each child" or a group.
struct InnerAnswer {
    outer: String,
    in_group: bool,
    question: String,
    row: Option<String>,
    value: Value,
    header: String,
    heading: String,
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

    /// Takes in one column; call for each. A cell goes somewhere or is kept as it was written: what
    /// names a child too, because nobody may prove to be that child.
    pub(super) fn column(&mut self, index: usize, column: &Column<'_>) {
        let text = self.row.text(index).into_owned();
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return;
        }
        if let Some((number, part)) = column.child {
            self.child(column.header, number, part, trimmed);
        }
        let taken = match &column.role {
            Role::Answer(place) => self.answer(index, column, place, &text),
            Role::LeaveOut => column.child.is_none(),
            role if column.child.is_some() => {
                self.besides(role, column.header, trimmed);
                false
            }
            role => self.besides(role, column.header, trimmed),
        };
        if !taken {
            self.keep(column.heading.clone(), &text);
        }
    }

    /// A text beside the answers, under a heading that no other has.
    pub(super) fn keep(&mut self, heading: String, text: &str) {
        self.response.extra.push((heading, text.to_owned()));
    }

    /// What is no answer to one question; whether it could be taken in. Only the first of its like is.
    fn besides(&mut self, role: &Role<'_>, header: &str, text: &str) -> bool {
        let first = |place: &mut Option<String>| {
            let free = place.is_none();
            place.get_or_insert_with(|| text.to_owned());
            free
        };
        match role {
            Role::Email => first(&mut self.response.email),
            Role::ResponseId => first(&mut self.id),
            Role::Submitted => self.response.submitted.is_none() && self.submitted(header, text),
            Role::Children => self.response.who.is_empty() && self.our_children(header, text),
            Role::MoreAnswers => self.more_answers(header, text),
            Role::Answer(_) | Role::Extra | Role::LeaveOut => false,
        }
    }

    fn doubt(&mut self, column: &str, code: &'static str, params: Vec<(&'static str, String)>, cell: &str) {
        self.response.doubts.push(Doubt { column: column.to_owned(), code, params, cell: cell.to_owned() });
    }

    fn submitted(&mut self, header: &str, text: &str) -> bool {
        match Written::read(text, self.order) {
            Ok(written) => {
                self.response.submitted = written.moment();
                if self.response.submitted.is_none() {
                    self.doubt(header, "not_a_date", vec![], text);
                }
            }
            Err(why) => self.doubt(header, why.code(), vec![], text),
        }
        self.response.submitted.is_some()
    }

    fn child(&mut self, header: &str, number: usize, part: ChildPart, text: &str) {
        if part == ChildPart::Born {
            let born = Written::read(text, self.order);
            match born.map(|written| written.day) {
                Ok(Day::Full(day)) => {
                    if let Some(child) = self.children.get_mut(number.wrapping_sub(1)) {
                        child.born = Some(day);
                    }
                }
                Ok(_) => self.doubt(header, "not_a_date", vec![], text),
                Err(why) => self.doubt(header, why.code(), vec![], text),
            }
            return;
        }
        let Some(child) = self.children.get_mut(number.wrapping_sub(1)) else { return };
        match part {
            ChildPart::Name => child.name = text.to_owned(),
            ChildPart::FirstName => child.first = text.to_owned(),
            ChildPart::LastName => child.last = text.to_owned(),
            ChildPart::Id => child.id = Some(text.to_owned()),
            ChildPart::Born => {}
        }
    }

    /// The children of our own files: of the lossless one with their ids, of a sheet by name alone.
    fn our_children(&mut self, header: &str, text: &str) -> bool {
        if self.dialect != Dialect::Lossless {
            let names = text.split(", ").map(str::trim).filter(|name| !name.is_empty());
            self.response.who = names.map(|name| NamedChild { name: name.to_owned(), born: None, id: None }).collect();
            return true;
        }
        let Ok(children) = serde_json::from_str::<Vec<OurChild>>(text) else {
            self.doubt(header, "cut_or_changed", vec![], text);
            return false;
        };
        let named = |child: OurChild| NamedChild { name: child.name, born: child.born, id: Some(child.id) };
        self.response.who = children.into_iter().map(named).collect();
        true
    }

    /// Answers of our own lossless CSV to questions that the form does not have.
    fn more_answers(&mut self, header: &str, text: &str) -> bool {
        let Ok(more) = serde_json::from_str::<Map<String, Value>>(text) else {
            self.doubt(header, "cut_or_changed", vec![], text);
            return false;
        };
        more.into_iter().for_each(|(id, value)| self.response.answers.set(&id, value));
        true
    }

    /// Whether the answer could be taken in: the first cell that answers a question does.
    fn answer(&mut self, index: usize, column: &Column<'_>, place: &Place<'_>, text: &str) -> bool {
        let id = &place.question.id;
        if self.dialect == Dialect::Lossless {
            let free = self.response.answers.get(id).is_none();
            if free && let Some(value) = from_lossless_cell(text) {
                self.response.answers.set(id, value);
            }
            return free;
        }
        let answered = self.response.answers.get(id);
        let answered = match place.row {
            Some(row) => answered.is_some_and(|grid| grid.get(row).is_some()),
            None => answered.is_some(),
        };
        if answered && place.outer.is_none() {
            return false;
        }
        let Taken { value, doubt } = place.asks.take(&self.row.found(index), self.dialect, self.order);
        if let Some((code, params)) = doubt {
            self.doubt(column.header, code, params, text);
        }
        let Some(value) = value else { return false };
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
                header: column.header.to_owned(),
                heading: column.heading.clone(),
                text: text.to_owned(),
            }),
        }
        true
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
            self.keep(inner.heading, &inner.text);
            return;
        }
        let empty =
            if inner.in_group { json!([{ "id": ONLY_ITEM, "answers": {} }]) } else { json!({ ONLY_CHILD: {} }) };
        let mut held = self.response.answers.remove(&inner.outer).unwrap_or(empty);
        let inside = if inner.in_group { held.pointer_mut("/0/answers") } else { held.get_mut(ONLY_CHILD) };
        let mut inside = inside.and_then(Value::as_object_mut);
        if inner.row.is_some() {
            let grid = inside.map(|answers| answers.entry(&inner.question).or_insert_with(|| json!({})));
            inside = grid.and_then(Value::as_object_mut);
        }
        let key = inner.row.unwrap_or(inner.question);
        match inside.map(|answers| answers.entry(key)) {
            Some(Entry::Vacant(place)) => {
                place.insert(inner.value);
            }
            _ => self.keep(inner.heading, &inner.text),
        }
        self.response.answers.set(&inner.outer, held);
    }
}
