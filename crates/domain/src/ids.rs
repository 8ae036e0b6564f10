//! Ids: one type each, so that a child's id can never be passed where a record's is meant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The sixteen bytes, as stored.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// From the sixteen bytes, as stored.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A person on file: child, adult or professional.
    PersonId;
    /// A record: what is filed once and delivered once.
    RecordId;
    /// A draft, before it is filed.
    DraftId;
    /// A form that is being changed.
    FormDraftId;
    /// One import from a file: of answers, or of people and history.
    BatchId;
    /// Somebody who records.
    AuthorId;
    /// One person's casebook on one laptop.
    CasebookId;
    /// A hub. Survives its restore from a backup.
    HubId;
    /// A fact about people, over all its corrections: a warning, an allocation, an address.
    FactId;
    /// A case note that was recovered from a lost system.
    NoteId;
}
