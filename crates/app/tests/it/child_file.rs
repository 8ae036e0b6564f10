//! A child's file: what is new, what was recovered, its timeline, marks on what nobody may change.

use std::{collections::BTreeMap, io::Write};

use app::{
    AppFault,
    child::{EventWhat, TimelineOf, open_child, open_note, timeline},
    documents::{NewDocument, add_document, open_document},
    facts::{NewFact, record_fact},
    people::mark_id,
    records::file_draft,
};
use domain::{
    AuthorId, BatchId, EventTime, Fact, NoteId, PersonId, Stamp,
    facts::{Document, Episode, EpisodeKind, Mark, Target},
};
use flate2::{Compression, write::GzEncoder};
use journal::{BlobUse, HistoricNote, Known, NewEntry, PackHolds, PackImported, PackLine};
use serde_json::json;

use crate::{
    facts::{day, is_the, keep, lives_at},
    fault,
    world::{World, asks_text, note, own_form},
};

pub(crate) fn old_note(id: u8, person: PersonId, at: Option<&str>, text: &str) -> HistoricNote {
    HistoricNote {
        id: NoteId::from_bytes([id; 16]),
        people: vec![person],
        at: at.map(|at| at.parse::<EventTime>().unwrap()),
        written_date: if at.is_none() { "00/00/00".to_owned() } else { String::new() },
        sort: "Home visit".into(),
        title: format!("Old note {id}"),
        author: "Old Worker".into(),
        text: text.to_owned(),
    }
}

/// Takes in a pack of a lost system's notes, as an import does.
pub(crate) fn import_history(world: &World, as_at: &str, notes: Vec<HistoricNote>) {
    let batch = BatchId(domain::Clock::new_id(world.clock.as_ref()));
    let mut lines = GzEncoder::new(Vec::new(), Compression::fast());
    let count = u32::try_from(notes.len()).unwrap();
    for note in notes {
        writeln!(lines, "{}", serde_json::to_string(&PackLine::Note(note)).unwrap()).unwrap();
    }
    let lines = lines.finish().unwrap();
    world.minutes(1);
    world.lock();
    let beneath = world.beneath();
    let blob = beneath.blobs().put(lines.as_slice()).unwrap();
    let entry = NewEntry {
        author: AuthorId::from_bytes([3; 16]),
        act: Known::PackImported(PackImported {
            batch,
            lines: blob.hash,
            holds: PackHolds::History,
            system: "Mosaic".into(),
            as_at: day(as_at),
            file_name: "notes.csv".into(),
            file_hash: blob.hash,
            count,
            rows: None,
            columns: BTreeMap::default(),
            dates: None,
        }),
        event_time: None,
        recorded: Stamp::now(world.clock.as_ref(), false),
        subjects: Vec::new(),
        based_on: Vec::new(),
        blobs: vec![BlobUse { hash: blob.hash, size: blob.size }],
    };
    beneath.write(|gate| gate.append(entry)).unwrap();
    while {
        let taken = beneath.take_notes(batch, 100).unwrap();
        taken.done < taken.total
    } {}
    beneath.settle().unwrap();
    drop(beneath);
    world.unlock().unwrap();
}

fn titles(world: &World, of: &TimelineOf) -> Vec<String> {
    timeline(&world.session(), of).unwrap().events.into_iter().map(|event| event.title).collect()
}

fn mark(of: Target, headline: &str) -> Fact {
    Fact::Mark(Mark { of, significant: true, headline: headline.to_owned(), life_story: false })
}

#[test]
fn what_came_since_is_still_new_after_a_reload_and_old_at_the_next_look() {
    let (one, two) = (World::open(), World::open());
    let zoe = one.child("Zoë Example");
    assert!(open_child(&one.session(), zoe).unwrap().since.is_none(), "nobody looked before");
    two.receive(&one.entries());
    two.minutes(24 * 60);
    one.minutes(24 * 60);
    two.note(&[zoe], "by a colleague");
    keep(&two, &[zoe], Fact::Address(lives_at("1 First Street")));
    one.receive(&two.entries());
    one.note(&[zoe], "my own");
    for _ in 0..3 {
        let child = open_child(&one.session(), zoe).unwrap();
        let since = child.since.unwrap();
        assert_eq!((since.records, since.facts), (1, 1), "my own are not new to me");
        let new: Vec<_> = child.timeline.events.iter().filter(|event| event.new).map(|event| &event.title).collect();
        assert_eq!(new, ["by a colleague"]);
        assert!(child.facts.iter().any(|fact| fact.new));
        one.minutes(10);
    }
    one.minutes(31);
    let since = open_child(&one.session(), zoe).unwrap().since.unwrap();
    assert_eq!((since.records, since.facts), (0, 0));
}

