//! A chronology for paper: where it goes, what stands in it, and what a closed dialog leaves.

use std::path::PathBuf;

use api::{ApiError, Code, Host};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::paper::{Block, Paper};
use serde_json::{Value, json};

use crate::World;

/// A window whose person chooses this path, or closes the dialog; its printer may be broken.
struct Window {
    path: Option<PathBuf>,
    prints: bool,
}

impl Host for Window {
    fn is_window(&self) -> bool {
        true
    }

    fn ask_where_to_save(&self, suggested: &str) -> Result<Option<PathBuf>, ApiError> {
        assert!(suggested.ends_with(".pdf") && !suggested.contains("Zo"), "{suggested}");
        Ok(self.path.clone())
    }

    fn ask_which_file(&self, _: &[&str]) -> Result<Option<PathBuf>, ApiError> {
        Ok(None)
    }

    fn pdf(&self, _: &Paper) -> Result<Vec<u8>, ApiError> {
        if self.prints { Ok(b"%PDF-".to_vec()) } else { Err(ApiError::plain(Code::NotPrinted)) }
    }

    fn locked(&self) {}
}

fn zoe(world: &World) -> Value {
    let fields = json!({ "name": "Zoë Example", "date_of_birth": "2016-02-29" });
    let address = json!({ "kind": "address", "lines": "4 Refuge Row\nLondon", "used": "home", "hidden": true });
    let warning = json!({
        "kind": "warning", "warning": "risk_to_worker", "text": "Visit in pairs.", "from": "2026-11-02",
        "told": { "told": "no", "because": "He would move away" }
    });
    let summary = json!({
        "kind": "summary", "on": "2026-11-02", "who_am_i": "I am ten. I live at 4 Refuge Row.", "what_matters": "",
        "what_next": ""
    });
    let episode = json!({ "kind": "episode", "episode": "assessment", "from": "2026-11-02" });
    let new = json!({ "fields": fields, "facts": [address, warning, summary, episode], "emergency_id": true });
    let id = world.call("add_person", new).unwrap()["id"].clone();
    let file = world.call("open_child", json!({ "id": id })).unwrap();
    let facts = file["facts"].as_array().unwrap();
    let begun = facts.iter().find(|fact| fact["says"]["kind"] == "episode").unwrap()["id"].clone();
    let mark = json!({ "kind": "mark", "of": { "what": "fact", "id": begun }, "significant": true, "headline": "", "life_story": false });
    world.call("record_fact", json!({ "about": [], "says": mark })).unwrap();
    id
}

/// The document as the host got it, where there is no dialog.
fn paper(world: &World, request: Value) -> Paper {
    let saved = world.call("print_chronology", request).unwrap();
    assert_eq!(saved["rows"], 1);
    serde_json::from_slice(&STANDARD.decode(saved["download"][1].as_str().unwrap()).unwrap()).unwrap()
}

fn words(paper: &Paper) -> String {
    serde_json::to_string(paper).unwrap()
}

#[test]
fn the_paper_says_whose_for_whom_and_by_whom_and_warns_first() {
    let world = World::open();
    let zoe = zoe(&world);
    let paper = paper(&world, json!({ "id": zoe, "audience": "file" }));
    assert_eq!((paper.title.as_str(), paper.marking.as_str()), ("Chronology of Zoë Example", "Official – sensitive"));
    assert!(paper.of.starts_with("Zoë Example, E-") && paper.of.contains("29 February 2016"), "{}", paper.of);
    assert!(paper.made.starts_with("For the file · ") && paper.made.contains("Ruth Exemplar"), "{}", paper.made);
    assert_eq!(paper.page, "Page {n} of {all}");
    let Block::Notice { text } = &paper.blocks[0] else { panic!("the warning is first") };
    assert!(text.starts_with("Warning: Risk to workers\nVisit in pairs.\nsince 2 November 2026"), "{text}");
    assert!(text.contains("they do not know of it: He would move away"), "{text}");
    let said = words(&paper);
    assert!(said.contains("I am ten. I live at [left out].") && said.contains("Episode began: Assessment"), "{said}");
}

#[test]
fn a_court_gets_no_warnings_and_another_agency_not_why_nobody_was_told() {
    let world = World::open();
    let zoe = zoe(&world);
    let court = words(&paper(&world, json!({ "id": zoe, "audience": "court" })));
    assert!(!court.contains("Visit in pairs."), "{court}");
    let partner = words(&paper(&world, json!({ "id": zoe, "audience": "partner" })));
    assert!(partner.contains("Visit in pairs.") && partner.contains("they do not know of it"), "{partner}");
    assert!(!partner.contains("He would move away"), "{partner}");
}

#[test]
fn a_hidden_address_is_on_it_only_with_a_reason_and_the_copy_says_so() {
    let world = World::open();
    let zoe = zoe(&world);
    let screen = world.call("chronology", json!({ "id": zoe, "audience": "court" })).unwrap();
    assert_eq!((&screen["hidden"], &screen["released"]), (&json!(true), &json!(false)));
    let with = words(&paper(&world, json!({ "id": zoe, "audience": "court", "release": "The judge ordered it" })));
    assert!(with.contains("4 Refuge Row") && with.contains("This copy shows an address"), "{with}");
    assert!(!with.contains("The judge ordered it"), "the reason is the file's own");
    let blank = world.call("print_chronology", json!({ "id": zoe, "audience": "court", "release": " " }));
    assert_eq!(blank.unwrap_err().code, Code::NoteNeeded);
    let not_printed = world.call("chronology", json!({ "id": zoe, "audience": "court", "release": "Why" }));
    assert_eq!(not_printed.unwrap_err().code, Code::BadRequest);
}

/// How many entries of access and housekeeping the journal holds.
fn log(world: &World) -> Value {
    world.call("status", json!({})).unwrap()["custody"]["log"].clone()
}

#[test]
fn a_dialog_that_is_closed_leaves_no_file_and_no_entry() {
    let world = World::open();
    let request = json!({ "id": zoe(&world), "audience": "file" });
    let before = log(&world);
    let closed = Window { path: None, prints: true };
    let saved = api::dispatch(&world.app, &closed, "print_chronology", request.clone()).unwrap();
    assert_eq!(saved, json!({ "rows": null, "download": null }));
    assert_eq!(log(&world), before, "what was not printed is no entry");
    let path = world.folder.path().join("c.pdf");
    let open = Window { path: Some(path.clone()), prints: true };
    let saved = api::dispatch(&world.app, &open, "print_chronology", request).unwrap();
    assert_eq!((saved["rows"].as_u64(), std::fs::read(path).unwrap().as_slice()), (Some(1), b"%PDF-".as_slice()));
    assert_ne!(log(&world), before);
}

#[test]
fn a_pdf_that_cannot_be_made_leaves_what_stood_there() {
    let world = World::open();
    let path = world.folder.path().join("c.pdf");
    std::fs::write(&path, "the one before").unwrap();
    let broken = Window { path: Some(path.clone()), prints: false };
    let request = json!({ "id": zoe(&world), "audience": "file" });
    let refused = api::dispatch(&world.app, &broken, "print_chronology", request);
    assert_eq!(refused.unwrap_err().code, Code::NotPrinted);
    assert_eq!(std::fs::read_to_string(path).unwrap(), "the one before");
}
