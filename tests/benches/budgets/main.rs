//! Each act beside its limit or its peer, in the same run (docs/design.md, "Budgets"). Prints a
//! table; nothing here passes or fails. `HOLDFAST_BENCH_ENTRIES` sets the size of the large casebook
//! (1,000,000 when not said), `HOLDFAST_BENCH_NOTES` how many notes are imported, `HOLDFAST_BENCH_PEOPLE`
//! among how many people somebody is looked for, `HOLDFAST_BENCH_DOCUMENTS` how many megabytes of letters are put on files.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod bare;
mod delivery;
mod forms_engine;
mod history;
mod large;
mod matching;
mod report;
mod responses;
mod single;
mod work;

use report::Report;

fn main() {
    // `cargo bench` passes `--bench`; a name after it picks one part.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let run = |part: &str| wanted.is_empty() || wanted.iter().any(|name| name == part);
    let mut report = Report::default();
    if run("single") {
        single::measure(&mut report);
    }
    if run("delivery") {
        delivery::measure(&mut report);
    }
    if run("forms") {
        forms_engine::measure(&mut report);
    }
    if run("responses") {
        let rows = std::env::var("HOLDFAST_BENCH_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(100_000);
        responses::measure(&mut report, rows);
    }
    if run("history") {
        let notes = std::env::var("HOLDFAST_BENCH_NOTES").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
        let letters = std::env::var("HOLDFAST_BENCH_DOCUMENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(2000);
        history::measure(&mut report, notes, letters);
    }
    if run("matching") {
        let people = std::env::var("HOLDFAST_BENCH_PEOPLE").ok().and_then(|text| text.parse().ok()).unwrap_or(60_000);
        matching::measure(&mut report, people);
    }
    if run("large") {
        let most = std::env::var("HOLDFAST_BENCH_ENTRIES").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
        large::measure(&mut report, most);
    }
    report.print();
}
