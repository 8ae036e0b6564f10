//! The open sequence, in the order that was measured to be right (docs/decisions/0002).

use std::path::Path;

use rusqlite::{Connection, OpenFlags, config::DbConfig, limits::Limit};
use vault::DatabaseKey;

use crate::{OpenFault, key::key};

/// Opens and keys a connection; proves the key; refuses a library that does not encrypt.
///
/// # Errors
/// [`OpenFault::Damaged`] when the key does not open the file (the key file vouches for the key, so
/// it is the database that is wrong), [`OpenFault::NotEncrypting`], or a fault of the disk.
pub(crate) fn open(path: &Path, database_key: &DatabaseKey, create: bool) -> Result<Connection, OpenFault> {
    set_page_size()?;
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = Connection::open_with_flags(path, flags)?;
    key(&connection, database_key)?;
    // The library logs cipher faults to stderr; they come back as errors anyway.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    // Plain SQLite takes a key without a word and writes in clear.
    let version: String = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).unwrap_or_default();
    if !version.starts_with("4.") {
        return Err(OpenFault::NotEncrypting);
    }
    let tables = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?;
    // An emptied file opens under any key. To fill it would be to replace a casebook.
    if tables == 0 && !create {
        return Err(OpenFault::Damaged);
    }
    // Without recursive triggers INSERT OR REPLACE would delete an entry past the one that refuses.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA secure_delete = ON;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -32000;
         PRAGMA busy_timeout = 5000;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// 8 KiB pages hold two-kilobyte bodies without waste. The setting is process-wide: set for one
/// connection alone it makes copies that report success and cannot be opened.
fn set_page_size() -> Result<(), OpenFault> {
    Connection::open_in_memory()?.execute_batch("PRAGMA cipher_default_page_size = 8192;")?;
    Ok(())
}
