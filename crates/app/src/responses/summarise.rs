//! The summary of a form's answers, one part a question.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use domain::{Action, Resource};
use forms::{Form, SheetColumn, Tallied, columns, tally};

use super::sheet::{Filter, SheetPlace, for_each, form_of, note_opened, passing};
use crate::{AppFault, Session, permit::permit};

/// Summary of one question.
pub struct QuestionSummary {
    /// Its column.
    pub column: SheetColumn,
    /// What was counted.
    pub counts: Tallied,
}

/// Summary of a form's answers.
pub struct Summary {
    /// The form in force.
    pub form: Arc<Form>,
    /// Rows counted.
    pub rows: u32,
    /// One part a column.
    pub questions: Vec<QuestionSummary>,
    /// When it was counted.
    pub as_at: DateTime<FixedOffset>,
}

/// Counts the answers of a form.
///
/// # Errors
/// [`AppFault::FormUnknown`].
pub fn summarise(session: &Session, form: &str, filters: Vec<Filter>) -> Result<Summary, AppFault> {
    permit(session, Action::Read, Resource::Responses)?;
    let place = SheetPlace { form: form.to_owned(), sort: None, descending: false, filters };
    note_opened(session, form)?;
    let form = form_of(session, form)?;
    let columns = columns(&form);
    let mut tallies: Vec<_> = columns.iter().map(|column| tally(&form, column)).collect();
    let rows = for_each(session, &form, &passing(session, &form, place)?, &mut |rows, reading, row| {
        let children = rows.children(reading, &row)?;
        for tally in &mut tallies {
            tally.add(&row.form, &row.answers, &children);
        }
        Ok(())
    })?;
    let questions = columns
        .into_iter()
        .zip(&tallies)
        .map(|(column, tally)| QuestionSummary { column, counts: tally.result() })
        .collect();
    Ok(Summary { form, rows, questions, as_at: session.stamp().at })
}
