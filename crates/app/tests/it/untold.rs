//! What somebody may not see, and what somebody in the family does not know: on the screen, in
//! chronologies, in exports.

use app::{
    AppFault,
    child::{Audience, Chronology, ChronologyOf, chronology, open_child},
    facts::{NewFact, record_fact, withdraw_fact},
    responses::{ExportResponses, export_responses},
};
use domain::{
    Fact, FactKind, PersonId, RecordId,
    facts::{Address, Allocation, AllocationRole, Mark, NotTold, Summary, Target, Unaware, Worker},
};
use exchange::{FileKind, Layout};
use journal::{Known, Subject};
use rstest::rstest;

use crate::{
    child_file::{import_history, old_note},
    facts::{day, is_the, keep, lives_at, same},
    fault,
    world::{World, note},
};

const LEFT_OUT: &str = "[left out]";

/// Ruth is allocated to somebody from today.
pub(crate) fn allocated_to_me(world: &World, person: PersonId) {
    let worker = Worker { name: "Ruth  exemplar".into(), email: None, author: None };
    keep(world, &[person], Fact::Allocation(allocation(world, worker)));
}

fn allocation(world: &World, worker: Worker) -> Allocation {
    Allocation {
        team: "Assessment".into(),
        worker: Some(worker),
        role: AllocationRole::SecondWorker,
        from: day(&world.today()),
        until: None,
        reason: String::new(),
        ended_because: String::new(),
        handover: String::new(),
        priority: None,
    }
}

pub(crate) fn refuge(hidden_from: &[PersonId]) -> Address {
    Address { hidden: true, hidden_from: hidden_from.to_vec(), ..lives_at("4 Refuge Row\nLondon") }
}

fn shown(world: &World, person: PersonId) -> (bool, String) {
    let child = open_child(&world.session(), person).unwrap();
    let address = child.facts.into_iter().find(|fact| fact.known.says.kind() == FactKind::Address).unwrap();
    match address.known.says {
        Fact::Address(says) => (address.hidden, says.lines),
        _ => (address.hidden, String::new()),
    }
}

/// A note about somebody with this text, marked as significant.
pub(crate) fn significant(world: &World, person: PersonId, title: &str, text: &str) -> RecordId {
    let mut answers = note(world, title);
    answers["what_happened"] = text.into();
    world.minutes(1);
    let draft = world.draft("case_note", &[person], answers);
    let record = app::records::file_draft(&world.session(), draft).unwrap().row.record.id;
    let mark = Mark { of: Target::Record(record), significant: true, headline: String::new(), life_story: false };
    keep(world, &[], Fact::Mark(mark));
    record
}

fn says(of: Target, passage: &str) -> Fact {
    let because = "She is to hear it from her mother".to_owned();
    Fact::NotTold(NotTold { of, passage: passage.to_owned(), unaware: Unaware::Child, because })
}

pub(crate) fn not_told(world: &World, of: Target, passage: &str) {
    keep(world, &[], says(of, passage));
}

fn made(world: &World, person: PersonId, audience: Audience, printed: bool) -> Chronology {
    let of = ChronologyOf { person, family: false, audience, printed, release: None };
    chronology(&world.session(), of, LEFT_OUT).unwrap()
}

fn extracts(chronology: &Chronology) -> Vec<&str> {
    chronology.events.iter().map(|event| event.extract.as_str()).collect()
}

#[test]
fn a_hidden_address_is_kept_from_whoever_works_with_the_one_it_is_hidden_from() {
    let world = World::open();
    let (zoe, him) = (world.child("Zoë Example"), world.child("He Example"));
    let kept = keep(&world, &[zoe], Fact::Address(refuge(&[him])));
    assert_eq!(shown(&world, zoe), (false, "4 Refuge Row\nLondon".to_owned()), "others must find the door");
    allocated_to_me(&world, him);
    assert_eq!(shown(&world, zoe), (true, String::new()));
    // Who may not see it can neither change it nor take it back.
    let typed =
        NewFact { seen: None, id: Some(kept.known.id), about: vec![zoe], says: Fact::Address(lives_at("Elsewhere")) };
    assert!(matches!(fault(record_fact(&world.session(), typed)), AppFault::NotAllowed));
    assert!(matches!(fault(withdraw_fact(&world.session(), kept.known.id, "x")), AppFault::NotAllowed));
}

