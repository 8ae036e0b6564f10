//! A fact in one line.

use std::collections::BTreeMap;

use api::{FactView, NetworkMember, PersonRow, details_in_words};
use domain::{Fact, facts::Told};

use crate::{
    times::in_words,
    wording::{label, said, word},
};

/// Names of people by id, as far as they are known here.
#[derive(Default)]
pub(in crate::verbs) struct Names(BTreeMap<String, String>);

impl Names {
    pub(in crate::verbs) fn new<'a>(people: impl Iterator<Item = &'a PersonRow>) -> Self {
        Self(people.map(|row| (row.id.clone(), row.name.clone())).collect())
    }

    /// With those whom a fact names.
    fn and(&self, fact: &FactView) -> Self {
        self.with(&fact.names)
    }

    /// With others, by id.
    pub(in crate::verbs) fn with(&self, more: &BTreeMap<String, String>) -> Self {
        let mut names = self.0.clone();
        names.extend(more.clone());
        Self(names)
    }

    pub(in crate::verbs) fn of(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| word("fact-somebody-on-file"))
    }
}

/// A fact with its id, since when it holds, and what is to be known of it.
pub(in crate::verbs) fn fact_line(fact: &FactView, names: &Names) -> String {
    let names = &names.and(fact);
    let mut parts = if fact.hidden { vec![word("fact-hidden-from-you")] } else { says(&fact.says, names) };
    parts.extend(period(&fact.says));
    if fact.planned {
        parts.push(word("fact-planned"));
    } else if !fact.holds && fact.says.until().is_some() {
        parts.push(word("fact-ended"));
    }
    if fact.check.as_deref() == Some("wrong") {
        parts.push(word("fact-check-wrong"));
    }
    if !fact.shared_with.is_empty() {
        parts.push(said("fact-shared", &[("who", &fact.shared_with.join(", "))]));
    }
    if fact.read == Some(false) {
        parts.push(word("warning-unread"));
    }
    if let Some(from) = &fact.recovered {
        parts.push(said("recovered-incomplete", &[("system", &from.system), ("day", &in_words(&from.as_at))]));
    }
    if !fact.beside.is_empty() {
        parts.push(word("fact-clash-lead"));
    }
    if fact.new {
        parts.push(word("fact-new"));
    }
    parts.retain(|part| !part.trim().is_empty());
    format!("{}  {}", fact.id, parts.join(", "))
}

/// What a fact says and since when, without its id.
pub(in crate::verbs) fn fact_words(says: &Fact, names: &Names) -> String {
    let mut parts = self::says(says, names);
    parts.extend(period(says));
    parts.retain(|part| !part.trim().is_empty());
    parts.join(", ")
}

