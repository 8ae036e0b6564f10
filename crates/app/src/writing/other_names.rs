//! Warns when a pasted text names a child who is not on the form: words that belong in another
//! child's file.

use casebook::tables;
use domain::{Action, DraftId, Resource};

use crate::{AppFault, Session, drafts::find, permit::permit};

/// Names of people on file who are named in a text and are not on the form. A full name counts, and
/// a first name of four letters or more that nobody on the form has.
///
/// # Errors
/// [`AppFault::NotFound`], [`AppFault::TextTooLong`].
pub fn other_names(session: &Session, draft: DraftId, text: &str) -> Result<Vec<String>, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    if text.chars().count() > 1_000_000 {
        return Err(AppFault::TextTooLong);
    }
    let draft = find(session, draft)?;
    let said = words(&tables::person::fold(text));
    session.casebook.read(|reading| {
        let people = tables::person::all_folded(reading)?;
        let on_form: Vec<String> = people
            .iter()
            .filter(|(person, _)| draft.people.contains(&person.id))
            .flat_map(|(_, folded)| words(folded))
            .collect();
        let mut others: Vec<String> = Vec::new();
        for (person, _) in people.iter().filter(|(person, _)| !draft.people.contains(&person.id)) {
            let name = words(&tables::person::fold(&person.name));
            let whole = name.len() > 1 && said.windows(name.len()).any(|part| part == name.as_slice());
            let first = name
                .first()
                .is_some_and(|first| first.chars().count() >= 4 && said.contains(first) && !on_form.contains(first));
            if (whole || first) && !others.contains(&person.name) {
                others.push(person.name.clone());
            }
        }
        Ok(others)
    })
}

fn words(folded: &str) -> Vec<String> {
    let word = |piece: &str| piece.trim_matches('\'').strip_suffix("'s").unwrap_or(piece.trim_matches('\'')).to_owned();
    folded.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(word).filter(|word| !word.is_empty()).collect()
}
