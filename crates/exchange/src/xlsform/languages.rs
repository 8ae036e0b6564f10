use std::collections::BTreeMap;

use crate::{
    names::slug,
    notes::{Notes, Place},
};

/// The engine's own bound.
const MOST_TRANSLATIONS: usize = 50_000;
/// Half of what a whole form may have.
const MOST_BYTES: usize = 4 << 20;

/// Which language is the wording, and what the others say.
pub(crate) struct Languages {
    /// As the headings write it; `""` for columns without a language.
    main: String,
    /// Tags by language, the main one not among them.
    tags: BTreeMap<String, String>,
    /// By tag, then by place.
    translations: BTreeMap<String, BTreeMap<String, String>>,
    count: usize,
    bytes: usize,
    /// There was too much, and it has been said.
    cut: bool,
}

impl Languages {
    /// Chooses the wording: the form's default language, else columns without a language, else the
    /// first.
    pub(crate) fn choose(all: &[&str], has_plain: bool, default: Option<&str>) -> Self {
        let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other) || language_tag(one) == language_tag(other);
        let by_default = default.and_then(|default| all.iter().find(|one| same(one, default)));
        let main = match by_default {
            Some(found) => (*found).to_owned(),
            None if has_plain => String::new(),
            None => all.first().copied().unwrap_or_default().to_owned(),
        };
        let mut tags: BTreeMap<String, String> = BTreeMap::new();
        for language in all {
            if *language != main && !tags.contains_key(*language) {
                let tag = language_tag(language);
                let free = |wanted: &String| !tags.values().any(|taken| taken == wanted);
                let tag = std::iter::once(tag.clone()).chain((2..).map(|n| format!("{tag}-{n}"))).find(free);
                tags.insert((*language).to_owned(), tag.unwrap_or_default());
            }
        }
        Self { main, tags, translations: BTreeMap::new(), count: 0, bytes: 0, cut: false }
    }

    /// The wording out of what a row says in each language: the main one, else without language,
    /// else the first that says anything.
    pub(crate) fn wording<'a>(&self, spoken: &[(&'a str, &'a str)]) -> Option<&'a str> {
        let in_language = |wanted: &str| spoken.iter().find(|(language, _)| *language == wanted);
        let found = in_language(&self.main).or_else(|| in_language("")).or_else(|| spoken.first());
        found.map(|(_, text)| *text)
    }

    /// Keeps what the other languages say at a place of the form.
    pub(crate) fn keep(&mut self, place: &str, spoken: &[(&str, &str)], notes: &mut Notes) {
        for (language, text) in spoken {
            let Some(tag) = self.tags.get(*language) else { continue };
            self.bytes = self.bytes.saturating_add(place.len() + text.len());
            if self.cut || self.count >= MOST_TRANSLATIONS || self.bytes > MOST_BYTES {
                if !self.cut {
                    notes.left_out(Place::WHOLE, "translations_cut", &[("limit", &self.count.to_string())]);
                }
                self.cut = true;
                return;
            }
            self.count += 1;
            self.translations.entry(tag.clone()).or_default().insert(place.to_owned(), (*text).to_owned());
        }
    }

    pub(crate) fn into_translations(self) -> BTreeMap<String, BTreeMap<String, String>> {
        self.translations
    }
}

/// The tag in "English (en)", else one made from the name: parts of at most 8 letters and digits.
fn language_tag(name: &str) -> String {
    let inside = name.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(tag, _)| tag);
    let words = slug(inside.unwrap_or(name));
    let parts: Vec<String> = words.split('_').map(|part| part.chars().take(8).collect()).collect();
    if words.is_empty() { "other".to_owned() } else { parts.join("-") }
}
