//! What a form does to episodes when a record on it is filed, and what it says before.

use domain::facts::EpisodeKind;
use forms::{ChildOnForm, EpisodeAct, EpisodeChange, Fault, Form, Lists, episode_changes, file, inspect, notices};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{answers, children, form_with, now, read};

fn form(episodes: Value, notices: Value) -> Value {
    let mut form = form_with(
        json!([
            {"id": "at", "text": "At?", "required": false, "kind": {"type": "time"}},
            {"id": "ended", "text": "Ended?", "required": false, "kind": {"type": "date", "approximate": true}},
            {"id": "days", "text": "Days?", "required": false,
             "kind": {"type": "calculated", "work_out": "days_between", "from": "when_date", "to": "ended"}},
            {"id": "outcome", "text": "Outcome?", "required": false, "kind": {"type": "one_choice", "choices":
             [{"id": "go_on", "label": "Go on"}, {"id": "stop", "label": "Stop"}], "other": true}},
            {"id": "who", "text": "Who?", "required": false, "kind": {"type": "tick_grid",
             "rows": [{"id": "health", "label": "Health"}, {"id": "police", "label": "Police"}],
             "columns": [{"id": "asked", "label": "Asked"}, {"id": "came", "label": "Came"}]}},
            {"id": "each", "text": "Each?", "required": false, "kind": {"type": "each_child", "questions": [
             {"id": "plan", "text": "Plan?", "required": false, "kind": {"type": "yes_no"}},
             {"id": "why", "text": "Why?", "required": false, "kind": {"type": "many_choices", "choices":
              [{"id": "neg", "label": "Neglect"}, {"id": "emo", "label": "Emotional"}]}},
             {"id": "until", "text": "Until?", "required": false, "kind": {"type": "date"}}]}}
        ]),
        json!([]),
    );
    form["event_time"]["time_question"] = json!("at");
    form["episodes"] = episodes;
    form["notices"] = notices;
    form
}

fn changes(form: &Form, child: &ChildOnForm, given: Value) -> Vec<EpisodeChange> {
    let filed = file(form, &answers(given), std::slice::from_ref(child), now()).unwrap();
    episode_changes(form, &filed.answers, child, filed.event.unwrap())
}

fn one_child() -> ChildOnForm {
    children(&["Maya Testcase"]).remove(0)
}

/// `act kind day time`, with the beginning where it differs.
fn told(changes: &[EpisodeChange]) -> Vec<String> {
    let time = |time: forms::EventTime| match time.time {
        Some(at) => format!("{} {}", time.date, at.format("%H:%M")),
        None => time.date.to_string(),
    };
    changes
        .iter()
        .map(|change| {
            let begun = if change.begun == change.at { String::new() } else { format!(" from {}", time(change.begun)) };
            format!("{:?} {} {}{begun}", change.act, change.episode.as_str(), time(change.at))
        })
        .collect()
}

#[test]
fn an_act_is_on_the_day_of_the_event_or_of_its_own_question() {
    let form = read(&form(
        json!([
            {"act": "begin", "episode": "contact"},
            {"act": "end", "episode": "assessment", "date": "ended", "begun": "when_date", "begun_time": "at"}
        ]),
        json!([]),
    ));
    let given = json!({"when_date": "2026-11-18", "at": "10:30", "ended": "2026-11-20"});
    assert_eq!(
        told(&changes(&form, &one_child(), given)),
        ["Begin contact 2026-11-18 10:30", "End assessment 2026-11-20 from 2026-11-18 10:30"]
    );
}

#[test]
fn while_its_date_is_not_answered_an_act_is_not_done() {
    let form = read(&form(json!([{"act": "end", "episode": "section47", "date": "ended"}]), json!([])));
    assert_eq!(told(&changes(&form, &one_child(), json!({}))), Vec::<String>::new());
}

#[test]
fn a_date_that_is_known_roughly_takes_the_day_of_the_event() {
    let form = read(&form(json!([{"act": "begin", "episode": "early_help", "date": "ended"}]), json!([])));
    let given = json!({"when_date": "2026-11-18", "ended": "2026-10"});
    assert_eq!(told(&changes(&form, &one_child(), given)), ["Begin early_help 2026-11-18"]);
}

#[test]
fn each_child_has_its_own_acts_and_details() {
    let form = read(&form(
        json!([{"act": "begin_unless_open", "episode": "child_protection", "date": "until",
                "details": {"category": "why", "outcome": "outcome"}, "set": {"conference": "initial"},
                "only_if": {"question": "plan", "is_yes": true}}]),
        json!([]),
    ));
    let both = children(&["Maya Testcase", "Zoë Example"]);
    let given = answers(json!({
        "outcome": {"choice": "stop"},
        "each": {
            "child-1": {"plan": "yes", "why": {"choices": ["emo", "neg"]}, "until": "2026-11-19"},
            "child-2": {"plan": "no", "until": "2026-11-19"}
        }
    }));
    let filed = file(&form, &given, &both, now()).unwrap();
    let event = filed.event.unwrap();
    let first = episode_changes(&form, &filed.answers, &both[0], event);
    assert_eq!((first[0].act, first[0].episode), (EpisodeAct::BeginUnlessOpen, EpisodeKind::ChildProtection));
    let details: Vec<(&str, &str)> =
        first[0].details.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(details, [("category", "neg,emo"), ("conference", "initial"), ("outcome", "stop")]);
    assert!(episode_changes(&form, &filed.answers, &both[1], event).is_empty());
}

