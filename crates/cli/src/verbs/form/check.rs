//! `holdfast form check`.

use std::{path::Path, process::ExitCode};

use api::{InspectionView, PlacedView, inspect, inspection_view};
use app::Catalogue;
use serde::de::IgnoredAny;

use crate::{
    file,
    say::{self, Fault},
    wording::{said, word},
};

pub(super) fn check(json: bool, path: &Path) -> Result<ExitCode, Fault> {
    let report = inspected(&file::read(path)?)?;
    say::answer(json, &report, || lines(&report))?;
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// What is wrong with a form file, and what is worth a look in it. Where there is no fault, it can
/// be published.
pub(super) fn inspected(definition: &[u8]) -> Result<InspectionView, Fault> {
    let mut report = inspection_view(&inspect(definition, Catalogue::shipped()?.lists()));
    // A text that is no JSON has no sections to name: a line and a column lead there.
    let text = definition.strip_prefix(b"\xef\xbb\xbf").unwrap_or(definition);
    if let [fault] = report.faults.as_mut_slice()
        && let Err(error) = serde_json::from_slice::<IgnoredAny>(text)
    {
        let place = said("cli-place-line", &[("line", &error.line()), ("column", &error.column())]);
        let detail = error.to_string();
        let detail = detail.split(" at line ").next().unwrap_or_default();
        fault.message = format!("{place}: {}", said("form-fault-json", &[("detail", &detail)]));
    }
    Ok(report)
}

/// The report in lines.
pub(super) fn lines(report: &InspectionView) -> Vec<String> {
    let mut lines = Vec::new();
    for (title, found) in [("editor-faults", &report.faults), ("editor-warnings", &report.warnings)] {
        if !found.is_empty() {
            lines.push(said(title, &[("count", &found.len())]));
            lines.extend(found.iter().map(|one| format!("  {}", placed(one))));
        }
    }
    lines.push(if report.faults.is_empty() {
        let questions: u32 = report.map.iter().map(|section| section.questions).sum();
        said("cli-form-sound", &[("sections", &report.map.len()), ("questions", &questions)])
    } else {
        word("cli-form-not-sound")
    });
    lines
}

fn placed(one: &PlacedView) -> String {
    let place = [("cli-place-section", &one.section), ("cli-place-question", &one.question)];
    let place: Vec<String> =
        place.into_iter().filter_map(|(name, id)| Some(said(name, &[("id", id.as_ref()?)]))).collect();
    if place.is_empty() { one.message.clone() } else { format!("{}: {}", place.join(", "), one.message) }
}