#[test]
fn a_hidden_address_is_kept_from_me_under_whichever_name_my_e_mail_address_has() {
    let world = World::open();
    let (zoe, him, sam) = (world.child("Zoë Example"), world.child("He Example"), world.child("Sam Example"));
    keep(&world, &[zoe], Fact::Address(refuge(&[him])));
    let with = |person: PersonId, name: &str| {
        let worker = Worker { name: name.into(), email: Some("Ruth@example.org".into()), author: None };
        keep(&world, &[person], Fact::Allocation(allocation(&world, worker)));
    };
    with(sam, "Ruth Exemplar");
    assert!(!shown(&world, zoe).0);
    with(him, "Exemplar, R. (agency)");
    assert_eq!(shown(&world, zoe), (true, String::new()), "by the rule by which he is on my list");
}

#[rstest]
#[case("perpetrator_of_abuse", true)]
#[case("victim_of_abuse", false)]
fn a_hidden_address_is_kept_from_whoever_works_with_a_perpetrator_said_from_either_side(
    #[case] relation: &str,
    #[case] of_him: bool,
) {
    let world = World::open();
    let (zoe, him) = (world.child("Zoë Example"), world.child("He Example"));
    keep(&world, &[zoe], Fact::Address(refuge(&[])));
    let (of, to) = if of_him { (him, zoe) } else { (zoe, him) };
    keep(&world, &[], Fact::Relationship(is_the(of, relation, to)));
    assert!(!shown(&world, zoe).0);
    allocated_to_me(&world, him);
    assert_eq!(shown(&world, zoe), (true, String::new()));
}

#[test]
fn a_version_that_hides_it_hides_the_open_one_beside_it_too() {
    let (one, two) = (World::open(), World::open());
    let (zoe, him) = (one.child("Zoë Example"), one.child("He Example"));
    let id = keep(&one, &[zoe], Fact::Address(lives_at("4 Refuge Row\nLondon"))).known.id;
    allocated_to_me(&one, him);
    two.receive(&one.entries());
    let again = |says: Address| NewFact { seen: None, id: Some(id), about: vec![zoe], says: Fact::Address(says) };
    two.minutes(10);
    record_fact(&two.session(), again(refuge(&[him]))).unwrap();
    one.minutes(20);
    let noted = Address { note: "Ring twice".into(), ..lives_at("4 Refuge Row\nLondon") };
    record_fact(&one.session(), again(noted)).unwrap();
    one.receive(&two.entries());
    let child = open_child(&one.session(), zoe).unwrap();
    let address = child.facts.iter().find(|fact| fact.known.says.kind() == FactKind::Address).unwrap();
    assert_eq!((address.hidden, address.beside.len()), (true, 1));
    let lines = |says: &Fact| matches!(says, Fact::Address(it) if it.lines.is_empty() && it.postcode.is_none());
    assert!(lines(&address.known.says) && lines(&address.beside[0].says));
}

#[test]
fn a_passage_is_left_out_for_everybody_but_the_file() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let record = significant(&world, zoe, "Talk with Nan", "Nan said that he is\nnot the father. She was calm.");
    not_told(&world, Target::Record(record), "he is not the father");
    let file = made(&world, zoe, Audience::File, false);
    assert_eq!(extracts(&file), ["Nan said that he is not the father. She was calm."]);
    assert_eq!((file.left_out, file.events[0].not_told.len()), (0, 1));
    for audience in [Audience::Family, Audience::Court, Audience::Partner] {
        let made = made(&world, zoe, audience, false);
        assert_eq!(extracts(&made), ["Nan said that [left out]. She was calm."]);
        assert_eq!((made.left_out, made.events[0].not_told.len()), (1, 0));
    }
}

