//! What an import would do.

use api::ReadResponsesView;

use super::{
    by_weight,
    children::{Decided, ask, named},
};
use crate::wording::{said, word};

/// The preview in lines.
pub(super) fn lines(read: &ReadResponsesView, people: &Decided<'_>) -> Vec<String> {
    let about: [(&str, &dyn ToString); 3] =
        [("name", &read.file_name), ("dialect", &read.dialect), ("count", &read.rows)];
    let mut lines = vec![
        said("response-import-dialect", &about),
        format!("{}: {}", word("response-import-new"), read.new),
        format!("{}: {}", word("response-import-here"), read.already_here),
        format!("{}: {}", word("response-import-changed"), read.changed),
    ];
    lines.push(word("wizard-columns"));
    for column in &read.columns {
        let label = read.targets.iter().find(|(target, _)| *target == column.target).map(|(_, label)| label);
        lines.push(format!("  {}: {}", column.header, label.unwrap_or(&column.target)));
    }
    lines.extend(by_weight(&read.lines));
    let more = read.lines_total.saturating_sub(u32::try_from(read.lines.len()).unwrap_or(u32::MAX));
    if more > 0 {
        lines.push(said("response-import-lines-more", &[("count", &more)]));
    }
    if !read.people.is_empty() {
        let exact = read.people.iter().filter(|child| child.likeness == "exact").count();
        lines.push(said("response-import-children-exact", &[("count", &exact)]));
        for decision in &people.decisions {
            if let Some(child) = read.people.iter().find(|child| child.key == decision.key) {
                let who = match decision.person.as_str() {
                    "new" => word("response-import-child-new"),
                    "none" => word("response-import-child-none"),
                    person => person.to_owned(),
                };
                lines.push(format!("  {}: {who}", named(child)));
            }
        }
        lines.extend(people.left.iter().flat_map(|child| ask(child)).map(|line| format!("  {line}")));
    }
    lines
}

/// What to say about the order of day and month, unless it is said or shows.
pub(super) fn dates(read: &ReadResponsesView, said_order: Option<&str>) -> Vec<String> {
    let fits = said_order.is_some_and(|order| read.dates.iter().any(|possible| possible == order));
    if fits || (said_order.is_none() && read.dates.len() < 2) {
        return Vec::new();
    }
    let orders: Vec<String> = read.dates.iter().map(|order| format!("--dates {}", order.replace('_', "-"))).collect();
    vec![said("cli-import-dates", &[("orders", &orders.join(&word("editor-say-or")))])]
}
