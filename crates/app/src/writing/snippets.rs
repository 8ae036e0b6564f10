//! Pieces of text of one's own, called up by a word.

use casebook::tables;
use domain::{Action, Resource};

use crate::{AppFault, Session, permit::permit};

/// Most characters of a piece.
const MOST: usize = 20_000;

/// Every piece: its name and its text, by name.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn snippets(session: &Session) -> Result<Vec<(String, String)>, AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    session.casebook.read(|reading| Ok::<_, AppFault>(tables::snippet::all(reading)?))
}

/// Keeps a piece under its name; an empty text takes it away.
///
/// # Errors
/// [`AppFault::SnippetName`] unless the name is letters, digits and dashes; [`AppFault::TextTooLong`].
pub fn save_snippet(session: &Session, name: &str, text: &str) -> Result<(), AppFault> {
    permit(session, Action::Amend, Resource::Drafts)?;
    let name = name.trim().to_lowercase();
    let plain = |c: char| c.is_alphanumeric() || c == '-';
    if name.is_empty() || name.chars().count() > 30 || !name.chars().all(plain) {
        return Err(AppFault::SnippetName);
    }
    if text.chars().count() > MOST {
        return Err(AppFault::TextTooLong);
    }
    session.casebook.write(|gate| {
        if text.trim().is_empty() {
            tables::snippet::remove(gate, &name)?;
        } else {
            tables::snippet::set(gate, &name, text)?;
        }
        Ok::<_, AppFault>(())
    })
}
