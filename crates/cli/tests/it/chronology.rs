//! A chronology as a PDF.

use std::sync::Arc;

use app::{
    App, SystemClock,
    facts::{NewFact, record_fact},
    keys::{Secret, Unlock},
    people::list_people,
};
use domain::{
    Fact,
    facts::{Address, AddressUse},
};

use crate::{Desk, PASSPHRASE};

/// Zoë, with a warning and an episode.
fn desk() -> Desk {
    let desk = Desk::with_casebook();
    desk.done(&["person", "add", "--name", "Zoë Example", "--date-of-birth", "2016-02-29", "--emergency-id"]);
    desk.done(&["warning", "add", "Zoë", "--kind", "risk_to_worker", "--text", "Visit in pairs", "--not-told", "Risk"]);
    desk.done(&["episode", "begin", "Zoë", "--kind", "assessment", "--from", "2026-11-02"]);
    desk
}

/// Hides where Zoë lives, as somebody does in the window: a terminal records no addresses.
fn hide_address(desk: &Desk) {
    let app = App::resting(&desk.place.path().join("casebook"), Arc::new(SystemClock)).unwrap();
    app.unlock(&Unlock { secret: Secret::Passphrase(PASSPHRASE.to_owned().into()), accept_older_key_file: false })
        .unwrap();
    let session = app.session().unwrap();
    let zoe = list_people(&session, "Zoë", 2).unwrap().0.remove(0).person.id;
    let address = Address {
        lines: "4 Refuge Row\nLondon".into(),
        postcode: None,
        used: AddressUse::Home,
        from: None,
        until: None,
        do_not_contact: false,
        hidden: true,
        hidden_from: Vec::new(),
        note: String::new(),
    };
    record_fact(&session, NewFact { id: None, about: vec![zoe], says: Fact::Address(address), seen: None }).unwrap();
}

fn pages(path: &std::path::Path) -> Vec<String> {
    let document = lopdf::Document::load(path).unwrap();
    document.get_pages().keys().map(|page| document.extract_text(&[*page]).unwrap()).collect()
}

#[test]
fn it_is_written_once_and_says_whose_it_is_and_what_to_beware_of() {
    let desk = desk();
    let path = desk.place.path().join("zoe.pdf");
    let to = path.to_str().unwrap();
    let said = desk.done(&["chronology", "Zoë", "--pdf", to]);
    assert!(said.contains(to) && said.contains("The file is not encrypted"), "{said}");
    let page = pages(&path).concat();
    for words in ["Chronology of Zoë Example", "Visit in pairs", "Page 1 of 1", "For the file"] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    let (exit, said) = desk.refused(&["chronology", "Zoë", "--pdf", to]);
    assert!(exit == 2 && said.contains("is there already"), "{exit}: {said}");
    let court = desk.place.path().join("court.pdf");
    desk.done(&["chronology", "Zoë", "--audience", "court", "--pdf", court.to_str().unwrap()]);
    assert!(!pages(&court).concat().contains("Visit in pairs"));
    assert!(desk.done(&["chronology", "Zoë"]).contains("Visit in pairs"));
}

#[test]
fn a_release_needs_a_reason_and_paper() {
    let desk = desk();
    desk.done(&[
        "warning",
        "add",
        "Zoë",
        "--kind",
        "risk_to_worker",
        "--text",
        "He comes to 4 Refuge Row",
        "--told",
        "by phone",
    ]);
    hide_address(&desk);
    let path = desk.place.path().join("zoe.pdf");
    let to = path.to_str().unwrap();
    let without = desk.place.path().join("without.pdf");
    desk.done(&["chronology", "Zoë", "--pdf", without.to_str().unwrap()]);
    let page = pages(&without).concat();
    assert!(page.contains("He comes to") && !page.contains("Refuge"), "{page}");
    let (exit, said) = desk.refused(&["chronology", "Zoë", "--release", "The judge ordered it"]);
    assert!(exit == 2 && said.contains("--pdf"), "{exit}: {said}");
    let (exit, _) = desk.refused(&["chronology", "Zoë", "--pdf", to, "--release", " "]);
    assert!(exit == 2 && !path.exists());
    desk.done(&["chronology", "Zoë", "--pdf", to, "--release", "The judge ordered it"]);
    let page = pages(&path).concat();
    assert!(page.contains("He comes to 4 Refuge Row"), "{page}");
    assert_eq!(desk.json(&["check"])["sound"], true);
}
