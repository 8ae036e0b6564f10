//! The kinds of entry, each with the payload of its newest version. A kind is a name: one that this
//! version does not know is kept, relayed and applied after an update.

use std::collections::BTreeMap;

use domain::{AuthorId, BatchId, Fact, FactId, NoteId, PersonField, PersonId, RecordId, Urgency};
use serde::{Deserialize, Serialize};
use vault::{Hash, PublicKey};

use crate::{Body, Continues};

/// The name of a kind of entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Kind(pub String);

impl Kind {
    /// The kind's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A chain begins: the first entry of every chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainOpened {
    /// The device's key, as in the link.
    pub key: PublicKey,
    /// The chain that this one continues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continues: Option<Continues>,
    /// Version of Holdfast that opened it.
    pub app_version: String,
}

/// Who an author is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorNamed {
    /// The author.
    pub author: AuthorId,
    /// Full name.
    pub name: String,
    /// Job title.
    pub role: String,
    /// Team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
}

/// A person is on file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAdded {
    /// The person.
    pub person: PersonId,
    /// What is known, by field.
    pub fields: BTreeMap<PersonField, String>,
}

/// What is recorded of a person is corrected, field by field; an empty text removes a value.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAmended {
    /// The person.
    pub person: PersonId,
    /// The new values.
    pub fields: BTreeMap<PersonField, String>,
}

/// A record is filed, or a new version of one.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordFiled {
    /// The record.
    pub record: RecordId,
    /// Id of the form, e.g. `visit`.
    pub form: String,
    /// Hash of the form's definition: what the version is named by. It is among the blobs.
    pub form_hash: Hash,
    /// Number of the form version, for people.
    pub form_number: u32,
    /// Title in a list.
    pub title: String,
    /// The children that it is filed to.
    pub people: Vec<PersonId>,
    /// How soon it must reach somebody.
    #[serde(default)]
    pub urgency: Urgency,
    /// A significant event in the child's life.
    #[serde(default)]
    pub significant: bool,
    /// Children seen at the event, of those it is filed to.
    #[serde(default)]
    pub seen: Vec<PersonId>,
    /// The answers, as the form engine files them.
    pub answers: serde_json::Value,
    /// Answers typed before the draft moved to this version of the form, which no longer asks them:
    /// each with its wording, its text and its value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_longer_asked: Vec<serde_json::Value>,
    /// The group of people that alone may see it, by its form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_group: Option<String>,
    /// The record that it goes on from: the contact of a referral.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_on_from: Option<RecordId>,
    /// Where it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<RecordSource>,
}

/// Where an imported record came from. Its record id is derived from system, form and id, so that
/// two laptops that import the same file make the same record.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordSource {
    /// `google_forms`, `csv`.
    pub system: String,
    /// The form there.
    pub form: String,
    /// The response there.
    pub id: String,
    /// The import that brought it.
    pub batch: BatchId,
    /// When it was submitted there, RFC 3339, where the file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<String>,
    /// E-mail address of who answered, where the file has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Columns that answer no question of the form, by heading.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, String>,
}

/// A version of a form is put in force. Its definition is the entry's blob.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormPublished {
    /// Id of the form.
    pub form: String,
    /// Hash of the definition: what the version is named by.
    pub hash: Hash,
    /// Number of the version, for people.
    pub number: u32,
    /// Title.
    pub title: String,
    /// What was changed and why.
    pub note: String,
}

/// A form is offered no longer. What was recorded on it stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormRetired {
    /// Id of the form.
    pub form: String,
    /// Number of the version that was in force: one with a higher number brings the form back.
    pub number: u32,
    /// Id of the form to use instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub use_instead: Option<String>,
    /// Why.
    pub note: String,
}

/// Answers were taken in from a file: its records name this batch.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponsesImported {
    /// The import.
    pub batch: BatchId,
    /// Name of the file, without its folder.
    pub file_name: String,
    /// SHA-256 of the file.
    pub file_hash: Hash,
    /// `google_forms`, `csv`.
    pub system: String,
    /// Id of the form here.
    pub form: String,
    /// Rows of its file: those that were here already brought no record.
    pub records: u32,
}

