//! What an episode has beside its dates, in words.

use std::collections::BTreeMap;

use app::list_label;

use crate::words;

/// Details whose codes are those of a form list, with the list.
const LISTS: [(&str, &str); 4] = [
    ("category", "abuse_category"),
    ("legal_status", "legal_status"),
    ("placement_type", "placement_type"),
    ("provider", "placement_provider"),
];
/// Details whose codes the catalogue words.
const WORDED: [&str; 2] = ["direction", "conference"];

/// The details of an episode that are chosen from lists, each as its list words it. What no list knows is
/// left out: it may be anybody's words.
pub fn details_chosen(details: &BTreeMap<String, String>) -> Vec<String> {
    let listed = LISTS.iter().filter_map(|(name, list)| list_label(list, details.get(*name)?).map(str::to_owned));
    let worded = WORDED.iter().filter_map(|name| {
        let word = format!("fact-episode-{name}-{}", details.get(*name)?);
        words().has(&word).then(|| words().say(&word, &BTreeMap::new()))
    });
    listed.chain(worded).collect()
}

/// Everything that an episode has beside its dates: what is chosen from lists, then what is in somebody's
/// own words, or a code that no list knows, as it is.
pub fn details_in_words(details: &BTreeMap<String, String>) -> Vec<String> {
    let mut all = details_chosen(details);
    for (name, value) in details {
        let one = BTreeMap::from([(name.clone(), value.clone())]);
        let own = |word: &str, of: &str| words().say(word, &BTreeMap::from([(of.to_owned(), value.clone())]));
        match name.as_str() {
            _ if value.is_empty() || !details_chosen(&one).is_empty() => {}
            "outcome" => all.push(own("fact-outcome", "outcome")),
            "end_reason" => all.push(own("fact-ended-because", "because")),
            _ => all.push(value.clone()),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{details_chosen, details_in_words};

    #[test]
    fn codes_are_worded_as_the_lists_of_the_forms_word_them() {
        let details = [("category", "neg"), ("direction", "up"), ("outcome", "Closed"), ("provider", "nobody")];
        let details = BTreeMap::from(details.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(details_chosen(&details), ["Neglect", "Up to social care"]);
        assert_eq!(details_in_words(&details), ["Neglect", "Up to social care", "outcome: Closed", "nobody"]);
    }
}