#[test]
fn looking_at_one_thing_on_a_file_is_an_entry_and_no_look_at_the_file() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let upload = Some(world.upload("letter.txt", b"Dear all"));
    let new = NewDocument { upload, about: vec![zoe], sort: "letter".into(), ..NewDocument::default() };
    let letter = add_document(&world.session(), new).unwrap().known.id;
    open_child(&world.session(), zoe).unwrap();
    world.minutes(60);
    let old = old_note(1, zoe, Some("2019-05-01"), "x");
    import_history(&world, "2026-10-11", vec![old.clone()]);
    open_note(&world.session(), old.id).unwrap();
    open_document(&world.session(), letter).unwrap();
    world.minutes(60);
    assert_eq!(open_child(&world.session(), zoe).unwrap().since.unwrap().records, 1, "the note is still new");
    let looks = world.locked_journal().into_iter().filter_map(|noted| match noted.act {
        Known::FileOpened(opened) => Some((opened.whole_file(), opened.note, opened.document)),
        _ => None,
    });
    let expected =
        [(Some(zoe), None, None), (None, Some(old.id), None), (None, None, Some(letter)), (Some(zoe), None, None)];
    assert_eq!(looks.collect::<Vec<_>>(), expected);
}

#[test]
fn recovered_notes_stand_among_records_by_the_day_of_the_event_and_the_gap_is_said() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    import_history(
        &world,
        "2026-10-11",
        vec![
            old_note(1, zoe, Some("2019-05-01"), "Seen at home.\n\nAll well."),
            old_note(2, zoe, Some("1899-12-30"), "A date that a spreadsheet made."),
            old_note(3, zoe, None, "No date that anybody can read."),
        ],
    );
    // Of something before the loss: it closes no gap.
    let mut late = note(&world, "recorded late");
    late["when_date"] = "2026-10-01".into();
    let draft = world.draft("case_note", &[zoe], late);
    app::records::file_draft(&world.session(), draft).unwrap();
    world.note(&[zoe], "here");
    let child = open_child(&world.session(), zoe).unwrap();
    let order: Vec<_> = child.timeline.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(order, ["here", "recorded late", "Old note 1", "Old note 2", "Old note 3"]);
    let last = child.timeline.events.last().unwrap();
    assert_eq!((&last.event_time, last.written_date.as_str()), (&None, "00/00/00"));
    assert_eq!(last.recovered, Some(("Mosaic".to_owned(), day("2026-10-11"))));
    assert_eq!(child.recovered, [("Mosaic".to_owned(), day("2026-10-11"))]);
    let gap = child.gap.unwrap();
    assert_eq!((gap.from, gap.until), (day("2026-10-12"), day("2026-11-22")));
    assert_eq!(child.timeline.sorts["note"], 3);
    assert_eq!(child.timeline.authors, ["Old Worker", "Ruth Exemplar"]);
    assert_eq!(child.timeline.events[2].extract, "Seen at home. All well.");
}

#[test]
fn a_file_without_a_pack_has_no_gap() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    world.note(&[zoe], "here");
    let child = open_child(&world.session(), zoe).unwrap();
    assert!(child.gap.is_none() && child.recovered.is_empty());
}

#[test]
fn a_note_is_marked_and_never_changed() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let old = old_note(1, zoe, Some("2019-05-01"), "Seen at home.");
    import_history(&world, "2026-10-11", vec![old.clone()]);
    let of = Target::Note(old.id);
    // On whose files it stands comes from the note.
    let kept = keep(&world, &[], mark(of, "First seen at home"));
    assert_eq!((kept.known.id, kept.known.about.as_slice()), (mark_id(of), [zoe].as_slice()));
    let only = TimelineOf { significant: true, ..TimelineOf::first(zoe) };
    let events = timeline(&world.session(), &only).unwrap().events;
    assert_eq!(
        (events.len(), events[0].headline.as_str(), events[0].mark),
        (1, "First seen at home", Some(mark_id(of)))
    );
    let again = keep(&world, &[], mark(of, "Seen"));
    assert_eq!(again.known.id, kept.known.id, "one note has one mark");
    let unmarked = Mark { of, significant: false, headline: String::new(), life_story: true };
    keep(&world, &[], Fact::Mark(unmarked));
    assert!(timeline(&world.session(), &only).unwrap().events.is_empty());
    let open = open_note(&world.session(), old.id).unwrap();
    assert_eq!((open.text, open.event.life_story, open.people.len()), (old.text, true, 1));
}

