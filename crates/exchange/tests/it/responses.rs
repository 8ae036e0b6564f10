//! Files of responses of every dialect, good and bad.

use std::io::Write;

use exchange::{
    ChildColumn, ChildPart, DateOrder, Dialect, ImportFault, Mapping, ONLY_CHILD, Reading, Response, Responses, Target,
    date_orders, suggest,
};
use forms::Form;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

pub fn form() -> Form {
    Form::read_resolved(include_bytes!("../data/responses/duty_visit.json")).unwrap()
}

pub fn data(name: &str) -> Vec<u8> {
    match name {
        "download.csv" => include_bytes!("../data/responses/download.csv").to_vec(),
        "sheet_uk.csv" => include_bytes!("../data/responses/sheet_uk.csv").to_vec(),
        "sheet_iso.csv" => include_bytes!("../data/responses/sheet_iso.csv").to_vec(),
        "sheet_us.csv" => include_bytes!("../data/responses/sheet_us.csv").to_vec(),
        "ambiguous.csv" => include_bytes!("../data/responses/ambiguous.csv").to_vec(),
        "api.json" => include_bytes!("../data/responses/api.json").to_vec(),
        other => panic!("no data {other}"),
    }
}

pub fn open(name: &str) -> Responses {
    Responses::read(name, data(name)).unwrap()
}

/// Reads as the app does once nobody has anything to change: suggested mapping, the first order.
pub fn read_with(form: &Form, responses: &Responses, mapping: &Mapping, order: Option<DateOrder>) -> Vec<Response> {
    let possible = date_orders(form, responses, mapping).possible();
    let mut reading = Reading::new(form, responses, mapping, order.unwrap_or(possible[0]));
    responses.rows().map(|row| reading.response(&row)).collect()
}

pub fn read(responses: &Responses) -> Vec<Response> {
    let form = form();
    read_with(&form, responses, &suggest(&form, responses), None)
}

pub fn answers(response: &Response) -> Value {
    Value::Object(response.answers.iter().map(|(id, value)| (id.to_owned(), value.clone())).collect())
}

pub fn codes(response: &Response) -> Vec<(&str, &str)> {
    response.doubts.iter().map(|doubt| (doubt.column.as_str(), doubt.code)).collect()
}

#[rstest]
#[case("download.csv", Dialect::Download)]
#[case("sheet_uk.csv", Dialect::Sheet)]
fn both_dialects_of_a_response_come_to_the_same_answers(#[case] name: &str, #[case] dialect: Dialect) {
    let responses = open(name);
    assert_eq!((responses.dialect(), responses.count(), responses.headers().len()), (dialect, 2, 21));
    assert!(responses.lines().is_empty(), "nothing to say of a sound file");
    let read = read(&responses);
    assert_eq!(
        answers(&read[0]),
        json!({
            "q_first": "Ada", "q_last": "Example", "q_born": "2015-04-03", "q_day": "2022-11-29",
            "q_where": {"choice": "school"}, "q_seen": {"choices": ["mother", "siblings"]},
            "q_said": if dialect == Dialect::Download { "\"I like\r\nfootball\", she said" } else { "\"I like\nfootball\", she said" },
            "q_worry": 3, "q_stars": 4, "q_home": {"r_kitchen": "good", "r_bedroom": "poor"},
            "q_agreed": {"r_mother": ["call", "come"], "r_father": ["call"]},
            "q_time": "15:30", "q_long": "PT1H30M", "q_alone": "yes", "q_weeks": 2,
            "q_next": "2022-12-14T10:00", "q_birthday": "--04-03",
        })
    );
    assert!(read[0].doubts.is_empty(), "{:?}", codes(&read[0]));
    assert_eq!(read[0].submitted.unwrap().to_rfc3339(), "2022-11-30T22:39:41+00:00");
    assert_eq!(read[1].submitted.unwrap().to_rfc3339(), "2022-07-01T09:05:00+01:00");
    let second = answers(&read[1]);
    assert_eq!(second["q_where"], json!({"other": "In the park, by the pond"}));
    assert_eq!(second["q_seen"], json!({"choices": ["father"], "other": "a neighbour, and her dog"}));
    assert_eq!(second["q_photo"], json!({"as_imported": "https://drive.google.com/open?id=synthetic1"}));
    assert_eq!(codes(&read[1]), [("Photographs", "files")]);
    assert_eq!(second.get("q_said"), None, "an empty cell is no answer");
    let who: Vec<(&str, String)> =
        read.iter().map(|one| (one.who[0].name.as_str(), one.who[0].born.unwrap().to_string())).collect();
    assert_eq!(who, [("Ada Example", "2015-04-03".to_owned()), ("Zoë Sample", "2012-12-24".to_owned())]);
    assert_eq!((read[0].row, read[1].row), (2, 3), "a line break in a cell is no row");
}