/// An import was undone: what it alone brought counts no longer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportUndone {
    /// The import.
    pub batch: BatchId,
    /// Why.
    pub reason: String,
    /// People whom it brought and who stay, because something was recorded about them since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keeps: Vec<PersonId>,
}

/// Content was written to a file outside the casebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// Id of the form whose answers were written.
    pub form: String,
    /// Layout and format, e.g. `google_sheet csv`.
    pub layout: String,
    /// How many records.
    pub records: u32,
}

/// A fact about people is recorded, or corrected: based on what its author had seen of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactRecorded {
    /// The fact, over all its corrections.
    pub fact: FactId,
    /// Whose files it stands on; nobody's for the organisation's own data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<PersonId>,
    /// What it says.
    pub says: Fact,
}

/// A fact was recorded in error. What ended has an end date instead.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactWithdrawn {
    /// The fact.
    pub fact: FactId,
    /// Why.
    pub reason: String,
}

/// A pack was taken in: people, or recovered history. Its lines are the entry's one blob, in the
/// shape of [`crate::PackLine`]; they are no entries of their own and are not delivered again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackImported {
    /// The import.
    pub batch: BatchId,
    /// The blob: gzip of one JSON line a thing.
    pub lines: Hash,
    /// What is in it.
    pub holds: PackHolds,
    /// The system that it was recovered from.
    pub system: String,
    /// As that system was on this day.
    pub as_at: chrono::NaiveDate,
    /// Name of the file, without its folder.
    pub file_name: String,
    /// SHA-256 of the file.
    pub file_hash: Hash,
    /// How many lines.
    pub count: u32,
    /// What a row of the file was: `person`, `warning`, `note`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<String>,
    /// The heading of the column that filled each field, by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// The order of day and month that was said, `day_first` or `month_first`; none where the columns
    /// prove it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<String>,
}

/// What a pack is of. People are few and stand in the journal's views; notes are many and stand
/// beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackHolds {
    /// People and facts about them.
    People,
    /// Case notes of the lost system.
    History,
}

/// Warnings were read and acknowledged by whoever acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningsRead {
    /// On whose file.
    pub person: PersonId,
    /// The warnings, each by the entry that was shown.
    pub warnings: Vec<(FactId, Hash)>,
}

/// Something about a person was written for paper or for a file outside.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// Whose.
    pub person: PersonId,
    /// What: one word, e.g. `chronology`.
    pub what: String,
    /// For whom: `file`, `family`, `court`, `partner`.
    pub audience: String,
    /// With what stands on the files of brothers and sisters, who are among the entry's subjects.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub family: bool,
    /// Why hidden addresses were let onto it; none where they were left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
}

/// A file was opened: somebody looked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOpened {
    /// Whose file; of a document, whose it is first.
    pub person: Option<PersonId>,
    /// The record that was opened, when it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// The recovered note that was opened, when it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// The document that was opened, when it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<FactId>,
    /// The form whose answers were looked through side by side, when it was a sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// The brother or sister on whose family's timeline the file was seen, when it was not opened itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_of: Option<PersonId>,
}

impl FileOpened {
    /// Whose file was opened, where it was the file itself: not one thing on it, and not a family's timeline.
    pub fn whole_file(&self) -> Option<PersonId> {
        let one_thing = self.record.is_some() || self.note.is_some() || self.document.is_some() || self.form.is_some();
        self.person.filter(|_| !one_thing && self.family_of.is_none())
    }
}

/// The lead was phoned about an urgent record that could not be sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadPhoned {
    /// The record.
    pub record: RecordId,
    /// Who was spoken to.
    pub who: String,
}

/// This device was enrolled at a hub.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// Address of the hub.
    pub address: String,
    /// The hub's key, pinned.
    pub hub_key: PublicKey,
}

/// Something was done to the casebook itself: made, passphrase changed, opened by the recovery
/// code, opened with an older key file, rebuilt, failed tries to unlock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasebookCare {
    /// What: one word, e.g. `passphrase_changed`.
    pub act: String,
    /// How many times, where that is a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
}