#[test]
fn what_is_not_here_cannot_be_marked() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let of = Target::Note(NoteId::from_bytes([9; 16]));
    let new = NewFact { seen: None, id: None, about: vec![zoe], says: mark(of, "x") };
    assert!(matches!(fault(record_fact(&world.session(), new)), AppFault::NotFound { what: "note" }));
    assert!(matches!(
        fault(open_note(&world.session(), NoteId::from_bytes([9; 16]))),
        AppFault::NotFound { what: "note" }
    ));
}

#[test]
fn a_mark_goes_before_what_the_form_said() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let filed = world.note(&[zoe], "plain").row.record.id;
    let of = Target::Record(filed);
    keep(&world, &[], mark(of, "It mattered after all"));
    let event = timeline(&world.session(), &TimelineOf::first(zoe)).unwrap().events.remove(0);
    assert!(event.significant);
    assert_eq!(event.headline, "It mattered after all");
}

#[test]
fn documents_and_episodes_stand_on_the_timeline() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    keep(
        &world,
        &[zoe],
        Fact::Episode(Episode {
            episode: EpisodeKind::Assessment,
            from: "2026-09-01".parse().unwrap(),
            until: Some("2026-10-20".parse().unwrap()),
            own_date: None,
            came_from: None,
            begun_by: None,
            ended_by: None,
            details: Default::default(),
            note: String::new(),
        }),
    );
    keep(
        &world,
        &[zoe],
        Fact::Document(Document {
            title: "Letter of the school".into(),
            sort: "letter".into(),
            on: Some(day("2026-10-01")),
            file: None,
            thought_to_be: "At the school".into(),
            note: String::new(),
        }),
    );
    let all = timeline(&world.session(), &TimelineOf::first(zoe)).unwrap();
    let what: Vec<_> = all.events.iter().map(|event| event.what).collect();
    assert_eq!(what, [EventWhat::EpisodeEnded, EventWhat::Document, EventWhat::EpisodeBegun]);
    assert_eq!((all.sorts["episode"], all.sorts["document"]), (2, 1));
    let letters = TimelineOf { sorts: vec!["document".into()], ..TimelineOf::first(zoe) };
    assert_eq!(titles(&world, &letters), ["Letter of the school"]);
}

#[test]
fn a_timeline_is_filtered_by_author_and_period() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    import_history(&world, "2026-10-11", vec![old_note(1, zoe, Some("2019-05-01"), "x"), old_note(2, zoe, None, "y")]);
    world.note(&[zoe], "here");
    let old = TimelineOf { author: Some("Old Worker".into()), ..TimelineOf::first(zoe) };
    assert_eq!(titles(&world, &old), ["Old note 1", "Old note 2"]);
    let period = TimelineOf { until: Some(day("2020-01-01")), ..TimelineOf::first(zoe) };
    assert_eq!(titles(&world, &period), ["Old note 1"], "what has no date is in no period");
    let since = TimelineOf { from: Some(day("2020-01-01")), ..TimelineOf::first(zoe) };
    assert_eq!(titles(&world, &since), ["here"]);
}

#[test]
fn parts_of_a_mixed_timeline_overlap_in_nothing() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    // Two hundred of one moment.
    let notes = (0..120).map(|id| old_note(id, zoe, Some("2019-05-01"), "x")).collect();
    import_history(&world, "2026-10-11", notes);
    let mut of = TimelineOf::first(zoe);
    let (mut seen, mut parts) = (std::collections::BTreeSet::new(), Vec::new());
    loop {
        let part = timeline(&world.session(), &of).unwrap();
        assert_eq!(part.total, 120);
        assert_eq!(part.sorts.is_empty(), of.after.is_some(), "what there is to filter by comes once");
        parts.push(part.events.len());
        seen.extend(part.events.iter().map(|event| event.title.clone()));
        of.after = part.next;
        if of.after.is_none() {
            break;
        }
    }
    assert_eq!((parts, seen.len()), (vec![50, 50, 20], 120));
}

