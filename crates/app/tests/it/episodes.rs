//! What filing does to episodes: in the same act as the record, for each child, and never refused.

use app::{
    AppFault,
    drafts::{StartDraft, check_draft, save_draft, start_draft},
    facts::{NewFact, record_fact},
    records::file_draft,
};
use casebook::tables;
use domain::{
    Fact, FactId, FactKind, PersonId, RecordId,
    facts::{Episode, EpisodeKind, FactFault},
    limits::shipped,
};
use serde_json::{Value, json};

use crate::{
    fault,
    world::{World, asks, object, own_form},
};

/// A form that begins or ends episodes, with a day, an end and a time.
fn marked(id: &str, episodes: Value) -> Value {
    let mut form = own_form(
        id,
        json!([
            { "id": "on", "text": "When?", "required": true, "kind": { "type": "date" } },
            asks("at", json!({ "type": "time" })),
            asks("until", json!({ "type": "date" })),
            asks("outcome", json!({ "type": "one_choice", "choices": [
                { "id": "go_on", "label": "Go on" }, { "id": "stop", "label": "Stop" }] })),
        ]),
    );
    form["event_time"] = json!({ "question": "on", "time_question": "at" });
    form["subjects"] = json!("one_or_more_children");
    form["episodes"] = episodes;
    form
}

fn begins(id: &str, kind: &str) -> Value {
    marked(id, json!([{ "act": "begin", "episode": kind }]))
}

fn ends(id: &str, kind: &str) -> Value {
    marked(
        id,
        json!([{ "act": "end", "episode": kind, "date": "until", "begun": "on", "details": { "outcome": "outcome" } }]),
    )
}

fn with_forms(forms: &[Value]) -> World {
    let world = World::of_editor();
    forms.iter().for_each(|form| world.publish(form));
    world
}

fn filed(world: &World, form: &str, children: &[PersonId], answers: Value) -> RecordId {
    world.minutes(1);
    let draft = world.draft(form, children, answers);
    file_draft(&world.session(), draft).unwrap().row.record.id
}

/// Episodes on a child's file, the newest beginning first.
pub(crate) fn episodes(world: &World, child: PersonId) -> Vec<(FactId, Episode)> {
    world.lock();
    let known = world
        .beneath()
        .read(|reading| Ok::<_, casebook::CasebookFault>(tables::fact::of(reading, child, FactKind::Episode)?));
    world.unlock().unwrap();
    let episode = |known: tables::fact::Known| match known.says {
        Fact::Episode(episode) => Some((known.id, episode)),
        _ => None,
    };
    known.unwrap().into_iter().filter_map(episode).collect()
}

/// `kind from..until`.
fn told(world: &World, child: PersonId) -> Vec<String> {
    let line = |(_, one): (FactId, Episode)| {
        format!(
            "{} {}..{}",
            one.episode.as_str(),
            one.from,
            one.until.map(|until| until.to_string()).unwrap_or_default()
        )
    };
    episodes(world, child).into_iter().map(line).collect()
}

/// Records an episode as somebody does on the child's page.
pub(crate) fn on_file(world: &World, child: PersonId, kind: EpisodeKind, from: &str) -> FactId {
    world.minutes(1);
    let says = Fact::Episode(episode(kind, from));
    record_fact(&world.session(), NewFact { seen: None, id: None, about: vec![child], says }).unwrap().known.id
}

fn episode(kind: EpisodeKind, from: &str) -> Episode {
    Episode {
        episode: kind,
        from: from.parse().unwrap(),
        until: None,
        own_date: None,
        came_from: None,
        begun_by: None,
        ended_by: None,
        details: std::collections::BTreeMap::new(),
        note: String::new(),
    }
}

#[test]
fn a_record_begins_an_episode_for_each_child_on_it() {
    let world = with_forms(&[begins("starts", "assessment")]);
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    let record = filed(&world, "starts", &[zoe, sam], json!({ "on": "2026-11-02", "at": "10:30" }));
    for child in [zoe, sam] {
        let [(_, one)] = episodes(&world, child).try_into().unwrap();
        assert_eq!((one.from.to_string(), one.begun_by), ("2026-11-02T10:30".to_owned(), Some(record)));
        assert_eq!((one.until, one.came_from), (None, None), "an assessment needs no referral");
    }
}

