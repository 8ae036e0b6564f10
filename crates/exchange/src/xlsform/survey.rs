use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    fault::ImportFault,
    names::{Taken, slug},
    notes::{Notes, Place},
    put_together::{MOST_BYTES, MOST_CHOICES, MOST_QUESTIONS, QuestionParts, SectionParts, within},
    xlsform::{
        choices::List,
        columns::Columns,
        condition::{Earlier, Sort},
        constraint::Constraint,
        expression::parse,
        groups::{Open, Repeat},
        kinds::{RowKind, kind_of},
        languages::Languages,
        question::{Made, Says, make},
        workbook::{Row, Sheet},
    },
};

/// The survey sheet while it is read.
pub(crate) struct Survey<'a> {
    pub columns: &'a Columns,
    pub languages: &'a mut Languages,
    pub lists: &'a BTreeMap<String, List>,
    pub notes: &'a mut Notes,
    pub title: &'a str,
    /// Names there by question id here.
    pub there: BTreeMap<String, String>,
    pub sections: Vec<SectionParts>,
    pub(super) open: Vec<Open>,
    pub(super) repeat: Option<Repeat>,
    /// Whether the last section was made for questions outside all groups.
    pub(super) loose: bool,
    pub(super) earlier: Earlier,
    pub(super) questions: Taken,
    pub(super) section_ids: Taken,
    pub(super) patterns: usize,
    /// What has come together so far.
    pub(super) made: usize,
    pub(super) choices: usize,
    pub(super) bytes: usize,
}

impl<'a> Survey<'a> {
    pub(crate) fn new(
        columns: &'a Columns,
        languages: &'a mut Languages,
        lists: &'a BTreeMap<String, List>,
        notes: &'a mut Notes,
        title: &'a str,
    ) -> Self {
        Self {
            columns,
            languages,
            lists,
            notes,
            title,
            there: BTreeMap::new(),
            sections: Vec::new(),
            open: Vec::new(),
            repeat: None,
            loose: false,
            earlier: Earlier::default(),
            questions: Taken::default(),
            section_ids: Taken::default(),
            patterns: 0,
            made: 0,
            choices: 0,
            bytes: 0,
        }
    }

    /// Reads all rows in order.
    ///
    /// # Errors
    /// [`ImportFault`] as soon as there is more than a form may have: lists are copied into each
    /// question that uses them, so a small file could otherwise grow without end.
    pub(crate) fn read(&mut self, sheet: &Sheet) -> Result<(), ImportFault> {
        for row in &sheet.rows {
            self.row(row);
            within("questions", self.made, MOST_QUESTIONS)?;
            within("choices", self.choices, MOST_CHOICES)?;
            if self.bytes > MOST_BYTES {
                return Err(ImportFault::TooLarge { bytes: self.bytes as u64, limit: MOST_BYTES as u64 });
            }
        }
        while let Some(open) = self.open.last() {
            let at = Place { order: open.row, word: "survey row", about: "" };
            self.notes.changed(at, "not_closed", &[]);
            self.close();
        }
        // A section here shows something.
        self.sections.retain(|section| !section.questions.is_empty());
        Ok(())
    }

    fn row(&mut self, row: &Row) {
        let columns = self.columns;
        let spoken = columns.spoken(row, "label");
        let wording = self.languages.wording(&spoken);
        let name = columns.cell(row, "name").unwrap_or_default();
        let at = Place { order: row.number, word: "survey row", about: wording.unwrap_or(name) };
        let Some(cell) = columns.cell(row, "type") else {
            self.notes.left_out(at, "row_without_type", &[]);
            return;
        };
        if columns.cell(row, "disabled").is_some_and(is_yes) {
            self.notes.left_out(at, "row_disabled", &[]);
            return;
        }
        match kind_of(cell) {
            RowKind::BeginGroup => self.begin(row, at, name, &spoken, false),
            RowKind::BeginRepeat => self.begin(row, at, name, &spoken, true),
            end @ (RowKind::EndGroup | RowKind::EndRepeat) => {
                let repeat = end == RowKind::EndRepeat;
                match self.open.last() {
                    None => self.notes.changed(at, "nothing_to_close", &[]),
                    Some(open) => {
                        if open.repeat != repeat {
                            self.notes.changed(at, "closes_another", &[]);
                        }
                        self.close();
                    }
                }
            }
            RowKind::Meta => self.notes.left_out(at, "meta", &[("type", cell)]),
            RowKind::Map => self.notes.left_out(at, "map", &[("type", cell)]),
            RowKind::Unknown => {
                self.notes.left_out(at, "unknown_type", &[("type", cell)]);
                // Its words stay; nothing can be answered.
                if wording.is_some() {
                    self.question(row, at, name, &spoken, &RowKind::Plain("note"));
                }
            }
            kind => self.question(row, at, name, &spoken, &kind),
        }
    }

