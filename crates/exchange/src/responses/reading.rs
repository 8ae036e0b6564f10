use std::collections::HashSet;

use forms::Form;

use super::{
    ChildPart, DateOrder, Dialect, Mapping, Response, Responses, Row, Target, building::Building, identity::Identity,
    place::Place,
};

/// How a file's rows become responses to a form.
pub struct Reading<'a> {
    dialect: Dialect,
    order: DateOrder,
    columns: Vec<Column<'a>>,
    headings: HashSet<String>,
    identity: Identity,
}

pub(super) struct Column<'a> {
    pub header: &'a str,
    /// What the text is kept under: no two columns of a file have the same.
    pub heading: String,
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
        let states_id = responses.states_id();
        let mut headings = HashSet::new();
        let column = |(index, header): (usize, &'a String)| {
            let mapped = mapping.columns.get(index);
            let empty = header.trim().is_empty();
            let heading = unique(if empty { format!("({})", index + 1) } else { header.clone() }, &headings);
            headings.insert(heading.clone());
            let role = match mapped.map(|column| &column.target) {
                _ if states_id == Some(index) => Role::ResponseId,
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
            Column { header, heading, role, child }
        };
        let columns = responses.headers().iter().enumerate().map(column).collect();
        Self { dialect, order, columns, headings, identity: Identity::new(form, responses) }
    }

    /// Reads one row. Rows are handed over in the order of the file, so that each of several equal
    /// ones keeps its number; a row may be handed over again.
    pub fn response(&mut self, row: &Row) -> Response {
        let mut taken = Building::new(row, self.order, self.dialect);
        for (index, column) in self.columns.iter().enumerate() {
            taken.column(index, column);
        }
        for (number, text) in row.beyond(self.columns.len()).filter(|(_, text)| !text.trim().is_empty()) {
            taken.keep(unique(format!("({number})"), &self.headings), text);
        }
        let stated = taken.id.take();
        let mut response = taken.finish();
        response.source_id = stated.unwrap_or_else(|| self.identity.of(row));
        response
    }
}

/// The heading, with a number if it is taken.
fn unique(heading: String, taken: &HashSet<String>) -> String {
    if !taken.contains(&heading) {
        return heading;
    }
    let numbered = (2_u32..).map(|number| format!("{heading} ({number})"));
    numbered.into_iter().find(|one| !taken.contains(one)).unwrap_or(heading)
}
