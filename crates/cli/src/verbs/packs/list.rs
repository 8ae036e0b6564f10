//! `holdfast pack list`.

use api::{App, Nothing, PacksView};

use super::call;
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

pub(super) fn list(app: &App, json: bool) -> Result<(), Fault> {
    let packs: PacksView = call(app, "list_packs", &Nothing {})?;
    say::answer(json, &packs, || match packs.packs.as_slice() {
        [] => vec![word("pack-list-none")],
        all => all.iter().map(line).collect(),
    })
}

fn line(row: &api::PackRow) -> String {
    let from = said("pack-row-from", &[("system", &row.system), ("day", &in_words(&row.as_at))]);
    let holds = if row.holds == "history" { "pack-row-notes" } else { "pack-row-lines" };
    let count = said(holds, &[("count", &row.count)]);
    let by = said("pack-row-by", &[("author", &row.author), ("at", &in_words(&row.recorded))]);
    let mut line = format!("{}  {}, {from}, {count}. {by}", row.batch, row.file_name);
    if let Some(at) = &row.undone {
        line.push_str(&format!(". {}", said("pack-row-undone", &[("at", &in_words(at))])));
    }
    line
}
