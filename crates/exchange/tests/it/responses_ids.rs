//! What names a response: the same wherever, whenever and however it is read.

use chrono::{DateTime, TimeDelta};
use exchange::{DateOrder, Mapping, Reading, Response, Responses, Target, date_orders, suggest};
use forms::Form;
use rstest::rstest;

use crate::responses::{answers, data, form, open, read, read_with};

fn ids(responses: &[Response]) -> Vec<&str> {
    responses.iter().map(|response| response.source_id.as_str()).collect()
}

fn csv(text: &str) -> Responses {
    Responses::read("x.csv", text.as_bytes().to_vec()).unwrap()
}

#[rstest]
#[case("download.csv", &["df5f7d07b6efa0d39dff3937bf3d311d79200f0875315232af678505f88d65f1",
    "4dbbdaae4b79e37cc2bd3bc93adf5379503c1b5c63ebfcf0185a9cc22c6765a6"])]
#[case("sheet_iso.csv", &["df5f7d07b6efa0d39dff3937bf3d311d79200f0875315232af678505f88d65f1",
    "4dbbdaae4b79e37cc2bd3bc93adf5379503c1b5c63ebfcf0185a9cc22c6765a6"])]
#[case("sheet_uk.csv", &["4cff8b4699c241a6406bea9c548f5377d6f4bf721d70b8b8ee2ca572d9c45a76",
    "e2bf119e5e8a2fe7e1b603622534469e2f51eba945fd65e3d624adb134f1cb15"])]
#[case("sheet_us.csv", &["b36d258f4a3a6bec2f7b3c6992bc37e88ff798957252398dc57601195d0ad10e"])]
fn the_ids_of_rows_are_pinned(#[case] name: &str, #[case] expected: &[&str]) {
    assert_eq!(ids(&read(&open(name))), expected, "made with other libraries: they may never change");
}

#[test]
fn both_dialects_of_a_response_agree_where_days_begin_with_their_year() {
    let (download, sheet) = (read(&open("download.csv")), read(&open("sheet_iso.csv")));
    assert_eq!(ids(&download), ids(&sheet));
    for (one, other) in download.iter().zip(&sheet) {
        assert_eq!(one.submitted, other.submitted);
        assert_eq!(answers(one)["q_day"], answers(other)["q_day"]);
    }
    let british = read(&open("sheet_uk.csv"));
    assert!(ids(&british).iter().all(|id| !ids(&download).contains(id)), "01/07 may be two days: it stays as written");
}

#[test]
fn an_id_depends_neither_on_the_version_of_the_form_nor_on_the_mapping_nor_on_the_order_of_days() {
    let responses = open("sheet_uk.csv");
    let (form, first) = (form(), read(&responses));
    let json = String::from_utf8(include_bytes!("../data/responses/duty_visit.json").to_vec()).unwrap();
    let park =
        "{ \"id\": \"home\", \"label\": \"At home\" }, { \"id\": \"park\", \"label\": \"In the park, by the pond\" }";
    let later =
        json.replace("{ \"id\": \"home\", \"label\": \"At home\" }", park).replace("\"number\": 3", "\"number\": 4");
    let later = Form::read_resolved(later.as_bytes()).unwrap();
    let read_later = read_with(&later, &responses, &suggest(&later, &responses), None);
    assert_ne!(answers(&read_later[1])["q_where"], answers(&first[1])["q_where"], "the answer has an option now");
    assert_eq!(ids(&read_later), ids(&first));

    let mut nothing: Mapping = suggest(&form, &responses);
    for column in &mut nothing.columns {
        (column.target, column.child) = (Target::LeaveOut, None);
    }
    assert_eq!(ids(&read_with(&form, &responses, &nothing, None)), ids(&first));
    for order in [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst] {
        let by_order = read_with(&form, &responses, &suggest(&form, &responses), Some(order));
        assert_eq!(ids(&by_order), ids(&first), "{order:?}");
    }
}

#[test]
fn a_later_download_of_a_sheet_gives_the_same_ids() {
    let before = csv("Timestamp,First name,Who was there?,Score\n30/11/2022 22:39:41,Ada,\"Mother, Father\",3 / 5\n");
    let after = csv("Timestamp,Email Address,Who was there?,New question,First  name,Score\r\n\
         30/11/2022 22:39:41,,\"Mother, Father\",,Ada ,4 / 5\r\n");
    assert_eq!(ids(&read(&after)), ids(&read(&before)), "new columns are empty, the score was given later");
    let answered = csv("Timestamp,First name,Who was there?,New\n30/11/2022 22:39:41,Ada,\"Mother, Father\",x\n");
    assert_ne!(ids(&read(&answered)), ids(&read(&before)));
    let by_somebody =
        csv("Timestamp,Email Address,First name,Who was there?\n30/11/2022 22:39:41,a@b.c,Ada,\"Mother, Father\"\n");
    let renamed =
        csv("Timestamp,Username,First name,Who was there?\n30/11/2022 22:39:41,a@b.c,Ada,\"Mother, Father\"\n");
    assert_ne!(ids(&read(&by_somebody)), ids(&read(&before)));
    assert_eq!(ids(&read(&renamed)), ids(&read(&by_somebody)), "both dialects name the address");
}

