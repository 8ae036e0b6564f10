//! The check of a casebook. SQLCipher's own checks cannot see an old page put back: only the
//! journal can. The order gives no false alarm: SQLCipher's check reads the main file alone, so the
//! write-ahead file is emptied first and a reader keeps the main file still from then on.

use std::{collections::HashMap, fmt};

use journal::{Head, Link, LinkFault};
use rusqlite::{Connection, types::Value};
use vault::{BlobRef, Hash, PublicKey};

use crate::{Casebook, CasebookFault, OpenFault, fold, rebuild, tables};

/// Something that is wrong with a casebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A page of the database file was changed.
    Page(String),
    /// SQLite's own check.
    Database(String),
    /// Reading stopped here: the pages after it could not be looked at.
    Unreadable,
    /// Entries are missing from the journal.
    Missing {
        /// After this place.
        after: i64,
    },
    /// A link does not verify.
    Link {
        /// Its place.
        position: i64,
        /// Which rule it breaks.
        fault: LinkFault,
    },
    /// A body is not the one that its link commits to.
    Body {
        /// Its place.
        position: i64,
    },
    /// A body is not there, and no erasure names it.
    NoBody {
        /// Its place.
        position: i64,
    },
    /// A view is not what the journal says.
    View(&'static str),
    /// A file that an entry names is missing or damaged.
    Blob(Hash),
    /// The custody count does not add up.
    Custody,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(page) => write!(f, "The database file is damaged: {page}."),
            Self::Database(text) => write!(f, "The database is not consistent: {text}."),
            Self::Unreadable => write!(f, "Part of the database cannot be read."),
            Self::Missing { after } => write!(f, "Entries are missing from the journal after number {after}."),
            Self::Link { position, fault } => write!(f, "Entry {position} of the journal does not verify: {fault}."),
            Self::Body { position } => write!(f, "Entry {position} was changed after it was written."),
            Self::NoBody { position } => write!(f, "The content of entry {position} is missing."),
            Self::View(view) => write!(f, "The list \"{view}\" is not what the journal says. Rebuilding mends it."),
            Self::Blob(hash) => write!(f, "A file is missing or damaged: {}.", &hash.to_string()[..12]),
            Self::Custody => write!(f, "The count of records does not add up."),
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// Entries whose link and body verified.
    pub entries: u32,
    /// Files that verified.
    pub blobs: u32,
    /// What is wrong; empty when nothing is.
    pub faults: Vec<Fault>,
}

/// Called with how many entries are done and how many there are; false stops the check.
pub type Progress<'a> = &'a mut dyn FnMut(u32, u32) -> bool;

impl Casebook {
    /// Checks everything: pages, database, chains, signatures, commitments, views, files, custody.
    /// People can go on working meanwhile.
    ///
    /// # Errors
    /// [`CasebookFault::Stopped`]; otherwise only what prevents a check at all. What is wrong with
    /// the casebook is in the report.
    pub fn check(&self, progress: Progress<'_>) -> Result<CheckReport, CasebookFault> {
        let mut report = CheckReport::default();
        let looking = self.connect().map_err(closed)?;
        self.settled(|| {
            looking.execute_batch("BEGIN")?;
            looking.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
            Ok(())
        })?;
        pages(&self.connect().map_err(closed)?, &mut report);
        match journal(&looking, &mut report, progress).and_then(|()| views(&looking, &mut report, progress)) {
            Ok(()) => {}
            Err(CasebookFault::Damaged) => report.faults.push(Fault::Unreadable),
            Err(other) => return Err(other),
        }
        self.check_blobs(&looking, &mut report)?;
        Ok(report)
    }

