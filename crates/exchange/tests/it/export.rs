//! What is written for spreadsheets and for other systems.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use chrono::DateTime;
use domain::RecordId;
use exchange::{
    AFTER_QUESTIONS, DateOrder, Dialect, Export, ExportFault, ExportRow, Exported, FileKind, Layout, Reading,
    Responses, suggest,
};
use forms::{Answers, ChildOnForm, Form, LeftBehind};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::responses::{data, form};

fn given(value: Value) -> Answers {
    serde_json::from_value(value).unwrap()
}

fn left_behind() -> Vec<LeftBehind> {
    let left = json!([{"path": "q_gone", "about": null, "section": "Old", "question": "Old question", "answer": "=old", "value": "=old"}]);
    serde_json::from_value(left).unwrap()
}

/// A record with everything, about two children.
struct Record {
    form: Form,
    answers: Answers,
    children: Vec<ChildOnForm>,
    left: Vec<LeftBehind>,
}

impl Record {
    fn new(answers: Value) -> Self {
        let mut ada = ChildOnForm::new("0190b0a0-0000-7000-8000-000000000001", "Ada Mary Example");
        ada.born = "2015-04-03".parse().ok();
        let children = vec![ada, ChildOnForm::new("0190b0a0-0000-7000-8000-000000000002", "=Ben")];
        Self { form: form(), answers: given(answers), children, left: left_behind() }
    }

    fn row(&self) -> ExportRow<'_> {
        ExportRow {
            record: RecordId("0190b0a0-0000-7000-8000-0000000000aa".parse().unwrap()),
            reference: "HF-0001-7K".into(),
            form: &self.form,
            recorded: DateTime::parse_from_rfc3339("2026-07-21T14:30:05+01:00").unwrap(),
            event: Some("2026-07-20T10:00".into()),
            author: "Sam Worker".into(),
            children: &self.children,
            known_ids: &[],
            answers: &self.answers,
            no_longer_asked: &self.left,
            source: Some(("google_forms".into(), "ACYDBNh-1".into())),
        }
    }

    fn write(&self, layout: Layout, file: FileKind) -> (Vec<u8>, Exported) {
        let mut out = Vec::new();
        let mut export =
            Export::begin(&mut out, &self.form, layout, file, &std::env::temp_dir(), str::to_owned).unwrap();
        export.row(&self.row()).unwrap();
        let written = export.end().unwrap();
        (out, written)
    }

    fn csv(&self, layout: Layout) -> Vec<Vec<String>> {
        let bytes = self.write(layout, FileKind::Csv).0;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }
}

fn everything() -> Value {
    json!({
        "q_first": "Ada", "q_born": "2015-04-03", "q_day": "2026-07-20", "q_where": {"other": "+ the park"},
        "q_seen": {"choices": ["mother", "siblings"], "other": "a friend"}, "q_said": "=HYPERLINK(\"x\")",
        "q_worry": 3, "q_stars": 5, "q_home": {"r_kitchen": "good", "r_bedroom": "poor"},
        "q_agreed": {"r_mother": ["call", "come"]}, "q_time": "15:30", "q_long": "PT1H30M", "q_alone": "yes",
        "q_weeks": 2.5, "q_next": "2026-08-01T10:00", "q_birthday": "--04-03",
        "q_each": {"0190b0a0-0000-7000-8000-000000000001": {"q_mood": "sunny"}},
        "q_actions": [{"id": "a", "answers": {"q_what": "call", "q_by": "2026-08-01"}}],
        "q_other_version": ["kept"], "q_last": {"not_known_because": "nobody said"},
    })
}

fn cell<'a>(table: &'a [Vec<String>], header: &str) -> &'a str {
    let column = table[0].iter().position(|one| one == header).unwrap_or_else(|| panic!("no column {header}"));
    &table[1][column]
}