#[rstest]
#[case("download.csv")]
#[case("sheet_uk.csv")]
#[case("api.json")]
fn answers_are_in_the_shapes_in_which_they_are_filed(#[case] name: &str) {
    let mut answers = read(&open(name)).remove(0).answers;
    answers.remove("q_photo");
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-21T12:00:00+00:00").unwrap();
    let filed = forms::file(&form(), &answers, &[], now).map_err(|problems| problems.len());
    assert!(filed.is_ok_and(|filed| filed.answers == answers), "filing them changes nothing");
}

#[test]
fn a_sheet_in_american_order_is_read_without_a_question_when_the_dates_tell() {
    let responses = open("sheet_us.csv");
    let form = form();
    let mapping = suggest(&form, &responses);
    let orders = date_orders(&form, &responses, &mapping);
    assert_eq!(orders.possible(), [DateOrder::MonthFirst]);
    let read = read(&responses);
    assert_eq!(read[0].submitted.unwrap().to_rfc3339(), "2023-08-31T19:08:16+01:00");
    assert_eq!(answers(&read[0])["q_born"], "2015-04-03");
    assert_eq!(read[0].email.as_deref(), Some("duty@example.org"));
    let extra = [("Score".to_owned(), "4 / 5".to_owned()), ("Old question nobody asks".into(), "kept as text".into())];
    assert_eq!(read[0].extra, extra, "what has no question stays beside the answers");
    let unmatched: Vec<&str> = mapping.unmatched().map(|column| column.header.as_str()).collect();
    assert_eq!(unmatched, ["Old question nobody asks"]);
    assert_eq!(mapping.not_asked(&form).first().map(|column| column.key.clone()).as_deref(), Some("q_where"));
}

#[test]
fn dates_that_could_be_two_days_are_asked_about_and_doubts_are_kept_as_written() {
    let responses = open("ambiguous.csv");
    let form = form();
    let mapping = suggest(&form, &responses);
    let orders = date_orders(&form, &responses, &mapping);
    assert_eq!(orders.possible(), [DateOrder::DayFirst, DateOrder::MonthFirst]);
    assert_eq!((orders.either, orders.clear, orders.contradict()), (4, 0, false));
    let by_day = read_with(&form, &responses, &mapping, Some(DateOrder::DayFirst));
    let by_month = read_with(&form, &responses, &mapping, Some(DateOrder::MonthFirst));
    assert_eq!(
        (&answers(&by_day[0])["q_day"], &answers(&by_month[0])["q_day"]),
        (&json!("2026-06-05"), &json!("2026-05-06"))
    );
    let unsaid = read_with(&form, &responses, &mapping, Some(DateOrder::YearFirst));
    assert_eq!(answers(&unsaid[0])["q_day"], json!({"as_imported": "05/06/2026"}), "nobody has said which");
    assert_eq!(codes(&by_day[0]), [("Who was there?", "two_ways"), ("How worried are we?", "off_scale")]);
    assert_eq!(answers(&by_day[0])["q_seen"], json!({"as_imported": "Mother, my words, Father"}));
    assert_eq!(answers(&by_day[1])["q_seen"], json!({"choices": [], "other": "Nobody at all"}));
    assert_eq!(answers(&by_day[1])["q_worry"], json!({"as_imported": "two"}));
}

#[rstest]
#[case("31/02/2026", "no_such_day")]
#[case("30/11/22", "short_year")]
#[case("a week ago", "not_a_date")]
fn a_day_that_is_none_is_a_doubt_on_its_cell(#[case] cell: &str, #[case] code: &str) {
    let text = format!("Timestamp,Day of the visit\n01/07/2022 09:05:00,{cell}\n");
    let responses = Responses::read("x.csv", text.into_bytes()).unwrap();
    let read = read(&responses);
    assert_eq!(codes(&read[0]), [("Day of the visit", code)]);
    assert_eq!(read[0].doubts[0].cell, cell);
    assert_eq!(answers(&read[0])["q_day"], json!({"as_imported": cell}));
}

