//! How like two descriptions of people are: one rule for adding a person, for a file of answers, for a
//! pack and for duplicates on file. Nothing merges by it: it says what a person should look at.

mod births;
mod naming;
mod profile;
mod verdict;

pub use births::birth_slips;
pub use profile::{Profile, Wanted, digits, plain};
pub use verdict::{Likened, liken};

/// How like somebody on file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Somebody to look at.
    Possible,
    /// Probably the one.
    Likely,
    /// The same name and date of birth, or an identifier of theirs with a part of the name; and nobody
    /// else is.
    Exact,
}

impl Likeness {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Exact => "exact",
        }
    }
}

/// What speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same name.
    SameName,
    /// The same names, first and last swapped.
    NamesInOtherOrder,
    /// A part of the name is the same.
    PartOfName,
    /// A part of the name sounds like it, or is written so in another script.
    SoundsAlike,
    /// A part of the name is a slip apart.
    TypingSlip,
    /// What one is called is another name of the other.
    KnownAs,
    /// The same date of birth.
    SameBirth,
    /// A date of birth that is a slip or an estimate apart.
    BirthSlip,
    /// The same postcode.
    SamePostcode,
    /// The same phone number.
    SamePhone,
    /// The same identifier.
    SameIdentifier,
}

impl Reason {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameName => "same_name",
            Self::NamesInOtherOrder => "names_in_other_order",
            Self::PartOfName => "part_of_name",
            Self::SoundsAlike => "sounds_alike",
            Self::TypingSlip => "typing_slip",
            Self::KnownAs => "known_as",
            Self::SameBirth => "same_birth",
            Self::BirthSlip => "birth_slip",
            Self::SamePostcode => "same_postcode",
            Self::SamePhone => "same_phone",
            Self::SameIdentifier => "same_identifier",
        }
    }
}

/// What speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// Another date of birth.
    OtherBirth,
    /// Another sex.
    OtherSex,
    /// The same surname and date of birth with another first name: perhaps a twin.
    Twin,
}

impl Against {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OtherBirth => "other_birth",
            Self::OtherSex => "other_sex",
            Self::Twin => "twin",
        }
    }
}
