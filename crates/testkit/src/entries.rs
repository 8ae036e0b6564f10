//! Entries of every kind about synthetic people: the same ones for the same seed.
// For tests, where what cannot be prepared ends the test.
#![allow(clippy::expect_used)]

use std::collections::BTreeMap;

use casebook::{Appended, Casebook, CasebookFault};
use domain::{AuthorId, BatchId, Clock, EventTime, FakeClock, PersonField, PersonId, RecordId, Urgency};
use journal::{
    AuthorNamed, BlobUse, Body, ChainOpened, Continues, Entry, FileOpened, FormPublished, FormRetired, Head,
    ImportUndone, Kind, Known, LeadPhoned, NewEntry, PersonAdded, PersonAmended, RecordFiled, RecordSource,
    ResponsesImported, SealedBody, Subject, follow, open_chain,
};
use serde_json::value::RawValue;
use uuid::{Builder, Uuid};
use vault::{Hash, SigningKey};
use zeroize::Zeroizing;

use crate::clock;

/// Names in several scripts, none of anybody.
pub const NAMES: [&str; 8] = [
    "Maya Testcase",
    "Zoë Çelik-Sample",
    "محمد الأمين",
    "ײטל ראָזנפֿעלד",
    "Siân O’Example",
    "José Specimen",
    "Ольга Пример",
    "Nguyễn Thử",
];

/// Stands for a form's definition in records that no test fills in.
pub const DEFINITION: &[u8] = br#"{"id":"visit","number":1,"sections":[]}"#;

/// Makes entries from a seed and a clock of its own, which a minute passes on between them.
pub struct Entries {
    /// Who acts.
    pub author: AuthorId,
    /// When the entries are recorded.
    pub clock: FakeClock,
    state: u64,
}

impl Entries {
    /// Entries of one author: the same seed gives the same entries.
    pub fn seeded(seed: u64) -> Self {
        let mut entries = Self { author: AuthorId(Uuid::nil()), clock: clock::monday_morning(), state: seed };
        entries.author = AuthorId(entries.id());
        entries
    }

    /// A number below `below`, by SplitMix64.
    pub fn number(&mut self, below: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below.max(1)
    }

