//! The one way to write: whatever belongs to one act commits together or not at all.

use std::{cell::RefCell, collections::BTreeSet, ops::Deref};

use domain::{AuthorId, RecordId, Stamp};
use journal::{
    BlobUse, Entry, Head, NewEntry, Receipt, SealedBody, SignedReceipt, SignedVerdict, Standing, Verdict, follow,
};
use rusqlite::Connection;
use vault::{BlobStore, DeviceSeedKey, Hash};

use crate::{
    CasebookFault,
    device::{Opening, Own},
    fold::{self, Changed},
    tables::{self, pack::Files},
};

/// An entry that was appended. It is durable only when the gate has closed without an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// Its place here.
    pub position: i64,
    /// Number and hash of its link.
    pub head: Head,
}

/// A look at the casebook as it is at one moment.
pub struct Reading<'a>(pub(crate) &'a Connection);

impl Deref for Reading<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.0
    }
}

/// The open gate: reads and writes of one transaction.
pub struct Gate<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) blobs: &'a BlobStore,
    pub(crate) own: &'a Own,
    pub(crate) seed_key: &'a DeviceSeedKey,
    pub(crate) head: Head,
    pub(crate) opened: Option<Own>,
    /// What is to be indexed before the gate closes.
    pub(crate) changed: RefCell<BTreeSet<Changed>>,
}

impl Deref for Gate<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.connection
    }
}

impl Gate<'_> {
    /// What stands as this gate sees it, its own writing with it: for what is decided and written in one
    /// act.
    #[must_use]
    pub fn reading(&self) -> Reading<'_> {
        Reading(self.connection)
    }

    /// Signs, appends and applies an entry. Its blobs must be on disk already.
    ///
    /// # Errors
    /// [`CasebookFault::Body`] when it is larger than an entry may be; nothing is written then.
    pub fn append(&mut self, entry: NewEntry) -> Result<Appended, CasebookFault> {
        let blobs = entry.blobs.clone();
        let body = entry.seal()?;
        let own = self.opened.as_ref().unwrap_or(self.own);
        let link = follow(&own.key, own.id, self.head, &body);
        let head = link.head();
        let entry = Entry { link, body: Some(body) };
        let position = tables::entry::add(self.connection, own.number, &entry)?;
        if let Some(body) = &entry.body {
            self.apply(position, head.hash, body, &blobs)?;
        }
        self.head = head;
        Ok(Appended { position, head })
    }

    /// Goes on in a chain of its own, which continues the one before: this casebook was copied and
    /// the other copy's entries reached the hub first.
    pub fn continue_in_new_chain(
        &mut self,
        author: AuthorId,
        recorded: Stamp,
        app_version: &str,
    ) -> Result<(), CasebookFault> {
        let opening = Opening { author, recorded, app_version };
        let after = Own {
            number: self.own.number,
            id: self.own.id,
            key: vault::SigningKey::from_seed(self.own.key.seed()),
            head: self.head,
        };
        let opened = Own::open(self.connection, self.seed_key, opening, Some(&after))?;
        self.head = opened.head;
        self.opened = Some(opened);
        Ok(())
    }

    /// Keeps a verified receipt and moves what it covers out of the outbox.
    pub fn take_receipt(&mut self, signed: &SignedReceipt, receipt: &Receipt) -> Result<(), CasebookFault> {
        let chain = tables::chain::find(self.connection, receipt.chain)?.ok_or(CasebookFault::NotFound("chain"))?;
        let number = tables::receipt::add(self.connection, chain.number, signed, receipt)?;
        for hash in &receipt.held {
            let Some(position) = tables::entry::position_of(self.connection, *hash)? else { continue };
            tables::held::add(self.connection, position, number)?;
            tables::waiting::remove(self.connection, position)?;
            self.replace_record_at(position)?;
        }
        Ok(())
    }

    /// Keeps a verified verdict. One on an entry that is not here is left alone.
    pub fn take_verdict(&mut self, signed: &SignedVerdict, verdict: &Verdict) -> Result<(), CasebookFault> {
        let Some(position) = tables::entry::position_of(self.connection, verdict.entry)? else {
            return Ok(());
        };
        tables::verdict::set(self.connection, position, signed, verdict)?;
        self.replace_record_at(position)
    }

    /// Remembers how far the verdicts of a chain were fetched.
    pub fn set_verdict_cursor(&mut self, chain: i64, cursor: &str) -> Result<(), CasebookFault> {
        Ok(tables::verdict::set_cursor(self.connection, chain, cursor)?)
    }

    /// Puts back into the outbox what receipts cover and the hub says it does not hold (it was
    /// restored from an older backup); gives their number.
    pub fn take_standing(&mut self, chain: i64, standing: &Standing) -> Result<u32, CasebookFault> {
        let after = standing.head.map_or(0, |head| head.sequence + 1);
        let mut lost = tables::held::between(self.connection, chain, after, u64::MAX)?;
        for range in &standing.missing {
            lost.extend(tables::held::between(self.connection, chain, range.from, range.to)?);
        }
        lost.sort_unstable();
        lost.dedup();
        for position in &lost {
            tables::held::remove(self.connection, *position)?;
            // What is waiting is what the fold of the entry says, never more: a rebuild finds the same.
            if tables::entry::at(self.connection, *position)?.is_some_and(|stored| stored.body.is_some()) {
                let version = version_at(self.connection, *position)?;
                let (record, urgent) = version.map_or((None, false), |(record, urgent)| (Some(record), urgent));
                tables::waiting::apply(self.connection, *position, record, urgent)?;
            }
            self.replace_record_at(*position)?;
        }
        Ok(u32::try_from(lost.len()).unwrap_or(u32::MAX))
    }

    /// Holds a record back from being sent, or lets it go.
    pub fn hold(&mut self, record: RecordId, hold: bool) -> Result<(), CasebookFault> {
        Ok(tables::hold::set(self.connection, record, hold)?)
    }

    /// The hash by which the next entry about a thing is based on this one.
    pub fn hash_at(&self, position: i64) -> Result<Hash, CasebookFault> {
        tables::entry::hash_at(self.connection, position)?.ok_or(CasebookFault::NotFound("entry"))
    }

    fn replace_record_at(&self, position: i64) -> Result<(), CasebookFault> {
        match version_at(self.connection, position)? {
            Some((record, _)) => tables::record::replace(self.connection, record),
            None => Ok(()),
        }
    }

    /// Puts a body's files and what it says into their tables.
    pub(crate) fn apply(
        &self,
        position: i64,
        hash: Hash,
        body: &SealedBody,
        blobs: &[BlobUse],
    ) -> Result<(), CasebookFault> {
        for blob in blobs {
            tables::blob::add(self.connection, position, blob)?;
        }
        let changed = fold::apply(self.connection, Files::here(self.blobs), position, hash, body)?;
        if changed != Changed::Nothing {
            self.changed.borrow_mut().insert(changed);
        }
        Ok(())
    }
}

/// The record that the entry at a position is a version of, and whether that version is urgent.
fn version_at(connection: &Connection, position: i64) -> Result<Option<(RecordId, bool)>, CasebookFault> {
    use rusqlite::OptionalExtension;
    Ok(connection
        .prepare_cached("SELECT record, urgent FROM record_version WHERE position = ?")?
        .query_row([position], |row| Ok((RecordId::from_bytes(row.get(0)?), row.get(1)?)))
        .optional()?)
}
