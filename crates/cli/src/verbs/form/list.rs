//! `holdfast form list`.

use api::{App, FormDeskRow, FormsDeskView, Nothing};

use super::call;
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

pub(super) fn list(app: &App, json: bool) -> Result<(), Fault> {
    let desk: FormsDeskView = call(app, "forms_desk", &Nothing {})?;
    say::answer(json, &desk, || lines(&desk.forms))
}

fn lines(forms: &[FormDeskRow]) -> Vec<String> {
    let mut lines = Vec::new();
    // Forms used most come first, whatever their shelf: here each shelf stands once.
    let mut shelves: Vec<&str> = Vec::new();
    for form in forms {
        if !shelves.contains(&form.shelf.as_str()) {
            shelves.push(&form.shelf);
        }
    }
    for shelf in shelves {
        lines.push(if shelf.is_empty() { word("desk-no-shelf") } else { shelf.to_owned() });
        let here = forms.iter().filter(|form| form.shelf == shelf);
        lines.extend(here.map(|form| format!("  {:<26}{}", form.id, about(form))));
    }
    lines
}

/// Title, number, whose it is, and whether it is still offered.
pub(super) fn about(form: &FormDeskRow) -> String {
    let mut parts = vec![form.title.clone(), said("cli-form-number", &[("number", &form.number)])];
    parts.push(word(if form.own { "desk-own" } else { "desk-shipped" }));
    parts.extend(form.published.as_deref().map(|at| said("desk-published", &[("at", &in_words(at))])));
    if form.records > 0 {
        parts.push(said("desk-records", &[("count", &form.records)]));
    }
    let mut line = parts.join(", ");
    if form.retired {
        line.push_str(&format!(". {}.", word("desk-retired")));
        if let Some(instead) = &form.use_instead {
            line.push_str(&format!(" {}", said("desk-use-instead", &[("form", instead)])));
        }
    }
    line
}
