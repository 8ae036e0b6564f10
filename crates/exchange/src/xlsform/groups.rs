use serde_json::{Value, json};

use crate::{
    names::slug,
    notes::Place,
    put_together::{QuestionParts, SectionParts},
    xlsform::{survey::Survey, workbook::Row},
};

/// A group or repeat that is open.
pub(super) struct Open {
    pub(super) row: u32,
    pub(super) repeat: bool,
    /// Holds for everything in it, as far as it lies inside the section or inside the repeat.
    pub(super) when: Option<Value>,
}

/// The repeat whose questions are being read.
pub(super) struct Repeat {
    pub(super) id: String,
    pub(super) group: QuestionParts,
    pub(super) questions: Vec<QuestionParts>,
    /// How many groups were open around it.
    pub(super) depth: usize,
}

impl Survey<'_> {
    /// Opens a group or repeat: a section outermost, a repeating group, or nothing but its heading
    /// and its condition on what it holds.
    pub(super) fn begin(&mut self, row: &Row, at: Place<'_>, name: &str, spoken: &[(&str, &str)], repeat: bool) {
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
            let when = self.with_groups(condition, at);
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
        let when = self.with_groups(None, at);
        let shown = QuestionParts::new(&id, &text, json!({ "type": "statement" }), row.number);
        self.push(shown.with("when", when));
    }

    pub(super) fn close(&mut self) {
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

    /// A row's own condition and those of the groups around it, as far as these are not a section's or
    /// lie outside the repeat. Where all that is too much, the row is always shown, and it is said.
    pub(super) fn with_groups(&mut self, own: Option<Value>, at: Place<'_>) -> Option<Value> {
        let from = self.repeat.as_ref().map_or(0, |repeat| repeat.depth);
        let all: Vec<Value> = self.open.iter().skip(from).filter_map(|open| open.when.clone()).chain(own).collect();
        let mut joined = None;
        for one in &all {
            joined = self.earlier.both(joined.as_ref(), Some(one));
            if joined.is_none() {
                self.notes.left_out(at, "conditions_too_large", &[]);
                return None;
            }
        }
        joined
    }

    fn begin_section(&mut self, name: &str, title: &str, when: Option<Value>) -> String {
        let (id, _) = self.section_ids.claim(&format!("s_{}", slug(name)));
        self.loose = false;
        let title = title.to_owned();
        self.sections.push(SectionParts { id: id.clone(), title, guidance: None, when, questions: Vec::new() });
        id
    }

    /// Questions outside all groups stand in a section with the form's title.
    pub(super) fn loose_section(&mut self, name: &str) {
        if !self.loose {
            let title = self.title;
            self.begin_section(name, title, None);
            self.loose = true;
        }
    }
}