#[test]
fn a_google_sheet_looks_as_people_know_it() {
    let table = Record::new(everything()).csv(Layout::GoogleSheet);
    let expected = [
        ("\u{feff}Timestamp", "21/07/2026 14:30:05"),
        ("First name", "Ada"),
        ("Day of the visit", "20/07/2026"),
        ("Where was it?", "'+ the park"),
        ("Who was there?", "Mother, Brother, sister, a friend"),
        ("What did the child say?", "'=HYPERLINK(\"x\")"),
        ("How worried are we?", "3"),
        ("How was the home? [Bedroom]", "Poor, risky"),
        ("What was agreed? [Mother]", "Will call, Will come, or send word"),
        ("What was agreed? [Father]", ""),
        ("Time of the visit", "15:30:00"),
        ("How long did it take?", "1:30:00"),
        ("Was the child seen alone?", "Yes"),
        ("Weeks until the next visit", "2.5"),
        ("Next visit", "01/08/2026 10:00:00"),
        ("Birthday", "03/04"),
        ("children", "Ada Mary Example, =Ben"),
        ("author", "Sam Worker"),
        ("reference", "HF-0001-7K"),
        ("event", "20/07/2026 10:00:00"),
        ("form_version", "3"),
        ("no_longer_asked", "Old question: =old"),
        ("source", "google_forms ACYDBNh-1"),
    ];
    // The csv crate takes the mark off; a spreadsheet needs it.
    for (header, text) in expected {
        assert_eq!(cell(&table, header.trim_start_matches('\u{feff}')), text, "{header}");
    }
    assert_eq!(&table[0][table[0].len() - AFTER_QUESTIONS.len()..], AFTER_QUESTIONS, "after the questions");
}

#[test]
fn a_csv_has_a_mark_crlf_and_quotes_only_where_they_are_needed() {
    let bytes = Record::new(json!({"q_first": "Ada", "q_said": "two\nlines, \"quoted\""}))
        .write(Layout::GoogleSheet, FileKind::Csv)
        .0;
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}Timestamp,First name,"));
    assert!(text.contains(",\"two\nlines, \"\"quoted\"\"\","));
    assert!(text.ends_with("\r\n") && text.matches("\r\n").count() == 2);
}

#[test]
fn what_was_read_from_google_goes_out_as_google_wrote_it() {
    let form = form();
    let responses = Responses::read("sheet_uk.csv", data("sheet_uk.csv")).unwrap();
    let mapping = suggest(&form, &responses);
    let mut reading = Reading::new(&form, &responses, &mapping, DateOrder::DayFirst);
    let mut out = Vec::new();
    let mut export =
        Export::begin(&mut out, &form, Layout::GoogleSheet, FileKind::Csv, &std::env::temp_dir(), str::to_owned)
            .unwrap();
    for row in responses.rows() {
        let response = reading.response(&row);
        let record = Record { form: form.clone(), answers: response.answers.clone(), children: vec![], left: vec![] };
        export.row(&ExportRow { recorded: response.submitted.unwrap(), ..record.row() }).unwrap();
    }
    export.end().unwrap();
    let table = |bytes: &[u8]| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        reader.records().map(|row| row.unwrap().iter().take(21).map(str::to_owned).collect()).collect()
    };
    let (mut before, mut after) = (table(&data("sheet_uk.csv")), table(&out));
    // Google gives a birth date as it is set up there: ours come back in the order of the country.
    for column in [3, 4] {
        before.iter_mut().chain(&mut after).for_each(|row| row[column].clear());
    }
    assert_eq!(after, before);
}

