//! `holdfast form show`.

use api::{App, FormVersionRow, FormView, OpenFormRequest};
use serde_json::Value;

use super::{
    call,
    condition::{self, Questions, list},
    list::about,
};
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{label, said, word},
};

pub(super) fn show(app: &App, json: bool, id: &str, hash: Option<&str>) -> Result<(), Fault> {
    if hash.is_some_and(|hash| hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return Err(Fault::Usage(word("cli-form-no-hash")));
    }
    let request = OpenFormRequest { id: id.to_owned(), hash: hash.map(str::to_lowercase) };
    let form: FormView = call(app, "open_form", &request)?;
    say::answer(json, &form.definition, || lines(&form))
}

fn lines(form: &FormView) -> Vec<String> {
    let definition = &form.definition;
    let mut lines = vec![about(&form.form)];
    if form.hash != form.form.hash {
        lines.push(word("desk-older"));
    }
    lines.extend(text(definition, "about").map(str::to_owned));
    lines.push(kept(definition, "editor-subjects", "subjects"));
    lines.extend(text(definition, "who").map(|who| format!("{}: {who}", word("desk-fact-who"))));
    if let Some(limit) = text(&definition["time_limit"], "text") {
        let source = text(&definition["time_limit"], "source").unwrap_or_default();
        lines.push(format!("{}: {limit} ({source})", word("desk-fact-limit")));
    }
    if definition["urgency"] == "urgent" {
        lines.push(kept(definition, "editor-urgency", "urgency"));
    }
    let questions = by_id(definition);
    lines.extend(list(&definition["episodes"]).flat_map(|mark| episode(mark, &questions)));
    lines.extend(list(&definition["notices"]).flat_map(|notice| self::notice(notice, &questions)));
    for (number, section) in (1..).zip(list(&definition["sections"])) {
        lines.push(String::new());
        let title = text(section, "title").unwrap_or_default();
        lines.push(said("editor-section-number", &[("number", &number), ("title", &title)]));
        lines.extend(only_if(section, &questions).map(|when| format!("   {when}")));
        if let Some(after) = text(section, "after") {
            let to = section_title(definition, after);
            lines.push(format!("   {}: {to}", word("editor-after")));
        }
        list(&section["questions"]).for_each(|one| question(definition, &questions, one, "   ", &mut lines));
    }
    lines.push(String::new());
    lines.push(word("desk-versions"));
    lines.extend(form.versions.iter().map(|row| format!("   {}", version(row))));
    lines
}

/// What filing does to an episode, and when.
fn episode(mark: &Value, questions: &Questions<'_>) -> Vec<String> {
    let of = |name: &str| text(mark, name).unwrap_or_default().to_owned();
    let act = word(&format!("editor-episode-act-{}", of("act")));
    let day = match text(mark, "date") {
        Some(id) => questions.get(id).and_then(|question| text(question, "text")).unwrap_or(id).to_owned(),
        None => word("editor-episode-day"),
    };
    let kind = label("episode", &of("episode"));
    let mut lines = vec![format!("{}: {kind}. {act}. {}: {day}", word("editor-episodes"), word("editor-episode-date"))];
    lines.extend(mark.get("only_if").map(|when| format!("   {}", under(when, questions))));
    lines
}

/// What is said before filing, and when.
fn notice(notice: &Value, questions: &Questions<'_>) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", word("editor-notices"), text(notice, "text").unwrap_or_default())];
    lines.extend(only_if(notice, questions).map(|when| format!("   {when}")));
    lines
}

fn question(form: &Value, questions: &Questions<'_>, one: &Value, indent: &str, lines: &mut Vec<String>) {
    let kind = &one["kind"];
    let mut line = format!(
        "{indent}{}  {} [{}",
        text(one, "id").unwrap_or_default(),
        text(one, "text").unwrap_or_default(),
        word(&format!("editor-kind-{}", text(kind, "type").unwrap_or_default()))
    );
    if one["required"] == true {
        line.push_str(&format!("; {}", word("editor-required-tag").to_lowercase()));
    }
    lines.push(line + "]");
    let under = format!("{indent}   ");
    lines.extend(only_if(one, questions).map(|when| format!("{under}{when}")));
    lines.extend(text(one, "hint").map(|hint| format!("{under}{hint}")));
    if kind["type"] == "scale" {
        let end = |name: &str| text(kind, name).unwrap_or_default().to_owned();
        let ends: [(&str, &dyn ToString); 4] = [
            ("low", &kind["low"]),
            ("low_label", &end("low_label")),
            ("high", &kind["high"]),
            ("high_label", &end("high_label")),
        ];
        // An end without words would leave two blanks.
        lines.push(format!("{under}{}", said("desk-scale", &ends).replace("  ", " ").trim_end()));
    }
    for part in ["rows", "columns"] {
        let labels: Vec<&str> = list(&kind[part]).filter_map(|part| text(part, "label")).collect();
        if !labels.is_empty() {
            lines.push(format!("{under}{}: {}", word(&format!("editor-{part}")), labels.join(" / ")));
        }
    }
    for choice in list(&kind["choices"]) {
        let label = text(choice, "label").unwrap_or_default();
        let label = match text(choice, "go_to") {
            Some(to) => said("desk-choice-to", &[("choice", &label), ("to", &section_title(form, to))]),
            None => label.to_owned(),
        };
        lines.push(format!("{under}- {}  {label}", text(choice, "id").unwrap_or_default()));
    }
    if kind["other"] == true {
        lines.push(format!("{under}- other  {}", word("fill-other")));
    }
    list(&kind["questions"]).for_each(|inner| question(form, questions, inner, &under, lines));
}

fn only_if(asked: &Value, questions: &Questions<'_>) -> Option<String> {
    asked.get("when").map(|when| under(when, questions))
}

fn under(condition: &Value, questions: &Questions<'_>) -> String {
    said("editor-only-if", &[("condition", &condition::in_words(condition, questions))])
}

fn version(row: &FormVersionRow) -> String {
    let number = said("publish-number", &[("number", &row.number)]);
    let mut line = match &row.published {
        Some(at) => {
            let by = said("desk-versions-by", &[("at", &in_words(at)), ("author", &row.author)]);
            format!("{number}, {by}: {}", row.note)
        }
        None => format!("{number}, {}", word("desk-shipped")),
    };
    if row.in_force {
        line.push_str(&format!(". {}", word("desk-in-force")));
    }
    format!("{line}  {}", row.hash)
}

/// The heading of a section by its id; what follows the last one is the end of the form.
fn section_title(form: &Value, id: &str) -> String {
    let mut sections = list(&form["sections"]);
    let found = sections.find(|section| section["id"] == id).and_then(|section| text(section, "title"));
    found.map_or_else(|| word("editor-go-end"), str::to_owned)
}

fn by_id(form: &Value) -> Questions<'_> {
    let top = || list(&form["sections"]).flat_map(|section| list(&section["questions"]));
    let inner = top().flat_map(|question| list(&question["kind"]["questions"]));
    top().chain(inner).filter_map(|question| Some((question["id"].as_str()?, question))).collect()
}

/// The words of a value that is one of a few.
fn kept(form: &Value, words: &str, name: &str) -> String {
    word(&format!("{words}-{}", text(form, name).unwrap_or_default()))
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value[name].as_str().filter(|text| !text.is_empty())
}
