//! View: who authors are, by their newest naming.

use domain::AuthorId;
use journal::AuthorNamed;
use rusqlite::{Connection, OptionalExtension, params};
use vault::Hash;

/// An author.
#[derive(Clone, PartialEq, Eq)]
pub struct Author {
    /// Full name.
    pub name: String,
    /// Job title.
    pub role: String,
    /// Team.
    pub team: Option<String>,
}

domain::named_only!(Author);

/// Takes a naming in. Which naming counts does not depend on the order of arrival.
pub(crate) fn apply(
    connection: &Connection,
    hash: Hash,
    recorded_moment: i64,
    named: &AuthorNamed,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO author VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO UPDATE SET name = ?2, role = ?3, team = ?4, recorded_moment = ?5, entry = ?6
             WHERE (?5, ?6) > (recorded_moment, entry)",
        )?
        .execute(params![
            named.author.as_bytes(),
            named.name,
            named.role,
            named.team,
            recorded_moment,
            hash.as_bytes()
        ])?;
    Ok(())
}

/// The author of that id.
pub fn find(connection: &Connection, id: AuthorId) -> rusqlite::Result<Option<Author>> {
    connection
        .prepare_cached("SELECT name, role, team FROM author WHERE id = ?")?
        .query_row([id.as_bytes()], |row| Ok(Author { name: row.get(0)?, role: row.get(1)?, team: row.get(2)? }))
        .optional()
}
