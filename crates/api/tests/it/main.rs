//! The edge: its words, its list of commands, what it refuses and what it never repeats.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod commands;
mod documents;
mod packs;
mod paper;
mod secrets;
mod types;
mod words;

use std::{path::PathBuf, sync::Arc};

use api::{ApiError, App, Code, Host};
use domain::paper::Paper;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A screen with no dialogs.
struct Screen;

impl Host for Screen {
    fn is_window(&self) -> bool {
        false
    }

    fn ask_where_to_save(&self, _: &str) -> Result<Option<PathBuf>, ApiError> {
        Err(ApiError::plain(Code::NoDialog))
    }

    fn ask_which_file(&self, _: &[&str]) -> Result<Option<PathBuf>, ApiError> {
        Err(ApiError::plain(Code::NoDialog))
    }

    /// What was to be laid out, as it was given.
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, ApiError> {
        serde_json::to_vec(paper).map_err(|_| ApiError::plain(Code::NotPrinted))
    }

    fn locked(&self) {}
}

/// A folder and the program on it.
struct World {
    app: App,
    folder: TempDir,
}

const PASSPHRASE: &str = "marble otter glazing Tuesday";

impl World {
    /// With no casebook.
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(testkit::clock::monday_morning());
        let app = App::resting(&folder.path().join("casebook"), clock).unwrap();
        Self { app, folder }
    }

    /// With an open casebook, made by the commands of the first run. Guessing is cheap: these tests
    /// are not about passphrases.
    fn open() -> Self {
        let world = Self::empty();
        let sheet = world.app.begin_casebook().unwrap();
        let confirm = sheet.ask.map(|group| (group, sheet.groups[usize::from(group) - 1].clone()));
        world
            .app
            .create_casebook(app::keys::CreateCasebook {
                passphrase: PASSPHRASE.to_owned().into(),
                allow_weak: false,
                confirm: Some(confirm.to_vec()),
                author: app::keys::Author { name: "Ruth Exemplar".into(), role: "Social worker".into(), team: None },
                cost: vault::Cost::FLOOR,
            })
            .unwrap();
        world
    }

    fn call(&self, command: &str, request: Value) -> Result<Value, ApiError> {
        api::dispatch(&self.app, &Screen, command, request)
    }
}

/// A request of the right shape for a command, about nothing that exists.
fn sample(request: &str) -> Value {
    const ID: &str = "0193b1a0-0000-7000-8000-000000000001";
    match request {
        "Nothing" => json!({}),
        "ById" => json!({ "id": ID }),
        "JudgePassphraseRequest" => json!({ "passphrase": "x" }),
        "CreateCasebookRequest" => {
            json!({ "passphrase": PASSPHRASE, "confirm": [], "author": { "name": "Ruth", "role": "", "team": null } })
        }
        "UnlockRequest" => json!({ "way": "passphrase", "secret": PASSPHRASE }),
        "LockRequest" => json!({ "place": null }),
        "ChangePassphraseRequest" => json!({ "way": "passphrase", "current": "a", "new": "b" }),
        "SettingsView" => {
            json!({ "theme": "dark", "density": "office", "lock_after_minutes": 5, "urgent_after_minutes": 60, "edits_forms": false })
        }
        "ListPeopleRequest" => json!({ "search": "", "limit": null }),
        "AddPersonRequest" => json!({ "fields": { "name": "Zoë Example" }, "facts": [] }),
        "AmendPersonRequest" => json!({ "id": ID, "fields": { "name": "Zoë Example" } }),
        "TimelineRequest" => json!({ "id": ID, "after": null }),
        "ChronologyRequest" => json!({ "id": ID, "audience": "file" }),
        "RecordFactRequest" => {
            json!({ "about": [ID], "says": { "kind": "other_name", "name": "Zoë Sample", "used": "former" } })
        }
        "WithdrawFactRequest" => json!({ "id": ID, "reason": "The wrong child" }),
        "ReadWarningsRequest" => json!({ "id": ID, "warnings": [ID] }),
        "FindMatchesRequest" => json!({ "name": "Zoë Example" }),
        "CaseloadRequest" => json!({ "of": "mine" }),
        "TransferRequest" => json!({ "people": [ID], "team": "East", "from": "2026-11-20", "reason": "Moved" }),
        "SearchRequest" => json!({ "text": "zoe" }),
        "PinRequest" => json!({ "id": ID, "pinned": true }),
        "ReadPackRequest" => json!({ "upload": ID, "rows": "person", "system": "Mosaic", "as_at": "2020-10-11" }),
        "ImportPackRequest" => {
            json!({ "read": sample("ReadPackRequest"), "people": {}, "remember": false })
        }
        "UndoPackRequest" => json!({ "batch": ID, "reason": "The wrong file" }),
        "ReconciledRequest" => json!({ "id": ID }),
        "AddDocumentRequest" => json!({ "about": [ID], "title": "Letter", "sort": "letter" }),
        "DocumentPageRequest" => json!({ "id": ID, "page": 1, "width": 800 }),
        "StartDraftRequest" => json!({ "form": "visit", "children": [], "from_record": null }),
        "SaveDraftRequest" => json!({ "id": ID, "answers": {}, "revision": 1, "place": null }),
        "SetChildrenRequest" => json!({ "id": ID, "children": [] }),
        "EnrolRequest" => json!({ "code": "HF1" }),
        "HoldRecordRequest" => json!({ "id": ID, "hold": true }),
        "PhonedLeadRequest" => json!({ "id": ID, "who": "Priya" }),
        "OpenFormRequest" => json!({ "id": "visit", "hash": null }),
        "EditFormRequest" => json!({ "from": "blank", "title": "Ours" }),
        "SaveFormDraftRequest" => json!({ "id": ID, "definition": {}, "revision": 1 }),
        "TryFormRequest" => json!({ "draft": ID, "answers": {} }),
        "CompareFormRequest" => json!({ "draft": ID }),
        "PublishFormRequest" => json!({ "id": ID, "revision": 1, "note": "Shorter" }),
        "RetireFormRequest" => json!({ "id": "visit", "use_instead": null, "note": "Two of one kind" }),
        "BeginUploadRequest" => json!({ "name": "room.png", "size": 3 }),
        "UploadPartRequest" => json!({ "id": ID, "data": "YWJj" }),
        "AttachRequest" => json!({ "draft": ID, "path": "photo", "upload": ID }),
        "ReadAttachmentRequest" => json!({ "draft": ID, "record": null, "blob": "00" }),
        "SheetRequest" => {
            json!({ "form": "visit", "sort": null, "descending": false, "filters": [], "from": 0, "count": 5 })
        }
        "SummaryRequest" => json!({ "form": "visit", "filters": [] }),
        "ExportResponsesRequest" => json!({ "form": "visit", "layout": "lossless", "file": "csv", "filters": [] }),
        "ReadResponsesRequest" => json!({ "upload": ID, "form": "visit", "columns": null, "dates": null }),
        "ImportResponsesRequest" => {
            json!({ "upload": ID, "form": "visit", "columns": [], "dates": "day_first", "people": [] })
        }
        "UndoImportRequest" => json!({ "batch": ID, "reason": "The wrong file" }),
        "CheckSpellingRequest" => json!({ "text": "colour" }),
        "KnownWordRequest" => json!({ "word": "genogram", "known": true }),
        "SnippetView" => json!({ "name": "sig", "text": "Ruth Exemplar" }),
        "OtherNamesRequest" => json!({ "draft": ID, "text": "Sam" }),
        "MoveDraftRequest" => json!({ "id": ID, "revision": 1 }),
        other => panic!("add a sample of {other} here"),
    }
}