#[test]
fn another_form_with_the_same_row_has_another_id() {
    let text = "Timestamp,First name\n30/11/2022 22:39:41,Ada\n";
    let json = String::from_utf8(include_bytes!("../data/responses/duty_visit.json").to_vec()).unwrap();
    let other = Form::read_resolved(json.replace("1DutyVisitForm", "1OtherForm").as_bytes()).unwrap();
    let responses = csv(text);
    let of_other = read_with(&other, &responses, &suggest(&other, &responses), None);
    assert_ne!(ids(&of_other), ids(&read(&responses)));
}

#[test]
fn equal_rows_are_told_apart_and_keep_their_numbers() {
    let text = "Timestamp,First name\n01/07/2022 09:05:00,Ada\n01/07/2022 09:05:00,Ada\n30/07/2022 09:05:00,Ada\n01/07/2022 09:05:00,Ada\n";
    let responses = csv(text);
    let form = form();
    let mapping = suggest(&form, &responses);
    let mut reading = Reading::new(&form, &responses, &mapping, DateOrder::DayFirst);
    let once: Vec<String> = responses.rows().map(|row| reading.response(&row).source_id).collect();
    let again: Vec<String> = responses.rows().map(|row| reading.response(&row).source_id).collect();
    assert_eq!(once, again, "a row may be read twice: for the preview, and when it is taken in");
    assert_eq!(once[1], format!("{}#2", once[0]));
    assert_eq!(once[3], format!("{}#3", once[0]));
    assert!(!once[2].contains('#'));
}

#[test]
fn the_id_that_the_api_states_counts_whatever_its_column_is_taken_for() {
    let responses = open("api.json");
    let mut mapping = suggest(&form(), &responses);
    mapping.columns[0].target = Target::LeaveOut;
    assert_eq!(ids(&read_with(&form(), &responses, &mapping, None)), ["ACYDBNh-1", "ACYDBNh-2"]);
}

/// A response of the API with one answer, which tells it from its like.
fn api(id: &str, submitted: &str, said: &str) -> String {
    format!(
        r#"{{"responseId":"{id}","createTime":"2022-01-01T00:00:00Z","lastSubmittedTime":"{submitted}",
            "answers":{{"00000007":{{"textAnswers":{{"answers":[{{"value":"{said}"}}]}}}}}}}}"#
    )
}

fn superseded(responses: &Responses) -> Option<String> {
    let line = responses.lines().iter().find(|line| line.code == "superseded")?;
    line.params.first().map(|(_, count)| count.clone())
}

#[test]
fn of_a_response_that_stands_in_the_file_again_only_the_one_submitted_last_is_handed_out() {
    let list = [
        api("a", "2022-03-01T00:00:00Z", "last by time"),
        api("b", "2022-03-01T00:00:00Z", "first"),
        api("a", "2022-02-01T00:00:00Z", "older, further down"),
        api("b", "2022-03-01T01:00:00+01:00", "the same moment, further down"),
        api("", "2022-03-01T00:00:00Z", "no id"),
        api("", "2022-03-01T00:00:00Z", "nor this"),
    ];
    let responses = Responses::read("x.json", format!("[{}]", list.join(",")).into_bytes()).unwrap();
    assert_eq!((responses.count(), superseded(&responses).as_deref()), (6, Some("2")));
    let read = read(&responses);
    let said: Vec<(u32, String)> =
        read.iter().map(|one| (one.row, answers(one)["q_said"].as_str().unwrap().to_owned())).collect();
    let expected = [(2, "last by time"), (5, "the same moment, further down"), (6, "no id"), (7, "nor this")];
    assert_eq!(said, expected.map(|(row, said)| (row, said.to_owned())));
    assert!(superseded(&open("api.json")).is_none(), "nothing to say where none stands twice");
}

#[test]
fn our_own_file_with_a_record_twice_gives_the_one_recorded_last() {
    let text = "holdfast.record,holdfast.recorded,q_said | x\n\
        r1,2026-02-01T10:00:00+00:00,new\nr1,2026-01-01T10:00:00+00:00,old\nr2,,one\nr2,,two\nr3,2026-01-01T10:00:00Z,alone\n";
    let responses = csv(text);
    assert_eq!((responses.count(), superseded(&responses).as_deref()), (5, Some("2")));
    let said: Vec<String> =
        read(&responses).iter().map(|one| answers(one)["q_said"].as_str().unwrap().into()).collect();
    assert_eq!(said, ["new", "two", "alone"]);
}

#[test]
fn a_hundred_thousand_versions_of_one_response_take_one_look_each() {
    let begin = DateTime::parse_from_rfc3339("2022-01-01T00:00:00Z").unwrap();
    let at = |number: i64| (begin + TimeDelta::seconds(number)).to_rfc3339();
    let list: Vec<String> = (0..100_000).map(|number| api("a", &at(number), "x")).collect();
    let responses = Responses::read("x.json", format!("[{}]", list.join(",")).into_bytes()).unwrap();
    assert_eq!((superseded(&responses).as_deref(), responses.rows().count()), (Some("99999"), 1));
    assert_eq!(responses.rows().next().map(|row| row.number()), Some(100_001));
    let mapping = suggest(&form(), &responses);
    assert_eq!(date_orders(&form(), &responses, &mapping).clear, 1, "its days are counted once");
}

#[test]
fn the_same_bytes_give_the_same_ids_on_every_laptop() {
    for name in ["download.csv", "sheet_uk.csv", "sheet_us.csv", "ambiguous.csv"] {
        let again = Responses::read("another name.csv", data(name)).unwrap();
        assert_eq!(ids(&read(&again)), ids(&read(&open(name))), "{name}");
    }
}