#[test]
fn the_api_names_questions_by_id_and_responses_by_theirs() {
    let responses = open("api.json");
    assert_eq!((responses.dialect(), responses.count(), responses.form()), (Dialect::Api, 2, Some("1DutyVisitForm")));
    let said: Vec<&str> = responses.lines().iter().map(|line| line.code).collect();
    assert_eq!(said, ["no_response", "grades", "unknown_member"]);
    let read = read(&responses);
    assert_eq!((read[0].source_id.as_str(), read[0].edited, read[1].edited), ("ACYDBNh-1", true, false));
    assert_eq!(read[0].submitted.unwrap().to_rfc3339(), "2022-12-01T08:00:00+00:00");
    assert_eq!(read[0].email.as_deref(), Some("duty@example.org"));
    let first = answers(&read[0]);
    assert_eq!(first["q_seen"], json!({"choices": ["mother", "siblings"], "other": "Gran, aged 80"}));
    assert_eq!((&first["q_worry"], &first["q_home"]), (&json!(3), &json!({"r_kitchen": "good"})));
    assert_eq!(first["q_agreed"], json!({"r_mother": ["come"]}));
    assert_eq!((&first["q_next"], &first["q_birthday"]), (&json!("2022-12-14T10:00"), &json!("--04-03")));
    assert_eq!(first["q_photo"], json!({"as_imported": "room.jpg https://drive.google.com/open?id=synthetic1"}));
    assert_eq!(read[0].who[0].name, "Ada Example");
    let removed = ("000000ff".to_owned(), "to a question since removed".to_owned());
    assert!(read[0].extra.contains(&removed), "an answer to a question that is gone is kept");
}

#[test]
fn a_list_of_responses_reads_as_well_as_a_page_of_them() {
    let page: Value = serde_json::from_slice(&data("api.json")).unwrap();
    let list = Responses::read("x.json", page["responses"].to_string().into_bytes()).unwrap();
    assert_eq!(list.count(), 2);
    assert_eq!(answers(&read(&list)[0]), answers(&read(&open("api.json"))[0]));
}

#[rstest]
#[case(b"{\"formId\":\"x\",\"items\":[]}", ImportFault::FormNotResponses)]
#[case(b"{\"a\":1}", ImportFault::NotResponses)]
#[case(b"{\"responses\":[", ImportFault::NotJson { line: 1, column: 14 })]
#[case(b"", ImportFault::Empty)]
#[case(b"PK\x03\x04 no zip", ImportFault::NotAZip)]
#[case(b"a,b\n1,\0\n", ImportFault::NulByte { row: 2, column: 2 })]
#[case(b"{\"responses\":[{\"answers\":{\"1\":{\"textAnswers\":{\"answers\":[{\"value\":\"\\u0000\"}]}}}}]}",
    ImportFault::NulByte { row: 2, column: 0 })]
