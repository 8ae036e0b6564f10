//! An open casebook with the person who acts in it.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use casebook::{Casebook, tables};
use chrono::{DateTime, Utc};
use domain::{Actor, AuthorId, Clock, PersonId, Role, Stamp};
use forms::{ChildOnForm, Form};
use journal::{Known, NewEntry};
use sync::{Delivery, Outgoing};
use vault::{CasebookKey, CasebookLock, Hash, KeyStore};

use crate::{
    AppFault, Catalogue,
    care::CheckJob,
    files::Uploads,
    in_force::InForce,
    packs::{ChosenFiles, PackJob},
    people::status_on,
    responses::{ImportJob, SheetOrder},
    writing::Spelling,
};

/// A leap of the wall clock against the steady one that is more than drift.
const LEAP: Duration = Duration::from_secs(300);

/// Forms that are kept read: a draft, its newer version, a few records.
const KEPT_FORMS: usize = 16;

/// An open casebook.
pub struct Session {
    author: AuthorId,
    edits_forms: AtomicBool,
    /// The store.
    pub(crate) casebook: Arc<Casebook>,
    /// The time.
    pub(crate) clock: Arc<dyn Clock>,
    /// The forms.
    pub(crate) catalogue: Arc<Catalogue>,
    /// The way out.
    pub(crate) delivery: Delivery,
    /// The casebook's key, to re-wrap it when the passphrase changes.
    pub(crate) key: CasebookKey,
    /// The key file's two copies.
    pub(crate) key_store: KeyStore,
    /// The check that runs or ran last.
    pub(crate) check: CheckJob,
    /// A copy of the key file was put right when the casebook was opened.
    pub(crate) key_file_repaired: bool,
    /// The import that runs or ran last.
    pub(crate) import: ImportJob,
    /// The import of a pack that runs or ran last.
    pub(crate) packs: PackJob,
    /// Files on disk that were chosen or looked at as packs.
    pub(crate) chosen: Mutex<ChosenFiles>,
    /// The form whose sheet was opened last, as the journal has it.
    pub(crate) sheet_opened: Mutex<Option<String>>,
    /// The order of the response sheet that was looked at last.
    pub(crate) sheet: Mutex<Option<SheetOrder>>,
    /// The dictionary, read when it is first asked.
    pub(crate) spelling: Spelling,
    in_force: Mutex<Option<Arc<InForce>>>,
    forms: Mutex<Vec<(Hash, Arc<Form>)>>,
    uploads: Mutex<Uploads>,
    times: Mutex<Times>,
    _lock: CasebookLock,
}

/// What is needed to notice a clock that was set.
struct Times {
    wall: DateTime<Utc>,
    steady: Duration,
    last_trusted: Option<DateTime<Utc>>,
}

/// The parts of a session that its opening brings together.
pub(crate) struct Opened<'a> {
    /// Where delivery runs.
    pub(crate) runtime: &'a tokio::runtime::Runtime,
    /// Whether it delivers by itself.
    pub(crate) deliver: bool,
    pub(crate) casebook: Arc<Casebook>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) key: CasebookKey,
    pub(crate) key_store: KeyStore,
    pub(crate) key_file_repaired: bool,
    pub(crate) lock: CasebookLock,
}

impl Session {
    pub(crate) fn new(opened: Opened<'_>) -> Result<Self, AppFault> {
        let (author, last_trusted) =
            opened.casebook.read(|reading| Ok::<_, AppFault>((own_author(reading)?, last_trusted(reading)?)))?;
        let edits_forms = opened.casebook.read(crate::care::edits_forms)?;
        let times = Times { wall: opened.clock.now(), steady: opened.clock.steady(), last_trusted };
        let outgoing = outgoing(&opened.casebook, &opened.clock, author);
        let delivery = {
            let _inside = opened.runtime.enter();
            if opened.deliver { Delivery::start(outgoing) } else { Delivery::resting() }
        };
        Ok(Self {
            author,
            edits_forms: AtomicBool::new(edits_forms),
            casebook: opened.casebook,
            clock: opened.clock,
            catalogue: opened.catalogue,
            delivery,
            key: opened.key,
            key_store: opened.key_store,
            check: CheckJob::default(),
            import: ImportJob::default(),
            packs: PackJob::default(),
            chosen: Mutex::default(),
            sheet: Mutex::default(),
            sheet_opened: Mutex::default(),
            spelling: Spelling::default(),
            in_force: Mutex::default(),
            forms: Mutex::default(),
            uploads: Mutex::default(),
            key_file_repaired: opened.key_file_repaired,
            times: Mutex::new(times),
            _lock: opened.lock,
        })
    }

    /// A copy of the key file was damaged when the casebook was opened, and has been rewritten.
    pub fn key_file_repaired(&self) -> bool {
        self.key_file_repaired
    }

