use std::collections::BTreeMap;

use forms::Form;
use serde_json::{Map, Value, json};

use crate::{
    fault::ImportFault,
    line::ImportedForm,
    notes::{Notes, Place},
};

/// Most bytes of a form file.
pub(crate) const MOST_BYTES: usize = 8 << 20;
/// Most sections that a form may have: the engine's own bound, told here in the importer's words.
const MOST_SECTIONS: usize = 200;
/// Most questions, inner ones included.
pub(crate) const MOST_QUESTIONS: usize = 2_000;
/// Most rows, and most columns, of one grid.
pub(crate) const MOST_ROWS: usize = 200;
/// Most choices of one question, and of a whole form.
pub(crate) const MOST_CHOICES_EACH: usize = 5_000;
pub(crate) const MOST_CHOICES: usize = 20_000;

/// What an importer has made of a file, before it is a form.
pub(crate) struct Parts {
    pub id: String,
    pub title: String,
    pub guidance: String,
    pub record: &'static str,
    /// Name of the system in the form's source, and the form's id there.
    pub system: &'static str,
    pub form_there: String,
    /// Ids there by question id here.
    pub questions_there: BTreeMap<String, String>,
    pub translations: BTreeMap<String, BTreeMap<String, String>>,
    pub sections: Vec<SectionParts>,
}

/// One section with its questions as they stand in a form file.
pub(crate) struct SectionParts {
    pub id: String,
    pub title: String,
    pub guidance: Option<String>,
    pub when: Option<Value>,
    pub questions: Vec<QuestionParts>,
}

/// One question as it stands in a form file, and where it came from.
pub(crate) struct QuestionParts {
    pub json: Map<String, Value>,
    /// Its turn in the file, for lines about it.
    pub order: u32,
}

impl QuestionParts {
    /// A question with the fields that each has.
    pub(crate) fn new(id: &str, text: &str, kind: Value, order: u32) -> Self {
        let mut json = Map::new();
        json.insert("id".to_owned(), json!(id));
        json.insert("text".to_owned(), json!(text));
        json.insert("required".to_owned(), json!(false));
        json.insert("kind".to_owned(), kind);
        Self { json, order }
    }

    /// The same with one more field, if there is something to say.
    pub(crate) fn with(mut self, field: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.json.insert(field.to_owned(), value.into());
        }
        self
    }

    pub(crate) fn text_of(&self, field: &str) -> &str {
        self.json.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    pub(crate) fn kind(&self) -> &str {
        self.json["kind"]["type"].as_str().unwrap_or_default()
    }
}

