//! `hub verdict`: what the central system thinks of a record is noted for its device.

use std::str::FromStr;

use domain::Reference;
use journal::{Decision, SignedVerdict, Verdict};
use vault::Hash;

use super::{hash_in, key};
use crate::{failure::Failure, state::HubState};

/// Serial numbers of verdicts must become visible in their order, or a cursor passes one by.
const IN_ORDER: i64 = 0x7665_7264_6963_7473;
/// The most characters of a cause or a reference.
const MAX_WORDS: usize = 2000;

/// Which entry is meant: by its hash, or by the reference that people read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryName {
    /// The whole hash of its link.
    Hash(Hash),
    /// The first five bytes of the hash.
    Reference([u8; 5]),
}

/// A verdict to be made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewVerdict {
    /// On which record.
    pub entry: EntryName,
    /// What was decided.
    pub decision: Decision,
    /// Why, in words for the person who recorded it; may be empty.
    pub cause: String,
    /// What the central system calls the record; may be empty.
    pub reference: String,
}

/// Why no verdict is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerdictFault {
    /// Neither a hash nor a reference.
    #[error("this is neither a record's hash (64 characters) nor a reference such as 4F7K-Q2MT")]
    NoName,
    /// Nothing of that name is held.
    #[error("the hub holds no entry of this name")]
    Unknown,
    /// The reference fits several.
    #[error("more than one entry has this reference: give the hash")]
    Ambiguous,
    /// The entry is log, not a record.
    #[error("this entry is no record: only records have verdicts")]
    NoRecord,
    /// Its body or a file is still to come.
    #[error("this record is not held whole yet")]
    NotWhole,
    /// A person must be told what to do.
    #[error("say with --cause what a person must put right")]
    NoCause,
    /// Longer than 2,000 characters.
    #[error("the cause and the reference may have 2,000 characters each")]
    TooLong,
    /// PostgreSQL could not keep it.
    #[error("PostgreSQL could not keep the verdict: try again")]
    Unavailable,
}

impl FromStr for EntryName {
    type Err = VerdictFault;

    /// Forgives case, spaces and hyphens, and the letters that look like 0 and 1.
    fn from_str(text: &str) -> Result<Self, VerdictFault> {
        if let Ok(hash) = text.trim().to_ascii_lowercase().parse() {
            return Ok(Self::Hash(hash));
        }
        Reference::first_bytes(text).map(Self::Reference).ok_or(VerdictFault::NoName)
    }
}

impl HubState {
    /// Makes a verdict. The last one on a record counts; the earlier ones stay on file.
    ///
    /// # Errors
    /// [`VerdictFault`].
    pub async fn make_verdict(&self, verdict: NewVerdict) -> Result<SignedVerdict, VerdictFault> {
        let too_long = |words: &str| words.chars().count() > MAX_WORDS;
        if too_long(&verdict.cause) || too_long(&verdict.reference) {
            return Err(VerdictFault::TooLong);
        }
        if verdict.decision == Decision::NeedsPerson && verdict.cause.trim().is_empty() {
            return Err(VerdictFault::NoCause);
        }
        match keep(self, verdict).await {
            Ok(made) => made,
            Err(failure) => {
                failure.tell();
                Err(VerdictFault::Unavailable)
            }
        }
    }
}

async fn keep(hub: &HubState, verdict: NewVerdict) -> Result<Result<SignedVerdict, VerdictFault>, Failure> {
    const FIND: &str = "
        SELECT e.hash, b.chain, e.is_record, e.body IS NOT NULL AS has_body, e.whole
        FROM entry e JOIN branch b ON b.id = e.branch
        WHERE e.hash BETWEEN $1 AND $2 LIMIT 2";
    const KEEP: &str = "
        INSERT INTO verdict (entry, chain, accepted, json, signature) VALUES ($1, $2, $3, $4, $5)";
    let mut client = hub.database.connect().await?;
    let work = client.transaction().await?;
    work.execute("SELECT pg_advisory_xact_lock($1)", &[&IN_ORDER]).await?;
    let (from, to) = verdict.entry.range();
    let rows = work.query(FIND, &[&key(&from), &key(&to)]).await?;
    let row = match rows.as_slice() {
        [] => return Ok(Err(VerdictFault::Unknown)),
        [row] => row,
        _ => return Ok(Err(VerdictFault::Ambiguous)),
    };
    if row.try_get::<_, bool>("has_body")? && !row.try_get::<_, bool>("is_record")? {
        return Ok(Err(VerdictFault::NoRecord));
    }
    if !row.try_get::<_, bool>("whole")? {
        return Ok(Err(VerdictFault::NotWhole));
    }
    let (entry, chain) = (hash_in(row, "hash")?, hash_in(row, "chain")?);
    let NewVerdict { decision, cause, reference, .. } = verdict;
    let signed = Verdict { entry, decision, cause, reference, at: hub.clock.now() }
        .sign(hub.identity.key())
        .map_err(|_| Failure::Inside("a verdict's JSON"))?;
    let accepted = decision == Decision::Accepted;
    let signature: &[u8] = signed.signature.as_bytes();
    work.execute(KEEP, &[&key(&entry), &key(&chain), &accepted, &signed.json, &signature]).await?;
    work.commit().await?;
    Ok(Ok(signed))
}

impl EntryName {
    /// The first and the last hash that it may mean.
    fn range(self) -> (Hash, Hash) {
        match self {
            Self::Hash(hash) => (hash, hash),
            Self::Reference(first) => {
                let with = |rest: u8| {
                    let mut bytes = [rest; 32];
                    bytes[..first.len()].copy_from_slice(&first);
                    Hash::from_bytes(bytes)
                };
                (with(0), with(u8::MAX))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_reference_that_people_read_out_names_its_entry() {
        let hash = Hash::of(b"an entry");
        let reference = Reference::of(hash.as_bytes()).to_string();
        let name: EntryName = reference.to_lowercase().replace('0', "o").parse().unwrap();
        let (from, to) = name.range();
        assert!(from <= hash && hash <= to);
        assert!(to.as_bytes()[..5] == hash.as_bytes()[..5], "and only those that begin like it");
        assert_eq!(hash.to_string().parse(), Ok(EntryName::Hash(hash)));
    }

    #[test]
    fn other_texts_name_nothing() {
        for text in ["", "4F7K-Q2M", "4F7K-Q2MTX", "4F7K-Q2MU", "é"] {
            assert_eq!(text.parse::<EntryName>(), Err(VerdictFault::NoName), "{text}");
        }
    }
}
