//! Looks at a casebook after a bad day: what was confirmed is there whole, nothing is half there,
//! and it can be written on.

use std::path::Path;

use casebook::{Casebook, CasebookFault, OpenFault};
use rusqlite::types::ValueRef;
use testkit::entries::{Entries, file_visit};
use vault::{BlobRef, Hash, KeyStore};

use crate::workload::KEY;

/// What must be there after an act.
pub struct Expected {
    digest: Hash,
    generation: u64,
    files: Vec<BlobRef>,
}

impl Expected {
    /// Reads a line of the workload.
    pub fn read(line: &str) -> Self {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        Self {
            digest: serde_json::from_value(line["digest"].clone()).unwrap(),
            generation: line["generation"].as_u64().unwrap(),
            files: serde_json::from_value(line["files"].clone()).unwrap(),
        }
    }
}

/// The acts between which the day was bad: the last that was confirmed, and the one begun after it.
#[derive(Clone, Copy)]
pub struct Between<'a> {
    /// None before the casebook was made.
    pub confirmed: Option<&'a Expected>,
    /// None after the last act.
    pub begun: Option<&'a Expected>,
}

/// Says what is wrong, if anything is. `thorough`: with the casebook's own check.
pub fn look(folder: &Path, between: Between<'_>, thorough: bool) -> Result<(), String> {
    let Some(confirmed) = between.confirmed else {
        return match open(folder) {
            Err(OpenFault::NotThere) => Ok(()),
            Err(fault) => Err(format!("half a casebook: {fault}")),
            Ok(casebook) => write_on(casebook, folder, thorough),
        };
    };
    key_file(folder, confirmed, between.begun)?;
    let casebook = open(folder).map_err(|fault| format!("does not open: {fault}"))?;
    let found = digest(&casebook).map_err(|fault| format!("does not read: {fault}"))?;
    let right = found == confirmed.digest || between.begun.is_some_and(|begun| found == begun.digest);
    if !right {
        return Err("its content is neither that of before the act nor that of after it".to_owned());
    }
    for (age, file) in confirmed.files.iter().rev().enumerate() {
        if !casebook.blobs().has(file) {
            return Err("a sealed file is missing".to_owned());
        }
        // To read all of them in every state would be most of the time.
        if age < 3 || thorough {
            casebook.blobs().verify(file).map_err(|fault| format!("a sealed file: {fault}"))?;
        }
    }
    write_on(casebook, folder, thorough)
}

fn open(folder: &Path) -> Result<Casebook, OpenFault> {
    Casebook::open(folder, &testkit::key(&KEY), testkit::SALT)
}

/// One whole copy of the key file at least, of a right number; the other can be put right.
fn key_file(folder: &Path, confirmed: &Expected, begun: Option<&Expected>) -> Result<(), String> {
    let store = KeyStore::new(folder);
    let stored = store.read().map_err(|fault| format!("the key file: {fault}"))?;
    stored.key_file.verify(&testkit::key(&KEY)).map_err(|fault| format!("the key file: {fault}"))?;
    let generation = stored.key_file.generation();
    if generation != confirmed.generation && begun.is_none_or(|begun| generation != begun.generation) {
        return Err(format!("the key file is number {generation}, not {}", confirmed.generation));
    }
    if stored.damaged_copy.is_some() {
        store.repair(&stored.key_file).map_err(|fault| format!("the key file: {fault}"))?;
    }
    match store.read() {
        Ok(stored) if stored.damaged_copy.is_none() => Ok(()),
        _ => Err("the copy of the key file was not put right".to_owned()),
    }
}

fn write_on(casebook: Casebook, folder: &Path, thorough: bool) -> Result<(), String> {
    file_visit(&casebook, &mut Entries::seeded(99), &[]).map_err(|fault| format!("cannot be written on: {fault}"))?;
    if !thorough {
        return Ok(());
    }
    let report = casebook.check(&mut |_, _| true).map_err(|fault| format!("cannot be checked: {fault}"))?;
    if let Some(fault) = report.faults.first() {
        return Err(format!("the check: {fault}"));
    }
    let before = digest(&casebook).map_err(|fault| fault.to_string())?;
    drop(casebook);
    let again = open(folder).map_err(|fault| format!("does not open again: {fault}"))?;
    match digest(&again) {
        Ok(after) if after == before => Ok(()),
        _ => Err("what was written on is gone".to_owned()),
    }
}

/// A hash over every row of every table.
pub fn digest(casebook: &Casebook) -> Result<Hash, CasebookFault> {
    casebook.read(|reading| {
        let mut all = Vec::new();
        let tables: Vec<String> = reading
            .prepare_cached("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for table in tables {
            all.extend(table.as_bytes());
            let mut statement = reading.prepare_cached(&format!("SELECT * FROM {table}"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    value(&mut all, row.get_ref(column)?);
                }
            }
        }
        Ok(Hash::of(&all))
    })
}

fn value(all: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => all.push(0),
        ValueRef::Integer(number) => all.extend([[1].as_slice(), &number.to_le_bytes()].concat()),
        ValueRef::Real(number) => all.extend([[2].as_slice(), &number.to_le_bytes()].concat()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            all.push(3);
            all.extend(bytes.len().to_le_bytes());
            all.extend(bytes);
        }
    }
}
