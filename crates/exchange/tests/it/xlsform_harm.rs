//! Workbooks that would do harm, or are damaged, or are more than a form may be.

use std::io::{Cursor, Write};

use exchange::{ImportFault, read_xlsform};
use forms::Form;
use proptest::prelude::*;
use rstest::rstest;
use rust_xlsxwriter::Workbook;
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::xlsform::{CHOICES, HEADINGS, SETTINGS, lines, read, workbook};

/// A packed file with these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a packed file, to make another from.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut entry = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            std::io::copy(&mut entry, &mut bytes).unwrap();
            (entry.name().to_owned(), bytes)
        })
        .collect()
}

fn repacked(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    packed(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

fn small() -> Vec<u8> {
    let rows: &[&[&str]] =
        &[HEADINGS, &["select_one yes_no", "seen", "Seen?"], &["text", "said", "Said", "", "${seen} = 'yes'"]];
    workbook(&[("survey", rows), ("choices", CHOICES), ("settings", SETTINGS)])
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_unpacked() {
    let mut parts = unpacked(&small());
    parts.push(("xl/media/bomb.xml".to_owned(), vec![b'a'; 40 << 20]));
    assert_eq!(read_xlsform(&repacked(&parts)).unwrap_err(), ImportFault::Unpacked { bound: "ratio", limit: 200 });

    // Less well packed, but too much in all.
    let noise: Vec<u8> =
        (0_u32..33 << 20).map(|n| if n % 64 == 0 { (n.wrapping_mul(2_654_435_761) >> 24) as u8 } else { 0 }).collect();
    let parts = [("a", noise.as_slice()), ("b", noise.as_slice())];
    let fault = read_xlsform(&packed(&parts)).unwrap_err();
    assert_eq!(fault, ImportFault::Unpacked { bound: "bytes", limit: 64 });

    let names: Vec<String> = (0..2_001).map(|n| format!("x{n}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(read_xlsform(&packed(&parts)).unwrap_err(), ImportFault::Unpacked { bound: "entries", limit: 2_000 });
}

#[test]
fn a_workbook_with_macros_is_refused() {
    let mut parts = unpacked(&small());
    parts.push(("xl/vbaProject.bin".to_owned(), b"code".to_vec()));
    assert_eq!(read_xlsform(&repacked(&parts)).unwrap_err(), ImportFault::Macros);
}

#[test]
fn links_to_other_files_are_said_and_not_followed() {
    let mut parts = unpacked(&small());
    parts.push(("xl/externalLinks/externalLink1.xml".to_owned(), b"<x/>".to_vec()));
    assert_eq!(lines(&read(&repacked(&parts)), "outside_links").len(), 1);
}

#[rstest]
#[case::nothing(b"".to_vec(), "empty")]
#[case::a_csv(b"type,name,label\n".to_vec(), "not_a_workbook")]
#[case::an_old_xls(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more".to_vec(), "not_a_workbook")]
#[case::a_zip_of_something_else(packed(&[("readme.txt", b"hello")]), "not_a_workbook")]
#[case::no_survey(workbook(&[("choices", CHOICES)]), "no_sheet")]
#[case::no_type_column(workbook(&[("survey", &[&["name", "label"], &["a", "A"]])]), "no_column")]
#[case::nothing_asked(workbook(&[("survey", &[HEADINGS])]), "nothing_to_ask")]
fn what_is_no_xlsform_is_refused_with_its_reason(#[case] bytes: Vec<u8>, #[case] code: &str) {
    assert_eq!(read_xlsform(&bytes).unwrap_err().code(), code);
}

#[test]
fn one_cell_in_the_far_corner_does_not_become_a_table_of_all_between() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("survey").unwrap();
    sheet.write_string(0, 0, "type").unwrap();
    sheet.write_string(1_048_575, 16_383, "far away").unwrap();
    let fault = read_xlsform(&book.save_to_buffer().unwrap()).unwrap_err();
    assert_eq!(fault, ImportFault::TooMany { what: "columns", found: 16_384, limit: 500 });
}

#[test]
fn more_questions_than_a_form_may_have_are_refused_with_their_count() {
    let names: Vec<String> = (0..2_001).map(|n| format!("q{n}")).collect();
    let rows: Vec<[&str; 3]> = names.iter().map(|name| ["text", name.as_str(), "Asked"]).collect();
    let mut all: Vec<&[&str]> = vec![HEADINGS];
    all.extend(rows.iter().map(|row| row.as_slice()));
    let fault = read_xlsform(&workbook(&[("survey", &all)])).unwrap_err();
    assert_eq!(fault, ImportFault::TooMany { what: "questions", found: 2_001, limit: 2_000 });
}

#[test]
fn a_list_is_counted_each_time_it_is_used() {
    let names: Vec<String> = (0..5_000).map(|n| format!("c{n}")).collect();
    let long = "x".repeat(30_000);
    let headings: &[&str] = &["list_name", "name", "label"];
    let list: Vec<[&str; 3]> = names.iter().map(|name| ["many", name.as_str(), name.as_str()]).collect();
    let mut choices = vec![headings];
    choices.extend(list.iter().map(|row| row.as_slice()));
    let wide = ["wide", "a", long.as_str()];
    choices.push(&wide);

    let uses = |list: &str, count: usize| {
        let rows: Vec<[String; 3]> =
            (0..count).map(|n| [format!("select_one {list}"), format!("q{n}"), "Asked".to_owned()]).collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let mut survey: Vec<&[&str]> = vec![HEADINGS];
        survey.extend(rows.iter().map(Vec::as_slice));
        read_xlsform(&workbook(&[("survey", &survey), ("choices", &choices)]))
    };
    assert_eq!(uses("many", 2).unwrap().questions, 2);
    assert_eq!(uses("many", 5).unwrap_err(), ImportFault::TooMany { what: "choices", found: 25_000, limit: 20_000 });
    assert_eq!(uses("wide", 500).unwrap_err().code(), "too_large");
}

fn row() -> impl Strategy<Value = Vec<String>> {
    let types = prop_oneof![
        "(text|integer|decimal|range|date|time|dateTime|note|image|calculate|acknowledge|barcode|geopoint|start)",
        "(select_one|select_multiple|rank) (yes_no|risk|none)( or_other)?",
        "(begin|end)[ _](group|repeat)",
        "\\PC{0,5}",
    ];
    let name = prop_oneof!["[a-c]", "\\PC{0,4}"];
    let reference = "\\$\\{[a-c]\\}";
    let expression = prop_oneof![
        Just(String::new()),
        (reference, "(=|!=|<|<=|>|>=)", "('yes'|'1'|''|2|0.5|today\\(\\)|\\.)")
            .prop_map(|(a, b, c)| format!("{a} {b} {c}")),
        (reference, reference).prop_map(|(a, b)| format!("{a} + {b}")),
        ("(\\.|string-length\\(\\.\\)|count-selected\\(\\.\\))", "(=|!=|<|<=|>|>=)", "(-1|0|1|3|99999999999)")
            .prop_map(|(a, b, c)| format!("{a} {b} {c}")),
        (reference, reference).prop_map(|(a, b)| format!("selected({a}, '1') or not({b} = 'yes') and . >= {b}")),
        "regex\\(\\., '[a-z(\\[*+?]{0,4}'\\)",
        "\\PC{0,12}",
    ];
    (types, name, "\\PC{0,6}", expression.clone(), expression.clone(), expression).prop_map(
        |(kind, name, label, relevant, constraint, calculation)| {
            vec![kind, name, label, relevant, constraint, calculation]
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_survey_becomes_a_form_that_the_engine_reads(rows in prop::collection::vec(row(), 1..14)) {
        let headings = ["type", "name", "label", "relevant", "constraint", "calculation"];
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let mut all: Vec<&[&str]> = vec![&headings];
        all.extend(rows.iter().map(Vec::as_slice));
        match read_xlsform(&workbook(&[("survey", &all), ("choices", CHOICES)])) {
            Ok(form) => prop_assert!(Form::read_resolved(&form.json).is_ok()),
            Err(fault) => prop_assert_eq!(fault.code(), "nothing_to_ask"),
        }
    }

    #[test]
    fn no_damage_to_a_workbook_breaks_the_reader(
        part in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 0..6)
    ) {
        let mut parts = unpacked(&small());
        let chosen = part.index(parts.len());
        let (_, bytes) = &mut parts[chosen];
        let start = at.index(bytes.len());
        let end = (start + with.len()).min(bytes.len());
        bytes.splice(start..end, with);
        let _ = read_xlsform(&repacked(&parts));
    }

    #[test]
    fn no_damage_to_the_packing_breaks_the_reader(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let mut bytes = small();
        let start = at.index(bytes.len());
        bytes[start] = with;
        let _ = read_xlsform(&bytes);
    }
}