#[test]
fn of_two_versions_that_stand_side_by_side_each_leaves_out_its_passage() {
    let (one, two) = (World::of_editor(), World::open());
    let zoe = one.child("Zoë Example");
    let record = significant(&one, zoe, "Talk with Nan", "He is not the father. She was cut as a baby.");
    let of = Target::Record(record);
    let id = keep(&one, &[], says(of, "father")).known.id;
    two.receive(&one.entries());
    for (world, passage) in [(&one, "not the father"), (&two, "cut as a baby")] {
        world.minutes(10);
        record_fact(&world.session(), NewFact { seen: None, id: Some(id), about: Vec::new(), says: says(of, passage) })
            .unwrap();
    }
    one.receive(&two.entries());
    let told = "He is [left out]. She was [left out].";
    assert_eq!(extracts(&made(&one, zoe, Audience::Family, false)), [told]);
    let on_file = made(&one, zoe, Audience::File, false);
    assert_eq!((on_file.events[0].not_told.len(), on_file.events[0].not_told[0].beside.len()), (1, 1));
    assert!(exported(&one, Layout::GoogleSheet).contains(told));
}

#[test]
fn a_hidden_address_on_another_file_of_a_relative_is_left_out_too() {
    let world = World::of_editor();
    let (zoe, amira, other_file) =
        (world.child("Zoë Example"), world.child("Amira Example"), world.child("Amira Exampel"));
    keep(&world, &[], Fact::Relationship(is_the(amira, "mother", zoe)));
    keep(&world, &[], same(amira, other_file, true));
    keep(&world, &[other_file], Fact::Address(refuge(&[])));
    significant(&world, zoe, "Moved", "They live at 4 Refuge Row now.");
    assert_eq!(extracts(&made(&world, zoe, Audience::Court, true)), ["They live at [left out] now."]);
    assert!(!exported(&world, Layout::GoogleSheet).contains("Refuge"));
}

#[test]
fn a_print_of_a_familys_chronology_names_whose_files_it_is_from() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    keep(&world, &[], Fact::Relationship(is_the(zoe, "sibling", sam)));
    for family in [false, true] {
        let of = ChronologyOf { person: zoe, family, audience: Audience::Court, printed: true, release: None };
        chronology(&world.session(), of, LEFT_OUT).unwrap();
    }
    let bodies = world.entries().into_iter().filter_map(|entry| entry.body?.read().ok());
    let printed: Vec<_> = bodies
        .filter_map(|body| match Known::read(&body) {
            Some(Known::Printed(printed)) => Some((printed.family, body.subjects)),
            _ => None,
        })
        .collect();
    let [zoe, sam] = [zoe, sam].map(Subject::Person);
    assert_eq!(printed, [(false, vec![zoe]), (true, vec![zoe, sam])]);
}

#[test]
fn an_event_that_is_not_told_at_all_is_counted_and_not_there() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let all = significant(&world, zoe, "Secret", "All of it.");
    not_told(&world, Target::Record(all), "");
    significant(&world, zoe, "Open", "Anybody may read it.");
    let made = made(&world, zoe, Audience::Family, false);
    assert_eq!((extracts(&made), made.left_out), (vec!["Anybody may read it."], 1));
}

#[test]
fn a_passage_that_stands_there_no_longer_leaves_out_the_event() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let record = significant(&world, zoe, "Talk with Nan", "He isn't the father.");
    not_told(&world, Target::Record(record), "he is not the father");
    let made = made(&world, zoe, Audience::Family, false);
    assert_eq!((made.events.len(), made.left_out), (0, 1));
}

#[test]
fn a_passage_of_a_recovered_note_is_left_out_too() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let old = old_note(1, zoe, Some("2019-05-01"), "She was cut as a baby and does not know.");
    let of = Target::Note(old.id);
    import_history(&world, "2026-10-11", vec![old]);
    keep(&world, &[], Fact::Mark(Mark { of, significant: true, headline: "FGM known".into(), life_story: false }));
    not_told(&world, of, "was cut as a baby");
    let made = made(&world, zoe, Audience::Family, false);
    assert_eq!(extracts(&made), ["She [left out] and does not know."]);
}

