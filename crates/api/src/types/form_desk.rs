//! Forms as those see them who look after them: versions, changes, publishing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AnswerSection, ChildOnForm, WalkView};

/// Every form, as the desk of those who look after forms shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormsDeskView {
    /// Whether this person may change and publish forms.
    pub may_edit: bool,
    /// Forms, by shelf and title.
    pub forms: Vec<FormDeskRow>,
    /// Forms that are being changed, last saved first.
    pub drafts: Vec<FormDraftRow>,
    /// Form drafts set aside.
    pub set_aside: Vec<FormDraftRow>,
}

/// A form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormDeskRow {
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Heading under which it is offered.
    pub shelf: String,
    /// Number of the version in force.
    pub number: u32,
    /// Hash of the version in force.
    pub hash: String,
    /// The organisation's own, not the one that ships.
    pub own: bool,
    /// Offered no longer.
    pub retired: bool,
    /// Title of the form to use instead.
    pub use_instead: Option<String>,
    /// When the version in force was published; none for one that ships.
    pub published: Option<String>,
    /// Records on this form in this casebook.
    pub records: u32,
}

/// A version of a form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormVersionRow {
    /// Hash of its definition.
    pub hash: String,
    /// Number.
    pub number: u32,
    /// When it was published; none for the one that ships.
    pub published: Option<String>,
    /// Who published it; empty for the one that ships.
    pub author: String,
    /// What was changed and why.
    pub note: String,
    /// In force now.
    pub in_force: bool,
}

/// Which version of a form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenFormRequest {
    /// Id of the form.
    pub id: String,
    /// Hash of a version; the one in force when not said.
    #[serde(default)]
    #[ts(optional)]
    pub hash: Option<String>,
}

/// A form with its versions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormView {
    /// The form.
    pub form: FormDeskRow,
    /// The definition of the version asked for.
    #[ts(type = "import('./form').FormDefinition")]
    pub definition: serde_json::Value,
    /// Its hash.
    pub hash: String,
    /// Every version, newest first.
    pub versions: Vec<FormVersionRow>,
    /// The map of its sections.
    pub map: Vec<MapSectionView>,
}

/// What a form draft begins as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EditFrom {
    /// An empty form with one section; needs `title`.
    Blank,
    /// The next version of a form; needs `id`.
    Form,
    /// A form of its own that begins as another one; needs `id` and `title`.
    Copy,
    /// A form that was read from a file (`read_form_file`); needs `upload`.
    File,
}

/// Begins to change a form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditFormRequest {
    /// What it begins as.
    pub from: EditFrom,
    /// Id of a form.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// Title of the new form.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
    /// An upload.
    #[serde(default)]
    #[ts(optional)]
    pub upload: Option<String>,
}

/// A row in the list of forms that are being changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormDraftRow {
    /// UUID.
    pub id: String,
    /// Title as it is now; may be empty.
    pub title: String,
    /// Id of the form; may be empty.
    pub form: String,
    /// A new form, not a new version of one.
    pub is_new: bool,
    /// When it was last saved.
    pub saved: String,
    /// When it was set aside.
    pub set_aside: Option<String>,
}

/// A form that is being changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormDraftView {
    /// UUID.
    pub id: String,
    /// The definition as JSON, whole or not.
    #[ts(type = "import('./form').FormDefinition")]
    pub definition: serde_json::Value,
    /// Counts up with each save.
    pub revision: u32,
    /// When it was last saved.
    pub saved: String,
    /// Hash of the version that it began as.
    pub base: Option<String>,
    /// What is wrong with it, and its map.
    pub inspection: InspectionView,
}

/// Saves a form draft, whole or not.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFormDraftRequest {
    /// UUID.
    pub id: String,
    /// The definition, whole or not.
    #[ts(type = "import('./form').FormDefinition")]
    pub definition: serde_json::Value,
    /// The revision that this follows.
    pub revision: u32,
}

/// A form draft was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedFormDraftView {
    /// The new revision.
    pub revision: u32,
    /// When.
    pub saved: String,
    /// What is wrong with it, and its map.
    pub inspection: InspectionView,
}

