//! The warnings that hold, as they stand on top of a chronology.

use std::cmp::Reverse;

use casebook::tables::{self, fact::Known};
use chrono::NaiveDate;
use domain::{
    Fact, PersonId,
    facts::{NotTold, Target, Told, Warning, WarningKind},
};
use rusqlite::Connection;

use super::chronology::Audience;
use crate::{
    AppFault,
    facts::{LeftOut, NotToldShown, Showing, must_leave_all, not_told_of, stands_in},
};

/// A warning as its reader gets it.
#[derive(Clone, PartialEq, Eq)]
pub struct Warned {
    /// What kind.
    pub kind: WarningKind,
    /// What to know and what to do.
    pub text: String,
    /// Names of those whom it concerns, where it is more than one or another than the child.
    pub about: Vec<String>,
    /// Name of whoever the risk comes from, when that is somebody on file.
    pub risk_from: Option<String>,
    /// Since when.
    pub from: NaiveDate,
    /// By when it is looked at again.
    pub review_by: Option<NaiveDate>,
    /// Whether they know of it. How and why not is said in the file's own copy only.
    pub told: Option<Told>,
    /// Name of who recorded it.
    pub author: String,
    /// The lost system and its day.
    pub recovered: Option<(String, NaiveDate)>,
}

domain::named_only!(Warned);

/// The warnings that hold today, the newest first; versions that stand side by side each on its own. None
/// for the child and family or a court: what it says to workers is not theirs to read here.
pub(super) fn warned(
    showing: &mut Showing<'_>,
    facts: &[Known],
    whose: &[PersonId],
    audience: Audience,
    left: &mut LeftOut,
) -> Result<Vec<Warned>, AppFault> {
    if matches!(audience, Audience::Family | Audience::Court) {
        return Ok(Vec::new());
    }
    let mut warnings = Vec::new();
    for known in facts.iter().filter(|known| matches!(known.says, Fact::Warning(_))) {
        let shown = showing.fact(known.clone())?;
        let reading = showing.reading();
        let said = not_told_of(reading, Target::Fact(shown.known.id))?;
        let said: Vec<&NotTold> =
            said.iter().flat_map(NotToldShown::all).filter(|_| audience != Audience::File).collect();
        let (known, author) = (shown.known, shown.author);
        let beside = shown.beside.into_iter();
        let versions = std::iter::once((known.says, known.about, author, known.recovered))
            .chain(beside.map(|version| (version.says, version.about, version.author, version.recovered)));
        for (says, about, author, recovered) in versions {
            let holds = says.holds_on(showing.today());
            let Fact::Warning(says) = says else { continue };
            if !holds {
                continue;
            }
            let Some((text, told)) = for_reader(&says, &said, audience, left) else { continue };
            let concerns = if about == whose { &[] as &[PersonId] } else { &about };
            warnings.push(Warned {
                kind: says.warning,
                text,
                about: names(reading, concerns)?,
                risk_from: names(reading, says.risk_from.as_slice())?.pop(),
                from: says.from,
                review_by: says.review_by,
                told,
                author,
                recovered,
            });
        }
    }
    warnings.sort_by_key(|warned| Reverse(warned.from));
    Ok(warnings)
}

fn names(reading: &Connection, people: &[PersonId]) -> Result<Vec<String>, AppFault> {
    let mut names = Vec::with_capacity(people.len());
    for person in people {
        names.extend(tables::person::find(reading, *person)?.map(|person| person.name));
    }
    Ok(names)
}

/// Its text, and whether they know of it; none where all of it is left out.
fn for_reader(
    says: &Warning,
    said: &[&NotTold],
    audience: Audience,
    left: &mut LeftOut,
) -> Option<(String, Option<Told>)> {
    if must_leave_all(said, |passage| stands_in(&says.text, passage)) {
        left.count();
        return None;
    }
    let text = left.out_of(&says.text, said);
    let mut own = |words: &str| if audience == Audience::File { left.out_of(words, said) } else { String::new() };
    let told = says.told.as_ref().map(|told| match told {
        Told::Yes { on, how } => Told::Yes { on: *on, how: own(how) },
        Told::No { because } => Told::No { because: own(because) },
    });
    Some((text, told))
}
