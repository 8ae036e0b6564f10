//! Brings a database to the version of this build; refuses one that is newer.

use rusqlite::{Connection, OptionalExtension};

use crate::OpenFault;

mod embedded {
    refinery::embed_migrations!("../../migrations/casebook");
}

/// Newest version that this build reads.
pub(crate) fn known_version() -> u32 {
    embedded::migrations::runner()
        .get_migrations()
        .iter()
        .filter_map(|migration| u32::try_from(migration.version()).ok())
        .max()
        .unwrap_or(0)
}

/// Applies what is missing, each migration in a transaction of its own with its mark.
///
/// # Errors
/// [`OpenFault::Newer`]; [`OpenFault::Damaged`] when a migration was changed after it was applied.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), OpenFault> {
    let found = version(connection)?;
    let known = known_version();
    if found > known {
        return Err(OpenFault::Newer { found, known });
    }
    if found < known {
        embedded::migrations::runner().run(connection).map_err(|error| failed(error.kind()))?;
    }
    Ok(())
}

/// A full disk must read as one, also here.
fn failed(kind: &refinery::error::Kind) -> OpenFault {
    use refinery::error::Kind;
    match kind {
        Kind::Connection(_, source) => {
            match source.downcast_ref::<rusqlite::Error>().and_then(rusqlite::Error::sqlite_error) {
                Some(code) => rusqlite::Error::SqliteFailure(*code, None).into(),
                None => OpenFault::Damaged,
            }
        }
        _ => OpenFault::Damaged,
    }
}

fn version(connection: &Connection) -> Result<u32, OpenFault> {
    let there = connection
        .query_row("SELECT 1 FROM sqlite_master WHERE name = 'refinery_schema_history'", [], |_| Ok(()))
        .optional()?;
    match there {
        None => Ok(0),
        Some(()) => {
            Ok(connection
                .query_row("SELECT coalesce(max(version), 0) FROM refinery_schema_history", [], |row| row.get(0))?)
        }
    }
}
