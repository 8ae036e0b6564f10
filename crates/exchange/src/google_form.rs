use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    fault::ImportFault,
    google_item::read_item,
    google_jumps::{Jumps, follow},
    google_members::Members,
    line::ImportedForm,
    names::{Taken, form_id, letters_and_digits},
    notes::{Notes, Place},
    put_together::{
        MOST_CHOICES, MOST_CHOICES_EACH, MOST_ROWS, Parts, QuestionParts, SectionParts, put_together, within,
    },
};

/// Name of the system in a form's source.
const SYSTEM: &str = "google_forms";
const MOST_BYTES: usize = 8 << 20;
const MOST_ITEMS: usize = 2_000;

/// What has been read of a form so far.
pub(crate) struct Reading {
    pub notes: Notes,
    /// Ids of questions given out.
    pub questions: Taken,
    /// Ids of sections given out.
    sections: Taken,
    /// Ids there by question id here, or by `question/row`.
    pub there: BTreeMap<String, String>,
    pub parts: Vec<SectionParts>,
    /// Where each section begins: its item there (none for the first), and its turn in the file.
    pub starts: Vec<(Option<String>, u32)>,
    pub jumps: Jumps,
}

/// Reads a form as the Forms API gives it (`forms.get`, revision 20250422 of its discovery
/// document). Every member that no rule here reads is named in a line.
///
/// Ids are made from the form's own, so that the same form read on two laptops, or again after a
/// change, has the same ids here.
///
/// # Errors
/// [`ImportFault`] for what is no such form, or is larger than this room takes: 8 MiB, 2,000 items,
/// 200 sections.
pub fn read_google_form(json: &[u8]) -> Result<ImportedForm, ImportFault> {
    let mut form = Members::new(open(json)?, "", Place::WHOLE);
    let mut reading = Reading {
        notes: Notes::default(),
        questions: Taken::default(),
        sections: Taken::default(),
        there: BTreeMap::new(),
        parts: Vec::new(),
        starts: Vec::new(),
        jumps: Jumps::default(),
    };
    let notes = &mut reading.notes;
    let form_there = form.text("formId", notes).ok_or(ImportFault::NotAGoogleForm { missing: "formId" })?;
    let (title, guidance) = info(&mut form, notes);
    settings(&mut form, notes);

    let items = form.objects("items", notes);
    reading.begin_section("", &title, None, 0);
    for (item, order) in items.into_iter().zip(1..) {
        read_item(item, order, &mut reading);
    }
    form.finish(&mut reading.notes);
    reading.fill_empty_sections();
    follow(&mut reading);
    reading.confirm_after_sections();

    let Reading { notes, there: questions_there, parts: sections, .. } = reading;
    let parts = Parts {
        id: form_id("google", SYSTEM, &form_there),
        title,
        guidance: guidance.unwrap_or_default(),
        record: "google_form",
        system: SYSTEM,
        form_there,
        questions_there,
        translations: BTreeMap::new(),
        sections,
    };
    put_together(parts, "item", notes)
}

/// The outermost object, if it can be a form.
fn open(json: &[u8]) -> Result<Map<String, Value>, ImportFault> {
    if json.len() > MOST_BYTES {
        return Err(ImportFault::TooLarge { bytes: json.len() as u64, limit: MOST_BYTES as u64 });
    }
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    if json.trim_ascii().is_empty() {
        return Err(ImportFault::Empty);
    }
    let value: Value = serde_json::from_slice(json).map_err(|error| ImportFault::NotJson {
        line: error.line().max(1) as u64,
        column: error.column().max(1) as u64,
    })?;
    let is_response = |value: &Value| value.get("responseId").is_some();
    match value {
        Value::Object(form) if form.contains_key("responses") || form.contains_key("responseId") => {
            Err(ImportFault::ResponsesNotForm)
        }
        Value::Array(all) if all.iter().any(is_response) => Err(ImportFault::ResponsesNotForm),
        Value::Object(form) if !form.get("formId").is_some_and(Value::is_string) => {
            Err(ImportFault::NotAGoogleForm { missing: "formId" })
        }
        Value::Object(form) if !form.get("items").is_some_and(Value::is_array) => {
            Err(ImportFault::NotAGoogleForm { missing: "items" })
        }
        Value::Object(form) => {
            let items = form.get("items").and_then(Value::as_array).map_or(0, Vec::len);
            within("items", items, MOST_ITEMS)?;
            let mut choices = 0;
            form.get("items").map_or(Ok(()), |items| bounds(items, &mut choices))?;
            Ok(form)
        }
        _ => Err(ImportFault::NotAGoogleForm { missing: "formId" }),
    }
}

/// Refuses lists that are too long before anything is made of them: an empty option takes three
/// bytes of the file, and a hundred times that once it is a choice.
fn bounds(value: &Value, choices: &mut usize) -> Result<(), ImportFault> {
    match value {
        Value::Array(all) => all.iter().try_for_each(|one| bounds(one, choices)),
        Value::Object(members) => members.iter().try_for_each(|(name, member)| {
            let length = member.as_array().map_or(0, Vec::len);
            if name == "options" {
                *choices = choices.saturating_add(length);
                within("choices", length, MOST_CHOICES_EACH)?;
                within("choices", *choices, MOST_CHOICES)?;
            } else if name == "questions" {
                within("grid", length, MOST_ROWS)?;
            }
            bounds(member, choices)
        }),
        _ => Ok(()),
    }
}

