//! Reads a file of a draft's or a record's answers.

use std::str::FromStr;

use casebook::tables;
use domain::{Action, DraftId, RecordId, Resource};
use serde_json::Value;
use vault::{BlobRef, Hash};

use super::sniff::sniff;
use crate::{AppFault, Session, drafts::find, permit::permit};

/// The content of a file.
pub struct Content {
    /// What it is.
    pub media: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Reads a file, of a draft or of a record. Only files that its answers name are given.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn read_attachment(
    session: &Session,
    draft: Option<DraftId>,
    record: Option<RecordId>,
    blob: &str,
) -> Result<Content, AppFault> {
    permit(session, Action::Read, if record.is_some() { Resource::Records } else { Resource::Drafts })?;
    let missing = AppFault::NotFound { what: "file" };
    let answers = match (draft, record) {
        (Some(draft), None) => {
            let draft = find(session, draft)?;
            with_left_behind(Value::Object(draft.answers), draft.left_behind)
        }
        (None, Some(record)) => session.casebook.read(|reading| {
            let found = tables::record::find(reading, record)?.ok_or(AppFault::NotFound { what: "record" })?;
            let filed = tables::record::filed(reading, found.position)?;
            let filed = filed.ok_or(AppFault::NotFound { what: "record" })?;
            Ok::<_, AppFault>(with_left_behind(filed.answers, filed.no_longer_asked))
        })?,
        _ => return Err(missing),
    };
    let named =
        files(&answers).into_iter().find(|file| file["blob"] == blob).ok_or(AppFault::NotFound { what: "file" })?;
    let hash = Hash::from_str(blob).map_err(|_| AppFault::NotFound { what: "file" })?;
    let size = named["size"].as_u64().ok_or(missing)?;
    let mut bytes = Vec::new();
    session.casebook.blobs().get(&BlobRef { hash, size }, &mut bytes).map_err(|error| match error {
        vault::BlobError::Io(error) => AppFault::from(error),
        _ => AppFault::NotFound { what: "file" },
    })?;
    // What an answer says of its file may come from anywhere: the bytes tell.
    let media = sniff(&bytes, named["name"].as_str().unwrap_or_default()).map(|sniffed| sniffed.media);
    Ok(Content { media: media.unwrap_or("application/octet-stream").to_owned(), bytes })
}

/// Answers, and those that are no longer asked: a file may stand in either.
fn with_left_behind(answers: Value, mut left_behind: Vec<Value>) -> Value {
    left_behind.push(answers);
    Value::Array(left_behind)
}

/// Every file that answers name, at whatever depth.
pub(crate) fn files(answers: &Value) -> Vec<&Value> {
    match answers {
        Value::Object(parts) if parts.contains_key("blob") && parts.contains_key("media") => vec![answers],
        Value::Object(parts) => parts.values().flat_map(files).collect(),
        Value::Array(parts) => parts.iter().flat_map(files).collect(),
        _ => Vec::new(),
    }
}