/// The word that an answer writes for a value of a closed list.
fn code(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(fact: &Fact, names: &Names) -> Vec<String> {
    match fact {
        Fact::OtherName(it) => vec![it.name.clone(), label("name-use", &code(&it.used))],
        Fact::Identifier(it) => {
            let scheme = label("scheme", &code(&it.scheme));
            vec![said("fact-identifier-line", &[("scheme", &scheme), ("value", &it.value)])]
        }
        Fact::Address(it) => {
            let mut parts = vec![
                on_one_line(&it.lines),
                it.postcode.clone().unwrap_or_default(),
                label("address-use", &code(&it.used)),
            ];
            parts.extend(it.do_not_contact.then(|| word("fact-do-not-contact")));
            parts.extend(it.hidden.then(|| word("fact-hidden")));
            parts.push(on_one_line(&it.note));
            parts
        }
        Fact::PhoneOrEmail(it) => {
            let mut parts = vec![it.value.clone(), on_one_line(&it.note)];
            parts.extend(it.do_not_contact.then(|| word("fact-do-not-contact")));
            parts
        }
        Fact::SamePerson(it) => {
            let (one, other) = (names.of(&it.one.to_string()), names.of(&it.other.to_string()));
            let what = if it.same { "fact-same-person" } else { "fact-two-people" };
            let approved = said("fact-approved", &[("by", &it.approved_by)]);
            vec![said(what, &[("one", &one), ("other", &other)]), on_one_line(&it.reason), approved]
        }
        Fact::Relationship(it) => {
            let (of, to) = (names.of(&it.of.to_string()), names.of(&it.to.to_string()));
            let relation = label("relation", &it.relation);
            vec![said("fact-relationship-line", &[("of", &of), ("relation", &relation), ("to", &to)])]
        }
        Fact::NotKnown(it) => {
            let part = label("family-part", &code(&it.part));
            vec![said("fact-not-known-line", &[("part", &part)]), on_one_line(&it.because)]
        }
        Fact::Warning(it) => {
            let told = match &it.told {
                Some(Told::Yes { on, how }) => {
                    said("warning-told-yes", &[("on", &in_words(&on.to_string())), ("how", how)])
                }
                Some(Told::No { because }) => said("warning-told-no", &[("because", because)]),
                None => word("warning-told-unknown"),
            };
            let review = match it.review_by {
                Some(by) => said("warning-review", &[("by", &in_words(&by.to_string()))]),
                None => word("warning-review-none"),
            };
            let kind = label("warning", &code(&it.warning));
            vec![format!("{kind}: {}", on_one_line(&it.text)), review, told, on_one_line(&it.review_note)]
        }
        Fact::Allocation(it) => {
            let worker = it.worker.as_ref().map_or_else(|| word("allocation-nobody"), |worker| worker.name.clone());
            let mut parts = vec![
                said("fact-allocation-line", &[("worker", &worker), ("team", &it.team)]),
                label("role", &code(&it.role)),
            ];
            let some = |name: &str, key: &'static str, text: &String| {
                (!text.is_empty()).then(|| said(name, &[(key, &on_one_line(text))]))
            };
            parts.extend(some("fact-handover", "handover", &it.handover));
            parts.extend(some("fact-ended-because", "because", &it.ended_because));
            parts
        }
        Fact::Episode(it) => {
            let mut parts = vec![label("episode", it.episode.as_str())];
            parts.extend(details_in_words(&it.details));
            parts.extend(it.own_date.map(|on| said("fact-own-date", &[("on", &in_words(&on.to_string()))])));
            parts.push(on_one_line(&it.note));
            parts
        }
        Fact::Summary(it) => vec![on_one_line(&it.who_am_i), on_one_line(&it.what_next)],
        Fact::Mark(it) => vec![on_one_line(&it.headline)],
        Fact::NotTold(it) => vec![label("unaware", &code(&it.unaware)), on_one_line(&it.because)],
        Fact::Sent(it) => vec![said("fact-sent-line", &[("what", &it.what), ("to", &it.to)]), it.how.clone()],
        Fact::Document(it) => vec![it.title.clone(), on_one_line(&it.note)],
        Fact::Service(it) => vec![it.name.clone()],
        Fact::Team(it) => vec![it.name.clone(), it.service.clone()],
        Fact::TimeLimit(it) => vec![label("limit", &it.limit), it.source.clone()],
    }
}

fn period(fact: &Fact) -> Option<String> {
    let (from, until) =
        (fact.from().map(|day| in_words(&day.to_string())), fact.until().map(|day| in_words(&day.to_string())));
    match (from, until) {
        (Some(on), None) if matches!(fact, Fact::Summary(_) | Fact::Sent(_) | Fact::Document(_)) => Some(on),
        (Some(from), Some(until)) => Some(said("fact-from-until", &[("from", &from), ("until", &until)])),
        (Some(from), None) => Some(said("fact-since", &[("from", &from)])),
        (None, Some(until)) => Some(said("fact-until", &[("until", &until)])),
        (None, None) => None,
    }
}

/// Somebody of a family, in one line.
pub(in crate::verbs) fn member_line(member: &NetworkMember, names: &Names) -> String {
    let of: [(&str, &dyn ToString); 3] = [
        ("of", &member.person.name),
        ("relation", &label("relation", &member.relation)),
        ("to", &names.of(&member.to)),
    ];
    let mut parts = vec![said("fact-relationship-line", &of)];
    match member.parental_responsibility {
        Some(true) => parts.push(word("fact-parental")),
        Some(false) => parts.push(word("fact-not-parental")),
        None => {}
    }
    parts.extend(member.main_carer.then(|| word("fact-main-carer")));
    parts.extend(member.lives_with.then(|| word("fact-lives-with")));
    parts.extend(member.phone.clone());
    parts.extend((member.warnings > 0).then(|| said("network-warnings", &[("count", &member.warnings)])));
    parts.extend((!member.holds).then(|| word("fact-ended")));
    format!("{}  {}", member.fact, parts.join(", "))
}
