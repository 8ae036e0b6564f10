use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    names::{Taken, slug},
    notes::{Notes, Place},
    put_together::{QuestionParts, SectionParts},
    xlsform::{
        choices::List,
        columns::Columns,
        condition::{Earlier, Sort},
        constraint::Constraint,
        expression::parse,
        kinds::{RowKind, kind_of},
        languages::Languages,
        question::{Made, Says, make},
        workbook::{Row, Sheet},
    },
};

/// A group or repeat that is open.
struct Open {
    row: u32,
    repeat: bool,
    /// Holds for everything in it, as far as it lies inside the section or inside the repeat.
    when: Option<Value>,
}

/// The repeat whose questions are being read.
struct Repeat {
    id: String,
    group: QuestionParts,
    questions: Vec<QuestionParts>,
    /// How many groups were open around it.
    depth: usize,
}

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
    open: Vec<Open>,
    repeat: Option<Repeat>,
    /// Whether the last section was made for questions outside all groups.
    loose: bool,
    earlier: Earlier,
    questions: Taken,
    section_ids: Taken,
    patterns: usize,
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
        }
    }

    /// Reads all rows in order.
    pub(crate) fn read(&mut self, sheet: &Sheet) {
        for row in &sheet.rows {
            self.row(row);
        }
        while let Some(open) = self.open.last() {
            let at = Place { order: open.row, word: "survey row", about: "" };
            self.notes.changed(at, "not_closed", &[]);
            self.close();
        }
        // A section here shows something.
        self.sections.retain(|section| !section.questions.is_empty());
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

    /// Opens a group or repeat: a section outermost, a repeating group, or nothing but its heading
    /// and its condition on what it holds.
    fn begin(&mut self, row: &Row, at: Place<'_>, name: &str, spoken: &[(&str, &str)], repeat: bool) {
        let outermost = self.open.is_empty();
        let condition = self.relevance(row, at);
        let title = self.wording(spoken, name, at);
        if !repeat && outermost {
            let id = self.begin_section(name, &title, condition);
            self.languages.keep(&format!("section/{id}"), spoken, self.notes);
            self.open.push(Open { row: row.number, repeat, when: None });
            return;
        }
        if repeat && self.repeat.is_none() {
            if outermost {
                self.loose_section(name);
            }
            let around = self.around(0);
            let when = self.joined(around.as_ref(), condition.as_ref(), at);
            let id = self.claim(name, at);
            self.languages.keep(&format!("question/{id}"), spoken, self.notes);
            self.languages.keep(&format!("question/{id}/item"), spoken, self.notes);
            let mut group = QuestionParts::new(&id, &title, json!({ "type": "group" }), row.number).with("when", when);
            group.json["kind"]["item_name"] = json!(title);
            if let Some(count) = self.columns.cell(row, "repeat_count") {
                match count.parse::<u32>() {
                    Ok(most) if most > 0 => group.json["kind"]["at_most"] = json!(most),
                    _ => self.notes.left_out(at, "repeat_count", &[("expression", count)]),
                }
            }
            self.open.push(Open { row: row.number, repeat, when: None });
            self.repeat = Some(Repeat { id, group, questions: Vec::new(), depth: self.open.len() });
            return;
        }
        self.notes.changed(at, if repeat { "repeat_flattened" } else { "group_flattened" }, &[]);
        self.open.push(Open { row: row.number, repeat, when: condition });
        if !spoken.is_empty() {
            self.heading(row, at, name, spoken);
        }
    }

    /// The heading of a group that has none of its own here.
    fn heading(&mut self, row: &Row, at: Place<'_>, name: &str, spoken: &[(&str, &str)]) {
        let text = self.wording(spoken, name, at);
        let (id, _) = self.questions.claim(&format!("t_{}", slug(name)));
        self.languages.keep(&format!("question/{id}"), spoken, self.notes);
        let when = self.around_here();
        let shown = QuestionParts::new(&id, &text, json!({ "type": "statement" }), row.number);
        self.push(shown.with("when", when));
    }

    fn close(&mut self) {
        let depth = self.open.len();
        self.open.pop();
        if let Some(repeat) = self.repeat.take_if(|repeat| repeat.depth == depth) {
            let Repeat { mut group, questions, .. } = repeat;
            let title = group.text_of("text").to_owned();
            if questions.is_empty() {
                let at = Place { order: group.order, word: "survey row", about: &title };
                self.notes.left_out(at, "empty_repeat", &[]);
            } else {
                group.json["kind"]["questions"] =
                    questions.into_iter().map(|question| Value::Object(question.json)).collect();
                self.push(group);
            }
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
        let Some(mut made) = make(kind, &says, list, &self.earlier, self.notes) else { return };
        self.leftovers(row, at, kind, &says);
        self.constrain(row, at, &mut made, inside.as_deref());
        let message = columns.spoken(row, "constraint_message");
        let condition = self.relevance(row, at);
        let around = self.around_here();
        let when = self.joined(around.as_ref(), condition.as_ref(), at);

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
            let words: Vec<(&str, &str)> = choice.spoken.iter().map(|(one, text)| (one.as_str(), text.as_str())).collect();
            self.languages.keep(&format!("choice/{id}/{}", choice.id), &words, self.notes);
        }
    }

    /// Cells that have no counterpart: each is said.
    fn leftovers(&mut self, row: &Row, at: Place<'_>, kind: &RowKind, says: &Says<'_>) {
        let columns = self.columns;
        let honoured = ["field-list", "minimal", "multiline", "signature", "draw", "annotate"];
        let unheard: Vec<&str> =
            says.appearance.iter().map(String::as_str).filter(|word| !honoured.contains(word)).collect();
        if !unheard.is_empty() {
            self.notes.changed(at, "appearance", &[("appearance", &unheard.join(" "))]);
        }
        if columns.cell(row, "readonly").is_some_and(is_yes) && *kind != RowKind::Plain("note") {
            self.notes.changed(at, "readonly", &[]);
        }
        let range = *kind == RowKind::Plain("range");
        let calculated = *kind == RowKind::Plain("calculate");
        let today = columns.cell(row, "default").is_some_and(|default| default.trim() == "today()");
        let date = matches!(kind, RowKind::Plain("date" | "datetime"));
        for (column, honoured) in [
            ("default", today && date),
            ("choice_filter", false),
            ("parameters", range),
            ("calculation", calculated),
            ("trigger", false),
            ("save_to", false),
        ] {
            if let Some(cell) = columns.cell(row, column).filter(|_| !honoured) {
                let code = if column == "choice_filter" { "choice_filter" } else { "cell" };
                self.notes.left_out(at, code, &[("column", column), ("expression", cell)]);
            }
        }
        for media in ["image", "big-image", "audio", "video"] {
            if !columns.spoken(row, media).is_empty() {
                self.notes.left_out(at, "media", &[("column", media)]);
            }
        }
        if !columns.spoken(row, "required_message").is_empty() {
            self.notes.left_out(at, "required_message", &[]);
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
    fn relevance(&mut self, row: &Row, at: Place<'_>) -> Option<Value> {
        let written = self.columns.cell(row, "relevant").filter(|written| *written != "true()")?;
        let inside = self.repeat.as_ref().map(|repeat| repeat.id.clone());
        let condition = parse(written).and_then(|read| self.earlier.condition(&read, inside.as_deref()));
        if condition.is_none() {
            self.notes.left_out(at, "relevance", &[("expression", written)]);
        }
        condition
    }

    /// What the groups from one depth on ask of all that they hold.
    fn around(&mut self, from: usize) -> Option<Value> {
        let open: Vec<Value> = self.open.iter().skip(from).filter_map(|open| open.when.clone()).collect();
        open.into_iter().fold(None, |all, when| self.earlier.both(all.as_ref(), Some(&when)))
    }

    fn around_here(&mut self) -> Option<Value> {
        let from = self.repeat.as_ref().map_or(0, |repeat| repeat.depth);
        self.around(from)
    }

    /// Two conditions as one. Where that is too much, the row is always shown, and it is said.
    fn joined(&mut self, first: Option<&Value>, second: Option<&Value>, at: Place<'_>) -> Option<Value> {
        if first.is_none() && second.is_none() {
            return None;
        }
        let both = self.earlier.both(first, second);
        if both.is_none() {
            self.notes.left_out(at, "conditions_too_large", &[]);
        }
        both
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

    fn wording(&mut self, spoken: &[(&str, &str)], name: &str, at: Place<'_>) -> String {
        if let Some(wording) = self.languages.wording(spoken) {
            return wording.to_owned();
        }
        self.notes.changed(at, "untitled", &[]);
        if name.is_empty() { format!("Question {}", at.order) } else { name.to_owned() }
    }

    /// An id for a question out of its name there.
    fn claim(&mut self, name: &str, at: Place<'_>) -> String {
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

    fn begin_section(&mut self, name: &str, title: &str, when: Option<Value>) -> String {
        let (id, _) = self.section_ids.claim(&format!("s_{}", slug(name)));
        self.loose = false;
        let title = title.to_owned();
        self.sections.push(SectionParts { id: id.clone(), title, guidance: None, when, questions: Vec::new() });
        id
    }

    /// Questions outside all groups stand in a section with the form's title.
    fn loose_section(&mut self, name: &str) {
        if !self.loose {
            let title = self.title;
            self.begin_section(name, title, None);
            self.loose = true;
        }
    }

    fn push(&mut self, question: QuestionParts) {
        if let Some(repeat) = &mut self.repeat {
            repeat.questions.push(question);
        } else if let Some(section) = self.sections.last_mut() {
            section.questions.push(question);
        }
    }
}

fn is_yes(cell: &str) -> bool {
    ["yes", "true", "true()", "1"].contains(&cell.trim().to_lowercase().as_str())
}

fn is_no(cell: &str) -> bool {
    ["no", "false", "false()", "0"].contains(&cell.trim().to_lowercase().as_str())
}
