use serde_json::{Value, json};

use crate::{
    google_members::Members,
    notes::{Notes, Place},
};

const MOST_FILES: i64 = 10;
const MOST_MIB: i64 = 20;
const MIB: i64 = 1 << 20;

/// A kind of file there: one here, any, or none that is known here.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Any,
    Here(&'static str),
    NotHere,
}

const SORTS: &[(&str, Sort)] = &[
    ("ANY", Sort::Any),
    ("DOCUMENT", Sort::Here("document")),
    ("PRESENTATION", Sort::Here("presentation")),
    ("SPREADSHEET", Sort::Here("spreadsheet")),
    ("DRAWING", Sort::NotHere),
    ("PDF", Sort::Here("pdf")),
    ("IMAGE", Sort::Here("image")),
    ("VIDEO", Sort::Here("video")),
    ("AUDIO", Sort::Here("audio")),
];

/// Reads a question for files: kinds, count and size, each within the bounds here.
pub(crate) fn read_upload(mut upload: Members<'_>, at: Place<'_>, notes: &mut Notes) -> Value {
    if upload.text("folderId", notes).is_some() {
        notes.changed(at, "upload_folder", &[]);
    }
    let words = upload.words("types", notes);
    let mut any = words.is_empty();
    let mut types: Vec<&str> = Vec::new();
    for word in &words {
        match SORTS.iter().find(|(name, _)| name == word).map(|(_, sort)| *sort) {
            Some(Sort::Any) => any = true,
            Some(Sort::Here(name)) if types.contains(&name) => {}
            Some(Sort::Here(name)) => types.push(name),
            Some(Sort::NotHere) => notes.left_out(at, "upload_type", &[("type", word)]),
            None => notes.changed(at, "unknown_value", &[("path", &upload.path_of("types")), ("value", word)]),
        }
    }
    if any {
        types.clear();
    } else if types.is_empty() {
        // Google's own drawings come out as pictures.
        types.push("image");
    }
    let files = upload.whole("maxFiles").unwrap_or(1).max(1);
    if files > MOST_FILES {
        notes.changed(at, "upload_files", &[("there", &files.to_string()), ("here", &MOST_FILES.to_string())]);
    }
    let mib =
        upload.whole("maxFileSize").map_or(MOST_MIB, |bytes| bytes.max(1) / MIB + i64::from(bytes.max(1) % MIB > 0));
    if mib > MOST_MIB {
        notes.changed(at, "upload_size", &[("there", &mib.to_string()), ("here", &MOST_MIB.to_string())]);
    }
    upload.finish(notes);
    let mut kind = json!({ "type": "upload", "max_files": files.min(MOST_FILES), "max_mib": mib.min(MOST_MIB) });
    if !types.is_empty() {
        kind["types"] = json!(types);
    }
    kind
}
