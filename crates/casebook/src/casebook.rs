//! An open casebook: its database, its sealed files, the chain that it writes.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use domain::Stamp;
use journal::{AuthorNamed, Head, Known, NewEntry};
use rusqlite::{Connection, TransactionBehavior};
use vault::{BlobStore, CasebookKey, DatabaseKey, DeviceSeedKey, Hash, PublicKey};

use crate::{
    CasebookFault, Gate, OpenFault, Reading,
    device::{self, Opening, Own},
    fold, history, index, migrate, open, rebuild, tables,
};

const DATABASE: &str = "casebook.db";
/// What a new database is called until it is whole.
const UNFINISHED: &str = "casebook.db.part";
const BLOBS: &str = "files";
const VIEWS_VERSION: &str = "views_version";

/// Milliseconds for which one who writes in bulk leaves the gate to others.
const LET_OTHERS: u32 = 50;

/// An open casebook.
pub struct Casebook {
    dir: PathBuf,
    database_key: DatabaseKey,
    seed_key: DeviceSeedKey,
    blobs: Arc<BlobStore>,
    /// The pack whose notes are being taken in.
    pub(crate) open_pack: Mutex<Option<history::Open>>,
    writer: Mutex<Writer>,
    /// How many wait to write.
    waiting: AtomicU32,
    reader: Mutex<Connection>,
}

struct Writer {
    connection: Connection,
    own: Own,
}

/// What a new casebook begins with.
pub struct NewCasebook {
    /// Who records in it.
    pub author: AuthorNamed,
    /// When it is made.
    pub recorded: Stamp,
    /// Version of Holdfast.
    pub app_version: String,
}

impl Casebook {
    /// Makes the database of a casebook in a folder that has none. It gets its name when it is whole:
    /// a crash before leaves no casebook, rather than one that never opens.
    ///
    /// # Errors
    /// [`OpenFault::AlreadyThere`]: nothing is ever written over.
    pub fn create(dir: &Path, key: &CasebookKey, salt: [u8; 16], new: NewCasebook) -> Result<Self, OpenFault> {
        let path = dir.join(DATABASE);
        if path.exists() {
            return Err(OpenFault::AlreadyThere);
        }
        let database_key = key.derive_database_key(salt);
        let seed_key = key.derive_device_seed_key();
        let unfinished = dir.join(UNFINISHED);
        sweep(&unfinished).and_then(|()| for_its_owner_only(&unfinished)).map_err(CasebookFault::from)?;
        let mut connection = open::open(&unfinished, &database_key, true)?;
        migrate::migrate(&mut connection)?;
        let author = new.author.author;
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(CasebookFault::from)?;
        tables::setting::set(&transaction, VIEWS_VERSION, &fold::VIEWS_VERSION.to_string())?;
        let opening = Opening { author, recorded: new.recorded.clone(), app_version: &new.app_version };
        let own = Own::open(&transaction, &seed_key, opening, None)?;
        let blobs = BlobStore::new(&dir.join(BLOBS), key);
        let mut gate = Gate {
            connection: &transaction,
            blobs: &blobs,
            head: own.head,
            own: &own,
            seed_key: &seed_key,
            opened: None,
            changed: RefCell::default(),
        };
        gate.append(NewEntry {
            author,
            act: Known::AuthorNamed(new.author),
            event_time: None,
            recorded: new.recorded,
            subjects: Vec::new(),
            based_on: Vec::new(),
            blobs: Vec::new(),
        })?;
        transaction.commit().map_err(CasebookFault::from)?;
        settle(&connection)?;
        drop(connection);
        std::fs::rename(&unfinished, &path).and_then(|()| sync_dir(dir)).map_err(CasebookFault::from)?;
        Self::open(dir, key, salt)
    }

