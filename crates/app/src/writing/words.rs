//! Words that the spelling check takes as right.

use std::collections::BTreeSet;

use casebook::tables;
use domain::{Action, Resource};

use crate::{AppFault, Session, permit::permit};

/// Words that a children's service writes every day and a dictionary does not have.
const OF_THE_FIELD: &[&str] = &[
    "iro",
    "lado",
    "marac",
    "mappa",
    "mash",
    "ehcp",
    "senco",
    "safeguarding",
    "unallocated",
    "reunification",
    "chronology",
    "genogram",
    "ecomap",
    "strategised",
    "holdfast",
    "casebook",
    "kinship",
    "wellbeing",
    "lived",
    "outworking",
    "multiagency",
    "pre",
    "non",
    "foetal",
    "deprioritised",
    "bedwetting",
    "childminder",
    "keyworker",
    "stepdad",
    "stepmum",
    "stepdaughter",
    "stepson",
    "nan",
    "nana",
    "mum",
    "mum's",
    "dad",
    "dad's",
    "whatsapp",
    "snapchat",
    "tiktok",
    "instagram",
    "xbox",
    "playstation",
    "makaton",
    "hackney",
];

/// Words that are taken as right, beside the built-in ones, by alphabet.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn known_words(session: &Session) -> Result<Vec<String>, AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    session.casebook.read(|reading| Ok::<_, AppFault>(tables::known_word::all(reading)?))
}

/// Takes a word as right, or no longer.
///
/// # Errors
/// [`AppFault::TextTooLong`] for what is no word.
pub fn know_word(session: &Session, word: &str, known: bool) -> Result<(), AppFault> {
    permit(session, Action::Amend, Resource::Drafts)?;
    let word = word.trim().replace('\u{2019}', "'").to_lowercase();
    if word.is_empty() || word.chars().count() > 60 || word.contains(char::is_whitespace) {
        return Err(AppFault::TextTooLong);
    }
    session.casebook.write(|gate| {
        if known {
            tables::known_word::add(gate, &word)?
        } else {
            tables::known_word::remove(gate, &word)?
        }
        Ok::<_, AppFault>(())
    })
}

/// Everything that is right beside the dictionary: the field's words, known words, names on file.
pub(super) fn all_known(session: &Session) -> Result<BTreeSet<String>, AppFault> {
    session.casebook.read(|reading| {
        let mut known: BTreeSet<String> = OF_THE_FIELD.iter().map(|word| (*word).to_owned()).collect();
        known.extend(tables::known_word::all(reading)?);
        for (person, _) in tables::person::all_folded(reading)? {
            let names = [Some(person.name), person.known_as];
            known.extend(names.iter().flatten().flat_map(|name| parts(name)));
        }
        Ok::<_, AppFault>(known)
    })
}

/// The words of a name, as the check finds them in a text: parted by hyphens too, with one apostrophe.
fn parts(name: &str) -> impl Iterator<Item = String> {
    let letter = |c: char| c.is_alphanumeric() || c == '\'' || c == '\u{2019}';
    let plain = |part: &str| part.replace('\u{2019}', "'").to_lowercase();
    name.split(move |c: char| !letter(c)).filter(|part| !part.is_empty()).map(plain)
}
