//! Who works with people on file, by their allocations.

use domain::{Fact, facts::Worker};
use rusqlite::Connection;

/// Every worker who has or had an allocation, once for each key that allocations are looked up by, as
/// one of the allocations names them.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Worker>> {
    let mut statement = connection.prepare_cached(
        "SELECT v.says FROM (SELECT min(id) AS id FROM fact WHERE kind = 'allocation' AND find IS NOT NULL GROUP BY find) one
         JOIN fact f ON f.id = one.id JOIN fact_version v ON v.fact = f.id AND v.position = f.position",
    )?;
    let says = statement.query_map([], |row| super::json::<Fact>(row, 0))?;
    let workers = says.filter_map(|says| match says {
        Ok(Fact::Allocation(allocation)) => allocation.worker.map(Ok),
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    });
    workers.collect()
}