    /// Opens the casebook in a folder.
    ///
    /// # Errors
    /// See [`OpenFault`]: each has its own next step, and none of them changes the folder.
    pub fn open(dir: &Path, key: &CasebookKey, salt: [u8; 16]) -> Result<Self, OpenFault> {
        let path = dir.join(DATABASE);
        if !path.exists() {
            return Err(OpenFault::NotThere);
        }
        let database_key = key.derive_database_key(salt);
        let seed_key = key.derive_device_seed_key();
        let mut connection = open::open(&path, &database_key, false)?;
        migrate::migrate(&mut connection)?;
        let own = Own::load(&connection, &seed_key)?;
        let blobs = BlobStore::new(&dir.join(BLOBS), key);
        let views = tables::setting::get(&connection, VIEWS_VERSION).map_err(CasebookFault::from)?;
        if views.as_deref() != Some(fold::VIEWS_VERSION.to_string().as_str()) {
            rebuild::rebuild(&mut connection, &blobs, &mut |_, _| true)?;
            tables::setting::set(&connection, VIEWS_VERSION, &fold::VIEWS_VERSION.to_string())
                .map_err(CasebookFault::from)?;
        }
        history::open(&mut connection)?;
        index::open(&mut connection)?;
        let reader = open::open(&path, &database_key, false)?;
        // A read ends in a rollback: writing in one would say "saved" and lose it.
        reader.execute_batch("PRAGMA query_only = ON")?;
        blobs.sweep_unfinished().map_err(CasebookFault::from)?;
        Ok(Self {
            dir: dir.to_owned(),
            database_key,
            seed_key,
            blobs: Arc::new(blobs),
            open_pack: Mutex::default(),
            writer: Mutex::new(Writer { connection, own }),
            waiting: AtomicU32::new(0),
            reader: Mutex::new(reader),
        })
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The sealed files.
    pub fn blobs(&self) -> &BlobStore {
        &self.blobs
    }

    /// The sealed files, for a reader that outlives a call.
    pub(crate) fn shared_blobs(&self) -> Arc<BlobStore> {
        Arc::clone(&self.blobs)
    }

    /// Writes: everything in `act` commits together, or none of it when it gives an error.
    pub fn write<T, E: From<CasebookFault>>(&self, act: impl FnOnce(&mut Gate<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut writer = self.writer();
        let Writer { connection, own } = &mut *writer;
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(CasebookFault::from)?;
        let mut gate = Gate {
            connection: &transaction,
            blobs: &self.blobs,
            head: own.head,
            own,
            seed_key: &self.seed_key,
            opened: None,
            changed: RefCell::default(),
        };
        let result = act(&mut gate)?;
        let (head, opened, changed) = (gate.head, gate.opened, gate.changed.into_inner());
        index::take(&transaction, &changed)?;
        transaction.commit().map_err(CasebookFault::from)?;
        match opened {
            Some(opened) => *own = Own { head, ..opened },
            None => own.head = head,
        }
        Ok(result)
    }

    /// Reads the casebook as it is now, without waiting for a writer.
    pub fn read<T, E: From<CasebookFault>>(&self, look: impl FnOnce(&Reading<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = reader.transaction().map_err(CasebookFault::from)?;
        look(&Reading(&transaction))
    }

    /// Number and hash of the last link of the chain that is written.
    pub fn head(&self) -> Head {
        self.writer().own.head
    }

    /// Id and key of the chain that is written.
    pub fn device(&self) -> (Hash, PublicKey) {
        let writer = self.writer();
        (writer.own.id, writer.own.key.public())
    }

    /// Empties and refills the views from the journal, and the search index where it is damaged.
    /// Drafts, receipts and settings stay; notes too, as long as all are as their packs say: otherwise
    /// they are emptied, and [`Self::notes_to_take`] names their packs.
    ///
    /// # Errors
    /// [`CasebookFault::Stopped`] when `progress` says no: then nothing was changed.
    pub fn rebuild(&self, progress: &mut dyn FnMut(u32, u32) -> bool) -> Result<(), CasebookFault> {
        let mut writer = self.writer();
        rebuild::rebuild(&mut writer.connection, &self.blobs, progress)?;
        if !history::are_as_brought(&writer.connection, &self.blobs, progress)? {
            history::empty(&mut writer.connection)?;
        }
        index::refill_damaged(&mut writer.connection, progress)
    }

    /// Moves what stands in the write-ahead file into the database, so that it is whole in one
    /// file. Called at lock and before a check.
    pub fn settle(&self) -> Result<(), CasebookFault> {
        settle(&self.writer().connection)
    }

    /// Holds the gate closed while `act` runs, with a settled database.
    pub(crate) fn settled<T>(&self, act: impl FnOnce() -> Result<T, CasebookFault>) -> Result<T, CasebookFault> {
        let writer = self.writer();
        settle(&writer.connection)?;
        act()
    }

    /// A connection of its own, for long looks.
    pub(crate) fn connect(&self) -> Result<Connection, OpenFault> {
        open::open(&self.dir.join(DATABASE), &self.database_key, false)
    }

    /// Whether somebody waits to write.
    pub(crate) fn is_waited_for(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > 0
    }

    /// Leaves the gate to those who wait: whoever let go of it last would mostly get it again.
    pub(crate) fn let_others_write(&self) {
        for _ in 0..LET_OTHERS {
            if !self.is_waited_for() {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        writer
    }
}

/// Signs requests to the hub as this device.
impl Casebook {
    /// Runs `act` with the key of the chain that is written.
    pub fn with_device_key<T>(&self, act: impl FnOnce(&vault::SigningKey) -> T) -> T {
        act(&self.writer().own.key)
    }

    /// Runs `act` with the key of one of this casebook's chains, of those written before included:
    /// the hub goes on knowing a device by the key that it enrolled with. None when no chain of
    /// this casebook has that key.
    ///
    /// # Errors
    /// [`CasebookFault::Row`] when the sealed key does not open.
    pub fn with_key_of<T>(
        &self,
        public: &PublicKey,
        act: impl FnOnce(&vault::SigningKey) -> T,
    ) -> Result<Option<T>, CasebookFault> {
        {
            let writer = self.writer();
            if writer.own.key.public() == *public {
                return Ok(Some(act(&writer.own.key)));
            }
        }
        let chains = self.read(|reading| Ok::<_, CasebookFault>(tables::chain::all(reading)?))?;
        match chains.iter().find(|chain| chain.key == *public && chain.sealed_seed.is_some()) {
            Some(chain) => Ok(Some(act(&device::signing_key(chain, &self.seed_key)?))),
            None => Ok(None),
        }
    }
}

/// Removes what a crash left of a database that nobody has recorded in.
fn sweep(unfinished: &Path) -> std::io::Result<()> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = unfinished.as_os_str().to_owned();
        name.push(ending);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Makes an empty file that nobody else on the machine may read, before anything is in it. SQLite
/// gives its write-ahead file and its index the same rights, and takes an empty file for a new one.
fn for_its_owner_only(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

/// Makes the names in a folder durable. Windows writes them with the file and cannot do this.
fn sync_dir(dir: &Path) -> std::io::Result<()> {
    if cfg!(unix) { std::fs::File::open(dir)?.sync_all() } else { Ok(()) }
}

/// RESTART, not TRUNCATE: a file that a power cut left half cut would bring back the older pages of
/// the acts in its first half. Left whole, it brings back what the database has already.
fn settle(connection: &Connection) -> Result<(), CasebookFault> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(RESTART)", [], |row| row.get(0))?;
    if busy == 0 { Ok(()) } else { Err(CasebookFault::Row("write-ahead file")) }
}
