//! The work that the power is cut in: drafts, filings, receipts, sealed files, key files, people,
//! at the level of the casebook. After each act that was confirmed it writes down what must be there
//! from then on.

use std::{fs::File, io::Write, path::Path};

use casebook::{Casebook, CasebookFault, tables};
use domain::{Clock, DraftId, HubId, PersonId};
use journal::{BlobUse, Receipt};
use serde_json::json;
use tables::draft::Draft;
use testkit::entries::{DEFINITION, Entries};
use vault::{BlobRef, Cost, Hash, KeyFile, KeyStore, Passphrase, RecoveryCode, SigningKey};
use zeroize::Zeroizing;

use crate::{disk::ACKNOWLEDGED, lots::Lots, recovered::digest};

/// The key of the casebook's bytes.
pub const KEY: [u8; 32] = [0x42; 32];
const GENERATION: &str = "key_file_generation";

struct Work {
    casebook: Casebook,
    key_store: KeyStore,
    entries: Entries,
    lots: Lots,
    people: Vec<PersonId>,
    draft: Option<Draft>,
    unsent: Vec<Hash>,
    /// Files that were confirmed.
    files: Vec<BlobRef>,
}

/// Makes a casebook in the folder and does so many acts in it.
pub fn work(folder: &Path, seed: u64, acts: u32) {
    let mut entries = Entries::seeded(seed);
    let key_store = KeyStore::new(folder);
    let passphrase = Passphrase::from("five words that nobody says".to_owned());
    let code = RecoveryCode::make().unwrap();
    let key = testkit::key(&KEY);
    let key_file = KeyFile::make(entries.id(), &key, &passphrase, &code, Cost::FLOOR, "2026-11-23T09:00:00Z").unwrap();
    let mut acknowledged = File::options().create(true).append(true).open(folder.join(ACKNOWLEDGED)).unwrap();
    key_store.write(&key_file).unwrap();
    let casebook = testkit::create_in(folder, &KEY, &entries).unwrap();
    let lots = Lots::of(seed);
    let (people, unsent, files) = (Vec::new(), Vec::new(), Vec::new());
    let mut work = Work { casebook, key_store, entries, lots, people, draft: None, unsent, files };
    work.add_person();
    for _ in 0..acts {
        acknowledged.write_all(work.what_must_be_there().as_bytes()).unwrap();
        work.act(folder);
    }
    acknowledged.write_all(work.what_must_be_there().as_bytes()).unwrap();
}

impl Work {
    fn what_must_be_there(&self) -> String {
        let generation = self.key_store.read().unwrap().key_file.generation();
        let there = json!({ "digest": digest(&self.casebook).unwrap(), "generation": generation, "files": self.files });
        format!("{there}\n")
    }

    fn act(&mut self, folder: &Path) {
        match self.lots.below(20) {
            0..8 => self.type_on(),
            8..12 => self.file(),
            12 => self.receive(),
            13 => self.change_key_file(),
            14 | 15 => drop(self.put_file()),
            16 => self.add_person(),
            17 => self
                .casebook
                .write(|gate| Ok::<_, CasebookFault>(tables::setting::set(gate, "theme", "dark")?))
                .unwrap(),
            18 => self.casebook.settle().unwrap(),
            _ => self.close_and_open(folder),
        }
    }

    /// Saves the draft with more text than before; starts one where there is none.
    fn type_on(&mut self) {
        let now = self.entries.clock.now().fixed_offset();
        let more = "and ".repeat(self.lots.below(400));
        match &mut self.draft {
            Some(draft) => {
                draft.revision += 1;
                let text = draft.answers.get("note").and_then(|note| note.as_str()).unwrap_or_default().to_owned();
                draft.answers.insert("note".to_owned(), json!(text + &more));
                self.casebook.write(|gate| tables::draft::save(gate, draft)).unwrap();
            }
            None => {
                let draft = Draft {
                    id: DraftId(self.entries.id()),
                    form: Hash::of(DEFINITION),
                    people: self.people.clone(),
                    answers: json!({ "note": more }).as_object().unwrap().clone(),
                    carried: Vec::new(),
                    place: None,
                    revision: 1,
                    started: now,
                    saved: now,
                    set_aside: None,
                    left_behind: vec![],
                    goes_on_from: None,
                };
                self.casebook
                    .write(|gate| {
                        tables::form::keep(gate, draft.form, DEFINITION)?;
                        tables::draft::add(gate, &draft)
                    })
                    .unwrap();
                self.draft = Some(draft);
            }
        }
    }

    /// Files a record with a file of its own; its draft goes in the same act.
    fn file(&mut self) {
        let people = [self.people[self.lots.below(self.people.len())]];
        let (_, mut entry) = self.entries.record_filed(&people);
        let blob = self.put_file();
        entry.blobs.push(BlobUse { hash: blob.hash, size: blob.size });
        let draft = self.draft.take();
        let appended = self
            .casebook
            .write(|gate| {
                if let Some(draft) = &draft {
                    tables::draft::remove_filed(gate, draft.id)?;
                }
                gate.append(entry)
            })
            .unwrap();
        self.unsent.push(appended.head.hash);
    }

    fn put_file(&mut self) -> BlobRef {
        let most = if self.lots.below(6) == 0 { 300_000 } else { 6_000 };
        let content = vec![u8::try_from(self.lots.below(256)).unwrap(); self.lots.below(most)];
        let blob = self.casebook.blobs().put(content.as_slice()).unwrap();
        self.files.push(blob);
        blob
    }

    fn receive(&mut self) {
        let receipt = Receipt {
            hub: HubId::from_bytes([4; 16]),
            chain: self.casebook.device().0,
            head: self.casebook.head(),
            at: self.entries.clock.now(),
            held: std::mem::take(&mut self.unsent),
        };
        let hub = SigningKey::from_seed(Zeroizing::new([3; 32]));
        self.casebook.write(|gate| gate.take_receipt(&receipt.sign(&hub), &receipt)).unwrap();
    }

    /// As a change of the passphrase does, without the wait: the files, then the number.
    fn change_key_file(&mut self) {
        let old = self.key_store.read().unwrap().key_file;
        let new = old.replace_recovery(&testkit::key(&KEY), &RecoveryCode::make().unwrap()).unwrap();
        self.key_store.write(&new).unwrap();
        let generation = new.generation().to_string();
        self.casebook
            .write(|gate| Ok::<_, CasebookFault>(tables::setting::set(gate, GENERATION, &generation)?))
            .unwrap();
    }

    fn add_person(&mut self) {
        let (person, added) = self.entries.person_added();
        self.casebook.write(|gate| gate.append(added)).unwrap();
        self.people.push(person);
    }

    fn close_and_open(&mut self, folder: &Path) {
        // The last connection to close moves everything into the database; one of two would not.
        let elsewhere = tempfile::tempdir().unwrap();
        let closed = testkit::create_in(elsewhere.path(), &KEY, &Entries::seeded(1)).unwrap();
        drop(std::mem::replace(&mut self.casebook, closed));
        self.casebook = Casebook::open(folder, &testkit::key(&KEY), testkit::SALT).unwrap();
    }
}
