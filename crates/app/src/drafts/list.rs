//! The list of drafts.

use casebook::tables::{self, draft::Draft};
use chrono::{DateTime, FixedOffset};
use domain::{Action, DraftId, PersonId, Resource};

use super::open::opened;
use crate::{AppFault, Session, permit::permit};

/// A row of the list.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The draft.
    pub id: DraftId,
    /// Title of the form.
    pub form: String,
    /// Names of the children.
    pub children: Vec<String>,
    /// When it was started.
    pub started: DateTime<FixedOffset>,
    /// When it was last saved.
    pub saved: DateTime<FixedOffset>,
    /// Answered questions.
    pub answered: u32,
    /// Questions asked.
    pub total: u32,
    /// When it was set aside.
    pub set_aside: Option<DateTime<FixedOffset>>,
}

domain::named_only!(DraftRow);

/// Every draft, last saved first: those in use, then those set aside.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn list_drafts(session: &Session) -> Result<(Vec<DraftRow>, Vec<DraftRow>), AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    let all = session.casebook.read(|reading| Ok::<_, AppFault>(tables::draft::all(reading)?))?;
    let rows = all.into_iter().map(|draft| row(session, draft)).collect::<Result<Vec<_>, _>>()?;
    Ok(rows.into_iter().partition(|row| row.set_aside.is_none()))
}

/// Drafts in use about a person, or about anybody.
pub(crate) fn rows_about(session: &Session, person: Option<PersonId>) -> Result<Vec<DraftRow>, AppFault> {
    let all = session.casebook.read(|reading| Ok::<_, AppFault>(tables::draft::all(reading)?))?;
    all.into_iter()
        .filter(|draft| draft.set_aside.is_none())
        .filter(|draft| person.is_none_or(|person| draft.people.contains(&person)))
        .map(|draft| row(session, draft))
        .collect()
}

fn row(session: &Session, draft: Draft) -> Result<DraftRow, AppFault> {
    let open = opened(session, draft)?;
    Ok(DraftRow {
        id: open.draft.id,
        form: open.form.definition().title.clone(),
        children: open.children.into_iter().map(|child| child.name).collect(),
        started: open.draft.started,
        saved: open.draft.saved,
        answered: open.walk.answered,
        total: open.walk.total,
        set_aside: open.draft.set_aside,
    })
}
