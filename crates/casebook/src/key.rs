//! Hands the key to SQLCipher. The only unsafe code of the workspace: `sqlite3_key_v2` takes the
//! key as bytes, so that it is never part of an SQL text.
#![allow(unsafe_code)]

use rusqlite::{Connection, ffi};
use vault::DatabaseKey;

/// Keys a connection that has read nothing yet.
pub(crate) fn key(connection: &Connection, key: &DatabaseKey) -> rusqlite::Result<()> {
    let text = key.raw_key_sqlcipher();
    let length = i32::try_from(text.len()).map_err(|_| rusqlite::Error::InvalidQuery)?;
    // SAFETY: the handle is open for as long as `connection` is borrowed; SQLCipher copies the
    // `length` bytes before it returns.
    let code = unsafe { ffi::sqlite3_key_v2(connection.handle(), c"main".as_ptr(), text.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)) }
}
