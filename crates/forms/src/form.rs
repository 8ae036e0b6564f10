use std::{collections::HashMap, sync::Arc};

use data_encoding::HEXLOWER;
use regex::Regex;
use sha2::{Digest, Sha256};

use crate::{
    check::check,
    definition::{Definition, Question},
    fault::{Fault, FormFault},
    lists::Lists,
    pattern::{Patterns, patterns},
    place::{Lines, Source},
    read,
};

/// A form that has been checked: every reference leads somewhere, every section is reached.
#[derive(Debug, Clone)]
pub struct Form {
    definition: Definition,
    resolved: Vec<u8>,
    hash: [u8; 32],
    /// Where each question stands: section, question, inner question.
    places: HashMap<String, (usize, usize, Option<usize>)>,
    patterns: Arc<Patterns>,
}

/// The bytes say all; what else a form holds is made from them.
impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.resolved == other.resolved
    }
}

impl Form {
    /// Reads a form file and puts the lists that it names in their places.
    ///
    /// `name` is the file's name, for faults.
    ///
    /// # Errors
    /// A [`FormFault`] by name and line for the first thing that this version cannot follow.
    pub fn read(name: &str, json: &[u8], lists: &Lists) -> Result<Self, FormFault> {
        let source = Source::new(name, json)?;
        let (definition, patterns) = checked(&source, lists)?;
        let resolved =
            serde_json::to_vec(&definition).map_err(|error| source.fault(1, Fault::Json(error.to_string())))?;
        Ok(Self::of(definition, resolved, patterns))
    }

    /// Reads a resolved definition, as records keep it, without any list.
    ///
    /// # Errors
    /// A [`FormFault`] if the bytes are no definition that this version can follow; its file name
    /// is "form definition".
    pub fn read_resolved(bytes: &[u8]) -> Result<Self, FormFault> {
        let lists = Lists::default();
        let source = Source::new("form definition", bytes)?;
        let (definition, patterns) = checked(&source, &lists)?;
        // The hash names these very bytes, however a later version would write them.
        Ok(Self::of(definition, bytes.to_vec(), patterns))
    }

    fn of(definition: Definition, resolved: Vec<u8>, patterns: Patterns) -> Self {
        let hash = Sha256::digest(&resolved).into();
        let places = places(&definition);
        Self { definition, resolved, hash, places, patterns: Arc::new(patterns) }
    }

    /// What the form shows and asks.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The resolved definition: JSON without line breaks, the lists' choices in their places. This
    /// is the blob that a record keeps, and [`Form::read_resolved`] opens it.
    #[must_use]
    pub fn resolved(&self) -> &[u8] {
        &self.resolved
    }

    /// SHA-256 of [`Form::resolved`]: the name of this version for machines.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// [`Form::hash`] in 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn hash_hex(&self) -> String {
        HEXLOWER.encode(&self.hash)
    }

    /// A question by its id, inner ones included.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        let (section, question, inner) = *self.places.get(id)?;
        let question = self.definition.sections.get(section)?.questions.get(question)?;
        match inner {
            Some(inner) => question.kind.inner()?.get(inner),
            None => Some(question),
        }
    }

    /// A pattern of one of its texts, ready to use.
    pub(crate) fn pattern(&self, written: &str) -> Option<&Regex> {
        self.patterns.get(written)
    }
}

fn checked(source: &Source<'_>, lists: &Lists) -> Result<(Definition, Patterns), FormFault> {
    let (definition, lines) = read::definition(source, lists)?;
    check(&definition, source, &lines)?;
    let at = |lines: &Lines, id: &str| lines.questions.get(id).copied().unwrap_or(1);
    let patterns = patterns(&definition).map_err(|(id, fault)| source.fault(at(&lines, id), fault))?;
    Ok((definition, patterns))
}

fn places(definition: &Definition) -> HashMap<String, (usize, usize, Option<usize>)> {
    let mut places = HashMap::new();
    for (section_at, section) in definition.sections.iter().enumerate() {
        for (at, question) in section.questions.iter().enumerate() {
            places.insert(question.id.clone(), (section_at, at, None));
            for (inner_at, inner) in question.kind.inner().unwrap_or_default().iter().enumerate() {
                places.insert(inner.id.clone(), (section_at, at, Some(inner_at)));
            }
        }
    }
    places
}