    fn check_blobs(&self, looking: &Connection, report: &mut CheckReport) -> Result<(), CasebookFault> {
        let blobs = match tables::blob::all(looking) {
            Ok(blobs) => blobs,
            // Said already by the walk over the journal.
            Err(_) if !report.faults.is_empty() => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        for blob in blobs {
            match self.blobs().verify(&BlobRef { hash: blob.hash, size: blob.size }) {
                Ok(()) => report.blobs += 1,
                Err(_) => report.faults.push(Fault::Blob(blob.hash)),
            }
        }
        Ok(())
    }
}

fn closed(fault: OpenFault) -> CasebookFault {
    match fault {
        OpenFault::Casebook(fault) => fault,
        _ => CasebookFault::Damaged,
    }
}

/// SQLCipher's check of each page's code, then SQLite's of the structure.
fn pages(connection: &Connection, report: &mut CheckReport) {
    match lines(connection, "PRAGMA cipher_integrity_check") {
        Ok(pages) => report.faults.extend(pages.into_iter().map(Fault::Page)),
        Err(_) => report.faults.push(Fault::Unreadable),
    }
    match lines(connection, "PRAGMA integrity_check") {
        Ok(found) if found == ["ok"] => {}
        Ok(found) => report.faults.extend(found.into_iter().map(Fault::Database)),
        Err(_) => report.faults.push(Fault::Unreadable),
    }
}

fn lines(connection: &Connection, pragma: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare(pragma)?.query_map([], |row| row.get(0))?.collect()
}

/// Walks every chain: numbers, hashes, signatures, commitments.
fn journal(connection: &Connection, report: &mut CheckReport, progress: Progress<'_>) -> Result<(), CasebookFault> {
    let chains: HashMap<i64, (Hash, PublicKey)> =
        tables::chain::all(connection)?.into_iter().map(|chain| (chain.number, (chain.id, chain.key))).collect();
    let total = u32::try_from(tables::entry::total(connection)?).unwrap_or(u32::MAX);
    let held_to: i64 = connection.query_row("SELECT coalesce(max(position), 0) FROM held", [], |row| row.get(0))?;
    let mut heads: HashMap<i64, Head> = HashMap::new();
    let mut position = 0;
    loop {
        let entries = tables::entry::after(connection, position, 500)?;
        if entries.is_empty() {
            break;
        }
        for stored in entries {
            if stored.position != position + 1 {
                report.faults.push(Fault::Missing { after: position });
            }
            position = stored.position;
            let sound = match verify(&stored, &chains, &mut heads) {
                Ok(link) => body_sound(connection, &stored, &link, report)?,
                Err(fault) => {
                    report.faults.push(Fault::Link { position, fault });
                    false
                }
            };
            report.entries += u32::from(sound);
        }
        if !progress(u32::try_from(position).unwrap_or(total), total) {
            return Err(CasebookFault::Stopped);
        }
    }
    if held_to > position {
        report.faults.push(Fault::Missing { after: position });
    }
    for (number, (id, _)) in chains {
        let receipt = tables::receipt::head(connection, number)?;
        let here = heads.get(&number).map(|head| head.sequence);
        // A receipt is an anchor outside this laptop: the journal can never be shorter than it.
        if here.is_none() || receipt.is_some_and(|receipt| Some(receipt.sequence) > here) {
            report.faults.push(Fault::Link { position, fault: LinkFault::OtherChain { sequence: 0 } });
            tracing::warn!(chain = %id, "the journal is shorter than a receipt says");
        }
    }
    Ok(())
}

fn verify(
    stored: &tables::entry::Stored,
    chains: &HashMap<i64, (Hash, PublicKey)>,
    heads: &mut HashMap<i64, Head>,
) -> Result<Link, LinkFault> {
    let link = Link::decode(&stored.link)?;
    let sequence = link.sequence();
    let (id, key) = chains.get(&stored.chain).ok_or(LinkFault::OtherChain { sequence })?;
    let head = match (heads.get(&stored.chain), &link) {
        (None, Link::Opening { key: opening, .. }) if opening == key && link.hash() == *id => {
            link.verify_signature(key)?;
            link.head()
        }
        (None, _) => return Err(LinkFault::OtherChain { sequence }),
        (Some(head), link) => head.step(*id, key, link)?,
    };
    heads.insert(stored.chain, head);
    if head.hash == stored.hash { Ok(link) } else { Err(LinkFault::Broken { sequence }) }
}

fn body_sound(
    connection: &Connection,
    stored: &tables::entry::Stored,
    link: &Link,
    report: &mut CheckReport,
) -> Result<bool, CasebookFault> {
    let position = stored.position;
    let Some(body) = &stored.body else {
        report.faults.push(Fault::NoBody { position });
        return Ok(false);
    };
    if body.verify(link.commitment()).is_err() {
        report.faults.push(Fault::Body { position });
        return Ok(false);
    }
    if let Ok(body) = body.read()
        && tables::blob::of(connection, position)?.len() != distinct(&body.blobs)
    {
        report.faults.push(Fault::View("blob"));
    }
    Ok(true)
}

fn distinct(blobs: &[journal::BlobUse]) -> usize {
    blobs.iter().map(|blob| blob.hash).collect::<std::collections::HashSet<_>>().len()
}

/// Folds the journal anew into temporary tables of the same names, which stand in front of the
/// real ones for this connection, and compares row by row.
fn views(connection: &Connection, report: &mut CheckReport, progress: Progress<'_>) -> Result<(), CasebookFault> {
    let drawn: Vec<String> = connection
        .prepare("SELECT sql FROM main.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL")
        .and_then(|mut statement| {
            let mut all = Vec::new();
            for (view, _) in fold::VIEWS {
                for sql in statement.query_map([view], |row| row.get::<_, String>(0))? {
                    all.push(sql?);
                }
            }
            Ok(all)
        })?;
    for sql in drawn {
        let sql = sql.replacen("CREATE TABLE ", "CREATE TEMP TABLE ", 1).replacen("CREATE INDEX ", "CREATE INDEX temp.", 1);
        connection.execute_batch(&sql)?;
    }
    rebuild::refill(connection, progress)?;
    for (view, order) in fold::VIEWS {
        if !same(connection, view, order)? {
            report.faults.push(Fault::View(view));
        }
    }
    // The count reads the temporary views now: what the journal says.
    if !tables::record::custody(connection)?.adds_up() {
        report.faults.push(Fault::Custody);
    }
    Ok(())
}

fn same(connection: &Connection, view: &str, order: &str) -> rusqlite::Result<bool> {
    let select = |schema: &str| format!("SELECT * FROM {schema}.{view} ORDER BY {order}");
    let mut kept = connection.prepare(&select("main"))?;
    let mut folded = connection.prepare(&select("temp"))?;
    let columns = kept.column_count();
    let (mut kept, mut folded) = (kept.query([])?, folded.query([])?);
    loop {
        match (kept.next()?, folded.next()?) {
            (None, None) => return Ok(true),
            (Some(kept), Some(folded)) => {
                for column in 0..columns {
                    if kept.get::<_, Value>(column)? != folded.get::<_, Value>(column)? {
                        return Ok(false);
                    }
                }
            }
            _ => return Ok(false),
        }
    }
}
