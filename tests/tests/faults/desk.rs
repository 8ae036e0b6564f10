//! One person's casebook in the app, in this process: what the tests of failing disks do.

use std::{path::Path, sync::Arc};

use app::{
    App, AppFault, Session, care, delivery,
    drafts::{self, StartDraft},
    keys::{self, Author, CreateCasebook, Secret, Unlock},
    records,
};
use domain::{DraftId, FakeClock};
use serde_json::{Map, Value, json};
use testkit::clock::monday_morning;
use vault::Cost;
use zeroize::Zeroizing;

use crate::programs::PASSPHRASE;

/// The app with its casebook open.
pub struct Desk {
    app: App,
    clock: Arc<FakeClock>,
    /// The passphrase that holds.
    pub passphrase: String,
    /// The draft being typed.
    pub draft: DraftId,
    /// Its revision and text as they were confirmed last.
    pub saved: (u32, String),
    /// Records that were confirmed.
    pub filed: u32,
}

impl Desk {
    /// Makes a casebook in a folder that is not there yet, with a draft of a contact.
    pub fn new(folder: &Path) -> Self {
        let clock = Arc::new(monday_morning());
        let app = App::resting(folder, Arc::clone(&clock) as Arc<dyn domain::Clock>).unwrap();
        app.begin_casebook().unwrap();
        app.create_casebook(CreateCasebook {
            passphrase: Zeroizing::new(PASSPHRASE.to_owned()),
            allow_weak: false,
            confirm: None,
            author: Author { name: "Ruth Exemplar".to_owned(), role: "Social worker".to_owned(), team: None },
            cost: Cost::FLOOR,
        })
        .unwrap();
        let draft = start(&app.session().unwrap()).unwrap();
        let (passphrase, saved) = (PASSPHRASE.to_owned(), (1, String::new()));
        Self { app, clock, passphrase, draft, saved, filed: 0 }
    }

    /// The open casebook.
    pub fn session(&self) -> Arc<Session> {
        self.app.session().unwrap()
    }

    /// Types some thousand characters.
    pub fn type_on(&mut self, number: usize) -> Result<(), AppFault> {
        let text = format!("{number} {}", "and then ".repeat(500 + number * 50));
        let saved = drafts::save_draft(&self.session(), self.draft, note(&text), self.saved.0, None)?;
        self.saved = (saved.revision, text);
        Ok(())
    }

    /// Files the draft and starts another.
    pub fn file(&mut self) -> Result<(), AppFault> {
        records::file_draft(&self.session(), self.draft)?;
        self.filed += 1;
        self.saved = (0, String::new());
        Ok(())
    }

    /// Starts the next draft, when the last was filed.
    pub fn next(&mut self) {
        if self.saved.0 == 0 {
            self.draft = start(&self.session()).unwrap();
            self.saved = (1, String::new());
        }
    }

    /// Changes the passphrase.
    pub fn change_passphrase(&mut self, number: usize) -> Result<(), AppFault> {
        let new = self.other_passphrase(number);
        let current = Secret::Passphrase(self.passphrase.clone().into());
        keys::change_passphrase(&self.session(), &current, &new, Cost::FLOOR)?;
        self.passphrase = new;
        Ok(())
    }

    /// The passphrase that a change of that number gives.
    pub fn other_passphrase(&self, number: usize) -> String {
        format!("gantry mizzen cobalt {} thistle", number + 100)
    }

    /// Closes the casebook and opens it with what is known to hold.
    pub fn reopen(&self) {
        self.app.lock(None).unwrap();
        self.unlock(&self.passphrase).unwrap();
    }

    /// Closes it, and opens it by this passphrase if that holds.
    pub fn opens_by(&self, passphrase: &str) -> bool {
        self.app.lock(None).unwrap();
        match self.unlock(passphrase) {
            Ok(()) => true,
            Err(AppFault::WrongPassphrase) => false,
            Err(other) => panic!("{other}"),
        }
    }

    fn unlock(&self, passphrase: &str) -> Result<(), AppFault> {
        self.clock.pass(std::time::Duration::from_secs(120));
        self.app
            .unlock(&Unlock { secret: Secret::Passphrase(passphrase.to_owned().into()), accept_older_key_file: false })
    }

    /// What was confirmed is there, and nothing else.
    pub fn assert_as_confirmed(&self) {
        let session = self.session();
        let custody = delivery::status(&session).unwrap().custody;
        assert_eq!((custody.filed, custody.waiting), (self.filed, self.filed));
        if self.saved.0 > 0 {
            assert_eq!(self.draft_there(), Some(self.saved.clone()));
        }
    }

    /// Revision and text of the draft.
    pub fn draft_there(&self) -> Option<(u32, String)> {
        match drafts::open_draft(&self.session(), self.draft) {
            Ok(open) => {
                let text = open.draft.answers.get("what_happened").and_then(Value::as_str).unwrap_or_default();
                Some((open.draft.revision, text.to_owned()))
            }
            Err(AppFault::NotFound { .. }) => None,
            Err(other) => panic!("{other}"),
        }
    }

    /// The casebook's own check finds nothing.
    pub fn assert_sound(&self) {
        let finished = care::check_casebook(&self.session(), &mut |_, _| true).unwrap();
        assert_eq!(finished.report.faults, []);
    }
}

fn start(session: &Session) -> Result<DraftId, AppFault> {
    let (people, _) = app::people::list_people(session, "", 1)?;
    let child = match people.first() {
        Some(child) => child.person.id,
        None => {
            let new = app::people::NewPerson::named("Maya Testcase");
            app::people::add_person(session, new)?.person.id
        }
    };
    let start = StartDraft { form: "case_note".to_owned(), children: vec![child], ..StartDraft::default() };
    Ok(drafts::start_draft(session, start)?.draft.id)
}

/// Answers that can be filed.
fn note(text: &str) -> Map<String, Value> {
    let answers = json!({
        "note_kind": { "choice": "phone" }, "when_date": "2026-11-20", "title": "A call", "what_happened": text,
        "third_party": "no", "significant": "no",
    });
    answers.as_object().unwrap().clone()
}
