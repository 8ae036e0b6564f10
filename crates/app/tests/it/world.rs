//! A folder with a casebook in it, a clock that a test moves, and short ways to do common things.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use app::{
    App, AppFault, Session,
    care::{Settings, save_settings},
    child::TimelineOf,
    drafts::{StartDraft, save_draft, start_draft},
    files::{begin_upload, upload_part},
    form_desk::publish_form_file,
    keys::{Author, CreateCasebook, RecoverySheet, Secret, Unlock},
    people::{NewPerson, add_person},
    records::{Filed, PlainAnswers, RecordRow, file_draft, file_plain},
};
use casebook::{Casebook, CasebookFault, tables};
use domain::{DraftId, FakeClock, PersonId};
use journal::{Body, Entry, Known, SealedBody};
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use vault::{CasebookKey, Cost, KeyStore, Passphrase};

pub(crate) const PASSPHRASE: &str = "marble otter glazing Tuesday";

pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) clock: Arc<FakeClock>,
    /// Six groups with hyphens, as on the sheet.
    pub(crate) code: String,
    place: TempDir,
}

impl World {
    /// A folder that has no casebook.
    pub(crate) fn empty() -> Self {
        let place = tempfile::tempdir().unwrap();
        let clock = Arc::new(testkit::clock::monday_morning());
        let app = App::resting(&place.path().join("casebook"), clock.clone()).unwrap();
        Self { app, clock, code: String::new(), place }
    }

    /// A new casebook, open.
    pub(crate) fn open() -> Self {
        let mut world = Self::empty();
        let sheet = world.app.begin_casebook().unwrap();
        world.code = sheet.groups.join("-");
        world.app.create_casebook(ruth(&sheet)).unwrap();
        world
    }

    pub(crate) fn folder(&self) -> &Path {
        self.app.folder()
    }

    /// The folder that holds the casebook's folder.
    pub(crate) fn place(&self) -> &Path {
        self.place.path()
    }

    pub(crate) fn session(&self) -> Arc<Session> {
        self.app.session().unwrap()
    }

    /// Another program on the same folder, as after a restart. The first must be locked for it.
    pub(crate) fn another(&self) -> App {
        App::resting(self.folder(), self.clock.clone()).unwrap()
    }

    pub(crate) fn lock(&self) {
        self.app.lock(None).unwrap();
    }

    pub(crate) fn unlock(&self) -> Result<(), AppFault> {
        self.app.unlock(&by_passphrase(PASSPHRASE))
    }

    pub(crate) fn minutes(&self, minutes: u64) {
        self.clock.pass(Duration::from_secs(60 * minutes));
    }

    /// The casebook's own key, as only this person can get it.
    pub(crate) fn key(&self) -> (CasebookKey, [u8; 16]) {
        let key_file = KeyStore::new(self.folder()).read().unwrap().key_file;
        let passphrase = Passphrase::from(PASSPHRASE.to_owned());
        let key = key_file.unlock(vault::Unlock::Passphrase(&passphrase)).unwrap();
        (key, key_file.database_salt())
    }

    /// The store beneath a locked casebook.
    pub(crate) fn beneath(&self) -> Casebook {
        let (key, salt) = self.key();
        Casebook::open(self.folder(), &key, salt).unwrap()
    }

    /// Locks, and gives every entry in the order in which it was recorded.
    pub(crate) fn locked_journal(&self) -> Vec<Noted> {
        self.lock();
        self.beneath()
            .read(|reading| {
                let all = tables::entry::after(reading, 0, u32::MAX)?;
                Ok::<_, CasebookFault>(
                    all.into_iter()
                        .filter_map(|stored| {
                            let body = stored.body?.read().unwrap();
                            let uncertain = body.recorded.uncertain;
                            Some(Noted { act: Known::read(&body).unwrap(), uncertain })
                        })
                        .collect(),
                )
            })
            .unwrap()
    }

    pub(crate) fn child(&self, name: &str) -> PersonId {
        let new = NewPerson::named(name);
        add_person(&self.session(), new).unwrap().person.id
    }

    /// A draft of a form with these answers, as typed.
    pub(crate) fn draft(&self, form: &str, children: &[PersonId], answers: Value) -> DraftId {
        let start = StartDraft { form: form.to_owned(), children: children.to_vec(), ..StartDraft::default() };
        let draft = start_draft(&self.session(), start).unwrap().draft;
        save_draft(&self.session(), draft.id, object(answers), draft.revision, None).unwrap();
        draft.id
    }

    /// A case note about children, filed.
    pub(crate) fn note(&self, children: &[PersonId], title: &str) -> Filed {
        let draft = self.draft("case_note", children, note(self, title));
        file_draft(&self.session(), draft).unwrap()
    }

    /// A record from answers as a script writes them.
    pub(crate) fn plain(&self, form: &str, json: Value) -> Result<Filed, AppFault> {
        let plain = PlainAnswers { form: form.to_owned(), json, event_time: None, people: Vec::new() };
        file_plain(&self.session(), plain)
    }

    /// Ruth begins to look after the forms, or ends it.
    pub(crate) fn edits_forms(&self, edits_forms: bool) {
        save_settings(&self.session(), &Settings { edits_forms, ..Settings::default() }).unwrap();
    }

    /// A casebook of somebody who looks after the forms.
    pub(crate) fn of_editor() -> Self {
        let world = Self::open();
        world.edits_forms(true);
        world
    }

    /// Publishes a form, a minute after whatever came before it.
    pub(crate) fn publish(&self, definition: &Value) {
        self.minutes(1);
        publish_form_file(&self.session(), definition.to_string().as_bytes(), "Asked for by the team").unwrap();
    }

