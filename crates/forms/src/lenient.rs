//! Reads what can be read of a half-built form. Every part is put, alone, into a form that is whole,
//! and the one reader says what it makes of it: there is no second set of rules.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{definition::Definition, fault::Fault, inspect::Placed, lists::Lists, place::Source, read};

/// Nothing more is looked at behind these: no form has more questions.
const MOST_QUESTIONS: usize = 2_000;
/// Nor behind these.
const MOST_FAULTS: usize = 500;

/// What could be read.
pub(crate) struct Lenient {
    /// The form without the parts that could not be read, or none if it was not read to its end.
    pub definition: Option<Definition>,
    pub faults: Vec<Placed<Fault>>,
    /// Ids of questions that are there but could not be read: nothing is to be said about who refers
    /// to them.
    pub unreadable: BTreeSet<String>,
}

pub(crate) fn read_lenient(whole: &Value, lists: &Lists) -> Lenient {
    let mut reader = Reader {
        lists,
        section: None,
        faults: Vec::new(),
        sections: BTreeSet::new(),
        questions: BTreeSet::new(),
        unreadable: BTreeSet::new(),
        seen: 0,
        unnamed: 0,
    };
    let theirs = whole.as_object().cloned().unwrap_or_default();
    let found = list(&theirs, "sections");
    let mut sections = Vec::with_capacity(found.len());
    for section in found {
        if reader.is_full() {
            return Lenient { definition: None, faults: reader.faults, unreadable: reader.unreadable };
        }
        sections.extend(reader.section(section));
    }
    reader.section = None;
    let mut form = reader.fields(&a_form(), &theirs, &["sections"], None, |probe| probe);
    reader.list_of("sections", &a_form(), &theirs, Fault::Empty("the form".to_owned()), |probe| probe);
    form.insert("sections".to_owned(), Value::Array(sections));
    let definition = if reader.is_full() { None } else { read_alone(&Value::Object(form), lists).ok() };
    Lenient { definition, faults: reader.faults, unreadable: reader.unreadable }
}

/// A form that has nothing wrong with it.
fn a_form() -> Value {
    json!({
        "id": "form", "number": 1, "title": "x", "about": "x", "urgency": "normal", "subjects": "any_number",
        "record": "record", "guidance": "", "requirements": [], "sections": [a_section()]
    })
}

fn a_section() -> Value {
    json!({ "id": "section", "title": "x", "questions": [a_question()] })
}

fn a_question() -> Value {
    json!({ "id": "question", "text": "x", "kind": { "type": "statement" } })
}

fn read_alone(form: &Value, lists: &Lists) -> Result<Definition, Fault> {
    let bytes = serde_json::to_vec(form).map_err(|error| Fault::Json(error.to_string()))?;
    let source = Source::new("form", &bytes).map_err(|fault| fault.fault)?;
    read::definition(&source, lists).map(|(definition, _)| definition).map_err(|fault| fault.fault)
}

fn list<'a>(object: &'a Map<String, Value>, key: &str) -> &'a [Value] {
    object.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn id_of(object: &Map<String, Value>) -> Option<&str> {
    object.get("id").and_then(Value::as_str).filter(|id| !id.is_empty())
}

struct Reader<'a> {
    lists: &'a Lists,
    /// Id of the section being read.
    section: Option<String>,
    faults: Vec<Placed<Fault>>,
    sections: BTreeSet<String>,
    questions: BTreeSet<String>,
    unreadable: BTreeSet<String>,
    /// Questions so far.
    seen: usize,
    unnamed: u32,
}