#[rstest]
#[case(json!({"act": "begin", "episode": "holiday"}), "holiday")]
#[case(json!({"act": "begin", "episode": "contact", "date": "nowhere"}), "nowhere")]
#[case(json!({"act": "begin", "episode": "contact", "date": "outcome"}), "outcome")]
#[case(json!({"act": "begin", "episode": "contact", "time": "when_date"}), "when_date")]
#[case(json!({"act": "begin", "episode": "contact", "details": {"x": "who"}}), "who")]
#[case(json!({"act": "begin", "episode": "contact", "only_if": {"question": "outcome", "is": "nothing"}}), "nothing")]
#[case(json!({"act": "begin", "episode": "contact", "colour": "red"}), "colour")]
fn a_mark_that_leads_nowhere_is_refused_and_told(#[case] mark: Value, #[case] names: &str) {
    let bytes = serde_json::to_vec(&form(json!([mark]), json!([]))).unwrap();
    let refused = Form::read("small.json", &bytes, &Lists::default()).unwrap_err();
    assert!(refused.to_string().contains(names), "{refused}");
    let inspected = inspect(&bytes, &Lists::default());
    assert!(inspected.form.is_none() && !inspected.faults.is_empty(), "the editor tells it too");
}

#[test]
fn a_grid_can_be_tested_only_for_what_is_in_it() {
    let with =
        |row: &str| form(json!([]), json!([{"when": {"question": "who", "marked": [row, "came"]}, "text": "Look."}]));
    read(&with("health"));
    let bytes = serde_json::to_vec(&with("school")).unwrap();
    let fault = Form::read("small.json", &bytes, &Lists::default()).unwrap_err().fault;
    assert_eq!(fault, Fault::WrongKind("who".to_owned()));
}

#[rstest]
#[case(json!({}), &["Health did not come.", "Nobody is on a plan."])]
#[case(json!({"who": {"health": ["asked"]}}), &["Health did not come.", "Nobody is on a plan."])]
#[case(json!({"who": {"health": ["asked", "came"]}}), &["Nobody is on a plan."])]
#[case(json!({"who": {"health": ["came"]}, "when_date": "2026-11-18", "ended": "2026-11-20"}), &["It was late.", "Nobody is on a plan."])]
#[case(json!({"who": {"health": ["came"]}, "each": {"child-1": {"plan": "yes"}, "child-2": {"plan": "yes"}}}), &[])]
fn a_notice_is_shown_while_it_holds_and_stops_nobody(#[case] given: Value, #[case] shown: &[&str]) {
    let form = read(&form(
        json!([]),
        json!([
            {"when": {"not": {"question": "who", "marked": ["health", "came"]}}, "text": "Health did not come."},
            {"when": {"question": "days", "at_least": 2}, "text": "It was late."},
            {"when": {"question": "plan", "is_yes": false}, "text": "Nobody is on a plan."}
        ]),
    ));
    let both = children(&["Maya Testcase", "Zoë Example"]);
    let given = answers(given);
    assert_eq!(notices(&form, &given, &both, now()), shown);
    assert!(file(&form, &given, &both, now()).is_ok());
}

#[test]
fn a_notice_without_a_condition_is_always_shown() {
    let form = read(&form(json!([]), json!([{"text": "Phone the duty desk as well."}])));
    assert_eq!(notices(&form, &answers(json!({})), &[], now()), ["Phone the duty desk as well."]);
}

#[test]
fn a_draft_with_faults_has_its_notices_too() {
    let form = read(&form(
        json!([]),
        json!([{"when": {"not": {"question": "who", "marked": ["health", "came"]}}, "text": "Health did not come."}]),
    ));
    let odd = answers(json!({"when_date": "yesterday", "outcome": 7}));
    assert_eq!(notices(&form, &odd, &[], now()), ["Health did not come."]);
}

#[test]
fn the_definition_keeps_its_marks_and_one_without_reads_as_before() {
    let marks =
        json!([{"act": "end_all", "episode": "contact", "only_if": {"question": "who", "marked": ["police", "came"]}}]);
    let with = read(&form(marks, json!([{"when": {"question": "at", "answered": true}, "text": "Look."}])));
    let again = Form::read_resolved(with.resolved()).unwrap();
    assert_eq!((again.hash(), again.definition()), (with.hash(), with.definition()));
    let without = read(&form(json!([]), json!([])));
    let bytes = String::from_utf8(without.resolved().to_vec()).unwrap();
    assert!(!bytes.contains("episodes") && !bytes.contains("notices"));
}
