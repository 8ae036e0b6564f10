//! `hub custody`: what the hub holds, each record in one place.

use serde::Serialize;

use crate::{database::DatabaseFault, state::HubState};

/// The custody count. A record is an entry of the kind that is filed; each filed version counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CustodyCount {
    /// Chains.
    pub chains: i64,
    /// Branches beyond the first of each chain: casebooks that were copied or put back.
    pub branched: i64,
    /// Links, one an entry.
    pub links: i64,
    /// Entries whose body is not held; whether they are records is not known.
    pub bodies_awaited: i64,
    /// Entries whose body is held and a file is not.
    pub files_awaited: i64,
    /// Entries held whole that are no records.
    pub log: i64,
    /// Records held whole: `sent + accepted + needs_person`.
    pub records: i64,
    /// Of those, without a verdict.
    pub sent: i64,
    /// Of those, in the central record.
    pub accepted: i64,
    /// Of those, with something that a person must put right.
    pub needs_person: i64,
}

impl CustodyCount {
    /// Whether every record, and every entry, is in exactly one place.
    pub fn adds_up(&self) -> bool {
        self.records == self.sent + self.accepted + self.needs_person
            && self.links == self.bodies_awaited + self.files_awaited + self.log + self.records
    }
}

/// One statement, so one moment. Each place is counted for itself: a sum that is worked out from
/// the others would always add up.
const COUNT: &str = "
SELECT (SELECT count(*) FROM chain) AS chains,
  (SELECT count(*) FROM branch WHERE parent IS NOT NULL) AS branched,
  count(*) AS links,
  count(*) FILTER (WHERE body IS NULL) AS bodies_awaited,
  count(*) FILTER (WHERE body IS NOT NULL AND NOT whole) AS files_awaited,
  count(*) FILTER (WHERE whole AND NOT is_record) AS log,
  count(*) FILTER (WHERE whole AND is_record) AS records,
  count(*) FILTER (WHERE whole AND is_record AND accepted IS NULL) AS sent,
  count(*) FILTER (WHERE whole AND is_record AND accepted) AS accepted,
  count(*) FILTER (WHERE whole AND is_record AND NOT accepted) AS needs_person
FROM entry
LEFT JOIN (SELECT DISTINCT ON (entry) entry, accepted FROM verdict ORDER BY entry, number DESC) AS last
  ON last.entry = entry.hash";

impl HubState {
    /// Counts what is held now.
    ///
    /// # Errors
    /// [`DatabaseFault::Unreachable`].
    pub async fn custody(&self) -> Result<CustodyCount, DatabaseFault> {
        let client = self.database.connect().await.map_err(|_| DatabaseFault::Unreachable)?;
        let row = client.query_one(COUNT, &[]).await.map_err(|_| DatabaseFault::Unreachable)?;
        let count = |column: &str| row.try_get(column).map_err(|_| DatabaseFault::Unreachable);
        Ok(CustodyCount {
            chains: count("chains")?,
            branched: count("branched")?,
            links: count("links")?,
            bodies_awaited: count("bodies_awaited")?,
            files_awaited: count("files_awaited")?,
            log: count("log")?,
            records: count("records")?,
            sent: count("sent")?,
            accepted: count("accepted")?,
            needs_person: count("needs_person")?,
        })
    }
}
