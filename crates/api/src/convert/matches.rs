//! Who may be meant, and who may be one person twice.

use app::{
    App,
    people::{self, FindMatches, MatchRow, matching::Match},
};
use domain::likeness::{Against, Likeness, Reason, Wanted};

use super::{id, person_row};
use crate::{ApiError, Host, types::*};

pub(crate) fn find_matches(app: &App, _: &dyn Host, request: FindMatchesRequest) -> Result<MatchesView, ApiError> {
    // What is still being typed is no date yet, and a look-up is no place to refuse it.
    let born = request.date_of_birth.and_then(|typed| typed.trim().parse().ok());
    let find = FindMatches {
        wanted: Wanted {
            names: Some(request.name).filter(|name| !name.trim().is_empty()).into_iter().collect(),
            born,
            born_about: false,
            postcode: request.postcode,
            phone: request.phone,
            identifiers: request.identifier.into_iter().collect(),
            sex: None,
        },
        person: request.person.as_deref().map(id).transpose()?,
    };
    let matches = people::find_matches(&*app.session()?, &find)?;
    Ok(MatchesView {
        matches: matches.iter().map(|MatchRow { row, found }| match_view(person_row(row), found)).collect(),
    })
}

/// Somebody who may be meant, with their row.
pub(super) fn match_view(person: PersonRow, found: &Match) -> MatchView {
    let (likeness, reasons, against) = in_words(found.likeness, &found.reasons, &found.against);
    MatchView { person, likeness, reasons, against }
}

fn in_words(likeness: Likeness, reasons: &[Reason], against: &[Against]) -> (String, Vec<String>, Vec<String>) {
    (
        likeness.as_str().to_owned(),
        reasons.iter().map(|reason| reason.as_str().to_owned()).collect(),
        against.iter().map(|against| against.as_str().to_owned()).collect(),
    )
}

pub(crate) fn duplicates(app: &App, _: &dyn Host, _: Nothing) -> Result<DuplicatesView, ApiError> {
    let found = people::duplicates(&*app.session()?)?;
    let pairs = found.pairs.iter().map(|pair| {
        let (likeness, reasons, against) = in_words(pair.found.likeness, &pair.found.reasons, &pair.found.against);
        PairView { one: person_row(&pair.one), other: person_row(&pair.other), likeness, reasons, against }
    });
    let decisions = found.decisions.iter().map(|decision| DecisionView {
        id: decision.id.to_string(),
        one: person_row(&decision.one),
        other: person_row(&decision.other),
        same: decision.says.same,
        reason: decision.says.reason.clone(),
        approved_by: decision.says.approved_by.clone(),
        author: decision.author.clone(),
        recorded: decision.recorded.to_rfc3339(),
        replaced: decision.replaced,
    });
    Ok(DuplicatesView { pairs: pairs.collect(), decisions: decisions.collect() })
}
