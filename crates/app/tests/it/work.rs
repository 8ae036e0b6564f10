//! Work lists: my day, caseloads and transfers, from what is on the device.

use app::{
    AppFault,
    facts::{NewFact, read_warnings, record_fact},
    work::{CaseloadOf, Transfer, caseload, due_of, my_day, organisation, transfer},
};
use domain::{
    Fact, FactId, PersonId,
    facts::{
        Allocation, AllocationRole, EpisodeKind, IdScheme, Identifier, SamePerson, Team, TimeLimit, TimeUnit, Warning,
        WarningKind, Worker,
    },
    limits::DueState,
};

use crate::{episodes::on_file, fault, world::World};

fn record(world: &World, about: &[PersonId], says: Fact) -> FactId {
    world.minutes(1);
    record_fact(&world.session(), NewFact { seen: None, id: None, about: about.to_vec(), says }).unwrap().known.id
}

fn allocation(worker: Option<(&str, Option<&str>)>, team: &str, from: &str) -> Allocation {
    Allocation {
        team: team.to_owned(),
        worker: worker.map(|(name, email)| Worker {
            name: name.to_owned(),
            email: email.map(str::to_owned),
            author: None,
        }),
        role: AllocationRole::LeadWorker,
        from: from.parse().unwrap(),
        until: None,
        reason: String::new(),
        ended_because: String::new(),
        handover: String::new(),
        priority: None,
    }
}

fn with(world: &World, child: PersonId, worker: &str, email: Option<&str>, from: &str) -> FactId {
    record(world, &[child], Fact::Allocation(allocation(Some((worker, email)), "Unit One", from)))
}

fn names(world: &World, of: CaseloadOf) -> Vec<String> {
    let caseload = caseload(&world.session(), &of).unwrap();
    assert_eq!(usize::try_from(caseload.total).unwrap(), caseload.rows.len());
    caseload.rows.into_iter().map(|row| row.person.person.name).collect()
}

#[test]
fn my_day_counts_from_true_dates_that_were_recorded_late() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    with(&world, zoe, "Ruth Exemplar", None, "2026-11-01");
    // Recorded today, begun weeks ago.
    on_file(&world, zoe, EpisodeKind::ChildProtection, "2026-11-02");
    let day = my_day(&world.session()).unwrap();
    let visit = day.due.iter().find(|due| due.is.limit == "visit_cp").unwrap();
    assert_eq!((visit.is.due.to_string().as_str(), visit.is.state), ("2026-11-16", DueState::Overdue));
    assert!(day.due.is_sorted_by_key(|due| due.is.due.clone()), "the oldest first");
    assert!(day.due.iter().all(|due| due.is.state != DueState::Later));
    assert_eq!(day.people.get(&zoe).map(|row| row.person.name.as_str()), Some("Zoë Example"));
}

#[test]
fn my_day_is_about_my_children_and_about_all_while_i_have_none() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    for child in [zoe, sam] {
        on_file(&world, child, EpisodeKind::ChildProtection, "2026-10-05");
    }
    let of = |world: &World| {
        let day = my_day(&world.session()).unwrap();
        let mut people: Vec<PersonId> = day.due.iter().map(|due| due.person).collect();
        people.sort();
        people.dedup();
        (day.allocated, people.len(), day.newly_allocated)
    };
    assert_eq!(of(&world), (0, 2, vec![]));
    // In a pack people are known by name and e-mail address.
    with(&world, zoe, "RUTH  Exemplar", Some("ruth@example.org"), "2026-11-20");
    with(&world, sam, "Somebody Else", Some("else@example.org"), "2026-11-20");
    assert_eq!(of(&world), (1, 1, vec![zoe]));
}

fn dog_in_the_yard() -> Warning {
    Warning {
        warning: WarningKind::HomeEnvironment,
        text: "A dog in the yard".to_owned(),
        risk_from: None,
        from: "2026-11-01".parse().unwrap(),
        review_by: None,
        until: None,
        told: None,
        agreed_with: String::new(),
        review_note: String::new(),
    }
}

