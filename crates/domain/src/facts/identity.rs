//! What a person is called, known by, and where they are reached.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::PersonId;

/// Another name of the person. The one they go by stands in the person's own fields.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OtherName {
    /// The name, in any script.
    pub name: String,
    /// Why there is another.
    pub used: NameUse,
    /// First day, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
}

/// Why a person has another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NameUse {
    /// Used before.
    Former,
    /// Given at birth.
    Birth,
    /// Another name that people use.
    Alias,
    /// The same name in another script or spelling.
    OtherSpelling,
    /// As a lost system had it, when it was corrected since.
    AsRecorded,
}

/// A number or code by which a system knows the person. One person may have several of a scheme,
/// and one identifier may have been given to two people: both are shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Identifier {
    /// Whose numbering.
    pub scheme: IdScheme,
    /// As written; what a check digit says of it is worked out when it is shown.
    pub value: String,
    /// First day, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
}

/// Whose numbering an identifier is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdScheme {
    /// Given by Holdfast while the central system is away.
    Emergency,
    /// Of the lost case system (Mosaic).
    Mosaic,
    /// NHS number, 10 digits with a check digit.
    Nhs,
    /// Unique pupil number, 13 characters with a check letter.
    Upn,
    /// A pupil number that was replaced.
    FormerUpn,
    /// Id of the looked-after children return (SSDA903).
    Ssda903,
    /// Home Office reference.
    HomeOffice,
    /// Of the youth justice system.
    YouthJustice,
    /// Any other.
    Other,
}

/// Where a person lives, stays or gets letters.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Address {
    /// The lines, as on an envelope, without the postcode.
    pub lines: String,
    /// Postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub postcode: Option<String>,
    /// What it is for.
    pub used: AddressUse,
    /// First day, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
    /// Nobody may write or call here.
    #[serde(default)]
    pub do_not_contact: bool,
    /// Hidden from whoever works with the person from whom it is kept, and from every print unless
    /// somebody releases it there.
    #[serde(default)]
    pub hidden: bool,
    /// From whom it is hidden: the perpetrators, where they are on file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub hidden_from: Vec<PersonId>,
    /// Anything to know: which bell, who else is there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub note: String,
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AddressUse {
    /// Lives there.
    Home,
    /// Stays there for now.
    Temporary,
    /// Placed there by the authority.
    Placement,
    /// Goes to school there.
    School,
    /// Works there.
    Work,
    /// Letters only.
    Letters,
}

/// A phone number or an e-mail address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhoneOrEmail {
    /// Which of the two.
    pub by: ReachBy,
    /// As written.
    pub value: String,
    /// Whose it is, when to call, what not to say: "mother's mobile, not after six".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub note: String,
    /// Nobody may call or write here.
    #[serde(default)]
    pub do_not_contact: bool,
    /// First day, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
}

/// How a person is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReachBy {
    /// By phone.
    Phone,
    /// By e-mail.
    Email,
}

/// A decision whether two files are of one person. Its id comes from the pair, so that all decisions
/// about a pair are one ledger, and the last one counts. Nothing is rewritten: files of one person
/// are shown together while the decision stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SamePerson {
    /// One file.
    #[ts(type = "string")]
    pub one: PersonId,
    /// The other.
    #[ts(type = "string")]
    pub other: PersonId,
    /// The same person; false says that they were looked at and are two people.
    pub same: bool,
    /// Why.
    pub reason: String,
    /// Who agreed to it.
    pub approved_by: String,
}

crate::named_only!(OtherName, Identifier, Address, PhoneOrEmail, SamePerson);