#[test]
fn a_hidden_address_is_in_no_print_and_nothing_for_others() {
    let world = World::open();
    let (zoe, amira) = (world.child("Zoë Example"), world.child("Amira Example"));
    keep(&world, &[], Fact::Relationship(is_the(amira, "mother", zoe)));
    keep(&world, &[amira], Fact::Address(refuge(&[])));
    significant(&world, zoe, "Moved to 4 Refuge Row", "They live at 4 Refuge Row, London, E81AA now.");
    let on_screen = made(&world, zoe, Audience::File, false);
    assert_eq!(extracts(&on_screen), ["They live at 4 Refuge Row, London, E81AA now."]);
    for (audience, printed) in [(Audience::File, true), (Audience::Family, false), (Audience::Court, true)] {
        let made = made(&world, zoe, audience, printed);
        assert_eq!(extracts(&made), ["They live at [left out], London, [left out] now."]);
        assert_eq!(made.events[0].title, "Moved to [left out]");
        assert_eq!(made.left_out, 3);
    }
}

#[test]
fn the_summary_on_top_is_left_out_by_the_same_rule() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let summary = keep(
        &world,
        &[zoe],
        Fact::Summary(Summary {
            on: day("2026-11-20"),
            who_am_i: "I am Zoë. My dad is not my dad.".into(),
            what_matters: "Football".into(),
            what_next: String::new(),
        }),
    );
    not_told(&world, Target::Fact(summary.known.id), "My dad is not my dad.");
    let who = |made: &Chronology| match &made.summary.as_ref().unwrap().known.says {
        Fact::Summary(says) => says.who_am_i.clone(),
        _ => String::new(),
    };
    assert_eq!(who(&made(&world, zoe, Audience::File, false)), "I am Zoë. My dad is not my dad.");
    assert_eq!(who(&made(&world, zoe, Audience::Family, false)), "I am Zoë. [left out]");
}

#[test]
fn a_chronology_is_oldest_first_and_printing_it_is_an_entry() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    import_history(
        &world,
        "2026-10-11",
        vec![old_note(1, zoe, None, "undated"), old_note(2, zoe, Some("2019-05-01"), "old")],
    );
    for id in [1, 2] {
        let of = Target::Note(domain::NoteId::from_bytes([id; 16]));
        keep(&world, &[], Fact::Mark(Mark { of, significant: true, headline: String::new(), life_story: false }));
    }
    significant(&world, zoe, "new", "new");
    world.note(&[zoe], "not significant");
    let screen = made(&world, zoe, Audience::File, false);
    assert_eq!(extracts(&screen), ["old", "new", "undated"]);
    assert_eq!((screen.made_by.as_str(), screen.gap.is_some()), ("Ruth Exemplar", true));
    made(&world, zoe, Audience::Court, true);
    let printed: Vec<_> = world
        .locked_journal()
        .into_iter()
        .filter_map(|noted| if let Known::Printed(printed) = noted.act { Some(printed) } else { None })
        .collect();
    assert_eq!(printed.len(), 1);
    assert_eq!((printed[0].person, printed[0].audience.as_str()), (zoe, "court"));
}

fn exported(world: &World, layout: Layout) -> String {
    let export = ExportResponses { form: "case_note".into(), layout, file: FileKind::Csv, filters: Vec::new() };
    let mut out = Vec::new();
    let word = |name: &str| if name == "left_out" { LEFT_OUT.to_owned() } else { name.to_owned() };
    export_responses(&world.session(), export, &mut out, world.place(), word).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn an_export_leaves_out_passages_and_hidden_addresses_but_for_the_lossless_one() {
    let world = World::of_editor();
    let (zoe, amira) = (world.child("Zoë Example"), world.child("Amira Example"));
    keep(&world, &[], Fact::Relationship(is_the(amira, "mother", zoe)));
    keep(&world, &[amira], Fact::Address(refuge(&[])));
    let record = significant(&world, zoe, "Call", "He is not the father. They are at 4 Refuge Row now.");
    not_told(&world, Target::Record(record), "not the father");
    let secret = significant(&world, zoe, "Private", "Nothing of this is told.");
    not_told(&world, Target::Record(secret), "");
    let sheet = exported(&world, Layout::GoogleSheet);
    assert!(sheet.contains("He is [left out]. They are at [left out] now."), "{sheet}");
    for gone in ["not the father", "Refuge", "Nothing of this", "Private"] {
        assert!(!sheet.contains(gone), "{gone} is in {sheet}");
    }
    let lossless = exported(&world, Layout::Lossless);
    assert!(lossless.contains("He is not the father.") && lossless.contains("Nothing of this is told."));
}
