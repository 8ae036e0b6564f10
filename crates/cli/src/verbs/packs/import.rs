//! `holdfast person import`, `holdfast history import`.

use std::collections::BTreeMap;

use api::{App, ImportPackRequest, PackEnded, PackPreview, ReadPackRequest, import_pack_at, read_pack_at};
use domain::PersonId;

use super::{super::facts::day, preview, progress, settled, who};
use crate::{
    arguments::{DayOrMonth, PackFile, Rows},
    say::{self, Fault},
    wording::{said, word},
};

/// Imports a file of people, or of old notes.
pub(crate) fn import(app: &App, json: bool, file: &PackFile, history: bool) -> Result<(), Fault> {
    let rows = match (history, file.rows) {
        (true, None | Some(Rows::Note)) => Rows::Note,
        (false, None) => Rows::Person,
        (false, Some(rows)) if rows != Rows::Note => rows,
        (true, Some(_)) => return Err(Fault::Usage(word("cli-pack-history-rows"))),
        (false, Some(_)) => return Err(Fault::Usage(word("cli-pack-people-rows"))),
    };
    let mut request = ReadPackRequest {
        upload: None,
        chosen: None,
        rows: rows.as_str().to_owned(),
        system: file.system.clone(),
        as_at: day(&file.as_at)?.to_string(),
        columns: None,
        dates: file.dates.map(|order| if order == DayOrMonth::Day { "day_first" } else { "month_first" }.to_owned()),
        sheet: file.sheet.clone(),
    };
    settled(app)?;
    let mut read = read_pack_at(app, &file.file, request.clone())?;
    if !file.columns.is_empty() {
        request.columns = Some(columns(file, &read)?);
        read = read_pack_at(app, &file.file, request.clone())?;
    }
    let people = decided(app, file, &read)?;
    if file.check {
        return say::answer(json, &read, || {
            let mut lines = preview::lines(&read, &people);
            lines.push(word("cli-pack-checked"));
            lines
        });
    }
    let import = ImportPackRequest { read: request, people, remember: file.remember };
    let mut step = "";
    let mut show: Box<dyn FnMut(u32, u32) -> bool + Send> = Box::new(|_, _| true);
    let ended = import_pack_at(app, &file.file, import, &mut |now, done, total| {
        if now != step {
            step = now;
            show = Box::new(progress(&word(&format!("pack-doing-{now}"))));
        }
        total == 0 || show(done, total)
    })?;
    say::answer(json, &ended, || done(&read, &ended))
}

/// The columns as suggested, with those that were said in their place.
fn columns(file: &PackFile, read: &PackPreview) -> Result<BTreeMap<String, u32>, Fault> {
    let mut columns = read.columns.clone();
    for typed in &file.columns {
        let (field, heading) =
            typed.split_once('=').ok_or_else(|| Fault::Usage(said("cli-pack-column-shape", &[("typed", typed)])))?;
        if read.fields.iter().all(|known| known.name != field) {
            let fields: Vec<&str> = read.fields.iter().map(|known| known.name.as_str()).collect();
            let of: [(&str, &dyn ToString); 2] = [("field", &field), ("fields", &fields.join(", "))];
            return Err(Fault::Usage(said("cli-pack-field-unknown", &of)));
        }
        if heading.trim().is_empty() {
            columns.remove(field);
            continue;
        }
        let place = read.headings.iter().position(|known| known.trim().eq_ignore_ascii_case(heading.trim()));
        let place = place.and_then(|place| u32::try_from(place).ok()).ok_or_else(|| {
            let of: [(&str, &dyn ToString); 2] = [("heading", &heading), ("headings", &read.headings.join(", "))];
            Fault::Usage(said("cli-pack-heading-unknown", &of))
        })?;
        columns.insert(field.to_owned(), place);
    }
    Ok(columns)
}

/// Who of the file is who on file, by key.
fn decided(app: &App, file: &PackFile, read: &PackPreview) -> Result<BTreeMap<String, String>, Fault> {
    let mut people = BTreeMap::new();
    for typed in &file.decisions {
        let shape = || Fault::Usage(said("cli-pack-decision-shape", &[("typed", typed)]));
        let (key, person) = typed.split_once('=').ok_or_else(shape)?;
        // A file with more people to look at than a preview names may decide about the others too.
        key.parse::<PersonId>().map_err(|_| shape())?;
        if read.unclear.len() < MOST_NAMED && read.unclear.iter().all(|unclear| unclear.key != key) {
            return Err(Fault::Usage(said("cli-pack-key-unknown", &[("key", &key)])));
        }
        let person = if person == "new" { person.to_owned() } else { who(app, person)? };
        people.insert(key.to_owned(), person);
    }
    Ok(people)
}

/// How many people a preview names at most.
const MOST_NAMED: usize = 500;

fn done(read: &PackPreview, ended: &PackEnded) -> Vec<String> {
    let Some(batch) = &ended.batch else {
        let nothing = if ended.counts.ready == 0 { "pack-nothing-ready" } else { "pack-here-already" };
        let mut lines = vec![word(nothing)];
        lines.extend(preview::problems(read));
        return lines;
    };
    let mut lines = vec![said("pack-done", &[("count", &ended.counts.ready)])];
    lines.extend(preview::counts(&ended.counts).into_iter().skip(1));
    lines.extend(preview::problems(read));
    lines.push(said("cli-pack-undo", &[("batch", batch)]));
    lines
}
