//! Patterns of texts: regular expressions of bounded size.

use std::collections::HashMap;

use regex::{Regex, RegexBuilder};

use crate::{
    definition::{Definition, Kind},
    fault::Fault,
};

const LONGEST: usize = 2_000;
const MOST_BYTES: usize = 64 << 10;
/// Each holds some tens of KiB for as long as the form is open.
const MOST_PATTERNS: usize = 200;

/// The patterns of a form, ready to use, by how they are written.
pub(crate) type Patterns = HashMap<String, Regex>;

/// One that matches a whole text and nothing less; none if it is no pattern, or too large.
pub(crate) fn compile(written: &str) -> Option<Regex> {
    if written.len() > LONGEST {
        return None;
    }
    // By itself first: `a)|(b` must not become sound by what is put around it.
    build(written)?;
    build(&format!(r"\A(?:{written})\z"))
}

fn build(written: &str) -> Option<Regex> {
    RegexBuilder::new(written).size_limit(MOST_BYTES).dfa_size_limit(MOST_BYTES).build().ok()
}

/// All patterns of a form, or the question whose pattern is at fault.
pub(crate) fn patterns(definition: &Definition) -> Result<Patterns, (&str, Fault)> {
    let mut patterns = Patterns::new();
    for question in definition.sections.iter().flat_map(|section| &section.questions) {
        for question in std::iter::once(question).chain(question.kind.inner().unwrap_or_default()) {
            let (Kind::ShortText(rules) | Kind::LongText(rules)) = &question.kind else { continue };
            let Some(written) = &rules.pattern else { continue };
            if patterns.contains_key(written) {
                continue;
            }
            if patterns.len() == MOST_PATTERNS {
                return Err((&question.id, Fault::TooMany { what: "patterns", limit: MOST_PATTERNS }));
            }
            let ready = compile(written).ok_or_else(|| (&*question.id, Fault::Pattern(question.id.clone())))?;
            patterns.insert(written.clone(), ready);
        }
    }
    Ok(patterns)
}
