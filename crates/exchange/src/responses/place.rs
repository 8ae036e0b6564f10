use forms::{Form, Kind, Question};

use super::cell::Asks;

/// Where a column's answers go.
pub(super) struct Place<'a> {
    /// The question, and for an inner one the question around it.
    pub question: &'a Question,
    pub outer: Option<&'a Question>,
    pub row: Option<&'a str>,
    pub asks: Asks<'a>,
}

/// The question that a sheet column's key names: inner ones too, a grid for each of its rows.
pub(super) fn inner_question<'a>(form: &'a Form, key: &str) -> Option<&'a Question> {
    let mut parts = key.split('/');
    let outer = parts.next()?;
    match (parts.next(), parts.next()) {
        (Some("*"), Some(inner)) => form.question(inner),
        _ => form.question(outer),
    }
}

impl<'a> Place<'a> {
    /// Of a key as [`forms::SheetColumn::key`] writes it; none if the form has no such column.
    pub(super) fn new(form: &'a Form, key: &'a str) -> Option<Self> {
        let parts: Vec<&str> = key.split('/').collect();
        let (outer, id, row) = match parts.as_slice() {
            [id] => (None, *id, None),
            [id, row] => (None, *id, Some(*row)),
            [outer, "*", id] => (Some(form.question(outer)?), *id, None),
            [outer, "*", id, row] => (Some(form.question(outer)?), *id, Some(*row)),
            _ => return None,
        };
        let question = form.question(id)?;
        let is_grid = matches!(question.kind, Kind::ChoiceGrid(_) | Kind::TickGrid(_));
        if is_grid != row.is_some() {
            return None;
        }
        Some(Self { question, outer, row, asks: Asks::new(question) })
    }

    /// A whole question by its id: our own file keeps a grid, and every list, in one cell.
    pub(super) fn whole(form: &'a Form, id: &str) -> Option<Self> {
        let question = form.question(id)?;
        Some(Self { question, outer: None, row: None, asks: Asks::new(question) })
    }
}
