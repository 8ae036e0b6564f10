//! The check of a casebook. SQLCipher's own checks cannot see an old page put back: only the
//! journal can. The order gives no false alarm: SQLCipher's check reads the main file alone, so the
//! write-ahead file is emptied first and a reader keeps the main file still from then on.

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use journal::{Head, Link, LinkFault};
use rusqlite::{Connection, types::Value};
use vault::{BlobError, BlobRef, BlobStore, Hash};

use crate::{
    Casebook, CasebookFault, OpenFault, fold, history, index, rebuild,
    tables::{self, chain::Chain, entry::Stored, pack::Files},
};

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
        match journal(&looking, &mut report, progress)
            .and_then(|()| views(&looking, self.blobs(), &mut report, progress))
            .and_then(|()| notes(&looking, self.blobs(), &mut report, progress))
        {
            Ok(()) => {}
            Err(CasebookFault::Damaged | CasebookFault::Row(_) | CasebookFault::Body(_)) => {
                report.faults.push(Fault::Unreadable);
            }
            Err(other) => return Err(other),
        }
        self.check_blobs(&looking, &mut report)?;
        Ok(report)
    }

    fn check_blobs(&self, looking: &Connection, report: &mut CheckReport) -> Result<(), CasebookFault> {
        let blobs = match tables::blob::all_with_own(looking) {
            Ok(blobs) => blobs,
            // Said already by the walk over the journal.
            Err(_) if !report.faults.is_empty() => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        for (blob, own) in blobs {
            match self.blobs().verify(&BlobRef { hash: blob.hash, size: blob.size }) {
                Ok(()) => report.blobs += 1,
                Err(BlobError::Missing) if !own => {}
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
        Ok(found) => report.faults.extend(found.into_iter().map(|text| {
            // Said as "malformed inverted index for FTS5 table main.search": refilling mends it.
            if text.contains("FTS5 table main.search") { Fault::View("search") } else { Fault::Database(text) }
        })),
        Err(_) => report.faults.push(Fault::Unreadable),
    }
    match lines(connection, "PRAGMA foreign_key_check") {
        Ok(tables) => report.faults.extend(
            tables.into_iter().map(|table| Fault::Database(format!("a row of {table} names one that is not there"))),
        ),
        Err(_) => report.faults.push(Fault::Unreadable),
    }
}

fn lines(connection: &Connection, pragma: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare(pragma)?.query_map([], |row| row.get(0))?.collect()
}

/// Walks every chain: numbers, hashes, signatures, commitments.
fn journal(connection: &Connection, report: &mut CheckReport, progress: Progress<'_>) -> Result<(), CasebookFault> {
    let chains: HashMap<i64, Chain> =
        tables::chain::all(connection)?.into_iter().map(|chain| (chain.number, chain)).collect();
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
            let sound = match verify(connection, &stored, &chains, &mut heads)? {
                Ok(link) => {
                    let own = chains.get(&stored.chain).is_some_and(|chain| chain.sealed_seed.is_some());
                    body_sound(connection, &stored, &link, own, report)?
                }
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
    // A receipt is an anchor outside this laptop: what it names can never be gone from the journal.
    let anchored = tables::receipt::without_entry(connection)? == 0 && held_to <= position;
    if !anchored || chains.keys().any(|number| !heads.contains_key(number)) {
        report.faults.push(Fault::Missing { after: position });
    }
    Ok(())
}

/// Checks one link against the one before it. The outer error is of reading, the inner of the link.
fn verify(
    connection: &Connection,
    stored: &Stored,
    chains: &HashMap<i64, Chain>,
    heads: &mut HashMap<i64, Head>,
) -> Result<Result<Link, LinkFault>, CasebookFault> {
    let link = match Link::decode(&stored.link) {
        Ok(link) => link,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut before = heads.get(&stored.chain).copied();
    // Where a casebook was copied, the branches of its chain stand here mixed.
    if let (Some(head), Link::Following { previous, .. }) = (before, &link)
        && *previous != head.hash
        && let Some((chain, parting)) = tables::entry::find_before(connection, *previous, stored.position)?
        && chain == stored.chain
    {
        before = Some(parting);
    }
    let stepped = step(before, stored, chains.get(&stored.chain), &link);
    if let Ok(head) = stepped {
        heads.insert(stored.chain, head);
    }
    Ok(stepped.map(|_| link))
}

fn step(before: Option<Head>, stored: &Stored, chain: Option<&Chain>, link: &Link) -> Result<Head, LinkFault> {
    let sequence = link.sequence();
    let chain = chain.ok_or(LinkFault::OtherChain { sequence })?;
    let head = match (before, link) {
        (None, Link::Opening { key, .. }) if *key == chain.key && link.hash() == chain.id => {
            link.verify_signature(key)?;
            link.head()
        }
        (None, _) => return Err(LinkFault::OtherChain { sequence }),
        (Some(before), link) => before.step(chain.id, &chain.key, link)?,
    };
    if head == (Head { sequence: stored.sequence, hash: stored.hash }) {
        Ok(head)
    } else {
        Err(LinkFault::Broken { sequence })
    }
}

fn body_sound(
    connection: &Connection,
    stored: &Stored,
    link: &Link,
    own: bool,
    report: &mut CheckReport,
) -> Result<bool, CasebookFault> {
    let position = stored.position;
    let Some(body) = &stored.body else {
        // Others' bodies come when they come, and only to those who may see them.
        if own {
            report.faults.push(Fault::NoBody { position });
        }
        return Ok(!own);
    };
    if body.verify(link.commitment()).is_err() {
        report.faults.push(Fault::Body { position });
        return Ok(false);
    }
    if let Ok(body) = body.read()
        && distinct(&tables::blob::of(connection, position)?) != distinct(&body.blobs)
    {
        report.faults.push(Fault::View("blob"));
    }
    Ok(true)
}

fn distinct(blobs: &[journal::BlobUse]) -> HashSet<Hash> {
    blobs.iter().map(|blob| blob.hash).collect()
}

/// Folds the journal anew into temporary tables of the same names, which stand in front of the
/// real ones for this connection, and compares row by row.
fn views(
    connection: &Connection,
    blobs: &BlobStore,
    report: &mut CheckReport,
    progress: Progress<'_>,
) -> Result<(), CasebookFault> {
    let taken = tables::pack::taken(connection)?;
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
        let sql =
            sql.replacen("CREATE TABLE ", "CREATE TEMP TABLE ", 1).replacen("CREATE INDEX ", "CREATE INDEX temp.", 1);
        connection.execute_batch(&sql)?;
    }
    rebuild::refill(connection, Files::of(blobs, &taken), progress)?;
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

/// Compares the notes with the packs that brought them, and what is listed for search with both.
fn notes(
    connection: &Connection,
    blobs: &BlobStore,
    report: &mut CheckReport,
    progress: Progress<'_>,
) -> Result<(), CasebookFault> {
    if !history::are_as_brought(connection, blobs, progress)? {
        report.faults.push(Fault::View("note"));
    }
    if !report.faults.contains(&Fault::View("search")) && !index::is_listed(connection)? {
        report.faults.push(Fault::View("search"));
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
