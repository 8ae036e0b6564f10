use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rstest::rstest;
use uuid::Uuid;

use super::{Due, DueState, From, Made, Nature, OfPerson, due, shipped};
use crate::{
    EventTime, FactId,
    facts::{Episode, EpisodeKind, FactFault, TimeLimit, TimeUnit, Warning, WarningKind, checked},
};

fn time(text: &str) -> EventTime {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> FactId {
    FactId(Uuid::from_u128(number))
}

fn episode(kind: &str, from: &str) -> Episode {
    Episode {
        episode: EpisodeKind::parse(kind).unwrap(),
        from: time(from),
        until: None,
        own_date: None,
        came_from: None,
        begun_by: None,
        ended_by: None,
        details: BTreeMap::new(),
        note: String::new(),
    }
}

fn with(mut episode: Episode, name: &str, value: &str) -> Episode {
    episode.details.insert(name.to_owned(), value.to_owned());
    episode
}

fn ended(mut episode: Episode, until: &str) -> Episode {
    episode.until = Some(time(until));
    episode
}

/// A record, by "form day" or "form day seen".
fn made(text: &str) -> Made {
    let words: Vec<&str> = text.split(' ').collect();
    Made { form: words[0].to_owned(), on: time(words[1]), seen: words.get(2) == Some(&"seen") }
}

struct World {
    episodes: Vec<(FactId, Episode)>,
    warnings: Vec<(FactId, Warning)>,
    records: Vec<Made>,
    own: Vec<TimeLimit>,
    born: Option<NaiveDate>,
}

impl World {
    fn of(episodes: impl IntoIterator<Item = Episode>) -> Self {
        let episodes = (1..).map(id).zip(episodes).collect();
        Self { episodes, warnings: Vec::new(), records: Vec::new(), own: Vec::new(), born: None }
    }

    fn records(mut self, records: &[&str]) -> Self {
        self.records = records.iter().map(|text| made(text)).collect();
        self
    }

    fn due(&self, now: &str) -> Vec<Due> {
        let now: DateTime<Utc> = time(now).moment(Tz::Europe__London);
        let of = OfPerson {
            episodes: &self.episodes,
            warnings: &self.warnings,
            records: &self.records,
            born: self.born,
            own: &self.own,
        };
        due(of, now, Tz::Europe__London)
    }

    /// When a limit is due, if it is.
    fn when(&self, limit: &str, now: &str) -> Option<String> {
        self.due(now).iter().find(|due| due.limit == limit).map(|due| due.due.to_string())
    }
}

#[test]
fn every_limit_that_ships_can_be_read_and_says_where_it_comes_from() {
    assert!(shipped().len() > 40, "the file reads");
    let ids: BTreeSet<&str> = shipped().iter().map(|limit| limit.id.as_str()).collect();
    assert_eq!(ids.len(), shipped().len(), "no id stands twice");
    for limit in shipped() {
        assert!(limit.source.len() > 10, "{} has a source", limit.id);
        assert!(limit.amount > 0 || limit.from == From::OwnDate, "{}", limit.id);
        let of_episode = matches!(limit.from, From::Begin | From::End);
        assert_eq!(limit.episode.is_some(), of_episode, "{}", limit.id);
        assert!(!limit.seen || !limit.forms.is_empty(), "{}", limit.id);
    }
}

#[rstest]
// A working day over a weekend and over Easter.
#[case("contact", "2026-11-20T16:30", "contact_decision", "2026-11-23")]
#[case("contact", "2024-03-28", "contact_decision", "2024-04-02")]
// Hours are hours, over a weekend too; without a time they are days.
#[case("referral", "2026-11-20T16:30", "referral_decision", "2026-11-21T16:30")]
#[case("referral", "2026-11-20T16:30", "assessment_started", "2026-11-21T16:30")]
#[case("referral", "2026-11-20", "referral_decision", "2026-11-21")]
// The 45th working day over Christmas.
#[case("assessment", "2026-12-01", "assessment_complete", "2027-02-05")]
#[case("assessment", "2022-05-03", "assessment_complete", "2022-07-07")]
#[case("strategy_discussion", "2026-12-17", "initial_conference", "2027-01-12")]
#[case("child_protection", "2026-11-30", "review_conference_first", "2027-02-28")]
#[case("child_protection", "2026-12-18", "core_group_first", "2027-01-06")]
#[case("child_protection", "2026-11-20", "visit_cp", "2026-12-04")]
#[case("child_protection", "2026-01-31", "checkpoint_9", "2026-10-31")]
#[case("child_in_need", "2026-11-20", "visit_cin", "2026-12-18")]
#[case("child_in_need", "2026-11-20", "supervision", "2026-12-20")]
#[case("placement", "2026-11-20", "visit_placement_first", "2026-11-27")]
#[case("looked_after", "2026-11-20", "looked_after_review_first", "2026-12-18")]
#[case("looked_after", "2026-11-20", "health_assessment_first", "2026-12-18")]
#[case("care_leaver", "2026-11-20", "pathway_plan_first", "2027-02-20")]
#[case("care_leaver", "2026-11-20", "care_leaver_contact", "2027-01-15")]
#[case("private_fostering", "2026-11-20", "private_fostering_first", "2026-12-01")]
#[case("early_help", "2026-11-20", "early_help_review", "2027-02-20")]
#[case("pre_proceedings", "2026-11-20", "pre_proceedings", "2027-03-12")]
#[case("proceedings", "2026-11-20", "proceedings", "2027-05-21")]
fn a_limit_is_counted_from_the_true_beginning(
    #[case] kind: &str,
    #[case] from: &str,
    #[case] limit: &str,
    #[case] due: &str,
) {
    let now = from.split('T').next().unwrap();
    assert_eq!(World::of([episode(kind, from)]).when(limit, now).as_deref(), Some(due));
}

#[rstest]
#[case("review_cp_conference 2026-03-01", "review_conference", "2026-09-01")]
#[case("core_group 2026-01-20", "core_group", "2026-03-03")]
#[case("visit 2026-02-02 seen", "visit_cp", "2026-02-16")]
fn what_was_done_starts_the_next_clock(#[case] record: &str, #[case] limit: &str, #[case] due: &str) {
    let world = World::of([episode("child_protection", "2026-01-05")]).records(&[record]);
    assert_eq!(world.when(limit, "2026-03-01").as_deref(), Some(due));
    for first in ["review_conference_first", "core_group_first"].iter().filter(|first| first.starts_with(limit)) {
        assert_eq!(world.when(first, "2026-03-01"), None, "the first one is done");
    }
}

#[test]
fn later_reviews_follow_the_second_and_not_the_first() {
    let looked_after = || World::of([episode("looked_after", "2026-01-05")]);
    let one = looked_after().records(&["looked_after_review 2026-01-30"]);
    assert_eq!(one.when("looked_after_review_first", "2026-02-01"), None);
    assert_eq!(one.when("looked_after_review_second", "2026-02-01").as_deref(), Some("2026-04-30"));
    assert_eq!(one.when("looked_after_review", "2026-02-01"), None);
    let two = looked_after().records(&["looked_after_review 2026-04-20", "looked_after_review 2026-01-30"]);
    assert_eq!(two.when("looked_after_review_second", "2026-05-01"), None);
    assert_eq!(two.when("looked_after_review", "2026-05-01").as_deref(), Some("2026-10-20"));
}

#[test]
fn a_visit_counts_only_when_the_child_was_seen_and_after_the_beginning() {
    let world = World::of([episode("placement", "2026-11-10")]).records(&[
        "visit 2026-11-12",
        "visit 2026-11-09 seen",
        "case_note 2026-11-12 seen",
    ]);
    assert_eq!(world.when("visit_placement_first", "2026-11-13").as_deref(), Some("2026-11-17"));
}

#[test]
fn with_parents_visits_are_weekly_until_the_first_review() {
    let placed = || World::of([with(episode("placement", "2026-11-02"), "placement_type", "p1")]);
    let before = placed().records(&["visit 2026-11-09 seen"]);
    assert_eq!(before.when("visit_with_parents", "2026-11-10").as_deref(), Some("2026-11-16"));
    assert_eq!(before.when("visit_placement", "2026-11-10"), None);
    let after = placed().records(&["visit 2026-11-09 seen", "looked_after_review 2026-11-10"]);
    assert_eq!(after.when("visit_with_parents", "2026-11-10"), None);
    assert_eq!(after.when("visit_with_parents_later", "2026-11-10").as_deref(), Some("2026-12-07"));
}

#[rstest]
#[case("2022-11-20", "health_assessment_under_5")]
#[case("2015-11-20", "health_assessment")]
fn health_is_looked_at_by_the_childs_age(#[case] born: &str, #[case] limit: &str) {
    let mut world = World::of([episode("looked_after", "2026-01-05")]).records(&["health_assessment 2026-01-20"]);
    world.born = Some(day(born));
    let told: Vec<String> = world.due("2026-02-01").into_iter().map(|due| due.limit).collect();
    assert!(told.iter().any(|one| one == limit), "{told:?}");
    assert_eq!(told.iter().filter(|one| one.starts_with("health_assessment")).count(), 1, "{told:?}");
}

#[test]
fn an_assessment_counts_from_the_referral_that_it_came_from() {
    let referral = episode("referral", "2026-11-02T10:00");
    let mut first = episode("assessment", "2026-11-06");
    first.came_from = Some(id(1));
    let world = World::of([referral, first]);
    assert_eq!(world.when("assessment_complete", "2026-11-09").as_deref(), Some("2027-01-07"));
    let due = world.due("2026-11-09");
    let clock = due.iter().find(|due| due.limit == "assessment_complete").unwrap();
    assert_eq!((clock.day, clock.of_days, clock.from.to_string()), (5, 45, "2026-11-02T10:00".to_owned()));
    assert_eq!((clock.nature, clock.form.as_deref()), (Nature::Law, Some("assessment")));
    assert_eq!(world.when("assessment_started", "2026-11-09"), None, "it has begun");
}

#[test]
fn an_assessment_without_a_referral_counts_from_its_own_beginning() {
    let world = World::of([episode("assessment", "2026-11-06")]);
    assert_eq!(world.when("assessment_complete", "2026-11-09").as_deref(), Some("2027-01-13"));
}

#[test]
fn two_assessments_on_one_referral_have_a_clock_each() {
    let mut first = episode("assessment", "2026-11-03");
    let mut second = episode("assessment", "2026-11-20");
    (first.came_from, second.came_from) = (Some(id(1)), Some(id(1)));
    let both = World::of([episode("referral", "2026-11-02"), first.clone(), second.clone()]);
    let clocks =
        |world: &World| world.due("2026-11-23").iter().filter(|due| due.limit == "assessment_complete").count();
    assert_eq!(clocks(&both), 2);
    let one_done = World::of([episode("referral", "2026-11-02"), ended(first, "2026-11-21"), second])
        .records(&["assessment 2026-11-03"]);
    assert_eq!(clocks(&one_done), 1, "the record of the first says nothing of the second");
}

#[rstest]
// Held, and booked for a day that is still to come.
#[case(None, "2026-11-20", false)]
#[case(None, "2026-11-30T10:00", true)]
#[case(Some(1), "2026-11-20", false)]
#[case(Some(1), "2026-11-30", true)]
// Held before the discussion, and after another one.
#[case(None, "2026-11-10", true)]
#[case(Some(3), "2026-11-20", true)]
// It came from an assessment that says no more.
#[case(Some(4), "2026-11-20", false)]
// Where it came from is not here.
#[case(Some(9), "2026-11-20", false)]
fn an_initial_conference_is_awaited_until_it_is_held(
    #[case] came_from: Option<u128>,
    #[case] held: &str,
    #[case] awaited: bool,
) {
    let mut conference = episode("conference", held);
    conference.came_from = came_from.map(id);
    let world = World::of([
        episode("strategy_discussion", "2026-11-16"),
        conference,
        ended(episode("strategy_discussion", "2026-11-02"), "2026-11-03"),
        episode("assessment", "2026-11-01"),
    ]);
    assert_eq!(world.when("initial_conference", "2026-11-23").is_some(), awaited);
}

#[test]
fn a_referral_is_met_by_an_assessment_that_came_from_it_over_a_strategy_discussion() {
    let mut discussion = episode("strategy_discussion", "2026-11-20");
    let mut assessment = episode("assessment", "2026-11-20");
    (discussion.came_from, assessment.came_from) = (Some(id(1)), Some(id(2)));
    let world = World::of([episode("referral", "2026-11-20T10:00"), discussion, assessment]);
    assert_eq!(world.when("assessment_started", "2026-11-20T12:00"), None);
}

#[rstest]
#[case(TimeUnit::Hours)]
#[case(TimeUnit::Days)]
#[case(TimeUnit::WorkingDays)]
#[case(TimeUnit::Weeks)]
#[case(TimeUnit::Months)]
fn a_limit_longer_than_the_calendar_stops_no_clock(#[case] unit: TimeUnit) {
    let own = |limit: &str| TimeLimit {
        limit: limit.to_owned(),
        amount: u32::MAX,
        unit,
        source: "From elsewhere".to_owned(),
        from: day("2000-01-01"),
        until: None,
    };
    let mut world = World::of([
        episode("child_protection", "2026-11-02T10:00"),
        ended(episode("missing", "2026-11-02T10:00"), "2026-11-03T10:00"),
        with(episode("conference", "2026-11-30T14:00"), "conference", "initial"),
    ]);
    world.own = ["visit_cp", "return_interview", "report_before_initial"].map(own).to_vec();
    let due = world.due("2026-11-12");
    let visit = due.iter().find(|due| due.limit == "visit_cp").unwrap();
    assert!(visit.due.date > day("2030-01-01"));
}

#[rstest]
#[case("visit_cp", 3, TimeUnit::Weeks, None)]
#[case("visit_cp", 87_600, TimeUnit::Hours, None)]
#[case("visit_cp", 0, TimeUnit::Weeks, Some(FactFault::Needed("amount")))]
#[case("visit_cp", 3_661, TimeUnit::Months, Some(FactFault::TooLong("amount")))]
#[case("visit_cp", 87_601, TimeUnit::Hours, Some(FactFault::TooLong("amount")))]
#[case("no_such_limit", 3, TimeUnit::Weeks, Some(FactFault::NotInList("limit")))]
fn an_own_limit_is_of_one_that_ships_and_of_a_length_that_can_be(
    #[case] limit: &str,
    #[case] amount: u32,
    #[case] unit: TimeUnit,
    #[case] fault: Option<FactFault>,
) {
    let (limit, source) = (limit.to_owned(), "Practice standards".to_owned());
    let own = TimeLimit { limit, amount, unit, source, from: day("2026-11-01"), until: None };
    assert_eq!(checked(&crate::Fact::TimeLimit(own), day("2026-11-21")).err(), fault);
}

#[test]
fn sources_that_go_round_end() {
    let mut one = episode("assessment", "2026-11-06");
    let mut other = episode("assessment", "2026-11-05");
    (one.came_from, other.came_from) = (Some(id(2)), Some(id(1)));
    assert_eq!(World::of([one, other]).due("2026-11-09").len(), 2);
}

#[rstest]
#[case("strategy", false)]
#[case("nfa", false)]
#[case("assessment", true)]
fn an_assessment_is_awaited_only_where_the_decision_was_for_one(#[case] outcome: &str, #[case] awaited: bool) {
    let world = World::of([with(episode("referral", "2026-11-20T10:00"), "outcome", outcome)]);
    assert_eq!(world.when("assessment_started", "2026-11-20").is_some(), awaited);
}

#[rstest]
// 72 hours are 72 hours when the clocks go back and forward.
#[case("2026-10-24T10:00", "2026-10-27T09:00")]
#[case("2026-03-28T10:00", "2026-03-31T11:00")]
#[case("2026-11-20T23:30", "2026-11-23T23:30")]
// No time of day is made up where none is known.
#[case("2026-11-20", "2026-11-23")]
fn the_return_interview_is_due_72_hours_after_the_return(#[case] returned: &str, #[case] due: &str) {
    let missing = ended(episode("missing", "2026-01-01T20:00"), returned);
    let date = returned.split('T').next().unwrap();
    assert_eq!(World::of([missing.clone()]).when("return_interview", &format!("{date}T23:59")).as_deref(), Some(due));
    let held = World::of([missing]).records(&[&format!("return_home_interview {date}")]);
    assert_eq!(held.due(&format!("{date}T23:59")), []);
}

#[test]
fn while_a_child_is_missing_no_interview_is_due_and_long_after_it_lapses() {
    assert_eq!(World::of([episode("missing", "2026-11-20T20:00")]).due("2026-11-22"), []);
    let returned = World::of([ended(episode("missing", "2026-01-01T20:00"), "2026-01-02T08:00")]);
    assert_eq!(returned.due("2026-02-01").first().map(|due| due.state), Some(DueState::Overdue));
    assert_eq!(returned.due("2026-11-20"), []);
}

#[test]
fn reports_are_due_before_a_conference_that_is_still_to_come() {
    let booked = |kind| World::of([with(episode("conference", "2026-11-30T14:00"), "conference", kind)]);
    assert_eq!(booked("initial").when("report_before_initial", "2026-11-20").as_deref(), Some("2026-11-27"));
    assert_eq!(booked("review").when("report_before_review", "2026-11-20").as_deref(), Some("2026-11-25"));
    assert_eq!(booked("review").records(&["cp_report_shared 2026-11-24"]).due("2026-11-25"), []);
    assert_eq!(booked("initial").due("2026-12-01"), [], "the conference is over");
}

#[test]
fn a_checkpoint_is_met_by_a_decision_near_it_and_not_by_an_early_one() {
    let plan = || World::of([episode("child_protection", "2026-01-31")]);
    assert_eq!(
        plan().records(&["management_decision 2026-03-01"]).when("checkpoint_9", "2026-10-20").as_deref(),
        Some("2026-10-31")
    );
    let met = plan().records(&["management_decision 2026-10-05"]);
    assert_eq!(met.when("checkpoint_9", "2026-10-20"), None);
    assert_eq!(met.when("checkpoint_12", "2026-10-20").as_deref(), Some("2027-01-31"));
}

#[test]
fn one_supervision_is_due_for_a_child_on_two_plans() {
    let world = World::of([episode("child_protection", "2026-11-10"), episode("looked_after", "2026-11-02")]);
    let due = world.due("2026-11-12");
    let all: Vec<String> = due.iter().filter(|due| due.limit == "supervision").map(|due| due.due.to_string()).collect();
    assert_eq!(all, ["2026-12-02"]);
}

#[test]
fn ended_episodes_and_those_that_have_not_begun_give_nothing() {
    for kind in EpisodeKind::ALL.iter().filter(|kind| **kind != EpisodeKind::Missing) {
        let over = ended(episode(kind.as_str(), "2026-01-05"), "2026-02-05");
        assert_eq!(World::of([over]).due("2026-03-01"), [], "{}", kind.as_str());
        assert_eq!(World::of([episode(kind.as_str(), "2026-04-05")]).due("2026-03-01"), [], "{}", kind.as_str());
    }
}

#[test]
fn a_childs_own_date_is_a_clock_of_its_own() {
    let mut assessment = episode("assessment", "2026-11-02");
    assessment.own_date = Some(day("2026-11-30"));
    let world = World::of([assessment]);
    let due = world.due("2026-11-12");
    let own = due.iter().find(|due| due.limit == "own_date").unwrap();
    assert_eq!((own.due.to_string(), own.day, own.of_days), ("2026-11-30".to_owned(), 10, 28));
    assert_eq!(own.nature, Nature::Local);
}

#[test]
fn the_organisations_own_limit_counts_for_clocks_that_begin_under_it() {
    let own = |from: &str, until: Option<&str>, amount| TimeLimit {
        limit: "visit_cp".to_owned(),
        amount,
        unit: TimeUnit::Weeks,
        source: "Practice standards, section 4".to_owned(),
        from: day(from),
        until: until.map(day),
    };
    let mut world = World::of([episode("child_protection", "2026-11-02")]);
    world.own = vec![own("2026-01-01", Some("2026-11-10"), 4), own("2026-11-11", None, 3)];
    let due = world.due("2026-11-12");
    let visit = due.iter().find(|due| due.limit == "visit_cp").unwrap();
    assert_eq!(visit.due.to_string(), "2026-11-30", "it began under the old one");
    assert_eq!((visit.source.as_str(), visit.nature), ("Practice standards, section 4", Nature::Local));
    world.records = vec![made("visit 2026-11-12 seen")];
    assert_eq!(world.when("visit_cp", "2026-11-13").as_deref(), Some("2026-12-03"));
    world.own.clear();
    assert_eq!(world.when("visit_cp", "2026-11-13").as_deref(), Some("2026-11-26"));
}

#[test]
fn a_warning_is_looked_at_again_by_its_date_or_within_a_year() {
    let warning = |review_by: Option<&str>, until: Option<&str>| Warning {
        warning: WarningKind::RiskToWorker,
        text: "A dog in the yard".to_owned(),
        risk_from: None,
        from: day("2026-01-05"),
        review_by: review_by.map(day),
        until: until.map(day),
        told: None,
        agreed_with: String::new(),
        review_note: String::new(),
    };
    let mut world = World::of([]);
    world.warnings = vec![(id(1), warning(Some("2026-06-30"), None)), (id(2), warning(None, None))];
    let due: Vec<(String, Option<EpisodeKind>)> =
        world.due("2026-06-01").into_iter().map(|due| (due.due.to_string(), due.episode)).collect();
    assert_eq!(due, [("2026-06-30".to_owned(), None), ("2027-01-05".to_owned(), None)]);
    world.warnings = vec![(id(1), warning(Some("2026-06-30"), Some("2026-05-31")))];
    assert_eq!(world.due("2026-06-01"), []);
}

#[rstest]
#[case("2026-11-21T16:29", DueState::Today)]
#[case("2026-11-21T16:31", DueState::Overdue)]
#[case("2026-11-20T16:30", DueState::Soon)]
fn hours_are_overdue_by_the_minute(#[case] now: &str, #[case] state: DueState) {
    let world = World::of([episode("referral", "2026-11-20T16:30")]);
    assert_eq!(world.due(now).first().map(|due| due.state), Some(state));
}

#[rstest]
#[case("2026-11-16", DueState::Later)]
#[case("2026-11-20", DueState::Soon)]
#[case("2026-11-27T23:00", DueState::Today)]
#[case("2026-11-28T00:01", DueState::Overdue)]
fn days_are_overdue_the_day_after(#[case] now: &str, #[case] state: DueState) {
    let mut assessment = episode("assessment", "2026-11-02");
    assessment.own_date = Some(day("2026-11-27"));
    let due = World::of([assessment]).due(now);
    assert_eq!(due.iter().find(|due| due.limit == "own_date").map(|due| due.state), Some(state));
}

#[rstest]
#[case("2026-11-20", "2026-11-19", false)]
#[case("2026-11-20T10:00", "2026-11-20T09:00", false)]
#[case("2026-11-20T10:00", "2026-11-20", true)]
#[case("2026-11-20", "2026-11-20", true)]
fn a_placement_cannot_end_before_it_begins(#[case] from: &str, #[case] until: &str, #[case] kept: bool) {
    let placement = crate::Fact::Episode(ended(episode("placement", from), until));
    assert_eq!(checked(&placement, day("2026-11-21")).is_ok(), kept);
}
