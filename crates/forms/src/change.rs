use serde::Serialize;

/// One difference between two versions of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is; its sentence is `form-change-<code>` in the catalogue.
    pub what: ChangeKind,
    /// Id of the section, in the newer version unless it was removed; none for the form as a whole.
    pub section: Option<String>,
    /// Id of the question; none for a section or the form as a whole.
    pub question: Option<String>,
    /// How it was: the wording, the section's heading, the place from 1. Conditions, limits and
    /// settings as the form file writes them. Empty if there was nothing.
    pub before: String,
    /// How it is now.
    pub after: String,
}

macro_rules! change_kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal,)*) => {
        /// What can differ. Closed: each has its sentence in the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum ChangeKind {
            $($(#[$doc])* #[serde(rename = $code)] $kind,)*
        }

        impl ChangeKind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The code as the catalogue names it: `form-change-` and this.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)*
                }
            }
        }
    };
}

change_kinds! {
    /// The form's title.
    FormRetitled = "form_retitled",
    /// What the form is for.
    FormAboutChanged = "form_about_changed",
    /// The form's guidance.
    FormGuidanceChanged = "form_guidance_changed",
    /// Whether a record goes ahead of the others.
    UrgencyChanged = "urgency_changed",
    /// Whether a child must be named.
    SubjectsChanged = "subjects_changed",
    /// The kind of record that it makes.
    RecordChanged = "record_changed",
    /// The heading under which it is offered.
    ShelfChanged = "shelf_changed",
    /// Who records it.
    WhoChanged = "who_changed",
    /// By when it has to be done.
    TimeLimitChanged = "time_limit_changed",
    /// Who alone may see its records.
    AccessGroupChanged = "access_group_changed",
    /// To whom one sitting is filed.
    FilesChanged = "files_changed",
    /// Which answers say when it happened.
    EventTimeChanged = "event_time_changed",
    /// Which answer titles the record.
    TitleFromChanged = "title_from_changed",
    /// Which answers mark the record.
    MarksChanged = "marks_changed",
    /// The requirements that it answers.
    RequirementsChanged = "requirements_changed",
    /// The forms that go on from it.
    LeadsToChanged = "leads_to_changed",
    /// Where it was imported from.
    SourceChanged = "source_changed",
    /// Its wording in another language; before and after are language tags.
    TranslationsChanged = "translations_changed",
    /// A new section.
    SectionAdded = "section_added",
    /// A section that is gone; its questions are told apart.
    SectionRemoved = "section_removed",
    /// A section's heading.
    SectionRetitled = "section_retitled",
    /// A section's help.
    SectionGuidanceChanged = "section_guidance_changed",
    /// A section stands elsewhere among the others.
    SectionReordered = "section_reordered",
    /// When a section is asked.
    SectionConditionChanged = "section_condition_changed",
    /// What follows a section.
    SectionAfterChanged = "section_after_changed",
    /// A new question.
    QuestionAdded = "question_added",
    /// A question that is gone.
    QuestionRemoved = "question_removed",
    /// A question stands in another section, or in or out of another question.
    QuestionMoved = "question_moved",
    /// A question stands elsewhere in its section.
    QuestionReordered = "question_reordered",
    /// A question's wording.
    QuestionReworded = "question_reworded",
    /// The line under the wording.
    HintChanged = "hint_changed",
    /// A question's help.
    GuidanceChanged = "guidance_changed",
    /// Another kind of question.
    KindChanged = "kind_changed",
    /// It must now be answered.
    MadeRequired = "made_required",
    /// It need not be answered any more.
    MadeOptional = "made_optional",
    /// When a question is asked.
    ConditionChanged = "condition_changed",
    /// What is said when its rule is broken.
    MessageChanged = "message_changed",
    /// What a draft begins with.
    StartChanged = "start_changed",
    /// Limits and other rules of a question.
    LimitsChanged = "limits_changed",
    /// The picture, or what is said of it.
    PictureChanged = "picture_changed",
    /// The shared list that choices come from.
    ListChanged = "list_changed",
    /// A new choice.
    ChoiceAdded = "choice_added",
    /// A choice that is gone.
    ChoiceRemoved = "choice_removed",
    /// A choice's wording.
    ChoiceReworded = "choice_reworded",
    /// The order of the choices.
    ChoicesReordered = "choices_reordered",
    /// Where a choice leads; before and after name its wording.
    JumpChanged = "jump_changed",
    /// What may stand beside a choice.
    ChoiceRuleChanged = "choice_rule_changed",
    /// A new row of a grid.
    RowAdded = "row_added",
    /// A row that is gone.
    RowRemoved = "row_removed",
    /// A row's wording.
    RowReworded = "row_reworded",
    /// The order of the rows.
    RowsReordered = "rows_reordered",
    /// A new column of a grid.
    ColumnAdded = "column_added",
    /// A column that is gone.
    ColumnRemoved = "column_removed",
    /// A column's wording.
    ColumnReworded = "column_reworded",
    /// The order of the columns.
    ColumnsReordered = "columns_reordered",
}
