//! A row that is a case note. It is kept whatever is wrong with its date.

use super::{Cells, OldNote, PackItem, Taken, Taking, dates::When, ids, readable, taking::Fresh};

pub(super) fn take(taking: &mut Taking<'_>, cells: &Cells<'_>, taken: &mut Taken) {
    let Some(person) = taking.about(cells, taken) else { return };
    let written = taking.text(cells, "text");
    let title = readable(taking.text(cells, "title"));
    if written.is_empty() && title.is_empty() {
        taken.left_out("no_text");
        return;
    }
    let date = taking.text(cells, "date");
    let at = match taking.when(cells, "date") {
        When::At(at) => Some(at),
        When::Nothing => {
            taken.known("date_missing");
            None
        }
        When::NotRead => {
            taken.known("date_not_read");
            None
        }
        When::CannotBe => {
            taken.known("date_cannot_be");
            None
        }
    };
    let source = taking.text(cells, "person");
    let id = taking.text(cells, "id");
    // An old system gives one note on two children one id: each child's copy is a note of its own, and
    // nothing is lost.
    let named: &[&str] = if id.is_empty() { &[source, date, &title, written] } else { &[source, id] };
    let mut note = ids::note_id(taking.system, named);
    match taking.fresh(note.0, &[&title, written]) {
        Fresh::First => {}
        Fresh::Same => {
            taken.left_out("twice");
            return;
        }
        Fresh::Other => {
            taken.known("id_twice");
            note = ids::note_id(taking.system, &[source, id, &title, written]);
        }
    }
    taken.items.push(PackItem::Note(OldNote {
        id: note,
        person,
        written_date: if at.is_none() { date.to_owned() } else { String::new() },
        at,
        sort: taking.text(cells, "sort").to_owned(),
        title,
        author: taking.text(cells, "author").to_owned(),
        text: readable(written),
    }));
}