#[test]
fn the_envelope_has_its_thirteen_columns_and_a_row_a_child() {
    let record = Record::new(everything());
    let mut out = Vec::new();
    let mut export =
        Export::begin(&mut out, &record.form, Layout::Envelope, FileKind::Csv, &std::env::temp_dir(), str::to_owned)
            .unwrap();
    export.row(&ExportRow { known_ids: &["0012".to_owned()], ..record.row() }).unwrap();
    export.row(&ExportRow { children: &[], event: None, ..record.row() }).unwrap();
    assert_eq!(export.end().unwrap(), Exported { rows: 3, cut: 0 });
    let text = String::from_utf8(out).unwrap();
    let id = "0190b0a0-0000-7000-8000-0000000000aa";
    let child = "0190b0a0-0000-7000-8000-00000000000";
    let at = "2026-07-21T14:30:05+01:00,Sam Worker,C";
    let expected = format!(
        "\u{feff}timestamp,worker_email,context_flag,unique_id,form_name,form_name_overall,mosaic_id,first_name,last_name,date_of_birth,form_url,date_of_event,marked_for_deletion\r\n\
         {at},{id}/{child}1,Duty visit,Imported forms,0012,Ada Mary,Example,2015-04-03,,2026-07-20T10:00,FALSE\r\n\
         {at},{id}/{child}2,Duty visit,Imported forms,,'=Ben,,,,2026-07-20T10:00,FALSE\r\n\
         {at},{id},Duty visit,Imported forms,,,,,,,FALSE\r\n"
    );
    assert_eq!(text, expected);
}

#[test]
fn a_workbook_has_texts_and_numbers_and_no_formula() {
    for layout in [Layout::GoogleSheet, Layout::Lossless, Layout::Envelope] {
        let (bytes, _) = Record::new(everything()).write(layout, FileKind::Xlsx);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
        let sheet = book.sheet_names()[0].clone();
        assert!(book.worksheet_formula(&sheet).unwrap().is_empty(), "never a formula");
        let range = book.worksheet_range(&sheet).unwrap();
        if layout == Layout::GoogleSheet {
            let said = |header: &str| {
                let column = range.rows().next().unwrap().iter().position(|cell| cell == &Data::String(header.into()));
                range.rows().nth(1).unwrap()[column.unwrap()].clone()
            };
            assert_eq!(said("How worried are we?"), Data::Float(3.0));
            assert_eq!(said("What did the child say?"), Data::String("=HYPERLINK(\"x\")".into()));
        }
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let xml = std::io::read_to_string(zip.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
        assert!(xml.contains("<pane ") && xml.contains("state=\"frozen\"") && xml.contains("<autoFilter "));
    }
}

#[test]
fn a_text_too_long_for_a_workbook_is_cut_with_a_mark_or_refused_where_nothing_may_be_lost() {
    let record = Record::new(json!({"q_said": "a".repeat(40_000)}));
    let (_, written) = record.write(Layout::GoogleSheet, FileKind::Xlsx);
    assert_eq!(written, Exported { rows: 1, cut: 1 });
    let mut export =
        Export::begin(Vec::new(), &record.form, Layout::Lossless, FileKind::Xlsx, &std::env::temp_dir(), str::to_owned)
            .unwrap();
    let fault = export.row(&record.row()).err();
    assert!(matches!(fault, Some(ExportFault::CellTooLong { row: 2, limit: 32_767, .. })), "{fault:?}");
    assert_eq!(record.write(Layout::Lossless, FileKind::Csv).1, Exported { rows: 1, cut: 0 }, "CSV has room");
}

/// Writes the lossless layout and reads it back.
fn there_and_back(record: &Record) -> exchange::Response {
    let bytes = record.write(Layout::Lossless, FileKind::Csv).0;
    let responses = Responses::read("lossless.csv", bytes).unwrap();
    assert_eq!((responses.dialect(), responses.count()), (Dialect::Lossless, 1));
    assert!(responses.lines().is_empty());
    let mapping = suggest(&record.form, &responses);
    let mut reading = Reading::new(&record.form, &responses, &mapping, DateOrder::YearFirst);
    let row = responses.rows().next().unwrap();
    reading.response(&row)
}

#[test]
fn the_lossless_layout_gives_everything_back() {
    let record = Record::new(everything());
    let response = there_and_back(&record);
    assert!(response.answers == record.answers, "answers to questions that the form does not have included");
    assert_eq!(response.source_id, "0190b0a0-0000-7000-8000-0000000000aa");
    assert_eq!(response.submitted.unwrap().to_rfc3339(), "2026-07-21T14:30:05+01:00");
    assert_eq!(response.who[0].name, "Ada Mary Example");
    assert_eq!(response.who[0].born, record.children[0].born);
    assert_eq!(response.who[0].id.as_ref(), Some(&record.children[0].id));
    assert_eq!(response.who[1].name, "=Ben");
    let left = response.extra.iter().find(|(header, _)| header == "holdfast.no_longer_asked").unwrap();
    assert!(serde_json::from_str::<Vec<LeftBehind>>(&left.1).unwrap() == record.left);
    assert!(response.doubts.is_empty());
}

/// Any JSON that an answer may be, texts that look like something else above all.
fn any_value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[=+@\\-\t\r\n '\"{\\[0-9a-zé＝\u{200B}\u{0}]{0,12}",
        "(true|false|null|12|-3|1e5|\\{\\}|\\[\\]|\"a\"|'=1| )",
        ".{0,20}",
    ];
    let plain = prop_oneof![
        text.prop_map(Value::String),
        any::<i64>().prop_map(Value::from),
        (-1_000_000_i32..1_000_000).prop_map(|number| Value::from(f64::from(number) / 100.0)),
        any::<bool>().prop_map(Value::Bool),
        Just(Value::Null),
    ];
    plain.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::btree_map("[a-z_=]{1,5}", inner, 0..4).prop_map(|members| json!(members)),
        ]
    })
}

