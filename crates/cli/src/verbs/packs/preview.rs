//! What a pack would bring, in lines.

use std::collections::BTreeMap;

use api::{PackCounts, PackPreview};

use super::match_line;
use crate::{
    times::in_words,
    wording::{label, said, word},
};

pub(super) fn lines(read: &PackPreview, decided: &BTreeMap<String, String>) -> Vec<String> {
    let mut lines = vec![said("pack-kept", &[("name", &read.file_name), ("count", &read.rows)])];
    lines.push(word("wizard-columns"));
    for (field, column) in &read.columns {
        let heading = usize::try_from(*column).ok().and_then(|column| read.headings.get(column));
        let heading = heading.map_or_else(String::new, String::clone);
        lines.push(format!("  {heading}: {} ({field})", label("pack-field", field)));
    }
    for field in read.fields.iter().filter(|field| field.needed && !read.columns.contains_key(&field.name)) {
        lines.push(said("pack-field-missing", &[("field", &label("pack-field", &field.name))]));
    }
    if let Some(example) = &read.example {
        let of: [(&str, &dyn ToString); 3] =
            [("one", &example.of), ("relation", &label("relation", &example.relation)), ("other", &example.to)];
        lines.push(said("pack-relation-example", &of));
    }
    if read.dates_ambiguous {
        lines.push(word("pack-dates-lead"));
        lines.push(said("cli-import-dates", &[("orders", &"--dates day-first, --dates month-first")]));
    }
    if let Some(order) = read.dates.as_deref().filter(|_| read.dates_matter) {
        lines.push(said("pack-dates-now", &[("order", &label("wizard-dates", order))]));
    }
    lines.extend(counts(&read.counts));
    lines.extend(problems(read));
    if !read.unclear.is_empty() {
        lines.push(said("cli-pack-unclear", &[("count", &read.unclear.len())]));
    }
    for unclear in &read.unclear {
        let born = unclear.date_of_birth.as_deref().map(|born| format!(", {}", in_words(born))).unwrap_or_default();
        let who = match decided.get(&unclear.key).map(String::as_str) {
            Some("new") => format!(": {}", word("pack-person-new")),
            Some(person) => format!(": {person}"),
            None => String::new(),
        };
        lines.push(format!("  {}  {}{born}{who}", unclear.key, unclear.name));
        lines.extend(unclear.candidates.iter().map(|found| format!("    {}", match_line(found))));
    }
    lines
}

/// What it makes; what it makes none of is not said.
pub(super) fn counts(counts: &PackCounts) -> Vec<String> {
    let all = [
        ("ready", counts.ready),
        ("left_out", counts.left_out),
        ("new_people", counts.new_people),
        ("known_people", counts.known_people),
        ("facts", counts.facts),
        ("notes", counts.notes),
        ("undated", counts.undated),
    ];
    let said = |(what, count): &(&str, u32)| format!("{}: {count}", label("pack-count", what));
    all.iter().filter(|(what, count)| *count > 0 || *what == "ready").map(said).collect()
}

/// Problems by kind, those whose rows are left out first.
pub(super) fn problems(read: &PackPreview) -> Vec<String> {
    let line = |problem: &api::PackProblem| {
        let taken = word(if problem.taken { "pack-problems-taken" } else { "pack-problems-left-out" });
        let rows = said("pack-rows-count", &[("count", &problem.rows)]);
        let first = problem.first.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let all = u32::try_from(problem.first.len()).is_ok_and(|named| named == problem.rows);
        let which = said(if all { "pack-rows-all" } else { "pack-rows-first" }, &[("rows", &first)]);
        format!("  {}: {rows}. {taken}. {which}", label("pack-problem", &problem.kind))
    };
    let mut lines: Vec<String> = read.problems.iter().map(line).collect();
    if !lines.is_empty() {
        lines.insert(0, word("pack-problems"));
    }
    lines
}