#[test]
fn warnings_that_i_have_not_read_are_on_my_day_until_i_read_them() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    with(&world, zoe, "Ruth Exemplar", None, "2026-11-01");
    let id = record(&world, &[zoe], Fact::Warning(dog_in_the_yard()));
    assert_eq!(my_day(&world.session()).unwrap().unread_warnings, [zoe]);
    read_warnings(&world.session(), zoe, &[id]).unwrap();
    assert!(my_day(&world.session()).unwrap().unread_warnings.is_empty());
}

#[test]
fn files_of_one_person_have_their_clocks_together() {
    let world = World::open();
    let (zoe, other) = (world.child("Zoë Example"), world.child("Zoe Exampel"));
    on_file(&world, zoe, EpisodeKind::ChildProtection, "2026-11-02");
    on_file(&world, other, EpisodeKind::Missing, "2026-11-20T20:00");
    let same = SamePerson {
        one: zoe,
        other,
        same: true,
        reason: "One child, two spellings".to_owned(),
        approved_by: "A manager".to_owned(),
    };
    let before = due_of(&world.session(), other).unwrap();
    assert!(before.is_empty(), "a child who is missing has no clock yet");
    record(&world, &[], Fact::SamePerson(same));
    let together = due_of(&world.session(), other).unwrap();
    assert!(together.iter().any(|due| due.is.limit == "visit_cp" && due.person == zoe));
    assert_eq!(together, due_of(&world.session(), zoe).unwrap());
}

#[test]
fn a_caseload_is_mine_a_teams_a_workers_or_nobodys() {
    let world = World::open();
    let (zoe, sam, maya) = (world.child("Zoë Example"), world.child("Sam Sample"), world.child("Maya Testcase"));
    with(&world, zoe, "Ruth Exemplar", None, "2026-11-01");
    with(&world, sam, "Ada Other", Some("ada@example.org"), "2026-11-01");
    on_file(&world, sam, EpisodeKind::ChildProtection, "2026-10-05");
    record(&world, &[maya], Fact::Allocation(allocation(None, "Unit Two", "2026-11-13")));
    assert_eq!(names(&world, CaseloadOf::Mine), ["Zoë Example"]);
    assert_eq!(names(&world, CaseloadOf::Worker("ada@example.org".into())), ["Sam Sample"]);
    assert_eq!(
        names(&world, CaseloadOf::Team("Unit One".into())),
        ["Sam Sample", "Zoë Example"],
        "what is due goes first"
    );
    assert_eq!(names(&world, CaseloadOf::Unallocated), ["Maya Testcase"]);
    assert_eq!(names(&world, CaseloadOf::Everybody).len(), 3);
    let all = caseload(&world.session(), &CaseloadOf::Unallocated).unwrap();
    assert_eq!((all.unallocated, all.rows[0].waiting_days), (1, Some(10)));
    let loads: Vec<(String, u32, u32)> =
        all.teams.iter().chain(&all.workers).map(|load| (load.name.clone(), load.children, load.overdue)).collect();
    let load = |name: &str, children, overdue| (name.to_owned(), children, overdue);
    assert_eq!(
        loads,
        [load("Unit One", 2, 1), load("Unit Two", 1, 0), load("Ada Other", 1, 1), load("Ruth Exemplar", 1, 0)]
    );
}

#[test]
fn a_child_whose_every_episode_has_ended_waits_for_nobody() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = on_file(&world, zoe, EpisodeKind::Referral, "2026-11-02");
    assert_eq!(names(&world, CaseloadOf::Unallocated), ["Zoë Example"]);
    let [(_, mut referral)] = crate::episodes::episodes(&world, zoe).try_into().unwrap();
    referral.until = Some("2026-11-03".parse().unwrap());
    let ended = NewFact { seen: None, id: Some(id), about: vec![zoe], says: Fact::Episode(referral) };
    record_fact(&world.session(), ended).unwrap();
    assert_eq!(names(&world, CaseloadOf::Unallocated), Vec::<String>::new());
}

fn to(people: &[PersonId], worker: &str, from: &str) -> Transfer {
    Transfer {
        people: people.to_vec(),
        team: "Unit Two".to_owned(),
        worker: Some((worker.to_owned(), None)),
        from: from.parse().unwrap(),
        reason: "A move to the long-term team".to_owned(),
        handover: "Nan has the spare key.".to_owned(),
        role: AllocationRole::LeadWorker,
        priority: None,
    }
}

