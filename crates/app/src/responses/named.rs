//! Children as a file names them, and who on file they may be. Nothing is matched but by a person, except
//! where somebody on file is exactly the one and nobody else is.

use casebook::tables::person::fold;
use chrono::NaiveDate;
use domain::{
    PersonId,
    likeness::{Likeness, Wanted},
};
use exchange::NamedChild;

use crate::people::matching::{Match, OnFile};

/// A child as a file names it.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedInFile {
    /// What a decision names it by.
    pub key: String,
    /// Name as written.
    pub name: String,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Id in the file.
    pub id: Option<String>,
    /// Rows that name it.
    pub rows: u32,
    /// How like the first candidate is; none when nobody is like it.
    pub likeness: Option<Likeness>,
    /// People on file who may be meant, the likeliest first, five at most.
    pub candidates: Vec<Match>,
}

domain::named_only!(NamedInFile);

/// One key for every way in which a file writes the same child. Ids of children are made from it: it
/// never changes.
pub(super) fn key(child: &NamedChild) -> String {
    let born = child.born.map(|born| born.to_string()).unwrap_or_default();
    let folded = fold(&child.name);
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    format!("{}|{born}|{}", words.join(" "), child.id.as_deref().unwrap_or_default())
}

/// Who a child may be, the likeliest first.
pub(super) fn candidates(on_file: &OnFile, child: &NamedChild) -> Vec<Match> {
    // Our own files name the person.
    let own = child.id.as_deref().and_then(|id| id.parse::<PersonId>().ok());
    if let Some(person) = own.and_then(|id| on_file.person(id)) {
        return vec![Match::exactly(person.clone())];
    }
    on_file.matches(&Wanted {
        names: vec![child.name.clone()],
        born: child.born,
        identifiers: child.id.iter().cloned().collect(),
        ..Wanted::default()
    })
}

/// Who a child is, if somebody on file is exactly the one.
pub(super) fn exact(on_file: &OnFile, child: &NamedChild) -> Option<PersonId> {
    let first = candidates(on_file, child).into_iter().next()?;
    (first.likeness == Likeness::Exact).then_some(first.person.id)
}

#[cfg(test)]
mod tests {
    use exchange::NamedChild;

    use super::key;

    #[test]
    fn a_child_has_one_key_however_a_file_writes_the_name() {
        let child = |name: &str| NamedChild {
            name: name.to_owned(),
            born: "2016-05-17".parse().ok(),
            id: Some("M1".to_owned()),
        };
        assert_eq!(key(&child("Zoë O’Çelik")), "celik o zoe|2016-05-17|M1");
        assert_eq!(key(&child("celik  zoe o")), key(&child("Zoë O’Çelik")));
    }
}
