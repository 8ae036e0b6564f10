//! A casebook as text, to compare two: with positions as hashes where only the set of entries
//! counts, and byte for byte where nothing may differ.

use casebook::{Casebook, CasebookFault};
use rusqlite::{Connection, types::Value};

/// The columns of each view; `@x` is a position, shown as the hash of the entry there.
const VIEWS: [(&str, &str); 21] = [
    ("author", "id, name, role, team, recorded_moment, entry"),
    ("person_value", "person, field, @position, value, recorded_moment, system, as_at"),
    ("based_on", "@position, seen"),
    ("person", "id, name, known_as, kind, date_of_birth, date_of_birth_is, care_status, folded, clash, same_as"),
    (
        "record_version",
        "@position, record, form, form_number, form_hash, title, author, event_time, event_moment, recorded,
         recorded_moment, clock_uncertain, urgent, significant, size, content, batch",
    ),
    ("record", "id, @current, heads, place, withdrawn"),
    ("record_person", "person, event_moment, record, seen"),
    ("waiting", "@position, record, urgent"),
    ("lead_phoned", "record, @position"),
    ("form_version", "@position, form, number, hash, size, title, author, recorded, recorded_moment, note"),
    ("form_retired", "@position, form, number, use_instead, author, recorded, recorded_moment, note"),
    ("import_batch", "batch, @position, file_name, system, form, records, author, recorded, recorded_moment"),
    ("import_undone", "batch, @position, recorded, keeps"),
    ("person_find", "sort, value, person"),
    ("fact_version", "fact, @position, kind, about, says, withdrawn, author, recorded, recorded_moment, system, as_at"),
    ("fact", "id, kind, @position, heads, begins, ends, find, gather"),
    ("fact_person", "person, kind, fact"),
    (
        "pack",
        "batch, @position, lines, size, holds, system, as_at, file_name, file_hash, count, author, recorded,
         recorded_moment",
    ),
    ("file_opening", "person, @position, author, recorded"),
    ("warning_read", "fact, seen, author, recorded_moment"),
    ("newer", "person, @position"),
];

/// What the views say, whatever the order in which entries came.
pub fn views(casebook: &Casebook) -> String {
    casebook
        .read(|reading| {
            let mut dump = String::new();
            for (view, columns) in VIEWS {
                let named: Vec<String> = columns
                    .split(',')
                    .map(|column| match column.trim().strip_prefix('@') {
                        Some(position) => format!("(SELECT hash FROM entry e WHERE e.position = v.{position})"),
                        None => column.to_owned(),
                    })
                    .collect();
                let mut rows = rows(reading, &format!("SELECT {} FROM {view} v", named.join(",")));
                rows.sort();
                let width: i64 =
                    reading.query_row("SELECT count(*) FROM pragma_table_info(?)", [view], |row| row.get(0))?;
                assert_eq!(usize::try_from(width), Ok(named.len()), "every column of {view} is compared");
                dump += &format!("{view}\n{}\n", rows.join("\n"));
            }
            Ok::<_, CasebookFault>(dump)
        })
        .unwrap()
}

/// Journal and views, byte for byte.
pub fn exact(casebook: &Casebook) -> String {
    let all: Vec<&str> = ["entry", "chain", "blob"].into_iter().chain(VIEWS.map(|(view, _)| view)).collect();
    tables(casebook, &all)
}

/// Tables as they stand, row by row in the order of their keys.
pub fn tables(casebook: &Casebook, names: &[&str]) -> String {
    casebook
        .read(|reading| {
            let table =
                |name: &&str| format!("{name}\n{}\n", rows(reading, &format!("SELECT * FROM {name}")).join("\n"));
            Ok::<_, CasebookFault>(names.iter().map(table).collect())
        })
        .unwrap()
}

fn rows(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut all = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let values: Vec<Value> = (0..columns).map(|column| row.get(column).unwrap()).collect();
        all.push(format!("{values:?}"));
    }
    all
}