#[test]
fn a_transfer_ends_the_old_and_begins_the_new_for_every_child() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    with(&world, zoe, "Ruth Exemplar", None, "2026-11-01");
    transfer(&world.session(), &to(&[zoe, sam], "Ada Other", "2026-11-23")).unwrap();
    assert_eq!(names(&world, CaseloadOf::Mine), Vec::<String>::new());
    assert_eq!(names(&world, CaseloadOf::Worker("ada other".into())).len(), 2);
    let file = app::child::open_child(&world.session(), zoe).unwrap();
    let mut spans: Vec<(String, Option<String>, String)> = file
        .facts
        .iter()
        .filter_map(|fact| match &fact.known.says {
            Fact::Allocation(one) => {
                Some((one.from.to_string(), one.until.map(|day| day.to_string()), one.handover.clone()))
            }
            _ => None,
        })
        .collect();
    spans.sort();
    let handover = "Nan has the spare key.".to_owned();
    assert_eq!(
        spans,
        [
            ("2026-11-01".to_owned(), Some("2026-11-22".to_owned()), String::new()),
            ("2026-11-23".to_owned(), None, handover)
        ]
    );
}

#[test]
fn a_transfer_to_nobody_on_file_changes_nothing() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    with(&world, zoe, "Ruth Exemplar", None, "2026-11-01");
    let nobody = PersonId::from_bytes([7; 16]);
    let refused = fault(transfer(&world.session(), &to(&[zoe, nobody], "Ada Other", "2026-11-23")));
    assert!(matches!(refused, AppFault::NotFound { what: "person" }));
    assert_eq!(names(&world, CaseloadOf::Mine), ["Zoë Example"]);
}

#[test]
fn one_allocation_of_two_children_is_parted_when_one_of_them_moves() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    record(&world, &[zoe, sam], Fact::Allocation(allocation(Some(("Ruth Exemplar", None)), "Unit One", "2026-11-01")));
    transfer(&world.session(), &to(&[zoe], "Ada Other", "2026-11-23")).unwrap();
    assert_eq!(names(&world, CaseloadOf::Mine), ["Sam Sample"]);
    assert_eq!(names(&world, CaseloadOf::Worker("ada other".into())), ["Zoë Example"]);
}

fn of_one_child(world: &World, one: PersonId, other: PersonId) {
    let reason = "One child, two spellings".to_owned();
    let same = SamePerson { one, other, same: true, reason, approved_by: "A manager".to_owned() };
    record(world, &[], Fact::SamePerson(same));
}

#[test]
fn a_transfer_ends_what_stands_on_another_file_of_the_child() {
    let world = World::open();
    let (zoe, other, sam) = (world.child("Zoë Example"), world.child("Zoe Exampel"), world.child("Sam Sample"));
    of_one_child(&world, zoe, other);
    let old = Fact::Allocation(allocation(Some(("Ruth Exemplar", None)), "Unit One", "2026-11-01"));
    record(&world, &[zoe, other, sam], old);
    transfer(&world.session(), &to(&[zoe], "Ada Other", "2026-11-23")).unwrap();
    assert_eq!(names(&world, CaseloadOf::Mine), ["Sam Sample"]);
    assert_eq!(names(&world, CaseloadOf::Worker("ada other".into())).len(), 1);
    // The child is with her already, whichever of the files is named.
    transfer(&world.session(), &to(&[other], "Ada Other", "2026-11-23")).unwrap();
    let file = app::child::open_child(&world.session(), zoe).unwrap();
    let open = file
        .facts
        .iter()
        .filter(|fact| matches!(&fact.known.says, Fact::Allocation(allocation) if allocation.until.is_none()));
    assert_eq!(open.count(), 1);
}

