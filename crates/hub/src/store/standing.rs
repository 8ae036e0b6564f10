//! What the hub holds of the sender's branch of a chain.

use journal::{Head, HubFault, Range, Standing, StandingRequest};

use super::{hash_in, key, keys, number_in};
use crate::{failure::Failure, state::HubState};

/// The most links that a sender names to find where both sides agree.
const MAX_LOCATOR: usize = 64;

const FIRST_HELD: &str = "
SELECT e.hash, e.number, e.branch
FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (hash, place)
JOIN entry e ON e.hash = asked.hash
JOIN branch b ON b.id = e.branch
WHERE b.chain = $2
ORDER BY asked.place
LIMIT 1";

/// From the branch of the head back to the opening: each ancestor counts up to where it was left.
const AWAITED: &str = "
WITH RECURSIVE path (branch, parent, first_number, upto) AS (
  SELECT id, parent, first_number, $2::bigint FROM branch WHERE id = $1
  UNION ALL
  SELECT b.id, b.parent, b.first_number, path.first_number - 1
  FROM path JOIN branch b ON b.id = path.parent
)
SELECT e.number
FROM path JOIN entry e ON e.branch = path.branch AND e.number <= path.upto
WHERE NOT e.whole
ORDER BY e.number";

pub(crate) async fn standing(hub: &HubState, request: StandingRequest) -> Result<Standing, Failure> {
    if request.locator.len() > MAX_LOCATOR {
        return Err(HubFault::Malformed.into());
    }
    let client = hub.database.connect().await?;
    let query = client.prepare_cached(FIRST_HELD).await?;
    let Some(row) = client.query_opt(&query, &[&keys(&request.locator), &key(&request.chain)]).await? else {
        return Ok(Standing { head: None, missing: Vec::new() });
    };
    let head = Head { sequence: number_in(&row, "number")?, hash: hash_in(&row, "hash")? };
    let query = client.prepare_cached(AWAITED).await?;
    let branch: i64 = row.try_get("branch")?;
    let number: i64 = row.try_get("number")?;
    let mut missing = Vec::new();
    for row in client.query(&query, &[&branch, &number]).await? {
        add(&mut missing, number_in(&row, "number")?);
    }
    Ok(Standing { head: Some(head), missing })
}

/// Adds a number, larger than all before, to ranges.
fn add(ranges: &mut Vec<Range>, number: u64) {
    match ranges.last_mut() {
        Some(last) if last.to + 1 == number => last.to = number,
        _ => ranges.push(Range { from: number, to: number }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_one_range() {
        let mut ranges = Vec::new();
        for number in [0, 1, 2, 7, 9, 10] {
            add(&mut ranges, number);
        }
        let pairs: Vec<_> = ranges.iter().map(|range| (range.from, range.to)).collect();
        assert_eq!(pairs, [(0, 2), (7, 7), (9, 10)]);
    }
}
