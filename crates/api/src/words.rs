//! The words of the interface, from the one catalogue that the screens read too.

use std::{collections::BTreeMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use crate::ApiError;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");
static WORDS: LazyLock<Words> = LazyLock::new(Words::english);

/// The catalogue of one language.
pub struct Words(FluentBundle<FluentResource>);

/// The catalogue in British English.
pub fn words() -> &'static Words {
    &WORDS
}

/// A count takes its plural; anything else stays letter for letter, a reference "0012" included.
fn number_or_text(value: &str) -> FluentValue<'static> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

impl Words {
    fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec!["en-GB".parse().unwrap_or(LanguageIdentifier::default())]);
        // The text goes to terminals and into prints, where isolating marks would show.
        bundle.set_use_isolating(false);
        for file in LOCALES.get_dir("en-GB").into_iter().flat_map(Dir::files) {
            let text = file.contents_utf8().unwrap_or_default().to_owned();
            // A faulty line is told by the test of the catalogue; the others still serve.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// The sentence of that name; the name itself where there is none.
    pub fn say(&self, name: &str, args: &BTreeMap<String, String>) -> String {
        let Some(pattern) = self.0.get_message(name).and_then(|message| message.value()) else {
            return name.to_owned();
        };
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(name.clone(), number_or_text(value));
        }
        self.0.format_pattern(pattern, Some(&given), &mut Vec::new()).into_owned()
    }

    /// Whether the catalogue has a sentence of that name.
    pub fn has(&self, name: &str) -> bool {
        self.0.get_message(name).and_then(|message| message.value()).is_some()
    }

    /// What happened, what was kept and what to do next.
    pub fn explain(&self, error: &ApiError) -> [String; 3] {
        let code = error.code.name();
        ["", "-kept", "-next"].map(|part| self.say(&format!("error-{code}{part}"), &error.args))
    }
}
