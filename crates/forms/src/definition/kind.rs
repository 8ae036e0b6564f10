use serde::Serialize;

use super::{
    Calculation, Choices, DateRules, Grid, NumberRules, Picture, Question, Rating, Scale, TextRules, UploadRules,
};

/// The sorts of question that this version knows. How an answer is written is told twice: as it is
/// typed into a draft, and as it is filed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    /// One line. Answer: a string.
    ShortText(TextRules),
    /// Paragraphs. Answer: a string.
    LongText(TextRules),
    /// Radio buttons. Answer: `{"choice": id}` or `{"other": text}`.
    OneChoice(Choices),
    /// Tick boxes. Answer: `{"choices": [id], "other"?: text}`.
    ManyChoices(Choices),
    /// One choice from a long list. Answer as for radio buttons.
    DropDown(Choices),
    /// A number from one end to the other. Typed: a string or a number; filed: a JSON number.
    Scale(Scale),
    /// Stars, hearts or thumbs. Typed and filed as a scale from 1.
    Rating(Rating),
    /// One column for each row. Answer: `{row id: column id}`.
    ChoiceGrid(Grid),
    /// Any columns for each row. Answer: `{row id: [column id]}`.
    TickGrid(Grid),
    /// A day. Typed: `{"day","month","year","time"}` as far as `parts` asks for them, or one line.
    /// Filed: `YYYY-MM-DD`, `--MM-DD` without a year, `YYYY-MM-DDTHH:MM` or `--MM-DDTHH:MM` with a
    /// time; where it may be approximate also `YYYY-MM` and `YYYY`.
    Date(DateRules),
    /// A time of day. Answer: a string as typed; `HH:MM` once filed.
    Time,
    /// A length of time. Typed: `{"hours","minutes","seconds"}`, each a string, or one line `1:30`.
    /// Filed: ISO 8601, `PT1H30M`.
    Duration,
    /// Answer: `"yes"` or `"no"`.
    YesNo,
    /// Answer: a string as typed; a JSON number once filed.
    Number(NumberRules),
    /// Someone known or just named. Answer: `{"person": id, "name"?: shown}` or `{"name": text}`.
    Person,
    /// A team or service, known or just named. Answer: a string.
    Team,
    /// Files. Answer: `[{"blob": 64 hex digits, "name", "size": bytes, "media": type}]`.
    Upload(UploadRules),
    /// A drawing. Answer: `{"strokes": [[[x, y], …], …], "says"?: text}`, x and y from 0 to 1000,
    /// and what it shows in words.
    Drawing,
    /// A body map. Answer: `{"marks": [{"id", "part": one of [`crate::BODY_PARTS`], "x"?, "y"?, "note"}]}`,
    /// x and y from 0 to 1000 on one drawing of both sides: the front left of 500, the back right of it.
    BodyMap,
    /// A name signed by hand or by typing it. Answer: `{"name": text, "strokes"?: as a drawing}`.
    Signature,
    /// Worked out from other answers; nobody types it. Draft: nothing. Filed: a JSON number.
    Calculated(Calculation),
    /// Title and text, nothing to answer.
    Statement,
    /// A picture, nothing to answer.
    Image(Picture),
    /// The inner questions once for each child on the form. Answer: `{person id: {answers}}`.
    EachChild {
        /// Inner questions; none of them may hold others.
        questions: Vec<Question>,
    },
    /// The inner questions as often as needed. Answer: `[{"id", "answers": {}}]`.
    Group(Group),
}

/// A repeating group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// What one of them is called: "person", "action".
    pub item_name: String,
    /// Inner questions; none of them may hold others.
    pub questions: Vec<Question>,
    /// Most items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
    /// Fewest items, once the question must be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
}

impl Kind {
    /// The inner questions of a kind that holds others.
    #[must_use]
    pub fn inner(&self) -> Option<&[Question]> {
        match self {
            Self::EachChild { questions } => Some(questions),
            Self::Group(group) => Some(&group.questions),
            _ => None,
        }
    }

    /// Whether nothing is typed here: it shows something, or is worked out.
    #[must_use]
    pub fn is_shown_only(&self) -> bool {
        matches!(self, Self::Statement | Self::Image(_) | Self::Calculated(_))
    }

    /// What can be chosen, for the kinds with choices.
    #[must_use]
    pub fn choices(&self) -> Option<&Choices> {
        match self {
            Self::OneChoice(choices) | Self::ManyChoices(choices) | Self::DropDown(choices) => Some(choices),
            _ => None,
        }
    }
}
