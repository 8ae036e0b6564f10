//! An entry: a link with its body, and what is needed to make one.

use domain::{AuthorId, EventTime, Stamp};
use vault::Hash;

use crate::{BlobUse, Body, BodyFault, Known, Link, SealedBody, Subjects};

/// An entry as stored and sent. The body may be absent: not yet arrived, not to be seen, or erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The link.
    pub link: Link,
    /// The body, when held.
    pub body: Option<SealedBody>,
}

/// What somebody does, before it is sealed and linked.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// Who acts.
    pub author: AuthorId,
    /// What is done.
    pub act: Known,
    /// When it happened, where that differs from when it is recorded.
    pub event_time: Option<EventTime>,
    /// When it is recorded.
    pub recorded: Stamp,
    /// What it is about.
    pub subjects: Subjects,
    /// The entries about the same thing that the author has seen.
    pub based_on: Vec<Hash>,
    /// The files that it names.
    pub blobs: Vec<BlobUse>,
}

impl NewEntry {
    /// Writes the body.
    ///
    /// # Errors
    /// [`BodyFault::TooLarge`].
    pub fn seal(self) -> Result<SealedBody, BodyFault> {
        let (kind, kind_version) = self.act.kind();
        SealedBody::write(&Body {
            author: self.author,
            certificate: None,
            kind,
            kind_version,
            event_time: self.event_time,
            recorded: self.recorded,
            subjects: self.subjects,
            based_on: self.based_on,
            blobs: self.blobs,
            payload: self.act.to_raw().map_err(|_| BodyFault::Unreadable)?,
        })
    }
}
