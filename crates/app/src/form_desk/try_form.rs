//! Tries a form as a practitioner would fill it, with synthetic children. Nothing is kept.

use chrono::Months;
use domain::{Action, FormDraftId, Resource};
use forms::{Answers, ChildOnForm, Form, SummarySection, Walk, draft_summary, inspect, walk};

use super::find;
use crate::{AppFault, Session, permit::permit};

/// A form that is being tried.
pub struct TriedForm {
    /// The form as it would be published.
    pub form: Form,
    /// The synthetic children.
    pub children: Vec<ChildOnForm>,
    /// What is asked, answered and to put right.
    pub walk: Walk,
    /// What would be filed.
    pub sections: Vec<SummarySection>,
}

/// Walks a form draft with the answers so far.
///
/// # Errors
/// [`AppFault::FormHasFaults`] while something must be put right in the form itself.
pub fn try_form(session: &Session, id: FormDraftId, answers: &Answers) -> Result<TriedForm, AppFault> {
    permit(session, Action::Amend, Resource::Forms)?;
    let draft = find(session, id)?;
    let inspection = inspect(draft.definition.as_bytes(), session.catalogue.lists());
    let form = inspection.form.ok_or(AppFault::FormHasFaults { number: inspection.faults.len() })?;
    let now = session.stamp().at;
    let born = |years: u32| now.date_naive().checked_sub_months(Months::new(years * 12 + 3));
    let child = |id: &str, name: &str, years: u32, status: &str| ChildOnForm {
        id: id.to_owned(),
        name: name.to_owned(),
        born: born(years),
        status: Some(status.to_owned()),
    };
    // A teenager and a small child, so that questions for either age show.
    let children = vec![
        child("00000000-0000-7000-8000-00000000000a", "Ada Practice", 14, "looked_after"),
        child("00000000-0000-7000-8000-00000000000b", "Bo Practice", 3, "child_in_need"),
    ];
    let walk = walk(&form, answers, &children, now);
    let sections = draft_summary(&form, answers, &children, now);
    Ok(TriedForm { form, children, walk, sections })
}