#[test]
fn two_assessments_come_from_one_referral() {
    let world = with_forms(&[begins("takes_on", "referral"), begins("starts", "assessment")]);
    let zoe = world.child("Zoë Example");
    filed(&world, "takes_on", &[zoe], json!({ "on": "2026-11-02" }));
    filed(&world, "starts", &[zoe], json!({ "on": "2026-11-03" }));
    filed(&world, "starts", &[zoe], json!({ "on": "2026-11-10" }));
    let all = episodes(&world, zoe);
    let referral = all.iter().find(|(_, one)| one.episode == EpisodeKind::Referral).unwrap().0;
    let sources: Vec<Option<FactId>> =
        all.iter().filter(|(_, one)| one.episode == EpisodeKind::Assessment).map(|(_, one)| one.came_from).collect();
    assert_eq!(sources, [Some(referral), Some(referral)]);
}

#[test]
fn where_two_could_be_the_source_none_is_named_unless_the_record_goes_on_from_one() {
    let world = with_forms(&[begins("takes_on", "referral"), begins("starts", "assessment")]);
    let zoe = world.child("Zoë Example");
    let first = filed(&world, "takes_on", &[zoe], json!({ "on": "2026-11-02" }));
    filed(&world, "takes_on", &[zoe], json!({ "on": "2026-11-03" }));
    filed(&world, "starts", &[zoe], json!({ "on": "2026-11-04" }));
    let start =
        StartDraft { form: "starts".into(), children: vec![zoe], goes_on_from: Some(first), ..StartDraft::default() };
    let draft = start_draft(&world.session(), start).unwrap().draft;
    let draft_id = draft.id;
    save_draft(&world.session(), draft.id, object(json!({ "on": "2026-11-05" })), draft.revision, None).unwrap();
    file_draft(&world.session(), draft_id).unwrap();
    let all = episodes(&world, zoe);
    let of = |day: &str| all.iter().find(|(_, one)| one.from.to_string() == day).unwrap();
    assert_eq!(of("2026-11-04").1.came_from, None);
    assert_eq!(of("2026-11-05").1.came_from, Some(of("2026-11-02").0));
}

#[test]
fn an_end_ends_the_open_one_and_adds_what_is_known_of_it() {
    let world = with_forms(&[ends("finishes", "assessment")]);
    let zoe = world.child("Zoë Example");
    let open = on_file(&world, zoe, EpisodeKind::Assessment, "2026-11-02");
    let record = filed(
        &world,
        "finishes",
        &[zoe],
        json!({ "on": "2026-11-03", "until": "2026-11-20", "outcome": { "choice": "stop" } }),
    );
    let [(id, one)] = episodes(&world, zoe).try_into().unwrap();
    assert_eq!((id, one.from.to_string()), (open, "2026-11-02".to_owned()), "it keeps the beginning it had");
    assert_eq!(one.until.map(|until| until.to_string()).as_deref(), Some("2026-11-20"));
    assert_eq!((one.ended_by, one.begun_by), (Some(record), None));
    assert_eq!(one.details.get("outcome").map(String::as_str), Some("stop"));
}

#[test]
fn an_end_with_nothing_open_is_an_episode_with_both_dates() {
    let world = with_forms(&[ends("finishes", "assessment")]);
    let zoe = world.child("Zoë Example");
    filed(&world, "finishes", &[zoe], json!({ "on": "2026-11-03", "until": "2026-11-20" }));
    assert_eq!(told(&world, zoe), ["assessment 2026-11-03..2026-11-20"]);
}

#[test]
fn of_two_open_ones_the_one_that_began_as_the_record_says_ends() {
    let world = with_forms(&[ends("finishes", "assessment")]);
    let zoe = world.child("Zoë Example");
    on_file(&world, zoe, EpisodeKind::Assessment, "2026-10-01");
    on_file(&world, zoe, EpisodeKind::Assessment, "2026-11-02");
    filed(&world, "finishes", &[zoe], json!({ "on": "2026-10-02", "until": "2026-11-20" }));
    assert_eq!(told(&world, zoe), ["assessment 2026-11-02..", "assessment 2026-10-01..2026-11-20"]);
}

#[test]
fn a_plan_that_is_written_again_begins_once() {
    let world = with_forms(&[marked("plan", json!([{ "act": "begin_unless_open", "episode": "child_in_need" }]))]);
    let zoe = world.child("Zoë Example");
    filed(&world, "plan", &[zoe], json!({ "on": "2026-11-02" }));
    filed(&world, "plan", &[zoe], json!({ "on": "2026-11-16" }));
    assert_eq!(told(&world, zoe), ["child_in_need 2026-11-02.."]);
}

