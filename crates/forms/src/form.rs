use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::{
    check::check,
    definition::{Definition, Question},
    fault::{Fault, FormFault},
    lists::Lists,
    place::Source,
    read,
};

/// A form that has been checked: every reference leads somewhere, every section is reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    definition: Definition,
    resolved: Vec<u8>,
    hash: [u8; 32],
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
        let (definition, lines) = read::definition(&source, lists)?;
        check(&definition, &source, &lines)?;
        let resolved =
            serde_json::to_vec(&definition).map_err(|error| source.fault(1, Fault::Json(error.to_string())))?;
        Ok(Self::of(definition, resolved))
    }

    /// Reads a resolved definition, as records keep it, without any list.
    ///
    /// # Errors
    /// A [`FormFault`] if the bytes are no definition that this version can follow; its file name
    /// is "form definition".
    pub fn read_resolved(bytes: &[u8]) -> Result<Self, FormFault> {
        let lists = Lists::default();
        let source = Source::new("form definition", bytes)?;
        let (definition, lines) = read::definition(&source, &lists)?;
        check(&definition, &source, &lines)?;
        // The hash names these very bytes, however a later version would write them.
        Ok(Self::of(definition, bytes.to_vec()))
    }

    fn of(definition: Definition, resolved: Vec<u8>) -> Self {
        let hash = Sha256::digest(&resolved).into();
        Self { definition, resolved, hash }
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
        self.definition
            .sections
            .iter()
            .flat_map(|section| &section.questions)
            .flat_map(|question| std::iter::once(question).chain(question.kind.inner().unwrap_or_default()))
            .find(|question| question.id == id)
    }
}
