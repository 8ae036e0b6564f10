//! Every code that can be said has its sentence.

use std::{fs, path::Path};

use exchange::{AFTER_QUESTIONS, ExportFault, ImportFault};

pub fn here(path: &str) -> String {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    fs::read_to_string(Path::new(&root).join(path)).unwrap()
}

/// All `"words_like_this"` between two marks of a source file, after `before`.
fn codes_after(source: &str, before: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let found = source.split(before).skip(1).filter_map(|rest| rest.split('"').nth(1));
    let is_code = |code: &&str| {
        !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
    };
    found.filter(is_code).map(str::to_owned).collect()
}

fn assert_said(words: &str, name: &str) {
    assert!(words.lines().any(|line| line.starts_with(&format!("{name} = "))), "no sentence {name}");
}

#[test]
fn every_line_and_doubt_about_responses_has_its_sentence() {
    let words = here("../../locales/en-GB/responses.ftl");
    let mut lines = codes_after(&here("src/responses/api.rs"), "line(String::new(), ");
    lines.extend(codes_after(&here("src/responses/api.rs"), "line(format!("));
    lines.extend(
        ["windows_1252", "more_lines", "open_quote", "ragged_short", "ragged_long", "no_response"].map(str::to_owned),
    );
    lines.extend(codes_after(&here("src/responses.rs"), "line(String::new(), "));
    assert!(lines.contains(&"superseded".to_owned()));
    lines.retain(|code| code != "response");
    assert!(lines.len() > 8, "codes are found in the source");
    lines.iter().for_each(|code| assert_said(&words, &format!("import-line-{code}")));

    let cell = here("src/responses/cell.rs");
    let mut doubts: Vec<String> =
        ["kept(text, ", "kept(&joined(), ", "kept_with(text, ", "kept_with(&joined(), ", "Some((", "then(|| ("]
            .iter()
            .flat_map(|before| codes_after(&cell, before))
            .collect();
    doubts.extend(
        ["not_a_date", "no_such_day", "short_year", "date_order", "which_child", "cut_or_changed"].map(str::to_owned),
    );
    assert!(doubts.contains(&"off_scale".to_owned()) && doubts.contains(&"seconds_left_out".to_owned()));
    doubts.iter().for_each(|code| assert_said(&words, &format!("import-doubt-{code}")));
}

#[test]
fn every_fault_of_responses_and_exports_has_its_sentence() {
    let words = here("../../locales/en-GB/responses.ftl");
    let faults = [
        ImportFault::NulByte { row: 1, column: 1 },
        ImportFault::TooManyRows { limit: 1 },
        ImportFault::TooManyColumns { row: 1, limit: 1 },
        ImportFault::CellTooLong { row: 1, column: 1, limit: 1 },
        ImportFault::NotAZip,
        ImportFault::NotOneCsv { found: 0 },
        ImportFault::NotResponses,
        ImportFault::FormNotResponses,
    ];
    for fault in faults {
        assert_said(&words, &format!("import-fault-{}", fault.code()));
        for (name, _) in fault.params() {
            let line = words.lines().find(|line| line.starts_with(&format!("import-fault-{} ", fault.code()))).unwrap();
            assert!(line.contains(&format!("${name}")), "{line} names {name}");
        }
    }
    let faults = [
        ExportFault::Write(std::io::Error::other("x")),
        ExportFault::TooManyRows { limit: 1 },
        ExportFault::TooManyColumns { found: 2, limit: 1 },
        ExportFault::CellTooLong { row: 1, column: 1, limit: 1 },
        ExportFault::Workbook(rust_xlsxwriter::XlsxError::RowColumnLimitError),
    ];
    faults.iter().for_each(|fault| assert_said(&words, &format!("export-fault-{}", fault.code())));
    AFTER_QUESTIONS.iter().for_each(|name| assert_said(&words, &format!("export-column-{name}")));
}