fn any_answers() -> impl Strategy<Value = Value> {
    let question = prop::sample::select(vec![
        "q_first",
        "q_said",
        "q_where",
        "q_seen",
        "q_home",
        "q_worry",
        "q_day",
        "q_time",
        "q_long",
        "q_weeks",
        "q_each",
        "q_actions",
        "q_agreed",
        "q_gone",
    ]);
    prop::collection::btree_map(question, any_value(), 0..8).prop_map(|answers| json!(answers))
}

/// A plain number, as a spreadsheet takes it: it can be no formula.
fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok() && cell.starts_with('-') && cell[1..].starts_with(|c: char| c.is_ascii_digit())
}

fn is_formula(cell: &str) -> bool {
    let hidden = |c: char| (c.is_whitespace() || c.is_control() || c == '\u{200B}') && c != '\t' && c != '\r';
    let first = cell.trim_start_matches(hidden);
    first.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && !is_number(cell)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_answers_come_back_from_the_lossless_layout(answers in any_answers()) {
        let record = Record::new(answers);
        let back = there_and_back(&record);
        prop_assert!(back.answers == record.answers);
    }

    #[test]
    fn no_cell_of_any_export_begins_with_a_formula_sign(answers in any_answers(), name in "[=+@\t\r -]{0,3}[a-z]{0,3}") {
        let mut record = Record::new(answers);
        record.children[0].name = name.clone();
        for layout in [Layout::GoogleSheet, Layout::Lossless, Layout::Envelope] {
            for row in record.csv(layout) {
                for cell in row {
                    prop_assert!(!is_formula(&cell), "{layout:?}: {cell:?}");
                }
            }
        }
    }
}

#[test]
fn a_header_is_guarded_too() {
    let json = include_str!("../data/responses/duty_visit.json").replace("\"How did it go?\"", "\"=How did it go?\"");
    let mut record = Record::new(json!({}));
    record.form = Form::read_resolved(json.as_bytes()).unwrap();
    assert!(record.csv(Layout::GoogleSheet)[0].contains(&"'=How did it go?".to_owned()));
    assert!(record.csv(Layout::Lossless)[0].contains(&"q_stars | =How did it go?".to_owned()));
}
