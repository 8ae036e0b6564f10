//! What is to be known of a file, by how much it weighs.

use api::ImportLineView;

use crate::wording::said;

/// The lines under their headings: left out, done another way, to look at.
pub(super) fn by_weight(all: &[ImportLineView]) -> Vec<String> {
    let mut lines = Vec::new();
    for weight in ["left_out", "changed", "to_confirm"] {
        let of: Vec<&ImportLineView> = all.iter().filter(|line| line.weight == weight).collect();
        if !of.is_empty() {
            lines.push(said(&format!("import-form-{weight}"), &[("count", &of.len())]));
            lines.extend(of.iter().map(|line| {
                let place = [&line.place, &line.about].into_iter().filter(|part| !part.is_empty());
                let place: Vec<&str> = place.map(String::as_str).collect();
                if place.is_empty() {
                    format!("  {}", line.message)
                } else {
                    format!("  {}: {}", place.join(", "), line.message)
                }
            }));
        }
    }
    lines
}