impl Reader<'_> {
    fn is_full(&self) -> bool {
        self.faults.len() >= MOST_FAULTS || self.seen > MOST_QUESTIONS
    }

    fn fault(&mut self, question: Option<&str>, what: Fault) {
        self.faults.push(Placed { section: self.section.clone(), question: question.map(str::to_owned), what });
    }

    /// A section with what can be read of it; none if there is already one of its id.
    fn section(&mut self, section: &Value) -> Option<Value> {
        let Some(theirs) = section.as_object() else {
            self.section = None;
            self.fault(None, Fault::Json("a section is an object with an id, a title and questions".to_owned()));
            return None;
        };
        self.section = id_of(theirs).map(str::to_owned);
        let in_a_form = |section: Value| {
            let mut form = a_form();
            form["sections"] = json!([section]);
            form
        };
        let mut read = self.fields(&a_section(), theirs, &["questions"], None, in_a_form);
        if let Some(id) = id_of(theirs)
            && !self.sections.insert(id.to_owned())
        {
            self.fault(None, Fault::DuplicateSection(id.to_owned()));
            return None;
        }
        let questions = list(theirs, "questions");
        let empty = Fault::Empty(format!("section \"{}\"", self.section.clone().unwrap_or_default()));
        self.list_of("questions", &a_section(), theirs, empty, in_a_form);
        let mut read_questions: Vec<Value> = Vec::with_capacity(questions.len());
        for question in questions {
            if self.is_full() {
                break;
            }
            read_questions.extend(self.question(question, false));
        }
        if read_questions.is_empty() {
            read_questions.push(self.nothing());
        }
        if id_of(theirs).is_none() {
            read.insert("id".to_owned(), self.unnamed());
        }
        read.insert("questions".to_owned(), Value::Array(read_questions));
        Some(Value::Object(read))
    }

    /// A question with what can be read of it; none if there is already one of its id.
    fn question(&mut self, question: &Value, inside: bool) -> Option<Value> {
        let Some(theirs) = question.as_object() else {
            self.fault(None, Fault::Json("a question is an object with an id, a text and a kind".to_owned()));
            return None;
        };
        self.seen += 1;
        let id = id_of(theirs).map(str::to_owned);
        let duplicate = id.as_ref().is_some_and(|id| !self.questions.insert(id.clone()));
        if let Some(id) = id.as_ref().filter(|_| duplicate) {
            self.fault(Some(id), Fault::DuplicateQuestion(id.clone()));
        }
        let in_a_form = |question: Value| {
            let mut form = a_form();
            form["sections"][0]["questions"] = json!([question]);
            form
        };
        let holds_others = theirs.get("kind").is_some_and(|kind| kind.get("questions").is_some());
        let whole = read_alone(&in_a_form(question.clone()), self.lists);
        if !holds_others && whole.is_ok() {
            return (!duplicate).then(|| question.clone());
        }
        let mut read = self.fields(&a_question(), theirs, &["kind"], id.as_deref(), in_a_form);
        let kind = self.kind(theirs.get("kind"), id.as_deref(), inside);
        match kind {
            Some(kind) => {
                read.insert("kind".to_owned(), kind);
            }
            None => self.unreadable.extend(id.clone()),
        }
        if id.is_none() {
            read.insert("id".to_owned(), self.unnamed());
        }
        (!duplicate).then_some(Value::Object(read))
    }

    fn kind(&mut self, kind: Option<&Value>, question: Option<&str>, inside: bool) -> Option<Value> {
        let Some(kind) = kind else {
            self.fault(question, Fault::Json("missing field `kind`".to_owned()));
            return None;
        };
        let mut read = kind.clone();
        let holds_others = matches!(kind.get("type").and_then(Value::as_str), Some("each_child" | "group"));
        let mut inner = Vec::new();
        if let Some(questions) = kind.get("questions").and_then(Value::as_array).filter(|_| holds_others) {
            if inside {
                self.fault(question, Fault::Nested(question.unwrap_or_default().to_owned()));
                return None;
            }
            for one in questions {
                if self.is_full() {
                    break;
                }
                inner.extend(self.question(one, true));
            }
            if !questions.is_empty() {
                read["questions"] = json!([a_question()]);
            }
        }
        let first = self.read_kind(&read, question).err();
        let few = !matches!(first, Some(Fault::TooMany { .. }));
        if first.is_some() && few && read.get("choices").is_some() {
            self.choices(&mut read, question);
        }
        if first.is_some()
            && let Err(fault) = self.read_kind(&read, question)
        {
            // What was said of its choices may be why it is empty now.
            let known = self.faults.last().is_some_and(|last| last.question.as_deref() == question)
                && matches!(fault, Fault::Empty(_))
                && !list(kind.as_object().unwrap_or(&Map::new()), "choices").is_empty();
            if !known {
                self.fault(question, fault);
            }
            return None;
        }
        if !inner.is_empty() {
            read["questions"] = Value::Array(inner);
        }
        Some(read)
    }

    fn read_kind(&self, kind: &Value, question: Option<&str>) -> Result<(), Fault> {
        let mut form = a_form();
        let place = &mut form["sections"][0]["questions"][0];
        place["kind"] = kind.clone();
        // The fault is to name the question that the person sees.
        if let Some(id) = question.filter(|id| read::check_id(id).is_ok()) {
            place["id"] = json!(id);
        }
        read_alone(&form, self.lists).map(|_| ())
    }

    /// Leaves out the choices that cannot be read.
    fn choices(&mut self, kind: &mut Value, question: Option<&str>) {
        let all = kind.get("choices").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut seen = BTreeSet::new();
        let mut read = Vec::with_capacity(all.len());
        for choice in all {
            let alone = json!({ "type": "one_choice", "choices": [choice] });
            let id = choice.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            match self.read_kind(&alone, question) {
                Err(fault) => self.fault(question, fault),
                Ok(()) if seen.insert(id.clone()) => read.push(choice),
                Ok(()) => self.fault(question, Fault::DuplicateChoice(id)),
            }
        }
        kind["choices"] = Value::Array(read);
    }

    /// Tells of a list that is missing, is none, or has nothing in it.
    fn list_of(
        &mut self,
        key: &str,
        base: &Value,
        theirs: &Map<String, Value>,
        empty: Fault,
        in_a_form: impl Fn(Value) -> Value,
    ) {
        let mut with = base.clone();
        match (theirs.get(key), with.as_object_mut()) {
            (Some(Value::Array(parts)), _) if parts.is_empty() => return self.fault(None, empty),
            (Some(Value::Array(_)), _) | (_, None) => return,
            (Some(other), Some(fields)) => _ = fields.insert(key.to_owned(), other.clone()),
            (None, Some(fields)) => _ = fields.remove(key),
        }
        if let Err(fault) = read_alone(&in_a_form(with), self.lists) {
            self.fault(None, fault);
        }
    }

    /// The fields of `theirs` that can stand in the place of those of `base`; what is missing or
    /// cannot is told. Fields of `apart` are left to the caller.
    fn fields(
        &mut self,
        base: &Value,
        theirs: &Map<String, Value>,
        apart: &[&str],
        question: Option<&str>,
        in_a_form: impl Fn(Value) -> Value,
    ) -> Map<String, Value> {
        let mut read = base.as_object().cloned().unwrap_or_default();
        for missing in read.clone().keys().filter(|key| !theirs.contains_key(*key) && !apart.contains(&key.as_str())) {
            let mut without = base.clone();
            without.as_object_mut().map(|fields| fields.remove(missing));
            if let Err(fault) = read_alone(&in_a_form(without), self.lists) {
                self.fault(question, fault);
            }
        }
        for (key, value) in theirs.iter().filter(|(key, _)| !apart.contains(&key.as_str())) {
            if self.is_full() {
                break;
            }
            let mut with = base.clone();
            with[key] = value.clone();
            match read_alone(&in_a_form(with), self.lists) {
                Ok(_) => {
                    read.insert(key.clone(), value.clone());
                }
                Err(fault) => self.fault(question, fault),
            }
        }
        read
    }

    /// An id for something that has none yet. A person's form cannot hold it: it is no id.
    fn unnamed(&mut self) -> Value {
        self.unnamed += 1;
        json!(format!("unnamed_part_{}", self.unnamed))
    }

    fn nothing(&mut self) -> Value {
        let mut question = a_question();
        question["id"] = self.unnamed();
        question
    }
}