#[test]
fn ending_all_ends_what_is_open_and_begins_nothing() {
    let all = marked(
        "closes",
        json!([
            { "act": "end_all", "episode": "referral" }, { "act": "end_all", "episode": "assessment" }
        ]),
    );
    let world = with_forms(&[all]);
    let zoe = world.child("Zoë Example");
    on_file(&world, zoe, EpisodeKind::Referral, "2026-11-02");
    on_file(&world, zoe, EpisodeKind::Referral, "2026-11-03");
    filed(&world, "closes", &[zoe], json!({ "on": "2026-11-10" }));
    assert_eq!(told(&world, zoe), ["referral 2026-11-03..2026-11-10", "referral 2026-11-02..2026-11-10"]);
}

#[test]
fn an_episode_of_brothers_and_sisters_does_not_end_for_those_who_are_not_on_the_record() {
    let world = with_forms(&[ends("finishes", "assessment")]);
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    let says = Fact::Episode(episode(EpisodeKind::Assessment, "2026-11-02"));
    record_fact(&world.session(), NewFact { seen: None, id: None, about: vec![zoe, sam], says }).unwrap();
    filed(&world, "finishes", &[zoe], json!({ "on": "2026-11-02", "until": "2026-11-20" }));
    assert_eq!(told(&world, sam), ["assessment 2026-11-02.."]);
    filed(&world, "finishes", &[zoe, sam], json!({ "on": "2026-11-02", "until": "2026-11-21" }));
    assert_eq!(told(&world, sam), ["assessment 2026-11-02..2026-11-21"]);
}

#[test]
fn dates_that_cannot_be_stop_no_record() {
    let world = with_forms(&[ends("finishes", "assessment")]);
    let zoe = world.child("Zoë Example");
    filed(&world, "finishes", &[zoe], json!({ "on": "2026-11-20", "until": "2026-11-02" }));
    assert_eq!(told(&world, zoe), ["assessment 2026-11-02..2026-11-02"], "the end is believed");
    filed(&world, "finishes", &[zoe], json!({ "on": "2026-11-20", "until": "0026-11-02" }));
    assert_eq!(told(&world, zoe).len(), 1, "the year 26 stays in the record alone");
}

#[test]
fn a_placement_that_ends_before_it_starts_is_refused_on_the_childs_page() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let mut placement = episode(EpisodeKind::Placement, "2026-11-10");
    placement.until = Some("2026-11-09".parse().unwrap());
    let new = NewFact { seen: None, id: None, about: vec![zoe], says: Fact::Episode(placement) };
    let refused = fault(record_fact(&world.session(), new));
    assert!(matches!(refused, AppFault::FactNotKept(FactFault::EndsBeforeItBegins)), "{refused:?}");
}

#[test]
fn the_check_page_says_what_filing_begins_and_which_day_is_the_45th() {
    let world = with_forms(&[begins("starts", "assessment")]);
    let zoe = world.child("Zoë Example");
    on_file(&world, zoe, EpisodeKind::Referral, "2026-11-02T10:00");
    let draft = world.draft("starts", &[zoe], json!({ "on": "2026-11-05" }));
    let [told] = check_draft(&world.session(), draft).unwrap().episodes.try_into().unwrap();
    assert_eq!((told.child.as_str(), told.episode, told.begins), ("Zoë Example", EpisodeKind::Assessment, true));
    let due: Vec<(&str, String)> = told.due.iter().map(|due| (due.limit.as_str(), due.due.to_string())).collect();
    assert_eq!(due, [("assessment_complete", "2027-01-07".to_owned())], "45 working days from the referral");
    assert_eq!(episodes(&world, zoe).len(), 1, "looking changes nothing");
}

#[test]
fn a_notice_of_the_form_is_shown_and_filing_goes_on() {
    let mut form = begins("starts", "assessment");
    form["notices"] = json!([{ "when": { "question": "outcome", "is": "stop" }, "text": "Say why it stops." }]);
    let world = with_forms(&[form]);
    let zoe = world.child("Zoë Example");
    let draft = world.draft("starts", &[zoe], json!({ "on": "2026-11-05", "outcome": { "choice": "stop" } }));
    assert_eq!(check_draft(&world.session(), draft).unwrap().notices, ["Say why it stops."]);
    assert!(file_draft(&world.session(), draft).is_ok());
}

#[test]
fn every_limit_offers_and_counts_forms_that_ship() {
    let world = World::open();
    let ids: Vec<String> = app::drafts::list_forms(&world.session())
        .unwrap()
        .iter()
        .map(|form| form.form.definition().id.clone())
        .collect();
    for limit in shipped() {
        for form in limit.forms.iter().chain(&limit.offer).chain(&limit.until_forms).chain(&limit.once_forms) {
            assert!(ids.contains(form), "{} names the form {form}", limit.id);
        }
    }
}
