use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{
    condition::Condition,
    definition::{
        Choice, Definition, END, EpisodeMark, EventTimeFrom, Files, FormSource, FromLast, LeadsTo, Marks, Notice,
        Prefill, Question, Section, Subjects, TimeLimit, Urgency,
    },
    fault::{Fault, FormFault},
    lists::Lists,
    place::{Lines, Source},
};

const MOST_SECTIONS: usize = 200;
const MOST_QUESTIONS: usize = 2_000;
pub(crate) const MOST_CHOICES: usize = 5_000;
const MOST_CHOICES_IN_ALL: usize = 20_000;
const MOST_MARKS: usize = 100;
const MOST_TRANSLATIONS: usize = 50_000;
const DEEPEST_CONDITION: usize = 12;

/// The outermost level. Sections stay raw, so that each keeps its line in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormFile<'a> {
    id: String,
    number: u32,
    title: String,
    about: String,
    urgency: Urgency,
    subjects: Subjects,
    record: String,
    shelf: Option<String>,
    who: Option<String>,
    time_limit: Option<TimeLimit>,
    access_group: Option<String>,
    #[serde(default)]
    files: Files,
    event_time: Option<EventTimeFrom>,
    title_from: Option<String>,
    #[serde(default)]
    marks: Marks,
    #[serde(default)]
    episodes: Vec<EpisodeMark>,
    #[serde(default)]
    notices: Vec<Notice>,
    guidance: String,
    requirements: Vec<String>,
    #[serde(default)]
    leads_to: Vec<LeadsTo>,
    source: Option<FormSource>,
    #[serde(default)]
    translations: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(borrow)]
    sections: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFile<'a> {
    id: String,
    title: String,
    guidance: Option<String>,
    when: Option<Condition>,
    after: Option<String>,
    #[serde(borrow)]
    questions: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionFile<'a> {
    id: String,
    text: String,
    hint: Option<String>,
    guidance: Option<String>,
    #[serde(default)]
    required: bool,
    when: Option<Condition>,
    message: Option<String>,
    prefill: Option<Prefill>,
    #[serde(default)]
    echo: bool,
    from_last: Option<FromLast>,
    #[serde(borrow)]
    kind: &'a RawValue,
}

/// Reads one form file, level by level.
pub(crate) struct Reader<'a> {
    pub(crate) source: &'a Source<'a>,
    pub(crate) lists: &'a Lists,
    lines: Lines,
    /// Whether the question being read stands inside another. One level is all there is, and it is
    /// refused on the way down, so that no file can nest deeper than the stack.
    inside: bool,
    /// How many choices were read so far.
    choices: usize,
}

/// Ids are column names in exports and parts of paths: one plain alphabet for all of them.
pub(crate) fn check_id(id: &str) -> Result<(), Fault> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if id.is_empty() || !id.chars().all(plain) {
        return Err(Fault::BadId(id.to_owned()));
    }
    Ok(())
}

fn check_depth(condition: Option<&Condition>) -> Result<(), Fault> {
    if condition.is_some_and(|condition| condition.depth() > DEEPEST_CONDITION) {
        return Err(Fault::ConditionTooDeep { limit: DEEPEST_CONDITION });
    }
    Ok(())
}

/// Reads a definition and the lines of its parts. References are not followed yet.
pub(crate) fn definition<'a>(source: &'a Source<'a>, lists: &'a Lists) -> Result<(Definition, Lines), FormFault> {
    let text = source.text();
    let file: FormFile = source.object(text, "a form, which is an object with an id, a title and sections")?;
    let whole = |fault| source.fault_at(text.trim_start(), fault);
    check_id(&file.id).map_err(whole)?;
    check_id(&file.record).map_err(whole)?;
    if file.title.trim().is_empty() {
        return Err(whole(Fault::Blank("the title")));
    }
    if file.sections.is_empty() {
        return Err(whole(Fault::Empty("the form".to_owned())));
    }
    if file.sections.len() > MOST_SECTIONS {
        return Err(whole(Fault::TooMany { what: "sections", limit: MOST_SECTIONS }));
    }
    if file.translations.values().map(BTreeMap::len).sum::<usize>() > MOST_TRANSLATIONS {
        return Err(whole(Fault::TooMany { what: "translations", limit: MOST_TRANSLATIONS }));
    }
    if file.episodes.len().max(file.notices.len()) > MOST_MARKS {
        return Err(whole(Fault::TooMany { what: "episodes or notices", limit: MOST_MARKS }));
    }
    if file.notices.iter().any(|notice| notice.text.trim().is_empty()) {
        return Err(whole(Fault::Blank("a notice's text")));
    }
    let of_marks = file.episodes.iter().map(|mark| mark.only_if.as_ref());
    for condition in of_marks.chain(file.notices.iter().map(|notice| notice.when.as_ref())) {
        check_depth(condition).map_err(whole)?;
    }
    if let Some(group) = &file.access_group {
        check_id(group).map_err(whole)?;
    }
    let mut reader = Reader { source, lists, lines: Lines::default(), inside: false, choices: 0 };
    let mut sections = Vec::with_capacity(file.sections.len());
    for raw in file.sections {
        sections.push(reader.section(raw.get())?);
    }
    let definition = Definition {
        id: file.id,
        number: file.number,
        title: file.title,
        about: file.about,
        urgency: file.urgency,
        subjects: file.subjects,
        record: file.record,
        shelf: file.shelf,
        who: file.who,
        time_limit: file.time_limit,
        access_group: file.access_group,
        files: file.files,
        event_time: file.event_time,
        title_from: file.title_from,
        marks: file.marks,
        episodes: file.episodes,
        notices: file.notices,
        guidance: file.guidance,
        requirements: file.requirements,
        leads_to: file.leads_to,
        source: file.source,
        translations: file.translations,
        sections,
    };
    Ok((definition, reader.lines))
}

