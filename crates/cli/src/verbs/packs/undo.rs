//! `holdfast pack undo`.

use api::{App, PackUndoneView, UndoPackRequest};
use app::AppFault;
use domain::BatchId;

use super::{call, person_line, settled};
use crate::{
    say::{self, Fault},
    wording::{said, word},
};

pub(super) fn undo(app: &App, json: bool, batch: &str, reason: &str) -> Result<(), Fault> {
    // What is no id is the id of no import.
    let batch: BatchId = batch.parse().map_err(|_| Fault::from(AppFault::NotFound { what: "import" }))?;
    settled(app)?;
    let request = UndoPackRequest { batch: batch.to_string(), reason: reason.to_owned() };
    let undone: PackUndoneView = call(app, "undo_pack", &request)?;
    // Notes go a slice at a time: the program stays until they are gone.
    settled(app)?;
    say::answer(json, &undone, || {
        let mut lines = vec![word("pack-undone")];
        if !undone.kept.is_empty() {
            lines.push(said("pack-undo-kept", &[("count", &undone.kept.len())]));
            lines.extend(undone.kept.iter().map(|row| format!("  {}", person_line(row))));
        }
        lines
    })
}