/// The form's title and what stands under it.
fn info(form: &mut Members<'_>, notes: &mut Notes) -> (String, Option<String>) {
    let Some(mut info) = form.object("info") else {
        notes.changed(Place::WHOLE, "form_untitled", &[]);
        return ("Imported form".to_owned(), None);
    };
    let title = info.text("title", notes);
    let file_name = info.text("documentTitle", notes);
    let description = info.text("description", notes);
    info.finish(notes);
    let title = title.or(file_name).unwrap_or_else(|| {
        notes.changed(Place::WHOLE, "form_untitled", &[]);
        "Imported form".to_owned()
    });
    (title, description)
}

/// What is set for the form as a whole. Most of it has no counterpart here, some of it the API does
/// not tell: both are said.
fn settings(form: &mut Members<'_>, notes: &mut Notes) {
    let whole = Place::WHOLE;
    // An opaque mark of a day's validity, an address to fill the form in, and whether it is open
    // there: they say nothing about the form here.
    form.read(&["revisionId", "responderUri"]);
    if let Some(mut publish) = form.object("publishSettings") {
        if let Some(mut state) = publish.object("publishState") {
            state.read(&["isPublished", "isAcceptingResponses"]);
            state.finish(notes);
        }
        publish.finish(notes);
    }
    if form.text("linkedSheetId", notes).is_some() {
        notes.confirm(whole, "linked_sheet", &[]);
    }
    let mut collects = None;
    if let Some(mut settings) = form.object("settings") {
        if let Some(mut quiz) = settings.object("quizSettings") {
            if quiz.flag("isQuiz") {
                notes.left_out(whole, "quiz", &[]);
            }
            quiz.finish(notes);
        }
        let known = [("DO_NOT_COLLECT", false), ("VERIFIED", true), ("RESPONDER_INPUT", true)];
        collects = settings.one_of("emailCollectionType", &known, notes);
        settings.finish(notes);
    }
    match collects {
        Some(true) => notes.changed(whole, "email_collected", &[]),
        Some(false) => {}
        None => notes.confirm(whole, "email_not_told", &[]),
    }
    notes.confirm(whole, "confirmation_text", &[]);
    notes.confirm(whole, "one_response", &[]);
}

impl Reading {
    /// Opens the next section. `item` is its id there, empty for the first.
    pub(crate) fn begin_section(&mut self, item: &str, title: &str, guidance: Option<String>, order: u32) {
        let wanted = match letters_and_digits(item) {
            plain if plain.is_empty() && order == 0 => "s_first".to_owned(),
            plain if plain.is_empty() => format!("s_item{order}"),
            plain => format!("s_{plain}"),
        };
        let (id, twice) = self.sections.claim(&wanted);
        if twice {
            self.notes.changed(Place { order, word: "item", about: title }, "id_twice", &[]);
        }
        self.parts.push(SectionParts { id, title: title.to_owned(), guidance, when: None, questions: Vec::new() });
        self.starts.push(((!item.is_empty()).then(|| item.to_owned()), order));
    }

    /// An id for a question, from its id there or, where it has none, from its place.
    pub(crate) fn question_id(&mut self, prefix: &str, there: Option<&str>, at: Place<'_>) -> String {
        let plain = there.map(letters_and_digits).unwrap_or_default();
        let wanted = if plain.is_empty() {
            self.notes.changed(at, "id_missing", &[]);
            format!("{prefix}_item{}", at.order)
        } else {
            format!("{prefix}_{plain}")
        };
        let (id, twice) = self.questions.claim(&wanted);
        if twice {
            self.notes.changed(at, "id_twice", &[]);
        }
        id
    }

    /// Puts a question into the section that is open.
    pub(crate) fn push(&mut self, question: QuestionParts) {
        if let Some(section) = self.parts.last_mut() {
            section.questions.push(question);
        }
    }

    /// A section here shows at least something. The first, when nothing stands before the first
    /// section header, is only the form's title, and goes; another may be jumped to, and shows its
    /// own title.
    fn fill_empty_sections(&mut self) {
        if self.parts.len() > 1 && self.parts[0].questions.is_empty() {
            let first = self.parts.remove(0);
            self.starts.remove(0);
            self.notes.changed(Place::WHOLE.about(&first.title), "first_section_empty", &[]);
        }
        for (section, (_, order)) in self.parts.iter_mut().zip(&self.starts) {
            if !section.questions.is_empty() {
                continue;
            }
            let (id, _) = self.questions.claim(&format!("t_{}", section.id));
            let statement = serde_json::json!({ "type": "statement" });
            let shown = QuestionParts::new(&id, &section.title, statement, *order);
            section.questions.push(shown.with("guidance", section.guidance.take()));
            let at = Place { order: *order, word: "item", about: &section.title };
            self.notes.changed(at, "section_empty", &[]);
        }
    }

    /// Where each section leads when no answer jumps is not in the API: one line for all but the last.
    fn confirm_after_sections(&mut self) {
        let count = self.parts.len().saturating_sub(1);
        for (section, (_, order)) in self.parts.iter().zip(&self.starts).take(count) {
            let at = Place { order: *order, word: "item", about: &section.title };
            self.notes.confirm(at, "after_section", &[("section", &section.title)]);
        }
    }
}
