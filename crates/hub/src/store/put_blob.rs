//! A file comes in, part by part. It counts when all of it is here and its hash is right.

use deadpool_postgres::Transaction;
use journal::{BlobPart, BlobStanding, Head, HubFault, MAX_PART_BYTES};
use vault::{Hash, Hasher};

use super::{held, key, number_in};
use crate::{failure::Failure, state::HubState};

/// How far a file is.
struct Progress {
    held: i64,
    whole: bool,
}

pub(crate) async fn put_blob(hub: &HubState, part: BlobPart) -> Result<BlobStanding, Failure> {
    if part.bytes.len() > MAX_PART_BYTES {
        return Err(HubFault::TooLarge.into());
    }
    let size = i64::try_from(part.size).map_err(|_| HubFault::Malformed)?;
    let mut client = hub.database.connect().await?;
    let work = client.transaction().await?;
    let (chain, number) = entry(&work, &part.entry).await?;
    let before = lock(&work, &part.hash, size).await?;
    let mut now = keep_part(&work, &part, size, before).await?;
    if !now.whole && now.held == size {
        if content_hash(&work, &part.hash, size).await? != part.hash {
            forget(&work, &part.hash, size).await?;
            work.commit().await?;
            return Err(HubFault::OtherBlob.into());
        }
        complete(&work, &part.hash, size).await?;
        now.whole = true;
    }
    let receipt = if now.whole {
        let last = Head { sequence: number, hash: part.entry };
        Some(held::receipt(hub, &work, chain, last, &[part.entry]).await?.0)
    } else {
        None
    };
    work.commit().await?;
    let held = u64::try_from(now.held).map_err(|_| Failure::Inside("a stored size"))?;
    Ok(BlobStanding { held, whole: now.whole, receipt })
}

/// Chain and number of the entry that names the file. Its body may come after the file.
async fn entry(work: &Transaction<'_>, entry: &Hash) -> Result<(Hash, u64), Failure> {
    const QUERY: &str = "
        SELECT b.chain, e.number FROM entry e JOIN branch b ON b.id = e.branch WHERE e.hash = $1";
    let query = work.prepare_cached(QUERY).await?;
    let row = work.query_opt(&query, &[&key(entry)]).await?.ok_or(HubFault::UnknownLink)?;
    Ok((super::hash_in(&row, "chain")?, number_in(&row, "number")?))
}

/// Locks the file against other parts and against batches that name it.
async fn lock(work: &Transaction<'_>, hash: &Hash, size: i64) -> Result<Progress, Failure> {
    const ANNOUNCE: &str = "INSERT INTO blob (hash, size) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    const LOCK: &str = "SELECT held, whole FROM blob WHERE hash = $1 AND size = $2 FOR UPDATE";
    let query = work.prepare_cached(ANNOUNCE).await?;
    work.execute(&query, &[&key(hash), &size]).await?;
    let query = work.prepare_cached(LOCK).await?;
    let row = work.query_one(&query, &[&key(hash), &size]).await?;
    Ok(Progress { held: row.try_get("held")?, whole: row.try_get("whole")? })
}

/// Keeps the part if it is the next one. A part that is held already changes nothing.
async fn keep_part(
    work: &Transaction<'_>,
    part: &BlobPart,
    size: i64,
    progress: Progress,
) -> Result<Progress, Failure> {
    const KEEP: &str = "INSERT INTO blob_part (hash, size, start, bytes) VALUES ($1, $2, $3, $4)";
    const ADVANCE: &str = "UPDATE blob SET held = $3 WHERE hash = $1 AND size = $2";
    let start = i64::try_from(part.offset).map_err(|_| HubFault::Malformed)?;
    let length = i64::try_from(part.bytes.len()).map_err(|_| HubFault::TooLarge)?;
    let end = start.checked_add(length).filter(|end| *end <= size).ok_or(HubFault::Malformed)?;
    if length == 0 || progress.whole || end <= progress.held {
        return Ok(progress);
    }
    if start != progress.held {
        return Err(HubFault::PartOutOfPlace.into());
    }
    let query = work.prepare_cached(KEEP).await?;
    work.execute(&query, &[&key(&part.hash), &size, &start, &part.bytes]).await?;
    let query = work.prepare_cached(ADVANCE).await?;
    work.execute(&query, &[&key(&part.hash), &size, &end]).await?;
    Ok(Progress { held: end, whole: false })
}

/// Reads a few parts at a time: a file of 1 GB never stands in memory.
async fn content_hash(work: &Transaction<'_>, hash: &Hash, size: i64) -> Result<Hash, Failure> {
    const NEXT: &str = "
        SELECT start, bytes FROM blob_part WHERE hash = $1 AND size = $2 AND start > $3 ORDER BY start LIMIT 4";
    let query = work.prepare_cached(NEXT).await?;
    let mut hasher = Hasher::new();
    let mut done: i64 = -1;
    loop {
        let rows = work.query(&query, &[&key(hash), &size, &done]).await?;
        for row in &rows {
            hasher.update(row.try_get("bytes")?);
            done = row.try_get("start")?;
        }
        if rows.is_empty() {
            return Ok(hasher.finish());
        }
    }
}

/// What was sent is not the file: the next part begins at the start.
async fn forget(work: &Transaction<'_>, hash: &Hash, size: i64) -> Result<(), Failure> {
    work.execute("DELETE FROM blob_part WHERE hash = $1 AND size = $2", &[&key(hash), &size]).await?;
    work.execute("UPDATE blob SET held = 0 WHERE hash = $1 AND size = $2", &[&key(hash), &size]).await?;
    tracing::warn!("a file did not have the hash it was announced with");
    Ok(())
}

/// The file is whole: so is every entry that waited for nothing else.
async fn complete(work: &Transaction<'_>, hash: &Hash, size: i64) -> Result<(), Failure> {
    const WHOLE: &str = "UPDATE blob SET whole = true WHERE hash = $1 AND size = $2";
    // Of two files that one entry waits for, the later one must see the earlier one's work: it
    // waits here, and asks in a statement of its own.
    const NAMED_BY: &str = "
        SELECT 1 FROM entry WHERE hash IN (SELECT entry FROM entry_blob WHERE hash = $1 AND size = $2)
        ORDER BY hash FOR UPDATE";
    const RIPE: &str = "
        UPDATE entry SET whole = true
        WHERE hash IN (SELECT entry FROM entry_blob WHERE hash = $1 AND size = $2)
          AND body IS NOT NULL AND NOT whole
          AND NOT EXISTS (
            SELECT 1 FROM entry_blob named
            LEFT JOIN blob ON blob.hash = named.hash AND blob.size = named.size
            WHERE named.entry = entry.hash AND blob.whole IS NOT TRUE)";
    for statement in [WHOLE, NAMED_BY, RIPE] {
        let query = work.prepare_cached(statement).await?;
        work.execute(&query, &[&key(hash), &size]).await?;
    }
    Ok(())
}