domain::named_only!(
    AuthorNamed,
    PersonAdded,
    PersonAmended,
    RecordFiled,
    RecordSource,
    LeadPhoned,
    ResponsesImported,
    ImportUndone,
    FactRecorded,
    FactWithdrawn,
    PackImported,
    Printed
);

/// A payload that this version understands.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "most entries are records, and few are held at a time")]
pub enum Known {
    /// See [`ChainOpened`].
    ChainOpened(ChainOpened),
    /// See [`AuthorNamed`].
    AuthorNamed(AuthorNamed),
    /// See [`PersonAdded`].
    PersonAdded(PersonAdded),
    /// See [`PersonAmended`].
    PersonAmended(PersonAmended),
    /// See [`RecordFiled`].
    RecordFiled(RecordFiled),
    /// See [`FileOpened`].
    FileOpened(FileOpened),
    /// See [`LeadPhoned`].
    LeadPhoned(LeadPhoned),
    /// See [`Enrolled`].
    Enrolled(Enrolled),
    /// See [`CasebookCare`].
    CasebookCare(CasebookCare),
    /// See [`FormPublished`].
    FormPublished(FormPublished),
    /// See [`FormRetired`].
    FormRetired(FormRetired),
    /// See [`ResponsesImported`].
    ResponsesImported(ResponsesImported),
    /// See [`ImportUndone`].
    ImportUndone(ImportUndone),
    /// See [`Exported`].
    Exported(Exported),
    /// See [`FactRecorded`].
    FactRecorded(FactRecorded),
    /// See [`FactWithdrawn`].
    FactWithdrawn(FactWithdrawn),
    /// See [`PackImported`].
    PackImported(PackImported),
    /// See [`WarningsRead`].
    WarningsRead(WarningsRead),
    /// See [`Printed`].
    Printed(Printed),
}

macro_rules! kinds {
    ($($name:literal $version:literal => $variant:ident),* $(,)?) => {
        impl Known {
            /// What the body says, when its kind and version are known and its payload has their
            /// shape. None is "made with a newer Holdfast": the entry is kept as it is.
            pub fn read(body: &Body) -> Option<Self> {
                match (body.kind.as_str(), body.kind_version) {
                    $(($name, $version) => {
                        serde_json::from_str(body.payload.get()).ok().map(Self::$variant)
                    })*
                    _ => None,
                }
            }

            /// Name of the kind and version of the shape.
            pub fn kind(&self) -> (Kind, u32) {
                match self {
                    $(Self::$variant(_) => (Kind($name.to_owned()), $version),)*
                }
            }

            /// The payload as JSON.
            pub(crate) fn to_raw(&self) -> serde_json::Result<Box<serde_json::value::RawValue>> {
                match self {
                    $(Self::$variant(payload) => serde_json::value::to_raw_value(payload),)*
                }
            }
        }
    };
}

kinds! {
    "chain_opened" 1 => ChainOpened,
    "author_named" 1 => AuthorNamed,
    "person_added" 1 => PersonAdded,
    "person_amended" 1 => PersonAmended,
    "record_filed" 1 => RecordFiled,
    "file_opened" 1 => FileOpened,
    "lead_phoned" 1 => LeadPhoned,
    "enrolled" 1 => Enrolled,
    "casebook_care" 1 => CasebookCare,
    "form_published" 1 => FormPublished,
    "form_retired" 1 => FormRetired,
    "responses_imported" 1 => ResponsesImported,
    "import_undone" 1 => ImportUndone,
    "exported" 1 => Exported,
    "fact_recorded" 1 => FactRecorded,
    "fact_withdrawn" 1 => FactWithdrawn,
    "pack_imported" 1 => PackImported,
    "warnings_read" 1 => WarningsRead,
    "printed" 1 => Printed,
}

impl Known {
    /// Whether entries of this kind are records, which the custody count counts; the rest is log.
    pub fn is_record(&self) -> bool {
        matches!(self, Self::RecordFiled(_))
    }
}
