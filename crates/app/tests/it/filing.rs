//! Filing: the record and the end of its draft are one act, and nothing is filed half.

use std::sync::Arc;

use app::{
    AppFault,
    drafts::{list_drafts, open_draft, save_draft},
    people::caseload_row,
    records::{file_draft, open_record},
};
use domain::{RecordState, Urgency};
use forms::AnswerState;
use journal::Known;
use serde_json::{Value, json};

use crate::{
    fault,
    world::{World, note, object, timeline},
};

/// A visit to these children, each seen or not, as a script writes it.
pub(crate) fn visit(children: &[(&str, bool)]) -> Value {
    let each: serde_json::Map<String, Value> = children
        .iter()
        .map(|(name, seen)| {
            let answers = match seen {
                true => json!({
                    "seen": true, "seen_alone": true, "bedroom_seen": "yes", "expressed_by": ["words"],
                    "own_words": "I showed you my bed.",
                }),
                false => json!({
                    "seen": false, "not_seen_reason": "asleep", "not_seen_next": "Back on Thursday.",
                    "bedroom_seen": "no",
                }),
            };
            ((*name).to_owned(), answers)
        })
        .collect();
    json!({
        "visit_kind": "child_in_need", "announced": true, "how": "face_to_face", "place": "family_home",
        "each_child": each, "what_happened": "We looked at the new bedroom.", "worries": "The flat was cold.",
        "analysis": "Steadier than in October.", "plan_kinds": ["cin"], "significant": false,
    })
}

#[test]
fn filing_ends_the_draft_in_the_same_act() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = world.draft("case_note", &[zoe], note(&world, "Nan rang"));
    let filed = file_draft(&world.session(), id).unwrap();
    assert_eq!((filed.form.as_str(), filed.row.record.title.as_str()), ("case_note", "Nan rang"));
    assert_eq!(filed.row.record.state, RecordState::Waiting);
    let (in_use, aside) = list_drafts(&world.session()).unwrap();
    assert!(in_use.is_empty() && aside.is_empty());
    let custody = app::delivery::status(&world.session()).unwrap().custody;
    assert_eq!((custody.filed, custody.waiting, custody.drafts), (1, 1, 0));
}

#[test]
fn a_draft_is_filed_once() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = world.draft("case_note", &[zoe], note(&world, "once"));
    file_draft(&world.session(), id).unwrap();
    assert!(matches!(fault(file_draft(&world.session(), id)), AppFault::NotFound { what: "draft" }));
    assert_eq!(timeline(&world.session(), zoe, None).unwrap().total, 1);
}

#[test]
fn two_clicks_on_file_at_once_make_one_record() {
    let world = Arc::new(World::open());
    let zoe = world.child("Zoë Example");
    for round in 0..10 {
        let id = world.draft("case_note", &[zoe], note(&world, "twice"));
        let clicks = [0, 1].map(|_| {
            let world = Arc::clone(&world);
            std::thread::spawn(move || file_draft(&world.session(), id).is_ok())
        });
        let done = clicks.map(|click| click.join().unwrap());
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "round {round}");
    }
    assert_eq!(timeline(&world.session(), zoe, None).unwrap().total, 10);
}

#[test]
fn what_is_saved_while_the_draft_is_being_filed_is_never_lost() {
    let world = Arc::new(World::open());
    let zoe = world.child("Zoë Example");
    for round in 0..10 {
        let id = world.draft("case_note", &[zoe], note(&world, "first words"));
        let revision = open_draft(&world.session(), id).unwrap().draft.revision;
        let typing = {
            let world = Arc::clone(&world);
            let last = object(note(&world, "last words"));
            std::thread::spawn(move || save_draft(&world.session(), id, last, revision, None).is_ok())
        };
        let filed = file_draft(&world.session(), id);
        let saved = typing.join().unwrap();
        match filed {
            // Filed after the save, it has what was saved; before it, the save was refused.
            Ok(filed) => {
                let expected = if saved { "last words" } else { "first words" };
                assert_eq!(filed.row.record.title, expected, "round {round}");
            }
            Err(refused) => {
                assert!(saved && matches!(refused, AppFault::DraftMoved), "round {round}: {refused}");
                let kept = open_draft(&world.session(), id).unwrap().draft.answers;
                assert_eq!(kept["title"], "last words");
            }
        }
    }
}

#[test]
fn a_record_over_4_mib_is_refused_and_its_draft_kept() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let mut long = note(&world, "long");
    long["what_happened"] = json!("x".repeat(journal::MAX_BODY_BYTES));
    let id = world.draft("case_note", &[zoe], long.clone());
    let refused = fault(file_draft(&world.session(), id));
    assert!(
        matches!(refused, AppFault::RecordTooLarge { size, most } if size > most && most == journal::MAX_BODY_BYTES),
        "{refused}"
    );
    let kept = open_draft(&world.session(), id).unwrap().draft;
    assert_eq!(Value::Object(kept.answers), long);
    assert_eq!(timeline(&world.session(), zoe, None).unwrap().total, 0);

    // Shortened, it goes; and the chain is as if nothing had been refused.
    save_draft(&world.session(), id, object(note(&world, "short")), kept.revision, None).unwrap();
    file_draft(&world.session(), id).unwrap();
    let found = app::care::check_casebook(&world.session(), &mut |_, _| true).unwrap();
    assert!(found.report.faults.is_empty());
}