/// Makes the form, and proves it by the engine's own reading.
///
/// # Errors
/// [`ImportFault::TooMany`] over a bound of the engine, [`ImportFault::NothingToAsk`].
pub(crate) fn put_together(parts: Parts, word: &'static str, mut notes: Notes) -> Result<ImportedForm, ImportFault> {
    within("sections", parts.sections.len(), MOST_SECTIONS)?;
    let mut all = 0;
    let mut asked: u32 = 0;
    let mut choices = 0;
    for question in parts.sections.iter().flat_map(|section| &section.questions) {
        tally(&question.json, &mut all, &mut asked, &mut choices)?;
    }
    within("questions", all, MOST_QUESTIONS)?;
    within("choices", choices, MOST_CHOICES)?;
    if asked == 0 {
        return Err(ImportFault::NothingToAsk);
    }

    let event = event_question(&parts.sections);
    let mut source = json!({ "system": parts.system, "form": parts.form_there });
    if !parts.questions_there.is_empty() {
        source["questions"] = json!(parts.questions_there);
    }
    let mut form = json!({
        "id": parts.id,
        "number": 1,
        "title": parts.title,
        "about": "",
        "urgency": "normal",
        "subjects": "any_number",
        "record": parts.record,
        "shelf": "Imported forms",
        "who": "",
        "guidance": parts.guidance,
        "requirements": [],
        "source": source,
    });
    match event {
        Some(question) => {
            form["event_time"] = json!({ "question": question.text_of("id") });
            let at = Place { order: question.order, word, about: question.text_of("text") };
            notes.confirm(at, "event_date", &[]);
        }
        None => notes.confirm(Place::WHOLE, "no_event_date", &[]),
    }
    if !parts.translations.is_empty() {
        form["translations"] = json!(parts.translations);
    }
    let sections = parts.sections.len();
    form["sections"] = parts.sections.into_iter().map(section).collect();

    let refused = |why: String| ImportFault::NotPutTogether(why);
    let bytes = serde_json::to_vec(&form).map_err(|error| refused(error.to_string()))?;
    if bytes.len() > MOST_BYTES {
        return Err(ImportFault::TooLarge { bytes: bytes.len() as u64, limit: MOST_BYTES as u64 });
    }
    let read = Form::read_resolved(&bytes).map_err(|fault| refused(fault.to_string()))?;
    // Written anew by the engine, so that the bytes have the order of fields that it gives them.
    let json = serde_json::to_vec(read.definition()).map_err(|error| refused(error.to_string()))?;
    Form::read_resolved(&json).map_err(|fault| refused(fault.to_string()))?;
    Ok(ImportedForm {
        json,
        title: parts.title,
        sections: u32::try_from(sections).unwrap_or(u32::MAX),
        questions: asked,
        lines: notes.in_order(),
    })
}

/// A bound, or the fault of breaking it.
pub(crate) fn within(what: &'static str, found: usize, limit: usize) -> Result<(), ImportFault> {
    if found > limit {
        return Err(ImportFault::TooMany { what, found: found as u64, limit: limit as u64 });
    }
    Ok(())
}

/// Counts a question and those inside it: all of them, those that a person answers, their choices.
fn tally(
    question: &Map<String, Value>,
    all: &mut usize,
    asked: &mut u32,
    choices: &mut usize,
) -> Result<(), ImportFault> {
    *all += 1;
    let kind = &question["kind"];
    if let Some(inner) = kind["questions"].as_array() {
        for question in inner.iter().filter_map(Value::as_object) {
            tally(question, all, asked, choices)?;
        }
    } else if !matches!(kind["type"].as_str(), Some("statement" | "image" | "calculated")) {
        *asked += 1;
    }
    let count = |part: &str| kind[part].as_array().map_or(0, Vec::len);
    within("choices", count("choices"), MOST_CHOICES_EACH)?;
    within("grid", count("rows").max(count("columns")), MOST_ROWS)?;
    *choices += count("choices");
    Ok(())
}

/// The first day with a year that is asked whatever else is answered.
fn event_question(sections: &[SectionParts]) -> Option<&QuestionParts> {
    let first = sections.first().filter(|section| section.when.is_none())?;
    first.questions.iter().find(|question| {
        let parts = question.json["kind"]["parts"].as_str();
        question.kind() == "date"
            && matches!(parts, None | Some("day" | "with_time"))
            && question.json["required"] == true
            && !question.json.contains_key("when")
    })
}

fn section(parts: SectionParts) -> Value {
    let mut section = json!({ "id": parts.id, "title": parts.title });
    if let Some(guidance) = parts.guidance {
        section["guidance"] = json!(guidance);
    }
    if let Some(when) = parts.when {
        section["when"] = when;
    }
    section["questions"] = parts.questions.into_iter().map(|question| Value::Object(question.json)).collect();
    section
}

/// A text as it can stand in a form: trimmed, without control characters except line breaks. The
/// flag says whether something but blanks went.
pub(crate) fn clean(text: &str) -> (String, bool) {
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    let had_odd = text.chars().any(odd);
    let text: String = text.replace("\r\n", "\n").chars().map(|c| if c == '\r' { '\n' } else { c }).collect();
    (text.chars().filter(|c| !odd(*c)).collect::<String>().trim().to_owned(), had_odd)
}
