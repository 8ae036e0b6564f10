//! The thirteen columns in which the interim system took in what was recorded on Google Forms: who,
//! about whom, on which form, when. The content is not in it.

use super::{ExportRow, file::OutCell, text};

/// The columns, in the order of that import. What each holds here:
///
/// | Column | From |
/// |---|---|
/// | `timestamp` | when it was recorded, ISO 8601 with offset |
/// | `worker_email` | who recorded it, as this program knows the person |
/// | `context_flag` | `C`: children |
/// | `unique_id` | record id, and behind a `/` the person id of the child: the same on every export |
/// | `form_name` | title of the form |
/// | `form_name_overall` | shelf of the form, or its title |
/// | `mosaic_id` | the number by which the service knows the child, or empty |
/// | `first_name`, `last_name` | the name up to its last word, and that word |
/// | `date_of_birth` | `YYYY-MM-DD`, or empty |
/// | `form_url` | empty: nothing to open elsewhere |
/// | `date_of_event` | `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, or empty |
/// | `marked_for_deletion` | `FALSE` |
pub const ENVELOPE: [&str; 13] = [
    "timestamp",
    "worker_email",
    "context_flag",
    "unique_id",
    "form_name",
    "form_name_overall",
    "mosaic_id",
    "first_name",
    "last_name",
    "date_of_birth",
    "form_url",
    "date_of_event",
    "marked_for_deletion",
];

/// A row a child; one row if there is none.
pub(super) fn rows(row: &ExportRow<'_>) -> Vec<Vec<OutCell>> {
    if row.children.is_empty() {
        return vec![cells(row, &row.record.to_string(), "", "", "")];
    }
    let ids = row.known_ids.iter().map(String::as_str).chain(std::iter::repeat(""));
    let of_child = |(child, known_id): (&forms::ChildOnForm, &str)| {
        let unique = format!("{}/{}", row.record, child.id);
        let born = child.born.map(|born| born.format("%Y-%m-%d").to_string()).unwrap_or_default();
        cells(row, &unique, known_id, &child.name, &born)
    };
    row.children.iter().zip(ids).map(of_child).collect()
}

fn cells(row: &ExportRow<'_>, unique: &str, known_id: &str, name: &str, born: &str) -> Vec<OutCell> {
    let form = row.form.definition();
    let name = name.trim();
    let (first, last) = name.rsplit_once(char::is_whitespace).unwrap_or((name, ""));
    vec![
        text(row.recorded.to_rfc3339()),
        text(row.author.as_str()),
        text("C"),
        text(unique),
        text(form.title.as_str()),
        text(form.shelf.as_deref().unwrap_or(&form.title)),
        text(known_id),
        text(first.trim_end()),
        text(last),
        text(born),
        text(""),
        text(row.event.as_deref().unwrap_or_default()),
        text("FALSE"),
    ]
}
