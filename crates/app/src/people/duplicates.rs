//! Files that may be of one person, and the ledger of what was decided about such pairs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use casebook::tables::{self, person::Person};
use chrono::{DateTime, FixedOffset};
use domain::{
    Action, Fact, FactId, PersonId, Resource,
    facts::SamePerson,
    likeness::{Likened, Profile, liken},
};
use rusqlite::Connection;

use super::{CaseloadRow, Rows, matching::profiles};
use crate::{AppFault, Session, permit::permit};

/// Most pairs that are shown: the likeliest; with each decision others come up.
const PAIRS: usize = 200;
/// Most people of one group that are compared each with each: in a larger one the value tells nobody
/// apart, and the same two meet in another group as well if they are like.
const GROUP: usize = 40;

/// Two files that may be of one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Pair {
    /// One.
    pub one: CaseloadRow,
    /// The other.
    pub other: CaseloadRow,
    /// How like and why.
    pub found: Likened,
}

/// A decision about a pair.
#[derive(Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its fact.
    pub id: FactId,
    /// One.
    pub one: CaseloadRow,
    /// The other.
    pub other: CaseloadRow,
    /// What was decided.
    pub says: SamePerson,
    /// Name of who decided.
    pub author: String,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// A later decision stands in its place, or it was withdrawn.
    pub replaced: bool,
}

/// Pairs to look at, and decisions.
pub struct Duplicates {
    /// Not decided about, the likeliest first.
    pub pairs: Vec<Pair>,
    /// In force and before, the last first.
    pub decisions: Vec<Decision>,
}

domain::named_only!(Pair, Decision, Duplicates);

/// Pairs to look at, and decisions.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn duplicates(session: &Session) -> Result<Duplicates, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    session.casebook.read(|reading| {
        let rows = Rows::new(session, reading)?;
        let mut pairs = Vec::new();
        for (one, other, found) in pairs_in(reading)? {
            pairs.push(Pair { one: rows.row(one)?, other: rows.row(other)?, found });
        }
        Ok(Duplicates { pairs, decisions: decisions(reading, &rows)? })
    })
}

fn pairs_in(reading: &Connection) -> Result<Vec<(Person, Person, Likened)>, AppFault> {
    let decided = tables::same_person::decided_pairs(reading)?;
    let people = profiles(reading)?;
    let mut found: BTreeMap<(PersonId, PersonId), (usize, usize, Likened)> = BTreeMap::new();
    let mut looked_at: BTreeSet<(usize, usize)> = BTreeSet::new();
    for group in groups(&people) {
        for (at, one) in group.iter().enumerate() {
            for other in group.iter().skip(at + 1) {
                let (Some(a), Some(b)) = (people.get(*one), people.get(*other)) else { continue };
                let pair = (a.0.id.min(b.0.id), a.0.id.max(b.0.id));
                let known = a.0.same_as == b.0.same_as || decided.contains(&pair) || !alike_kinds(&a.0, &b.0);
                if known || !looked_at.insert((*one.min(other), *one.max(other))) {
                    continue;
                }
                if let Some(likened) = liken(&a.1, &b.1) {
                    found.insert(pair, (*one, *other, likened));
                }
            }
        }
    }
    let mut pairs: Vec<_> = found.into_iter().collect();
    pairs.sort_by(|one, other| other.1.2.score.cmp(&one.1.2.score).then(one.0.cmp(&other.0)));
    pairs.truncate(PAIRS);
    let person = |index: usize| people.get(index).map(|(person, _)| person.clone());
    Ok(pairs
        .into_iter()
        .filter_map(|(_, (one, other, likened))| Some((person(one)?, person(other)?, likened)))
        .collect())
}

/// A place is no child, and whoever works with a child is not that child.
fn alike_kinds(one: &Person, other: &Person) -> bool {
    let kind = |person: &Person| match person.kind.as_str() {
        "child" | "unborn_child" => 0,
        "adult" => 1,
        "professional" => 2,
        "place" => 3,
        _ => 4,
    };
    match (kind(one), kind(other)) {
        (0 | 1, 0 | 1) | (1, 2) | (2, 1) => true,
        (one, other) => one == other,
    }
}

/// Who is compared with whom: people of one birthday and a word of a name that sounds alike, of one full
/// name by sound, of one identifier, and of one phone number.
fn groups(people: &[(Person, Profile)]) -> Vec<Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, (_, profile)) in people.iter().enumerate() {
        let mut keys: BTreeSet<String> = BTreeSet::new();
        let mut whole: Vec<&str> = Vec::new();
        for (word, sounds) in profile.words_and_sounds() {
            let sound = sounds.first().map_or(word, String::as_str);
            whole.push(sound);
            keys.extend(profile.born.map(|born| format!("b{born} {sound}")));
        }
        whole.sort_unstable();
        keys.insert(format!("n{}", whole.join(" ")));
        keys.extend(profile.identifiers.iter().map(|id| format!("i{id}")));
        keys.extend(profile.phones.iter().map(|phone| format!("p{phone}")));
        for key in keys {
            groups.entry(key).or_default().push(index);
        }
    }
    let mut groups: Vec<_> = groups.into_values().filter(|group| (2..=GROUP).contains(&group.len())).collect();
    groups.sort_unstable();
    groups
}

fn decisions(reading: &Connection, rows: &Rows<'_>) -> Result<Vec<Decision>, AppFault> {
    let mut decisions = Vec::new();
    for id in tables::same_person::ledger(reading)? {
        let shown = tables::fact::find(reading, id)?.map(|known| known.position);
        for known in tables::fact::versions(reading, id)? {
            let Fact::SamePerson(says) = known.says else { continue };
            // Somebody whose pack was undone is on file no longer, and so is the question.
            let (Ok(one), Ok(other)) = (rows.of(says.one), rows.of(says.other)) else { continue };
            let author = tables::author::find(reading, known.author)?.map(|author| author.name).unwrap_or_default();
            let replaced = shown != Some(known.position);
            decisions.push(Decision { id, one, other, says, author, recorded: known.recorded, replaced });
        }
    }
    decisions.sort_by(|one, other| other.recorded.cmp(&one.recorded).then(one.replaced.cmp(&other.replaced)));
    Ok(decisions)
}
