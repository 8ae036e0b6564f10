use crate::fault::Fault;

impl Fault {
    /// The code as the catalogue names it: `form-fault-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "json",
            Self::UnknownKind(_) => "unknown_kind",
            Self::BadId(_) => "bad_id",
            Self::Blank(_) => "blank",
            Self::Empty(_) => "empty",
            Self::DuplicateSection(_) => "duplicate_section",
            Self::DuplicateQuestion(_) => "duplicate_question",
            Self::DuplicateChoice(_) => "duplicate_choice",
            Self::DuplicateList(_) => "duplicate_list",
            Self::UnknownList(_) => "unknown_list",
            Self::ChoicesOrList(_) => "choices_or_list",
            Self::UnknownQuestion(_) => "unknown_question",
            Self::UnknownSection(_) => "unknown_section",
            Self::UnknownChoice { .. } => "unknown_choice",
            Self::LaterQuestion(_) => "later_question",
            Self::OutOfReach(_) => "out_of_reach",
            Self::WrongKind(_) => "wrong_kind",
            Self::Loop { .. } => "loop",
            Self::Unreachable(_) => "unreachable",
            Self::Nested(_) => "nested",
            Self::JumpNotAllowed(_) => "jump_not_allowed",
            Self::TwoJumps(_) => "two_jumps",
            Self::EventDate(_) => "event_date",
            Self::Limits(_) => "limits",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::TooMany { .. } => "too_many",
            Self::ConditionTooDeep { .. } => "condition_too_deep",
            Self::Pattern(_) => "pattern",
            Self::Picture(_) => "picture",
            Self::DuplicateRow(_) => "duplicate_row",
            Self::Prefill(_) => "prefill",
            Self::UnknownStatus(_) => "unknown_status",
            Self::NoBirthDate(_) => "no_birth_date",
            Self::BadLanguage(_) => "bad_language",
            Self::UnknownTranslation(_) => "unknown_translation",
        }
    }

    /// The parameters of its sentence, by name, as text: ids and words of the form. Screens may put
    /// the wording or heading in the place of an id.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Json(detail) => vec![("detail", detail.clone())],
            Self::UnknownKind(kind) => vec![("kind", kind.clone())],
            Self::Blank(what) => vec![("what", (*what).to_owned())],
            Self::Empty(what) => vec![("what", what.clone())],
            Self::UnknownChoice { question, choice } => {
                vec![("question", question.clone()), ("choice", choice.clone())]
            }
            Self::Loop { section, to } => vec![("section", section.clone()), ("to", to.clone())],
            Self::FileTooLarge { mib } => vec![("mib", mib.to_string())],
            Self::TooMany { what, limit } => vec![("what", (*what).to_owned()), ("limit", limit.to_string())],
            Self::ConditionTooDeep { limit } => vec![("limit", limit.to_string())],
            Self::BadId(id) => vec![("id", id.clone())],
            Self::DuplicateSection(section)
            | Self::UnknownSection(section)
            | Self::Unreachable(section)
            | Self::TwoJumps(section) => vec![("section", section.clone())],
            Self::DuplicateChoice(choice) => vec![("choice", choice.clone())],
            Self::DuplicateRow(row) => vec![("row", row.clone())],
            Self::DuplicateList(list) | Self::UnknownList(list) => vec![("list", list.clone())],
            Self::UnknownStatus(status) => vec![("status", status.clone())],
            Self::BadLanguage(language) => vec![("language", language.clone())],
            Self::UnknownTranslation(place) => vec![("place", place.clone())],
            Self::DuplicateQuestion(question)
            | Self::ChoicesOrList(question)
            | Self::UnknownQuestion(question)
            | Self::LaterQuestion(question)
            | Self::OutOfReach(question)
            | Self::WrongKind(question)
            | Self::Nested(question)
            | Self::JumpNotAllowed(question)
            | Self::EventDate(question)
            | Self::Limits(question)
            | Self::Pattern(question)
            | Self::Picture(question)
            | Self::Prefill(question)
            | Self::NoBirthDate(question) => vec![("question", question.clone())],
        }
    }
}