#[test]
fn a_family_timeline_has_brothers_and_sisters_and_looking_is_an_entry_for_each() {
    let world = World::open();
    let (zoe, sam, foster) = (world.child("Zoë Example"), world.child("Sam Example"), world.child("Kit Other"));
    keep(&world, &[], Fact::Relationship(is_the(zoe, "half_sibling", sam)));
    keep(&world, &[], Fact::Relationship(is_the(zoe, "foster_sibling", foster)));
    world.note(&[sam], "of Sam");
    world.note(&[foster], "of Kit");
    world.note(&[zoe, sam], "of both");
    let family = TimelineOf { family: true, ..TimelineOf::first(zoe) };
    assert_eq!(titles(&world, &family).len(), 2, "each once, and nothing of a foster child's");
    titles(&world, &family);
    assert_eq!(titles(&world, &TimelineOf::first(zoe)), ["of both"]);
    let opened = world
        .locked_journal()
        .into_iter()
        .filter(|noted| matches!(&noted.act, Known::FileOpened(opened) if opened.person == Some(sam)));
    assert_eq!(opened.count(), 1);
}

#[test]
fn a_look_at_a_familys_timeline_leaves_what_is_new_on_the_files_of_brothers_and_sisters_new() {
    let (one, two) = (World::open(), World::open());
    let (zoe, sam) = (one.child("Zoë Example"), one.child("Sam Example"));
    keep(&one, &[], Fact::Relationship(is_the(zoe, "sibling", sam)));
    open_child(&one.session(), sam).unwrap();
    two.receive(&one.entries());
    two.minutes(60);
    two.note(&[sam], "by a colleague");
    one.minutes(120);
    one.receive(&two.entries());
    titles(&one, &TimelineOf { family: true, ..TimelineOf::first(zoe) });
    one.minutes(60);
    assert_eq!(open_child(&one.session(), sam).unwrap().since.unwrap().records, 1);
}

#[test]
fn a_record_of_a_form_for_few_is_on_the_timeline_of_its_author_alone() {
    let (one, two) = (World::of_editor(), World::of_editor());
    let zoe = one.child("Zoë Example");
    let mut form = own_form("for_few", json!([asks_text("what")]));
    form["access_group"] = "adoption".into();
    for world in [&one, &two] {
        world.publish(&form);
    }
    two.receive(&one.entries());
    for (world, title) in [(&one, "mine"), (&two, "of a colleague")] {
        world.note(&[zoe], title);
        let draft = world.draft("for_few", &[zoe], json!({ "what": format!("For few, {title}") }));
        file_draft(&world.session(), draft).unwrap();
    }
    one.receive(&two.entries());
    let child = open_child(&one.session(), zoe).unwrap();
    assert_eq!(child.timeline.total, 3);
    assert_eq!(child.timeline.sorts.get("for_few"), Some(&1));
    let texts: Vec<_> = child.timeline.events.iter().map(|event| event.extract.as_str()).collect();
    assert!(texts.contains(&"For few, mine") && !texts.contains(&"For few, of a colleague"), "{texts:?}");
}

#[test]
fn the_latest_management_decision_is_on_top() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    world.note(&[zoe], "no decision");
    assert!(open_child(&world.session(), zoe).unwrap().last_decision.is_none());
}

#[test]
fn fields_come_with_the_person_and_clashes_with_their_authors() {
    let (one, two) = (World::open(), World::open());
    let zoe = one.child("Zoë Example");
    two.receive(&one.entries());
    let amend = |world: &World, school: &str| {
        world.minutes(1);
        let amendment = app::people::Amendment::of(domain::PersonField::School, school);
        app::people::amend_person(&world.session(), zoe, amendment).unwrap();
    };
    amend(&one, "Hill School");
    two.minutes(1);
    amend(&two, "Dale School");
    one.receive(&two.entries());
    let child = open_child(&one.session(), zoe).unwrap();
    assert_eq!(child.fields[&domain::PersonField::Name], "Zoë Example");
    let values: Vec<_> = child.clashes.iter().map(|clash| clash.value.as_str()).collect();
    assert_eq!(values, ["Hill School", "Dale School"]);
    assert!(child.clashes.iter().all(|clash| clash.author == "Ruth Exemplar"));
}
