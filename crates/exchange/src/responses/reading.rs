use std::collections::HashMap;

use forms::Form;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{
    ChildPart, DateOrder, Dialect, Mapping, Response, Responses, Row, Target,
    building::{Building, CHILDREN},
    canonical::canonical,
    place::Place,
};

/// How a file's rows become responses to a form.
pub struct Reading<'a> {
    form: &'a Form,
    headers: &'a [String],
    dialect: Dialect,
    order: DateOrder,
    columns: Vec<Column<'a>>,
    /// The first row of each like, by the first half of its hash.
    first: HashMap<[u8; 16], u32>,
    /// How many of a like there were, where there was more than one.
    likes: HashMap<[u8; 16], u32>,
    /// Which of its like a later row is.
    later: HashMap<u32, u32>,
}

pub(super) struct Column<'a> {
    pub header: &'a str,
    pub role: Role<'a>,
    /// The child from 1 to 3, and what it says of that child.
    pub child: Option<(usize, ChildPart)>,
}

pub(super) enum Role<'a> {
    Answer(Place<'a>),
    Submitted,
    Email,
    ResponseId,
    Children,
    MoreAnswers,
    Extra,
    LeaveOut,
}

impl<'a> Reading<'a> {
    /// Sets out to read a file by a mapping. A target that the form does not have keeps its texts
    /// beside the answers. `order` is how days that end with their year are read.
    #[must_use]
    pub fn new(form: &'a Form, responses: &'a Responses, mapping: &'a Mapping, order: DateOrder) -> Self {
        let dialect = responses.dialect();
        let column = |(index, header): (usize, &'a String)| {
            let mapped = mapping.columns.get(index);
            let role = match mapped.map(|column| &column.target) {
                Some(Target::Question(key)) => match dialect {
                    Dialect::Lossless => Place::whole(form, key).map_or(Role::Extra, Role::Answer),
                    _ => Place::new(form, key).map_or(Role::Extra, Role::Answer),
                },
                Some(Target::Submitted) => Role::Submitted,
                Some(Target::Email) => Role::Email,
                Some(Target::ResponseId) => Role::ResponseId,
                Some(Target::Children) => Role::Children,
                Some(Target::MoreAnswers) => Role::MoreAnswers,
                Some(Target::LeaveOut) => Role::LeaveOut,
                Some(Target::Score | Target::Other) | None => Role::Extra,
            };
            let child = mapped.and_then(|column| column.child);
            let child = child.map(|child| (usize::from(child.number), child.part));
            Column { header, role, child: child.filter(|(number, _)| (1..=CHILDREN).contains(number)) }
        };
        let columns = responses.headers().iter().enumerate().map(column).collect();
        let (first, likes, later) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { form, headers: responses.headers(), dialect, order, columns, first, likes, later }
    }

    /// Reads one row. Rows are handed over in the order of the file, so that each of several equal
    /// ones keeps its number; a row may be handed over again.
    pub fn response(&mut self, row: &Row) -> Response {
        let mut taken = Building::new(row, self.order, self.dialect);
        for (index, column) in self.columns.iter().enumerate() {
            taken.column(index, column);
        }
        taken.beyond(self.headers.len());
        let stated = taken.id.take();
        let mut response = taken.finish();
        response.source_id = stated.unwrap_or_else(|| self.derived(&response));
        response
    }

    fn derived(&mut self, response: &Response) -> String {
        let source = self.form.definition().source.as_ref();
        let form = source.map_or(self.form.definition().id.as_str(), |source| source.form.as_str());
        let moment = response.submitted.map(|at| at.timestamp().to_string()).unwrap_or_default();
        let answers: Map<String, Value> =
            response.answers.iter().map(|(id, value)| (id.to_owned(), value.clone())).collect();
        let who: Vec<Value> = response.who.iter().map(|child| json!([child.name, child.born, child.id])).collect();
        let mut hash = Sha256::new();
        for part in [form, "\0", &moment, "\0", &canonical(&json!({ "answers": answers, "who": who }))] {
            hash.update(part.as_bytes());
        }
        let hash = hash.finalize();
        let mut half = [0; 16];
        for (byte, digest) in half.iter_mut().zip(hash) {
            *byte = digest;
        }
        let hex = data_encoding::HEXLOWER.encode(&hash);
        match self.which(half, response.row) {
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
