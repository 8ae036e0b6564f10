//! Who the children of a file are, as far as the arguments decide it.

use api::{ChildDecision, NamedChildView};
use domain::PersonId;

use crate::{
    arguments::{Children, ResponsesFile},
    say::Fault,
    times::in_words,
    wording::said,
};

/// The children of a file with what was decided about them.
pub(super) struct Decided<'a> {
    /// What was decided, by a decision of its own or for all.
    pub decisions: Vec<ChildDecision>,
    /// Children about whom nothing is decided and who are nobody for certain.
    pub left: Vec<&'a NamedChildView>,
}

impl Decided<'_> {
    /// What to say about those who are left; none: nobody is.
    pub fn undecided(&self) -> Option<Vec<String>> {
        let lines: Vec<String> = self.left.iter().flat_map(|child| ask(child)).collect();
        (!lines.is_empty()).then_some(lines)
    }
}

/// Reads the decisions. Whoever is like somebody on file is never added by a rule for all: that
/// would be a guess.
pub(super) fn decided<'a>(file: &ResponsesFile, people: &'a [NamedChildView]) -> Result<Decided<'a>, Fault> {
    let mut decided = Decided { decisions: Vec::new(), left: Vec::new() };
    for decision in &file.decisions {
        // A key ends with an id out of the file, which may hold any sign; a person's id holds no "=".
        let (key, person) = decision
            .rsplit_once('=')
            .ok_or_else(|| Fault::Usage(said("cli-child-shape", &[("decision", decision)])))?;
        let known = ["new", "none"].contains(&person) || person.parse::<PersonId>().is_ok();
        if !known {
            return Err(Fault::Usage(said("cli-child-shape", &[("decision", decision)])));
        }
        if people.iter().all(|child| child.key != key) {
            return Err(Fault::Usage(said("cli-child-unknown", &[("key", &key)])));
        }
        decided.decisions.push(ChildDecision { key: key.to_owned(), person: person.to_owned() });
    }
    for child in people.iter().filter(|child| child.likeness != "exact") {
        if decided.decisions.iter().any(|decision| decision.key == child.key) {
            continue;
        }
        let person = match file.children {
            Some(Children::None) => "none",
            Some(Children::New) if child.likeness == "none" && !child.name.trim().is_empty() => "new",
            _ => {
                decided.left.push(child);
                continue;
            }
        };
        decided.decisions.push(ChildDecision { key: child.key.clone(), person: person.to_owned() });
    }
    Ok(decided)
}

/// A child of the file, and what may be said about it.
pub(super) fn ask(child: &NamedChildView) -> Vec<String> {
    let mut lines = vec![said("cli-child-ask", &[("child", &named(child)), ("key", &child.key)])];
    lines.extend(child.candidates.iter().map(|person| {
        let born = person.born.as_deref().map(born).unwrap_or_default();
        format!("    {}  {}{born}", person.person, person.name)
    }));
    lines
}

/// Name, date of birth and rows.
pub(super) fn named(child: &NamedChildView) -> String {
    let rows = said("response-import-child-rows", &[("count", &child.rows)]);
    format!("{}{}, {rows}", child.name, child.born.as_deref().map(born).unwrap_or_default())
}

fn born(born: &str) -> String {
    format!(", {}", said("response-import-child-born", &[("born", &in_words(born))]))
}
