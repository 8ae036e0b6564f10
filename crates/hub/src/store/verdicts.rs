//! A device asks what was decided about the entries of a chain.

use journal::{HubFault, SignedVerdict, VerdictsAnswer, VerdictsRequest};
use tokio_postgres::Row;
use vault::{Hash, Signature};

use super::key;
use crate::{failure::Failure, state::HubState};

const MOST: i64 = 1000;
/// A cursor is a number and a dozen characters.
const MAX_CURSOR: usize = 64;

pub(crate) async fn verdicts(hub: &HubState, request: VerdictsRequest) -> Result<VerdictsAnswer, Failure> {
    const QUERY: &str = "
        SELECT number, json, signature FROM verdict WHERE chain = $1 AND number > $2 ORDER BY number LIMIT $3";
    if request.after.len() > MAX_CURSOR {
        return Err(HubFault::Malformed.into());
    }
    let after = after(hub, &request).await?;
    let client = hub.database.connect().await?;
    let query = client.prepare_cached(QUERY).await?;
    let rows = client.query(&query, &[&key(&request.chain), &after, &MOST]).await?;
    let cursor = match rows.last() {
        Some(last) => cursor(last)?,
        None if after > 0 => request.after,
        None => String::new(),
    };
    let verdicts = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(VerdictsAnswer { verdicts, cursor })
}

/// The number that the cursor stands for. A hub put back from a backup gives the same numbers to
/// other verdicts: where the cursor names one that is not the one here, all are sent again.
async fn after(hub: &HubState, request: &VerdictsRequest) -> Result<i64, Failure> {
    const QUERY: &str = "SELECT number, json, signature FROM verdict WHERE number = $1 AND chain = $2";
    let Some(number) = request.after.split('.').next().and_then(|number| number.parse::<i64>().ok()) else {
        return Ok(0);
    };
    let client = hub.database.connect().await?;
    let query = client.prepare_cached(QUERY).await?;
    let row = client.query_opt(&query, &[&number, &key(&request.chain)]).await?;
    let same = row.map(|row| cursor(&row)).transpose()?.is_some_and(|cursor| cursor == request.after);
    Ok(if same { number } else { 0 })
}

fn cursor(row: &Row) -> Result<String, Failure> {
    let number: i64 = row.try_get("number")?;
    let signature: &[u8] = row.try_get("signature")?;
    let short: String = Hash::of(signature).to_string().chars().take(12).collect();
    Ok(format!("{number}.{short}"))
}

fn read(row: &Row) -> Result<SignedVerdict, Failure> {
    let signature: &[u8] = row.try_get("signature")?;
    let signature = signature.try_into().map_err(|_| Failure::Inside("a stored signature"))?;
    Ok(SignedVerdict { json: row.try_get("json")?, signature: Signature::from_bytes(signature) })
}