    /// A new UUIDv7.
    pub fn id(&mut self) -> Uuid {
        let random = [self.number(u64::MAX).to_be_bytes(), self.number(u64::MAX).to_be_bytes()].concat();
        let millis = u64::try_from(self.clock.now().timestamp_millis()).expect("after 1970");
        let random: [u8; 10] = random[..10].try_into().expect("ten bytes");
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// An entry of any known kind.
    pub fn of(&mut self, act: Known, subjects: Vec<Subject>, based_on: Vec<Hash>) -> NewEntry {
        let recorded = clock::a_minute_later(&self.clock);
        NewEntry { author: self.author, act, event_time: None, recorded, subjects, based_on, blobs: Vec::new() }
    }

    /// Who the author is.
    pub fn author_named(&mut self, name: &str) -> NewEntry {
        let named = AuthorNamed {
            author: self.author,
            name: name.to_owned(),
            role: "Social worker".to_owned(),
            team: Some("North".to_owned()),
        };
        self.of(Known::AuthorNamed(named), Vec::new(), Vec::new())
    }

    /// A new person with a name and perhaps more.
    pub fn person_added(&mut self) -> (PersonId, NewEntry) {
        let person = PersonId(self.id());
        let name = NAMES[usize::try_from(self.number(NAMES.len() as u64)).expect("small")];
        let mut fields = BTreeMap::from([(PersonField::Name, name.to_owned())]);
        if self.number(2) == 0 {
            fields.insert(PersonField::DateOfBirth, format!("201{}-05-17", self.number(10)));
        }
        let added = Known::PersonAdded(PersonAdded { person, fields });
        (person, self.of(added, vec![Subject::Person(person)], Vec::new()))
    }

    /// A new value of one field.
    pub fn person_amended(
        &mut self,
        person: PersonId,
        field: PersonField,
        value: &str,
        based_on: Vec<Hash>,
    ) -> NewEntry {
        let fields = BTreeMap::from([(field, value.to_owned())]);
        let amended = Known::PersonAmended(PersonAmended { person, fields });
        self.of(amended, vec![Subject::Person(person)], based_on)
    }

    /// A new record. It names no file, so that it can be appended as it is; see [`file_visit`].
    pub fn record_filed(&mut self, people: &[PersonId]) -> (RecordId, NewEntry) {
        let record = RecordId(self.id());
        (record, self.record_again(record, people, Vec::new()))
    }

    /// A version of a record.
    pub fn record_again(&mut self, record: RecordId, people: &[PersonId], based_on: Vec<Hash>) -> NewEntry {
        let urgent = self.number(8) == 0;
        let filed = RecordFiled {
            record,
            form: "visit".to_owned(),
            form_hash: Hash::of(DEFINITION),
            form_number: 1,
            title: "Visit to child".to_owned(),
            people: people.to_vec(),
            urgency: if urgent { Urgency::Urgent } else { Urgency::Normal },
            significant: self.number(4) == 0,
            seen: people.iter().copied().take(1).collect(),
            answers: serde_json::json!({ "note": "x".repeat(usize::try_from(self.number(900)).expect("small")) }),
            no_longer_asked: Vec::new(),
            access_group: None,
            goes_on_from: None,
            source: None,
        };
        let subjects = people.iter().copied().map(Subject::Person).chain([Subject::Record(record)]).collect::<Vec<_>>();
        let day = self.number(20) + 1;
        let mut entry = self.of(Known::RecordFiled(filed), subjects, based_on);
        entry.event_time = Some(format!("2026-11-{day:02}T14:30").parse::<EventTime>().expect("an event time"));
        entry
    }

    /// The lead was phoned.
    pub fn lead_phoned(&mut self, record: RecordId) -> NewEntry {
        let phoned = Known::LeadPhoned(LeadPhoned { record, who: "Team lead".to_owned() });
        self.of(phoned, vec![Subject::Record(record)], Vec::new())
    }

    /// A look at somebody's file.
    pub fn file_opened(&mut self, person: PersonId) -> NewEntry {
        let opened = Known::FileOpened(FileOpened { person: Some(person), ..FileOpened::default() });
        self.of(opened, vec![Subject::Person(person)], Vec::new())
    }

    /// A version of a form is published; its definition is as good as none.
    pub fn form_published(&mut self, form: &str, number: u32) -> NewEntry {
        let published = FormPublished {
            form: form.to_owned(),
            hash: Hash::of(format!("{form} {number}").as_bytes()),
            number,
            title: format!("Form {form}"),
            note: "Shorter".to_owned(),
        };
        self.of(Known::FormPublished(published), Vec::new(), Vec::new())
    }

    /// A form is retired, at that number.
    pub fn form_retired(&mut self, form: &str, number: u32, use_instead: Option<&str>) -> NewEntry {
        let use_instead = use_instead.map(str::to_owned);
        let retired = FormRetired { form: form.to_owned(), number, use_instead, note: "Two of one kind".to_owned() };
        self.of(Known::FormRetired(retired), Vec::new(), Vec::new())
    }

    /// An import of answers to a form begins.
    pub fn responses_imported(&mut self, form: &str) -> (BatchId, NewEntry) {
        let batch = BatchId(self.id());
        let imported = ResponsesImported {
            batch,
            file_name: "responses.csv".to_owned(),
            file_hash: Hash::of(b"responses"),
            system: "google_forms".to_owned(),
            form: form.to_owned(),
            records: 1,
        };
        (batch, self.of(Known::ResponsesImported(imported), Vec::new(), Vec::new()))
    }

    /// A response of an import: the same response is the same record, whoever imports it.
    pub fn record_imported(
        &mut self,
        response: &str,
        people: &[PersonId],
        says: &str,
        batch: BatchId,
        based_on: Vec<Hash>,
    ) -> NewEntry {
        let mut named = [0; 16];
        named.copy_from_slice(&Hash::of(response.as_bytes()).as_bytes()[..16]);
        let record = RecordId::from_bytes(named);
        let mut entry = self.record_again(record, people, based_on);
        if let Known::RecordFiled(filed) = &mut entry.act {
            filed.urgency = Urgency::Normal;
            filed.answers = serde_json::json!({ "note": says });
            filed.source = Some(RecordSource {
                system: "google_forms".to_owned(),
                form: "1DutyVisitForm".to_owned(),
                id: response.to_owned(),
                batch,
                submitted: None,
                email: None,
                extra: BTreeMap::new(),
            });
        }
        entry.event_time = Some("2026-11-03T14:30".parse().expect("an event time"));
        entry
    }

    /// An import is undone.
    pub fn import_undone(&mut self, batch: BatchId) -> NewEntry {
        let undone = ImportUndone { batch, reason: "The wrong file".to_owned(), keeps: Vec::new() };
        self.of(Known::ImportUndone(undone), Vec::new(), Vec::new())
    }

    /// What a newer Holdfast might write: a kind or version that this one does not know.
    pub fn unknown(&mut self, kind: &str, kind_version: u32) -> SealedBody {
        self.unknown_about(kind, kind_version, &[])
    }

    /// The same, about people.
    pub fn unknown_about(&mut self, kind: &str, kind_version: u32, people: &[PersonId]) -> SealedBody {
        SealedBody::write(&Body {
            author: self.author,
            certificate: None,
            kind: Kind(kind.to_owned()),
            kind_version,
            event_time: None,
            recorded: clock::a_minute_later(&self.clock),
            subjects: people.iter().copied().map(Subject::Person).collect(),
            based_on: Vec::new(),
            blobs: Vec::new(),
            payload: RawValue::from_string(r#"{"new":{"thing":[1,2.50]}}"#.to_owned()).expect("JSON"),
        })
        .expect("a small body")
    }
}

/// Files a visit to `people` as the app does: the definition's file first, then the entry.
pub fn file_visit(
    casebook: &Casebook,
    entries: &mut Entries,
    people: &[PersonId],
) -> Result<(RecordId, Appended), CasebookFault> {
    let blob = casebook.blobs().put(DEFINITION)?;
    let (record, mut entry) = entries.record_filed(people);
    entry.blobs.push(BlobUse { hash: blob.hash, size: blob.size });
    let appended = casebook.write(|gate| gate.append(entry))?;
    Ok((record, appended))
}

/// A chain that another device writes.
pub struct ForeignChain {
    /// Hash of the opening link.
    pub id: Hash,
    /// Signs the links.
    pub key: SigningKey,
    /// The last link written.
    pub head: Head,
}

impl ForeignChain {
    /// Opens a chain, with its first entry. The key comes from the seed.
    pub fn open(entries: &mut Entries, continues: Option<(Continues, &SigningKey)>) -> (Self, Entry) {
        let mut seed = [0; 32];
        seed[..16].copy_from_slice(entries.id().as_bytes());
        seed[16..].copy_from_slice(entries.id().as_bytes());
        let key = SigningKey::from_seed(Zeroizing::new(seed));
        let opened = ChainOpened {
            key: key.public(),
            continues: continues.as_ref().map(|(at, _)| *at),
            app_version: "0.1.0".to_owned(),
        };
        let body = entries.of(Known::ChainOpened(opened), Vec::new(), Vec::new()).seal().expect("a small body");
        let link = open_chain(&key, &body, continues);
        let chain = Self { id: link.hash(), key, head: link.head() };
        (chain, Entry { link, body: Some(body) })
    }

    /// The same chain, written on by a copy of the device from here.
    pub fn copy(&self) -> Self {
        Self { id: self.id, key: SigningKey::from_seed(self.key.seed()), head: self.head }
    }

    /// Writes an entry.
    pub fn append(&mut self, entry: NewEntry) -> Entry {
        self.append_body(entry.seal().expect("a small body"))
    }

    /// Writes a body as it is.
    pub fn append_body(&mut self, body: SealedBody) -> Entry {
        let link = follow(&self.key, self.id, self.head, &body);
        self.head = link.head();
        Entry { link, body: Some(body) }
    }
}
