use thiserror::Error;

/// Why a form or list file was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file} line {line}: {fault}")]
pub struct FormFault {
    /// Name of the file as handed in.
    pub file: String,
    /// Line in it, from 1.
    pub line: u32,
    /// What is wrong there.
    pub fault: Fault,
}

/// What can be wrong with a form or list file. Holds words of the form, never an answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// Not JSON, or a field that is missing, unknown or of the wrong sort.
    #[error("{0}")]
    Json(String),
    /// A kind of question from a newer version, or a slip of the pen.
    #[error("question kind \"{0}\" is not known to this version")]
    UnknownKind(String),
    /// An id with anything but a to z, digits and underscores, or a reserved word.
    #[error("\"{0}\" cannot be an id: use a to z, digits and underscores")]
    BadId(String),
    /// A title, question, label or name that is blank.
    #[error("{0} is blank")]
    Blank(&'static str),
    /// The form has no section, a section no question, a question no choice.
    #[error("{0} is empty")]
    Empty(String),
    /// Two sections of one id.
    #[error("there is already a section \"{0}\"")]
    DuplicateSection(String),
    /// Two questions of one id, inner ones included.
    #[error("there is already a question \"{0}\"")]
    DuplicateQuestion(String),
    /// Two choices of one id in one question or list.
    #[error("there is already a choice \"{0}\"")]
    DuplicateChoice(String),
    /// Two lists of one name and version.
    #[error("there is already a list \"{0}\"")]
    DuplicateList(String),
    /// A list that was not handed in.
    #[error("there is no list \"{0}\"")]
    UnknownList(String),
    /// Neither choices nor a list, or both.
    #[error("question \"{0}\" needs either choices or a list")]
    ChoicesOrList(String),
    /// A reference to a question that is not in the form.
    #[error("there is no question \"{0}\"")]
    UnknownQuestion(String),
    /// A jump to a section that is not in the form.
    #[error("there is no section \"{0}\"")]
    UnknownSection(String),
    /// A condition on a choice that its question does not offer.
    #[error("question \"{question}\" has no choice \"{choice}\"")]
    UnknownChoice {
        /// Id of the question.
        question: String,
        /// The choice that it does not offer.
        choice: String,
    },
    /// A condition or limit that looks at a question not asked yet.
    #[error("it depends on \"{0}\", which is asked later")]
    LaterQuestion(String),
    /// A condition or limit that looks into another child's or item's answers.
    #[error("it depends on \"{0}\", which is asked for each child or item elsewhere")]
    OutOfReach(String),
    /// A test, limit or reference that does not suit the kind of the question.
    #[error("question \"{0}\" is of a kind that cannot be used here")]
    WrongKind(String),
    /// A jump or `after` that leads back.
    #[error("section \"{section}\" leads back to \"{to}\": the form would go round for ever")]
    Loop {
        /// Where it starts.
        section: String,
        /// Where it leads.
        to: String,
    },
    /// A section that no way leads to.
    #[error("nothing leads to section \"{0}\"")]
    Unreachable(String),
    /// A question for each child, or a group, inside another.
    #[error("question \"{0}\" cannot stand inside another")]
    Nested(String),
    /// A jump from a place where it cannot be followed.
    #[error("a choice of \"{0}\" cannot jump: only a single choice outside groups can")]
    JumpNotAllowed(String),
    /// Two questions of one section that jump.
    #[error("section \"{0}\" has two questions that jump")]
    TwoJumps(String),
    /// The event's date might not be asked.
    #[error("the event's date \"{0}\" must be required, without conditions, in the first section")]
    EventDate(String),
    /// A limit that nothing can meet.
    #[error("the limits of question \"{0}\" leave nothing to answer")]
    Limits(String),
    /// The file is larger than a form can be.
    #[error("the file is larger than {mib} MiB")]
    FileTooLarge {
        /// Most MiB.
        mib: u32,
    },
    /// More sections, questions, choices, patterns or translations than a form can have.
    #[error("there are more than {limit} {what}")]
    TooMany {
        /// In words: "questions".
        what: &'static str,
        /// Most of them.
        limit: usize,
    },
    /// Conditions inside conditions inside conditions.
    #[error("the condition is nested more than {limit} deep")]
    ConditionTooDeep {
        /// Deepest allowed.
        limit: usize,
    },
    /// A pattern that is not a regular expression, or one that takes too much memory.
    #[error("the pattern of question \"{0}\" is not a regular expression, or is too large")]
    Pattern(String),
    /// A picture that is not base64 of a PNG or JPEG, or is too large.
    #[error("the picture of \"{0}\" is not a PNG or JPEG of at most 256 KiB")]
    Picture(String),
    /// Two rows or two columns of one id.
    #[error("there is already a row or column \"{0}\"")]
    DuplicateRow(String),
    /// Something is filled in that the kind of the question does not take.
    #[error("question \"{0}\" is of a kind that cannot be filled in like this")]
    Prefill(String),
    /// A test for a status that no child can have.
    #[error("\"{0}\" is not a status of a child")]
    UnknownStatus(String),
    /// An age without a date of birth to work it out from.
    #[error("\"{0}\" needs a date of birth: name a question, or put it inside the questions for each child")]
    NoBirthDate(String),
    /// A language that is not named by a tag.
    #[error("\"{0}\" is not a language tag such as cy or pt-BR")]
    BadLanguage(String),
    /// Words for something that the form does not have.
    #[error("there is nothing at \"{0}\" to translate")]
    UnknownTranslation(String),
}
