//! A desk with a casebook, a hub, and the line between them. Everybody here is made up.

use std::sync::Arc;

use casebook::{
    Appended, Casebook, CasebookFault,
    tables::{self, record::Record},
};
use chrono::{DateTime, Utc};
use domain::{Clock, Custody, FakeClock, RecordId, Stamp, Urgency};
use journal::{BlobUse, EnrolCode, Known};
use sync::{Outgoing, Sent, SyncFault, enrol, send_once};
use tempfile::TempDir;
use testkit::{
    TempPostgres, TestHub,
    clock::monday_morning,
    entries::{DEFINITION, Entries},
};

use crate::line::Line;

/// A laptop.
pub struct Desk {
    pub folder: TempDir,
    pub casebook: Arc<Casebook>,
    pub entries: Entries,
    pub clock: Arc<FakeClock>,
    key: [u8; 32],
}

/// What a filed record is known by here.
#[derive(Debug, Clone, Copy)]
pub struct Filed {
    pub record: RecordId,
    pub entry: Appended,
}

impl Desk {
    pub fn new(seed: u64) -> Self {
        Self::with_clock(seed, Arc::new(monday_morning()))
    }

    fn with_clock(seed: u64, clock: Arc<FakeClock>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let entries = Entries::seeded(seed);
        let key = [u8::try_from(seed % 251).unwrap(); 32];
        let casebook = Arc::new(testkit::create_in(folder.path(), &key, &entries).unwrap());
        Self { folder, casebook, entries, clock, key }
    }

    /// Somebody copies the laptop's disk and both are used.
    pub fn copy(&self, seed: u64) -> Self {
        self.casebook.settle().unwrap();
        let folder = tempfile::tempdir().unwrap();
        copy_folder(self.folder.path(), folder.path());
        let casebook = Casebook::open(folder.path(), &testkit::key(&self.key), testkit::SALT).unwrap();
        Self {
            folder,
            casebook: Arc::new(casebook),
            entries: Entries::seeded(seed),
            clock: self.clock.clone(),
            key: self.key,
        }
    }

    pub fn outgoing(&self) -> Outgoing {
        Outgoing {
            casebook: self.casebook.clone(),
            clock: self.clock.clone(),
            author: self.entries.author,
            app_version: "0.1.0".to_owned(),
        }
    }

    pub async fn send(&self) -> Result<Sent, SyncFault> {
        send_once(&self.outgoing()).await
    }

    pub async fn enrol(&self, code: &EnrolCode) -> Result<casebook::tables::hub::PinnedHub, SyncFault> {
        let clock: Arc<dyn Clock> = self.clock.clone();
        let recorded = Stamp::now(&*self.clock, false);
        enrol(&self.casebook, &clock, code, self.entries.author, recorded).await
    }

    /// Files a record that names a form's definition and the given files.
    pub fn file(&mut self, urgency: Urgency, files: &[BlobUse]) -> Filed {
        self.file_many(1, urgency, files)[0]
    }

    /// Files many in one transaction.
    pub fn file_many(&mut self, number: usize, urgency: Urgency, files: &[BlobUse]) -> Vec<Filed> {
        let definition = self.keep(DEFINITION);
        let made: Vec<_> = (0..number)
            .map(|_| {
                let (record, mut entry) = self.entries.record_filed(&[]);
                let Known::RecordFiled(filed) = &mut entry.act else { panic!("a record") };
                filed.urgency = urgency;
                entry.blobs.push(definition);
                entry.blobs.extend(files);
                (record, entry)
            })
            .collect();
        self.casebook
            .write(|gate| {
                let mut filed = Vec::new();
                for (record, entry) in made {
                    filed.push(Filed { record, entry: gate.append(entry)? });
                }
                Ok::<_, CasebookFault>(filed)
            })
            .unwrap()
    }

    /// Keeps a file.
    pub fn keep(&self, content: &[u8]) -> BlobUse {
        self.keep_from(content)
    }

    /// Keeps a file that is too long to be held whole.
    pub fn keep_from(&self, content: impl std::io::Read) -> BlobUse {
        let blob = self.casebook.blobs().put(content).unwrap();
        BlobUse { hash: blob.hash, size: blob.size }
    }

    pub fn record(&self, record: RecordId) -> Record {
        self.casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::find(reading, record)?)).unwrap().unwrap()
    }

    pub fn custody(&self) -> Custody {
        let custody = self.casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::custody(reading)?)).unwrap();
        assert_eq!(custody.filed, custody.received + custody.waiting + custody.needs_you, "it adds up: {custody:?}");
        custody
    }

    /// Records and log that no receipt covers.
    pub fn waiting(&self) -> u32 {
        let custody = self.custody();
        custody.waiting + custody.log_waiting
    }

    pub fn last_contact(&self) -> Option<DateTime<Utc>> {
        let hub = self.casebook.read(|reading| Ok::<_, CasebookFault>(tables::hub::pinned(reading)?)).unwrap();
        hub.and_then(|hub| hub.last_contact).map(|at| at.with_timezone(&Utc))
    }
}

/// A desk that is enrolled over a line.
pub struct World {
    pub hub: TestHub,
    pub line: Line,
    pub desk: Desk,
}

impl World {
    pub async fn new(seed: u64) -> Self {
        let desk = Desk::new(seed);
        let hub = TestHub::start_on(&TempPostgres::start().unwrap(), desk.clock.clone()).unwrap();
        let line = Line::to(Some(&hub.address())).await;
        let world = Self { hub, line, desk };
        world.desk.enrol(&world.code()).await.unwrap();
        world
    }

    /// A code that leads over the line.
    pub fn code(&self) -> EnrolCode {
        EnrolCode { address: self.line.address.clone(), ..self.hub.enrol_code().unwrap() }
    }
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