/// What is wrong with a form, and where its sections lead.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InspectionView {
    /// What must be put right before it can be published or tried.
    pub faults: Vec<PlacedView>,
    /// What is worth a look.
    pub warnings: Vec<PlacedView>,
    /// The map.
    pub map: Vec<MapSectionView>,
}

/// Something about a place in a form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlacedView {
    /// Section.
    pub section: Option<String>,
    /// Question.
    pub question: Option<String>,
    /// The sentence.
    pub message: String,
}

/// A section on the map.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapSectionView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How many questions it has.
    pub questions: u32,
    /// Whether any way leads there.
    pub reached: bool,
    /// Whether it is shown only under a condition.
    pub conditional: bool,
    /// Where it leads.
    pub ways: Vec<WayView>,
}

/// A way from a section.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WayView {
    /// The section it leads to; none: the end of the form.
    pub to: Option<String>,
    /// Why, in words: "if “Yes” to “…”", or empty for the usual way.
    pub because: String,
}

/// Compares two versions, or a form draft with the version in force.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareFormRequest {
    /// A form draft; or none, and two hashes.
    #[serde(default)]
    #[ts(optional)]
    pub draft: Option<String>,
    /// Hash of the older version; the one in force when not said.
    #[serde(default)]
    #[ts(optional)]
    pub old: Option<String>,
    /// Hash of the newer version.
    #[serde(default)]
    #[ts(optional)]
    pub new: Option<String>,
}

/// What differs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormChangesView {
    /// Number of the older version; none: there is none yet.
    pub old_number: Option<u32>,
    /// Its hash, for `publish_form`.
    pub old_hash: Option<String>,
    /// The form draft began as another version than the one in force.
    pub behind: bool,
    /// Number that the newer one has or would get.
    pub new_number: u32,
    /// In the order of the newer form.
    pub changes: Vec<FormChangeRow>,
    /// Drafts in this casebook that stay on the older version until somebody moves them.
    pub drafts: u32,
}

/// One difference.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormChangeRow {
    /// What was done, in words: "Question added".
    pub what: String,
    /// Title of the section.
    pub section: Option<String>,
    /// Wording of the question.
    pub question: Option<String>,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

/// Publishes a form draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PublishFormRequest {
    /// The form draft.
    pub id: String,
    /// The revision that was shown.
    pub revision: u32,
    /// Hash of the version that it was compared with (`FormChangesView::old_hash`).
    pub against: Option<String>,
    /// What was changed and why.
    pub note: String,
}

/// Retires a form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetireFormRequest {
    /// Id of the form.
    pub id: String,
    /// Id of the form to use instead.
    #[serde(default)]
    #[ts(optional)]
    pub use_instead: Option<String>,
    /// Why.
    pub note: String,
}

/// Tries a form with synthetic children. Nothing is kept.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryFormRequest {
    /// The form draft.
    pub draft: String,
    /// Answers so far, as typed.
    #[ts(type = "Record<string, unknown>")]
    pub answers: serde_json::Value,
}

/// What the engine makes of a form that is tried.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct TryFormView {
    /// The definition as it would be published.
    #[ts(type = "import('./form').FormDefinition")]
    pub form: serde_json::Value,
    /// The synthetic children.
    pub children: Vec<ChildOnForm>,
    /// What is asked now.
    pub walk: WalkView,
    /// What would be filed.
    pub sections: Vec<AnswerSection>,
}

/// A form in a file, read and not kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormFileView {
    /// `google_forms` or `xlsform`.
    pub system: String,
    /// Title.
    pub title: String,
    /// Sections.
    pub sections: u32,
    /// Questions.
    pub questions: u32,
    /// The form here that it is a newer version of.
    pub replaces: Option<String>,
    /// What a person should know before taking it.
    pub lines: Vec<ImportLineView>,
}

/// One thing that a person should know about an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportLineView {
    /// Where in the file.
    pub place: String,
    /// What it is about there.
    pub about: String,
    /// The sentence.
    pub message: String,
    /// `left_out`, `changed` or `to_confirm`.
    pub weight: String,
}

domain::named_only!(TryFormRequest, TryFormView);