    /// Hands a file in, in two parts.
    pub(crate) fn upload(&self, name: &str, bytes: &[u8]) -> String {
        self.minutes(1);
        let session = self.session();
        let id = begin_upload(&session, name, bytes.len()).unwrap();
        let (one, two) = bytes.split_at(bytes.len() / 2);
        assert_eq!(upload_part(&session, &id, one).unwrap(), one.len());
        assert_eq!(upload_part(&session, &id, two).unwrap(), bytes.len());
        id
    }

    /// Every entry, in order; the casebook is closed for it and opened again.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.lock();
        let entries = self
            .beneath()
            .read(|reading| {
                let all = tables::entry::after(reading, 0, u32::MAX)?;
                all.iter().map(tables::entry::Stored::entry).collect::<Result<Vec<_>, CasebookFault>>()
            })
            .unwrap();
        self.unlock().unwrap();
        entries
    }

    /// Takes in what another casebook wrote.
    pub(crate) fn receive(&self, entries: &[Entry]) {
        self.lock();
        self.beneath().write(|gate| gate.receive(entries)).unwrap();
        self.unlock().unwrap();
    }

    /// Bodies of the records of a form, in order, as they stand in the journal.
    pub(crate) fn records_on(&self, form: &str) -> Vec<Body> {
        self.sealed_on(form).iter().map(|sealed| sealed.read().unwrap()).collect()
    }

    /// The same, as the bytes that are delivered.
    pub(crate) fn sealed_on(&self, form: &str) -> Vec<SealedBody> {
        let bodies = self.entries().into_iter().filter_map(|entry| entry.body);
        let on_form = |sealed: &SealedBody| match sealed.read().ok().as_ref().and_then(Known::read) {
            Some(Known::RecordFiled(filed)) => filed.form == form,
            _ => false,
        };
        bodies.filter(on_form).collect()
    }

    /// Today as the form takes it.
    pub(crate) fn today(&self) -> String {
        domain::Clock::now(self.clock.as_ref()).format("%Y-%m-%d").to_string()
    }
}

/// Records on a person's timeline, a part of them.
pub(crate) struct OnTimeline {
    pub(crate) records: Vec<RecordRow>,
    pub(crate) next: Option<String>,
    pub(crate) total: u32,
}

/// The part of a person's timeline after a cursor, of somebody of whom there are only records.
pub(crate) fn timeline(session: &Session, person: PersonId, after: Option<&str>) -> Result<OnTimeline, AppFault> {
    let of = TimelineOf { after: after.map(str::to_owned), ..TimelineOf::first(person) };
    let part = app::child::timeline(session, &of)?;
    let records = part.events.into_iter().filter_map(|event| event.record).collect();
    Ok(OnTimeline { records, next: part.next, total: part.total })
}

/// What an entry says, and whether its time is in doubt.
pub(crate) struct Noted {
    pub(crate) act: Known,
    pub(crate) uncertain: bool,
}

/// What was done to the casebook itself, in order, with how often.
pub(crate) fn care(journal: &[Noted]) -> Vec<(String, Option<u32>)> {
    let care = journal.iter().filter_map(|noted| match &noted.act {
        Known::CasebookCare(care) => Some((care.act.clone(), care.times)),
        _ => None,
    });
    care.collect()
}

pub(crate) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => panic!("answers are an object"),
    }
}

/// Every must-have of a case note.
pub(crate) fn note(world: &World, title: &str) -> Value {
    json!({
        "note_kind": { "choice": "phone" }, "when_date": world.today(), "title": title,
        "what_happened": "Nan rang.", "third_party": "no", "significant": "no",
    })
}

/// Ruth makes a casebook and has typed back what she was asked.
pub(crate) fn ruth(sheet: &RecoverySheet) -> CreateCasebook {
    let confirm = sheet.ask.map(|group| (group, sheet.groups[usize::from(group) - 1].clone()));
    CreateCasebook {
        passphrase: PASSPHRASE.to_owned().into(),
        allow_weak: false,
        confirm: Some(confirm.to_vec()),
        author: Author { name: "Ruth Exemplar".into(), role: "Social worker".into(), team: None },
        cost: Cost::FLOOR,
    }
}

pub(crate) fn by_passphrase(passphrase: &str) -> Unlock {
    let secret = Secret::Passphrase(Passphrase::from(passphrase.to_owned()));
    Unlock { secret, accept_older_key_file: false }
}

pub(crate) fn by_code(code: &str) -> Unlock {
    Unlock { secret: Secret::RecoveryCode(code.to_owned()), accept_older_key_file: false }
}

/// Every file under a folder with its bytes. The wrong tries and the empty lock are not of the
/// casebook: both may come and go.
pub(crate) fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes(&path));
        } else if !["unlock-tries", "casebook.lock"].iter().any(|name| path.ends_with(name)) {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// A small form of our own with these questions in one section.
pub(crate) fn own_form(id: &str, questions: Value) -> Value {
    json!({
        "id": id, "number": 1, "title": format!("Form {id}"), "about": "", "urgency": "normal",
        "subjects": "any_number", "record": id, "shelf": "Our own forms", "guidance": "", "requirements": [],
        "sections": [{ "id": "section_1", "title": "One", "questions": questions }],
    })
}

/// A question that may stay empty.
pub(crate) fn asks(id: &str, kind: Value) -> Value {
    json!({ "id": id, "text": format!("What of {id}?"), "required": false, "kind": kind })
}

/// A question for one line of text.
pub(crate) fn asks_text(id: &str) -> Value {
    asks(id, json!({ "type": "short_text" }))
}
