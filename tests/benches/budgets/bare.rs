//! The limits: the same engines with nothing of ours on top.

use std::path::Path;

use rusqlite::{Connection, params};

/// A bare SQLCipher file with the settings of a casebook and one table.
pub fn sqlcipher(folder: &Path) -> Connection {
    let connection = Connection::open(folder.join("bare.db")).unwrap();
    connection
        .execute_batch(&format!(
            "PRAGMA cipher_default_page_size = 8192;
             PRAGMA key = \"x'{}{}'\";
             PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;
             PRAGMA secure_delete = ON;
             CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;",
            "11".repeat(32),
            "22".repeat(16)
        ))
        .unwrap();
    connection
}

/// One transaction of one row.
pub fn insert(connection: &mut Connection, bytes: &[u8]) {
    let transaction = connection.transaction().unwrap();
    transaction.prepare_cached("INSERT INTO bare (bytes) VALUES (?)").unwrap().execute([bytes]).unwrap();
    transaction.commit().unwrap();
}

/// One transaction that replaces one row.
pub fn replace(connection: &mut Connection, id: i64, bytes: &[u8]) {
    let transaction = connection.transaction().unwrap();
    transaction
        .prepare_cached("INSERT OR REPLACE INTO bare VALUES (?, ?)")
        .unwrap()
        .execute(params![id, bytes])
        .unwrap();
    transaction.commit().unwrap();
}