fn a_file_of_something_else_is_refused_with_its_reason(#[case] bytes: &[u8], #[case] fault: ImportFault) {
    assert_eq!(Responses::read("file", bytes.to_vec()).err(), Some(fault));
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_zip_that_forms_hands_out_is_opened() {
    let zip = zipped(&[("Duty visit.csv/Duty visit.csv", &data("download.csv"))]);
    let responses = Responses::read("Duty visit.csv.zip", zip).unwrap();
    assert_eq!((responses.dialect(), responses.count()), (Dialect::Download, 2));
}

#[test]
fn a_zip_is_unpacked_within_bounds() {
    let two = zipped(&[("a.csv", b"a\n1\n"), ("b.CSV", b"a\n1\n"), ("__MACOSX/a.csv", b"")]);
    assert_eq!(Responses::read("x.zip", two).err(), Some(ImportFault::NotOneCsv { found: 2 }));
    let none = zipped(&[("a.txt", b"a")]);
    assert_eq!(Responses::read("x.zip", none).err(), Some(ImportFault::NotOneCsv { found: 0 }));
    let bomb = zipped(&[("a.csv", &vec![b','; 65 * 1024 * 1024])]);
    assert!(bomb.len() < 1024 * 1024);
    let limit = 64 * 1024 * 1024;
    assert_eq!(Responses::read("x.zip", bomb).err(), Some(ImportFault::Unpacked { bound: "bytes", limit }));
    let names: Vec<String> = (0..200).map(|number| format!("{number}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(
        Responses::read("x.zip", zipped(&many)).err(),
        Some(ImportFault::Unpacked { bound: "entries", limit: 100 })
    );
}

#[test]
fn more_than_64_mib_is_refused() {
    let bytes = vec![b'a'; 64 * 1024 * 1024 + 1];
    let fault = ImportFault::TooLarge { bytes: bytes.len() as u64, limit: 64 * 1024 * 1024 };
    assert_eq!(Responses::read("x.csv", bytes).err(), Some(fault));
}

#[test]
fn json_of_millions_of_nothings_is_refused() {
    let list = format!("[{}0]", "0,".repeat(3_000_000)).into_bytes();
    assert_eq!(Responses::read("x.json", list).err(), Some(ImportFault::TooManyRows { limit: 500_000 }));
    let one = format!("[{{\"x\":[{}0]}}]", "0,".repeat(3_000_000)).into_bytes();
    let fault = ImportFault::CellTooLong { row: 2, column: 0, limit: 4 * 1024 * 1024 };
    assert_eq!(Responses::read("x.json", one).err(), Some(fault));
    let deep = format!("[{{\"x\":{}", "[".repeat(1_000_000)).into_bytes();
    assert!(matches!(Responses::read("x.json", deep).err(), Some(ImportFault::NotJson { .. })));
}

#[test]
fn an_unreadable_row_of_a_grid_stands_as_written_beside_the_others() {
    let text = "Timestamp,How was the home? [Kitchen],How was the home? [Bedroom],What was agreed? [Mother]\n\
        01/07/2022 09:05:00,Good,So so,\"Will call, Will sing\"\n";
    let responses = Responses::read("x.csv", text.as_bytes().to_vec()).unwrap();
    let read = read_with(&form(), &responses, &suggest(&form(), &responses), Some(DateOrder::DayFirst)).remove(0);
    assert_eq!(
        answers(&read),
        json!({"q_home": {"r_kitchen": "good", "r_bedroom": {"as_imported": "So so"}},
            "q_agreed": {"r_mother": {"as_imported": "Will call, Will sing"}}})
    );
    let said = [("How was the home? [Bedroom]", "unknown_choice"), ("What was agreed? [Mother]", "unknown_choice_in")];
    assert_eq!(codes(&read), said);
    let form = form();
    let columns = forms::columns(&form);
    let bedroom = columns.iter().find(|column| column.key == "q_home/r_bedroom").unwrap();
    assert_eq!(forms::cell(&form, bedroom, &read.answers, &[]), "So so", "the response sheet shows it");
}

#[test]
fn latin_1_ragged_rows_and_cells_without_a_header_are_told_and_kept() {
    let bytes = b"Timestamp,First name,Last name\n01/07/2022 09:05:00,Zo\xEB\n30/07/2022 09:05:00,Ada,Example,stray\n";
    let responses = Responses::read("x.csv", bytes.to_vec()).unwrap();
    let said: Vec<(&str, &str)> = responses.lines().iter().map(|line| (line.place.as_str(), line.code)).collect();
    assert_eq!(said, [("", "windows_1252"), ("row 2", "ragged_short"), ("row 3", "ragged_long")]);
    let read = read(&responses);
    assert_eq!(answers(&read[0])["q_first"], "Zoë");
    assert_eq!(read[1].extra, [("(4)".to_owned(), "stray".to_owned())]);
}

#[test]
fn three_children_in_columns_are_three_children() {
    let text = "Timestamp,Social care ID,First name,Last name,Social care ID 2,First name 2,Last name 2,First name 3,Child 3 date of birth\n\
        01/07/2022 09:05:00,0012,Ada,Example,NC34,Ben,Example,Cy,24/12/2020\n\
        30/07/2022 09:05:00,,,,,,,,\n";
    let responses = Responses::read("x.csv", text.as_bytes().to_vec()).unwrap();
    let form = form();
    let mapping = suggest(&form, &responses);
    assert_eq!(mapping.columns[5].child, Some(ChildColumn { number: 2, part: ChildPart::FirstName }));
    assert_eq!(mapping.columns[2].target, Target::Question("q_first".into()), "a column may be both");
    let read = read(&responses);
    let who: Vec<(&str, Option<&str>)> = read[0].who.iter().map(|one| (one.name.as_str(), one.id.as_deref())).collect();
    assert_eq!(who, [("Ada Example", Some("0012")), ("Ben Example", Some("NC34")), ("Cy", None)]);
    assert_eq!(read[0].who[2].born.unwrap().to_string(), "2020-12-24");
    assert!(read[1].who.is_empty());
}

#[test]
fn a_mapping_survives_being_kept_and_may_be_changed_by_a_person() {
    let form = form();
    let text = "Timestamp,Surname,Wie ging es?,Mood,What\n01/07/2022 09:05:00,Example,quiet,sunny,call the school\n";
    let responses = Responses::read("x.csv", text.as_bytes().to_vec()).unwrap();
    let mut mapping: Mapping =
        serde_json::from_value(serde_json::to_value(suggest(&form, &responses)).unwrap()).unwrap();
    mapping.columns[2].target = Target::Question("q_said".into());
    mapping.columns[3].target = Target::Question("q_each/*/q_mood".into());
    mapping.columns[4].target = Target::Question("q_actions/*/q_what".into());
    let read_now = |mapping: &Mapping| read_with(&form, &responses, mapping, Some(DateOrder::DayFirst)).remove(0);
    let read = read_now(&mapping);
    assert_eq!(
        answers(&read),
        json!({"q_said": "quiet", "q_each": {ONLY_CHILD: {"q_mood": "sunny"}},
            "q_actions": [{"id": "1", "answers": {"q_what": "call the school"}}]})
    );
    mapping.columns[1].child = None;
    let nobody = read_now(&mapping);
    assert_eq!(answers(&nobody).get("q_each"), None, "with no child it is nobody's answer");
    assert_eq!(codes(&nobody), [("Mood", "which_child")]);
    assert!(nobody.extra.contains(&("Mood".to_owned(), "sunny".to_owned())));
    mapping.columns[2].target = Target::Question("no_such_question".into());
    assert!(read_now(&mapping).extra.contains(&("Wie ging es?".to_owned(), "quiet".to_owned())));
}

#[test]
fn headers_are_found_whatever_their_case_and_blanks_and_twins_in_their_order() {
    let json = String::from_utf8(include_bytes!("../data/responses/duty_visit.json").to_vec()).unwrap();
    let form = Form::read_resolved(json.replace("\"Last name\"", "\"First name\"").as_bytes()).unwrap();
    let text = "Zeitstempel,First name,First name, first  NAME,how worried ARE we?\n01/07/2022 09:05:00,a,b,c,2\n";
    let responses = Responses::read("x.csv", text.as_bytes().to_vec()).unwrap();
    let targets: Vec<Target> = suggest(&form, &responses).columns.into_iter().map(|column| column.target).collect();
    let question = |id: &str| Target::Question(id.to_owned());
    let expected = [Target::Submitted, question("q_first"), question("q_last"), Target::Other, question("q_worry")];
    assert_eq!(targets, expected, "the time is known by what it holds, in any language");
}

#[test]
fn two_hundred_thousand_rows_are_read_one_at_a_time() {
    let mut text = String::from("Timestamp,Who was there?,How worried are we?\n");
    for number in 0..200_000 {
        text.push_str(&format!("{:02}/07/2022 09:05:00,\"Mother, Father\",{}\n", number % 28 + 1, number % 5 + 1));
    }
    let responses = Responses::read("x.csv", text.into_bytes()).unwrap();
    assert_eq!(responses.count(), 200_000);
    let form = form();
    let mapping = suggest(&form, &responses);
    let mut reading = Reading::new(&form, &responses, &mapping, DateOrder::DayFirst);
    let mut sure = 0;
    for row in responses.rows() {
        sure += usize::from(reading.response(&row).doubts.is_empty());
    }
    assert_eq!(sure, 200_000);
}

#[test]
fn nothing_personal_is_printed() {
    let responses = open("sheet_uk.csv");
    let read = read(&responses);
    let row = responses.rows().next().unwrap();
    let printed = format!("{responses:?} {row:?} {:?} {:?} {:?}", read[0], read[0].who, read[1].doubts);
    assert!(!printed.contains("Ada") && !printed.contains("drive.google"), "{printed}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_bring_it_down(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Responses::read("x", bytes).map(|responses| read(&responses));
    }

    #[test]
    fn no_text_with_commas_and_quotes_brings_it_down(
        head in "(Timestamp|Who was there\\?|Next visit|\"|,|;|\r|\n|\u{feff}){0,8}",
        body in "([0-9]{1,4}[/:.-]|Mother|Father|, |;|\"|\r\n|\n|,|GMT|PM|T|é|\\[|\\{){0,60}",
    ) {
        let _ = Responses::read("x.csv", format!("{head}\n{body}").into_bytes()).map(|responses| read(&responses));
    }

    #[test]
    fn no_json_brings_it_down(value in "[\\[\\]{}:,\"a-z0-9 ]{0,60}", key in "(responses|answers|textAnswers|[a-z]{0,3})") {
        for json in [format!("[{value}"), format!("{{\"{key}\":{value}}}"), format!("[{{\"{key}\":{{{value}}}}}]")] {
            let _ = Responses::read("x.json", json.into_bytes()).map(|responses| read(&responses));
        }
    }

    #[test]
    fn rows_counted_are_the_rows_handed_out(text in "[a,\"\r\n; ]{0,80}") {
        if let Ok(responses) = Responses::read("x.csv", text.into_bytes()) {
            let numbers: Vec<u32> = responses.rows().map(|row| row.number()).collect();
            prop_assert_eq!(u32::try_from(numbers.len()).unwrap(), responses.count());
            prop_assert!(numbers.is_sorted(), "rows count upwards");
        }
    }
}
