//! `holdfast responses undo`.

use api::{App, Nothing, UndoImportRequest};
use app::AppFault;
use domain::BatchId;
use serde_json::json;

use super::call_as_editor;
use crate::{
    say::{self, Fault},
    wording::word,
};

pub(super) fn undo(app: &App, json: bool, batch: &str, reason: &str) -> Result<(), Fault> {
    // What is no id is the id of no import.
    let batch: BatchId = batch.parse().map_err(|_| Fault::from(AppFault::NotFound { what: "import" }))?;
    let request = UndoImportRequest { batch: batch.to_string(), reason: reason.to_owned() };
    let _: Nothing = call_as_editor(app, "undo_import", &request)?;
    say::answer(json, &json!({}), || vec![word("response-undo-done"), word("response-undo-kept")])
}