impl<'a> Reader<'a> {
    fn section(&mut self, text: &'a str) -> Result<Section, FormFault> {
        let file: SectionFile =
            self.source.object(text, "a section, which is an object with an id, a title and questions")?;
        let line = self.source.line(text);
        let refuse = |fault| self.source.fault(line, fault);
        check_id(&file.id).map_err(refuse)?;
        if file.id == END {
            return Err(refuse(Fault::BadId(file.id)));
        }
        if file.title.trim().is_empty() {
            return Err(refuse(Fault::Blank("a section's title")));
        }
        check_depth(file.when.as_ref()).map_err(refuse)?;
        if file.questions.is_empty() {
            return Err(refuse(Fault::Empty(format!("section \"{}\"", file.id))));
        }
        if self.lines.sections.insert(file.id.clone(), line).is_some() {
            return Err(self.source.fault(line, Fault::DuplicateSection(file.id)));
        }
        let mut questions = Vec::with_capacity(file.questions.len());
        for raw in file.questions {
            questions.push(self.question(raw.get())?);
        }
        Ok(Section {
            id: file.id,
            title: file.title,
            guidance: file.guidance,
            when: file.when,
            after: file.after,
            questions,
        })
    }

    fn question(&mut self, text: &'a str) -> Result<Question, FormFault> {
        let file: QuestionFile =
            self.source.object(text, "a question, which is an object with an id, a text and a kind")?;
        let line = self.source.line(text);
        check_id(&file.id).map_err(|fault| self.source.fault(line, fault))?;
        if file.text.trim().is_empty() {
            return Err(self.source.fault(line, Fault::Blank("a question's text")));
        }
        if self.lines.questions.insert(file.id.clone(), line).is_some() {
            return Err(self.source.fault(line, Fault::DuplicateQuestion(file.id)));
        }
        if self.lines.questions.len() > MOST_QUESTIONS {
            return Err(self.source.fault(line, Fault::TooMany { what: "questions", limit: MOST_QUESTIONS }));
        }
        check_depth(file.when.as_ref()).map_err(|fault| self.source.fault(line, fault))?;
        let kind = self.kind(&file.id, file.kind)?;
        Ok(Question {
            id: file.id,
            text: file.text,
            hint: file.hint,
            guidance: file.guidance,
            required: file.required,
            when: file.when,
            message: file.message,
            prefill: file.prefill,
            echo: file.echo,
            from_last: file.from_last,
            kind,
        })
    }

    /// The questions of a group or of "each child"; they cannot hold others in their turn.
    pub(crate) fn inner_questions(
        &mut self,
        id: &str,
        text: &'a str,
        raw: &[&'a RawValue],
    ) -> Result<Vec<Question>, FormFault> {
        if raw.is_empty() {
            let fault = Fault::Empty(format!("question \"{id}\""));
            return Err(self.source.fault_at(text, fault));
        }
        if self.inside {
            return Err(self.source.fault_at(text, Fault::Nested(id.to_owned())));
        }
        self.inside = true;
        let mut questions = Vec::with_capacity(raw.len());
        for one in raw {
            questions.push(self.question(one.get())?);
        }
        self.inside = false;
        Ok(questions)
    }

    pub(crate) fn check_choices(&mut self, id: &str, text: &str, choices: &[Choice]) -> Result<(), FormFault> {
        self.choices += choices.len();
        let refuse = |fault| self.source.fault_at(text, fault);
        if choices.len() > MOST_CHOICES {
            return Err(refuse(Fault::TooMany { what: "choices in one question", limit: MOST_CHOICES }));
        }
        if self.choices > MOST_CHOICES_IN_ALL {
            return Err(refuse(Fault::TooMany { what: "choices in all", limit: MOST_CHOICES_IN_ALL }));
        }
        if choices.is_empty() {
            return Err(refuse(Fault::Empty(format!("question \"{id}\""))));
        }
        let mut seen = HashSet::new();
        for choice in choices {
            check_id(&choice.id).map_err(refuse)?;
            if choice.label.trim().is_empty() {
                return Err(refuse(Fault::Blank("a label")));
            }
            // `other` names the text of one's own, in conditions and in answers.
            if choice.id == "other" || !seen.insert(&choice.id) {
                return Err(refuse(Fault::DuplicateChoice(choice.id.clone())));
            }
        }
        Ok(())
    }
}
