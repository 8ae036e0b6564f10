use serde::Serialize;

/// A form that was read from elsewhere. Nothing is stored: it becomes a form draft when a person
/// says so.
#[derive(Debug, Clone)]
pub struct ImportedForm {
    /// The definition as a form file (JSON, resolved): `forms::Form::read_resolved` takes it.
    pub json: Vec<u8>,
    /// Title of the form.
    pub title: String,
    /// How many sections it has here.
    pub sections: u32,
    /// How many questions it has here, a grid being one.
    pub questions: u32,
    /// What a person should know before taking it, in the order of the file.
    pub lines: Vec<Line>,
}

/// One thing that a person should know about an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Where in the file: `item 4`, `survey row 12`, `column 3`; empty for the file as a whole.
    pub place: String,
    /// What it is about there, in the file's own words: the title of the item; may be empty.
    pub about: String,
    /// Name of the sentence in the catalogue: `import-line-` and this.
    pub code: &'static str,
    /// What the sentence names.
    pub params: Vec<(&'static str, String)>,
    /// How much it matters.
    pub weight: Weight,
}

/// How much a line matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Left out: it cannot be had here.
    LeftOut,
    /// Taken over, but not as it was.
    Changed,
    /// The file cannot know it: a person has to look at the form it came from.
    ToConfirm,
}