    /// Now, and whether the clock can be trusted: it is doubtful while it reads earlier than an
    /// entry that was not, and while it is off against the steady clock since the casebook was
    /// opened. A clock that was put right again is trusted again.
    pub(crate) fn stamp(&self) -> Stamp {
        let times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        let (now, steady) = (self.clock.now(), self.clock.steady());
        let by_wall = now - times.wall;
        let by_steady = chrono::TimeDelta::from_std(steady.saturating_sub(times.steady)).unwrap_or_default();
        let leapt = (by_wall - by_steady).abs().to_std().unwrap_or(LEAP) >= LEAP;
        let backwards = times.last_trusted.is_some_and(|last| now < last);
        Stamp::now(self.clock.as_ref(), leapt || backwards)
    }

    /// An entry by the person who acts, recorded now.
    pub(crate) fn entry(&self, act: Known) -> NewEntry {
        let recorded = self.stamp();
        if !recorded.uncertain {
            self.times.lock().unwrap_or_else(PoisonError::into_inner).last_trusted = Some(recorded.utc());
        }
        NewEntry {
            author: self.author,
            act,
            event_time: None,
            recorded,
            subjects: Vec::new(),
            based_on: Vec::new(),
            blobs: Vec::new(),
        }
    }

    /// Appends one entry that needs nothing beside it.
    pub(crate) fn append(&self, entry: NewEntry) -> Result<(), AppFault> {
        self.casebook.write(|gate| gate.append(entry).map(|_| ()))?;
        self.delivery.wake();
        Ok(())
    }

    /// What a run of delivery needs.
    pub(crate) fn outgoing(&self) -> Outgoing {
        outgoing(&self.casebook, &self.clock, self.author)
    }

    /// What was worked out of the forms in force.
    pub(crate) fn kept_in_force(&self) -> MutexGuard<'_, Option<Arc<InForce>>> {
        self.in_force.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A form that was read lately: a draft asks for it with every key.
    pub(crate) fn kept_form(&self, hash: Hash) -> Option<Arc<Form>> {
        let forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        forms.iter().find(|(kept, _)| *kept == hash).map(|(_, form)| Arc::clone(form))
    }

    /// Remembers a form, in the place of the one that was read longest ago.
    pub(crate) fn keep_form(&self, hash: Hash, form: &Arc<Form>) {
        let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        if forms.len() >= KEPT_FORMS {
            forms.remove(0);
        }
        forms.push((hash, Arc::clone(form)));
    }

    /// Who acts, and in what role.
    pub(crate) fn actor(&self) -> Actor {
        let role = if self.edits_forms.load(Ordering::Relaxed) { Role::FormsEditor } else { Role::Practitioner };
        Actor { author: self.author, role }
    }

    /// Takes the role of those who look after forms, or gives it back.
    pub(crate) fn set_edits_forms(&self, edits: bool) {
        self.edits_forms.store(edits, Ordering::Relaxed);
    }

    /// Files that are being handed in.
    pub(crate) fn uploads(&self) -> MutexGuard<'_, Uploads> {
        self.uploads.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Children with their names, as forms show them.
    pub(crate) fn children(&self, people: &[PersonId]) -> Result<Vec<ChildOnForm>, AppFault> {
        let today = self.clock.now().with_timezone(&self.clock.zone()).date_naive();
        self.casebook.read(|reading| {
            people
                .iter()
                .map(|id| {
                    let person = tables::person::find(reading, *id)?.ok_or(AppFault::NotFound { what: "person" })?;
                    Ok(ChildOnForm {
                        id: id.to_string(),
                        status: status_on(reading, &person, today)?,
                        name: person.name,
                        born: person.date_of_birth,
                    })
                })
                .collect()
        })
    }
}

fn outgoing(casebook: &Arc<Casebook>, clock: &Arc<dyn Clock>, author: AuthorId) -> Outgoing {
    Outgoing {
        casebook: Arc::clone(casebook),
        clock: Arc::clone(clock),
        author,
        app_version: crate::version().to_owned(),
    }
}

/// The newest time in the journal that was not in doubt. A clock that has contradicted the journal
/// for a hundred entries was probably put right: nobody should see the mark for a whole year
/// because a laptop once ran a year ahead.
fn last_trusted(reading: &rusqlite::Connection) -> Result<Option<DateTime<Utc>>, AppFault> {
    let total = tables::entry::total(reading)?;
    for position in (1..=total).rev().take(100) {
        let body = tables::entry::at(reading, position)?.and_then(|stored| stored.body);
        let recorded = body.and_then(|body| body.read().ok()).map(|body| body.recorded);
        if let Some(recorded) = recorded.filter(|recorded| !recorded.uncertain) {
            return Ok(Some(recorded.utc()));
        }
    }
    Ok(None)
}

/// The author who opened the chain that is written.
fn own_author(reading: &rusqlite::Connection) -> Result<AuthorId, AppFault> {
    let body = tables::entry::at(reading, 1)?.and_then(|stored| stored.body);
    let body = body.and_then(|body| body.read().ok());
    body.map(|body| body.author).ok_or(AppFault::DatabaseDamaged)
}