#[test]
fn the_row_of_a_child_says_what_stands_on_any_of_their_files() {
    let world = World::open();
    let (zoe, other) = (world.child("Zoë Example"), world.child("Zoe Exampel"));
    with(&world, other, "Ada Other", None, "2026-11-01");
    let number = Identifier { scheme: IdScheme::Nhs, value: "943 476 5919".into(), from: None, until: None };
    record(&world, &[other], Fact::Identifier(number));
    record(&world, &[other], Fact::Warning(dog_in_the_yard()));
    world.draft("case_note", &[other], crate::world::note(&world, "half done"));
    let row = |world: &World| app::people::caseload_row(&world.session(), zoe).unwrap();
    assert_eq!((row(&world).warnings, row(&world).worker, row(&world).drafts), (vec![], None, 0));
    of_one_child(&world, zoe, other);
    let row = row(&world);
    assert_eq!(row.warnings, [WarningKind::HomeEnvironment]);
    assert_eq!(row.worker.as_deref(), Some("Ada Other"));
    assert_eq!(row.identifier.as_deref(), Some("943 476 5919"));
    assert_eq!(row.drafts, 1);
}

#[test]
fn a_transfer_that_is_made_twice_makes_one_allocation() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    for _ in 0..2 {
        transfer(&world.session(), &to(&[zoe], "Ada Other", "2026-11-23")).unwrap();
    }
    let file = app::child::open_child(&world.session(), zoe).unwrap();
    assert_eq!(file.facts.iter().filter(|fact| matches!(fact.known.says, Fact::Allocation(_))).count(), 1);
}

#[test]
fn the_organisation_says_which_limits_hold_and_which_are_its_own() {
    let world = World::open();
    let own = TimeLimit {
        limit: "visit_cin".to_owned(),
        amount: 15,
        unit: TimeUnit::WorkingDays,
        source: "Practice standards, section 4".to_owned(),
        from: "2026-11-01".parse().unwrap(),
        until: None,
    };
    record(&world, &[], Fact::TimeLimit(own));
    let team = |name: &str| Team {
        name: name.into(),
        service: "Children".into(),
        from: "2020-01-01".parse().unwrap(),
        until: None,
    };
    record(&world, &[], Fact::Team(team("Unit Two")));
    record(&world, &[], Fact::Team(team("Unit One")));
    let organisation = organisation(&world.session()).unwrap();
    let teams: Vec<Option<String>> = organisation.teams.iter().map(|team| team.known.says.key()).collect();
    assert_eq!(teams, [Some("Unit One".to_owned()), Some("Unit Two".to_owned())]);
    let with_own: Vec<&str> =
        organisation.limits.iter().filter(|(_, own)| own.is_some()).map(|(limit, _)| limit.id.as_str()).collect();
    assert_eq!(with_own, ["visit_cin"]);
}

/// The allocations of a child, by their beginnings: from, until, whose files.
fn allocations_of(world: &World, child: PersonId) -> Vec<(String, Option<String>, usize)> {
    let file = app::child::open_child(&world.session(), child).unwrap();
    let mut all: Vec<_> = file
        .facts
        .into_iter()
        .filter_map(|fact| match fact.known.says {
            Fact::Allocation(one) => {
                Some((one.from.to_string(), one.until.map(|day| day.to_string()), fact.known.about.len()))
            }
            _ => None,
        })
        .collect();
    all.sort();
    all
}

#[rstest::rstest]
#[case::together(true)]
#[case::one_alone(false)]
fn what_a_transfer_answers_is_enough_to_take_it_back(#[case] together: bool) {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    record(&world, &[zoe, sam], Fact::Allocation(allocation(Some(("Ruth Exemplar", None)), "Unit One", "2026-11-01")));
    let before = [zoe, sam].map(|child| allocations_of(&world, child));
    let given = if together { vec![zoe, sam] } else { vec![zoe] };
    let done = transfer(&world.session(), &to(&given, "Ada Other", "2026-11-23")).unwrap();
    assert_ne!([zoe, sam].map(|child| allocations_of(&world, child)), before);
    for made in done.made {
        app::facts::withdraw_fact(&world.session(), made, "Taken back").unwrap();
    }
    for (id, (about, says)) in done.before {
        record_fact(&world.session(), NewFact { seen: None, id: Some(id), about, says }).unwrap();
    }
    assert_eq!([zoe, sam].map(|child| allocations_of(&world, child)), before);
}