#[test]
fn a_visit_to_two_siblings_is_one_record_on_both_timelines_and_counts_as_seen_who_was_seen() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let filed = world.plain("visit", visit(&[("Zoë Example", true), ("Sam Example", false)])).unwrap();
    assert_eq!(filed.row.people.len(), 2);
    for child in [zoe, sam] {
        let there = timeline(&world.session(), child, None).unwrap();
        assert_eq!((there.total, there.records[0].record.id), (1, filed.row.record.id));
    }
    let seen = |child| caseload_row(&world.session(), child).unwrap().last_seen.map(|seen| seen.date.to_string());
    assert_eq!(seen(zoe).unwrap(), "2026-11-23");
    assert_eq!(seen(sam), None, "a child who was not seen was not seen");
    assert_eq!(app::delivery::status(&world.session()).unwrap().custody.filed, 1);
    let waiting = |child| caseload_row(&world.session(), child).unwrap().waiting;
    assert_eq!((waiting(zoe), waiting(sam)), (1, 1));
}

#[test]
fn a_contact_is_filed_with_no_child_on_file() {
    let world = World::open();
    let filed = world
        .plain(
            "contact",
            json!({
                "channel": "phone", "source": "9_anonymous", "summary_line": "A child cries at night",
                "about_whom": "nobody", "question_asked": "Whom do I tell?", "advice_given": "Us, at any hour.",
                "outcome": "signpost", "signposted_to": "The early help line",
                "rationale": "No child is known.", "decided_by": "Ruth Exemplar", "decided_date": world.today(),
            }),
        )
        .unwrap();
    assert_eq!((filed.row.people.len(), filed.row.record.title.as_str()), (0, "A child cries at night"));
    let waiting = app::delivery::outbox(&world.session()).unwrap().waiting;
    assert_eq!(waiting.iter().map(|row| row.record.id).collect::<Vec<_>>(), [filed.row.record.id]);
}

#[test]
fn a_must_have_may_be_filed_empty_with_a_reason_and_not_without() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let mut answers = note(&world, "reason");
    answers["what_happened"] = json!({ "not_known_because": " " });
    let id = world.draft("case_note", &[zoe], answers.clone());
    let AppFault::NotReady { problems } = fault(file_draft(&world.session(), id)) else {
        panic!("a blank is no reason")
    };
    assert_eq!(problems.len(), 1);

    answers["what_happened"] = json!({ "not_known_because": "The line broke off." });
    let revision = open_draft(&world.session(), id).unwrap().draft.revision;
    save_draft(&world.session(), id, object(answers), revision, None).unwrap();
    let filed = file_draft(&world.session(), id).unwrap();
    let open = open_record(&world.session(), filed.row.record.id).unwrap();
    let row =
        open.sections.iter().flat_map(|section| &section.rows).find(|row| row.path.to_string() == "what_happened");
    let row = row.unwrap();
    assert_eq!((row.state, row.answer.as_str()), (AnswerState::NotKnown, "The line broke off."));
}

#[test]
fn an_event_without_a_date_is_never_filed_whatever_the_reason() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let mut answers = note(&world, "when");
    answers["when_date"] = json!({ "not_known_because": "Forgotten." });
    let id = world.draft("case_note", &[zoe], answers);
    assert!(matches!(fault(file_draft(&world.session(), id)), AppFault::NotReady { .. }));
}

#[test]
fn answers_that_are_no_longer_asked_are_shown_before_filing_and_not_filed() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let mut answers = note(&world, "hidden");
    answers["third_party_what"] = json!("What the neighbour said.");
    let id = world.draft("case_note", &[zoe], answers);
    let checked = app::drafts::check_draft(&world.session(), id).unwrap();
    assert_eq!(checked.not_filed.len(), 1);
    assert_eq!(checked.not_filed[0].0.to_string(), "third_party_what");
    file_draft(&world.session(), id).unwrap();
    let journal = world.locked_journal();
    let filed = journal.iter().find_map(|noted| match &noted.act {
        Known::RecordFiled(filed) => Some(filed),
        _ => None,
    });
    let filed = filed.unwrap();
    assert!(!filed.answers.to_string().contains("neighbour"));
    assert_eq!((filed.urgency, filed.people.as_slice()), (Urgency::Normal, [zoe].as_slice()));
}

#[test]
fn opening_a_file_and_a_record_are_entries() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let record = world.note(&[zoe], "looked at").row.record.id;
    app::child::open_child(&world.session(), zoe).unwrap();
    open_record(&world.session(), record).unwrap();
    // A list is no file.
    app::people::list_people(&world.session(), "", 10).unwrap();
    let opened: Vec<_> = world
        .locked_journal()
        .into_iter()
        .filter_map(|noted| match noted.act {
            Known::FileOpened(opened) => Some((opened.person, opened.record)),
            _ => None,
        })
        .collect();
    assert_eq!(opened, [(Some(zoe), None), (None, Some(record))]);
}

#[test]
fn a_name_that_fits_two_people_or_nobody_files_nothing() {
    let world = World::open();
    world.child("Zoë Example");
    world.child("Zoë Exampleton");
    let filed = world.plain("visit", visit(&[("Zoë", true)]));
    assert!(matches!(fault(filed), AppFault::PersonUnclear { number: 2 }));
    let filed = world.plain("visit", visit(&[("Nobody", true)]));
    assert!(matches!(fault(filed), AppFault::NotFound { what: "person" }));
    let unknown = world.plain("case_note", json!({ "no_such_question": 1 }));
    assert!(matches!(fault(unknown), AppFault::AnswersUnreadable { .. }));
    let no_answers = world.plain("case_note", json!(["a", "b"]));
    assert!(matches!(fault(no_answers), AppFault::AnswersUnreadable { .. }));
    assert_eq!(app::delivery::status(&world.session()).unwrap().custody.filed, 0);
}
