//! `holdfast search`.

use api::{App, FoundPerson, FoundText, SearchRequest, SearchView};

use super::{call, people::line, who::who};
use crate::{
    arguments::Among,
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

pub(crate) fn search(app: &App, json: bool, text: &str, among: Among, person: Option<&str>) -> Result<(), Fault> {
    let among = match among {
        Among::All => "all",
        Among::People => "people",
        Among::Notes => "notes",
    };
    let request = SearchRequest {
        text: text.to_owned(),
        among: Some(among.to_owned()),
        person: person.map(|typed| who(app, typed)).transpose()?,
        after: None,
    };
    let found: SearchView = call(app, "search", &request)?;
    say::answer(json, &found, || {
        let mut lines: Vec<String> = found.people.iter().map(person_line).collect();
        lines.extend(found.texts.iter().map(text_line));
        lines.extend(found.forms.iter().map(|form| format!("{}  {}", form.id, form.title)));
        if lines.is_empty() {
            let place = word(&format!("search-where-{among}"));
            lines.push(said("search-nothing", &[("text", &text), ("where", &place)]));
        }
        if found.next.is_some() {
            lines.push(word("cli-search-more"));
        }
        if found.indexed < found.to_index {
            let of: [(&str, &dyn ToString); 2] = [("indexed", &found.indexed), ("total", &found.to_index)];
            lines.push(said("search-indexing", &of));
        }
        lines
    })
}

fn person_line(found: &FoundPerson) -> String {
    let by = match found.by.as_str() {
        "name" => String::new(),
        by => format!(". {}", said(&format!("search-by-{by}"), &[("value", &in_words(&found.value))])),
    };
    let worker = found.worker.as_ref();
    let worker = worker.map(|name| format!(", {}", said("search-worker", &[("name", name)]))).unwrap_or_default();
    format!("{}{worker}{by}", line(&found.person))
}

fn text_line(found: &FoundText) -> String {
    let when = found.event_time.as_deref().map_or_else(|| word("search-no-date"), in_words);
    let people: Vec<&str> = found.people.iter().map(|person| person.name.as_str()).collect();
    let words = found.pieces.concat();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}  {when}  {}, {}: {words}", found.id, found.title, people.join(", "))
}
