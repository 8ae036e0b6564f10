//! Who on file somebody may be, before they are added, or who else may be somebody on file.

use casebook::tables;
use domain::{
    Action, PersonId, Resource,
    likeness::{Profile, Wanted},
};

use super::{
    CaseloadRow, Rows,
    matching::{Match, like_in, without_hidden},
};
use crate::{AppFault, Session, permit::permit};

/// Most who are offered.
const MOST: usize = 10;

/// Whose like is looked for.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FindMatches {
    /// What is known.
    pub wanted: Wanted,
    /// Somebody on file whose like it is: what is on file of them is looked for as well, and neither
    /// they nor anybody about whom it was decided are among the answers.
    pub person: Option<PersonId>,
}

domain::named_only!(FindMatches, MatchRow);

/// Somebody who may be meant.
#[derive(Clone, PartialEq, Eq)]
pub struct MatchRow {
    /// Who.
    pub row: CaseloadRow,
    /// How like and why.
    pub found: Match,
}

/// Who may be meant, the likeliest first, ten at most.
///
/// # Errors
/// [`AppFault::NotFound`] for somebody who is not on file.
pub fn find_matches(session: &Session, find: &FindMatches) -> Result<Vec<MatchRow>, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    session.casebook.read(|reading| {
        let mut wanted = Profile::from(&find.wanted);
        let mut decided = std::collections::BTreeSet::new();
        if let Some(id) = find.person {
            let person = tables::person::find(reading, id)?.ok_or(AppFault::NotFound { what: "person" })?;
            if wanted == Profile::default() {
                wanted = tables::person_find::profile(reading, &person)?;
                without_hidden(reading, id, &mut wanted)?;
            }
            decided = tables::same_person::decided_with(reading, id)?;
        }
        let found = like_in(reading, &wanted, MOST, |person| !decided.contains(&person.id))?;
        let rows = Rows::new(session, reading)?;
        found.into_iter().map(|found| Ok(MatchRow { row: rows.row(found.person.clone())?, found })).collect()
    })
}
