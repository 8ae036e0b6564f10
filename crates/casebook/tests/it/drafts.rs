//! Drafts: whatever was typed, valid or not, is there again; and no save overtakes another.

use casebook::{
    CasebookFault,
    tables::{
        draft::{self, Draft},
        form,
    },
};
use domain::{Clock, DraftId, PersonId};
use serde_json::json;
use testkit::{
    TempCasebook,
    entries::{DEFINITION, Entries},
};
use vault::Hash;

fn half_typed(entries: &mut Entries) -> Draft {
    let now = entries.clock.now().fixed_offset();
    let answers = json!({
        "when": "31/02/20", "seen": null, "children": [{ "said": "she wants to" }, {}],
        "note": "Half a sent", "odd": "\u{0}\u{202e}ציטל\n\t\"", "number": 1.50
    });
    Draft {
        id: DraftId(entries.id()),
        form: Hash::of(DEFINITION),
        people: vec![PersonId(entries.id())],
        answers: answers.as_object().unwrap().clone(),
        carried: vec!["children/0/said".to_owned()],
        place: Some("2:note".to_owned()),
        revision: 1,
        started: now,
        saved: now,
        set_aside: None,
        left_behind: Vec::new(),
        goes_on_from: None,
    }
}

fn with_draft(seed: u64) -> (TempCasebook, Draft) {
    let casebook = TempCasebook::create(seed);
    let draft = half_typed(&mut Entries::seeded(seed));
    casebook
        .write(|gate| {
            form::keep(gate, draft.form, DEFINITION)?;
            draft::add(gate, &draft)
        })
        .unwrap();
    (casebook, draft)
}

fn there(casebook: &TempCasebook, id: DraftId) -> Option<Draft> {
    casebook.read(|reading| Ok::<_, CasebookFault>(draft::find(reading, id)?)).unwrap()
}

#[test]
fn a_half_typed_draft_is_as_it_was_after_opening_again() {
    let (mut casebook, draft) = with_draft(21);
    casebook.reopen().unwrap();
    assert_eq!(there(&casebook, draft.id), Some(draft.clone()));
    let all = casebook.read(|reading| Ok::<_, CasebookFault>(draft::all(reading)?)).unwrap();
    assert_eq!(all, [draft]);
}

#[test]
fn a_save_that_another_overtook_changes_nothing_and_says_so() {
    let (casebook, mut draft) = with_draft(22);
    draft.revision = 2;
    draft.answers.insert("note".to_owned(), json!("Half a sentence, and more."));
    casebook.write(|gate| draft::save(gate, &draft)).unwrap();
    let kept = there(&casebook, draft.id);
    assert_eq!(kept.as_ref(), Some(&draft));
    let mut late = draft.clone();
    late.answers.clear();
    let fault = casebook.write(|gate| draft::save(gate, &late)).unwrap_err();
    assert!(matches!(fault, CasebookFault::DraftMoved { expected: 1, found: 2 }), "{fault}");
    assert_eq!(there(&casebook, draft.id), kept, "what was typed last stays");
}

#[test]
fn a_save_of_a_draft_that_is_gone_is_not_silently_dropped() {
    let (casebook, mut draft) = with_draft(23);
    casebook.write(|gate| Ok::<_, CasebookFault>(draft::remove_filed(gate, draft.id)?)).unwrap();
    draft.revision = 2;
    let fault = casebook.write(|gate| draft::save(gate, &draft)).unwrap_err();
    assert!(matches!(fault, CasebookFault::NotFound("draft")), "{fault}");
}

#[test]
fn a_draft_becomes_an_entry_or_stays() {
    let (casebook, draft) = with_draft(24);
    let mut entries = Entries::seeded(24);
    let (_, record) = entries.record_filed(&[]);
    let failed: Result<(), CasebookFault> = casebook.write(|gate| {
        draft::remove_filed(gate, draft.id)?;
        gate.append(record)?;
        Err(CasebookFault::Stopped)
    });
    assert!(failed.is_err());
    assert_eq!(there(&casebook, draft.id), Some(draft));
}