    fn question(&mut self, row: &Row, at: Place<'_>, name: &str, spoken: &[(&str, &str)], kind: &RowKind) {
        let columns = self.columns;
        let appearance = columns.cell(row, "appearance").unwrap_or_default().to_lowercase();
        let inside = self.repeat.as_ref().map(|repeat| repeat.id.clone());
        let says = Says {
            at,
            appearance: appearance.split_whitespace().map(str::to_owned).collect(),
            parameters: columns.cell(row, "parameters"),
            calculation: columns.cell(row, "calculation"),
            inside: inside.as_deref(),
        };
        let list = match kind {
            RowKind::Select { list, .. } => self.lists.get(list),
            _ => None,
        };
        if let Some(list) = list {
            self.choices += list.choices.len();
            self.bytes += list.choices.iter().map(|choice| choice.id.len() + choice.label.len()).sum::<usize>();
        }
        let Some(mut made) = make(kind, &says, list, &self.earlier, self.notes) else { return };
        self.leftovers(row, at, kind, &says);
        self.constrain(row, at, &mut made, inside.as_deref());
        let message = columns.spoken(row, "constraint_message");
        let condition = self.relevance(row, at);
        let when = self.with_groups(condition, at);

        let text = self.wording(spoken, name, at);
        if text.contains("${") {
            self.notes.changed(at, "answer_in_text", &[]);
        }
        if self.open.is_empty() {
            self.loose_section(name);
        }
        let id = self.claim(name, at);
        self.keep_words(&id, row, spoken, list);
        let today = columns.cell(row, "default").is_some_and(|default| default.trim() == "today()");
        let prefill = (today && matches!(made.sort, Sort::Date)).then_some("today");
        let is = |name: &str| made.kind.get("type").is_some_and(|kind| kind == name);
        let is_statement = is("statement");
        let shown_only = is_statement || is("calculated");
        let required = !shown_only && self.required(row, at);
        let hint = columns.spoken(row, "hint");
        let guidance = columns.spoken(row, "guidance_hint");
        let mut question = QuestionParts::new(&id, &text, Value::Object(made.kind), row.number)
            .with("hint", self.languages.wording(&hint))
            .with("guidance", self.languages.wording(&guidance))
            .with("message", self.languages.wording(&message))
            .with("when", when)
            .with("prefill", prefill);
        question.json.insert("required".to_owned(), json!(required));
        if !shown_only && !name.is_empty() {
            self.there.insert(id.clone(), name.to_owned());
        }
        if !is_statement {
            self.earlier.add(name, &id, made.sort, inside.as_deref());
        }
        self.push(question);
    }

    /// What the other languages say of a question and its choices.
    fn keep_words(&mut self, id: &str, row: &Row, spoken: &[(&str, &str)], list: Option<&List>) {
        let columns = self.columns;
        self.languages.keep(&format!("question/{id}"), spoken, self.notes);
        self.languages.keep(&format!("question/{id}/hint"), &columns.spoken(row, "hint"), self.notes);
        self.languages.keep(&format!("question/{id}/guidance"), &columns.spoken(row, "guidance_hint"), self.notes);
        self.languages.keep(&format!("question/{id}/message"), &columns.spoken(row, "constraint_message"), self.notes);
        for choice in list.into_iter().flat_map(|list| &list.choices) {
            let words: Vec<(&str, &str)> =
                choice.spoken.iter().map(|(one, text)| (one.as_str(), text.as_str())).collect();
            self.languages.keep(&format!("choice/{id}/{}", choice.id), &words, self.notes);
        }
    }

    fn constrain(&mut self, row: &Row, at: Place<'_>, made: &mut Made, inside: Option<&str>) {
        let Some(written) = self.columns.cell(row, "constraint") else { return };
        let mut constraint =
            Constraint { kind: &mut made.kind, earlier: &self.earlier, inside, patterns: &mut self.patterns };
        if !parse(written).is_some_and(|expression| constraint.apply(&expression)) {
            self.notes.left_out(at, "constraint", &[("expression", written)]);
        }
    }

    /// The condition of a row alone. One that cannot be followed is said, and the row always shown.
    pub(super) fn relevance(&mut self, row: &Row, at: Place<'_>) -> Option<Value> {
        let written = self.columns.cell(row, "relevant").filter(|written| *written != "true()")?;
        let inside = self.repeat.as_ref().map(|repeat| repeat.id.clone());
        let condition = parse(written).and_then(|read| self.earlier.condition(&read, inside.as_deref()));
        if condition.is_none() {
            self.notes.left_out(at, "relevance", &[("expression", written)]);
        }
        condition
    }

    fn required(&mut self, row: &Row, at: Place<'_>) -> bool {
        let Some(cell) = self.columns.cell(row, "required") else { return false };
        if is_yes(cell) {
            return true;
        }
        if !is_no(cell) {
            self.notes.left_out(at, "required_expression", &[("expression", cell)]);
        }
        false
    }

    pub(super) fn wording(&mut self, spoken: &[(&str, &str)], name: &str, at: Place<'_>) -> String {
        if let Some(wording) = self.languages.wording(spoken) {
            return wording.to_owned();
        }
        self.notes.changed(at, "untitled", &[]);
        if name.is_empty() { format!("Question {}", at.order) } else { name.to_owned() }
    }

    /// An id for a question out of its name there.
    pub(super) fn claim(&mut self, name: &str, at: Place<'_>) -> String {
        let plain = slug(name);
        let (id, twice) = if plain.is_empty() {
            self.notes.changed(at, "id_missing", &[]);
            self.questions.claim(&format!("q_row{}", at.order))
        } else {
            self.questions.claim(&plain)
        };
        if twice {
            self.notes.changed(at, "id_twice", &[]);
        }
        id
    }

    pub(super) fn push(&mut self, question: QuestionParts) {
        self.made += 1;
        if let Some(repeat) = &mut self.repeat {
            repeat.questions.push(question);
        } else if let Some(section) = self.sections.last_mut() {
            section.questions.push(question);
        }
    }
}

pub(super) fn is_yes(cell: &str) -> bool {
    ["yes", "true", "true()", "1"].contains(&cell.trim().to_lowercase().as_str())
}

fn is_no(cell: &str) -> bool {
    ["no", "false", "false()", "0"].contains(&cell.trim().to_lowercase().as_str())
}
