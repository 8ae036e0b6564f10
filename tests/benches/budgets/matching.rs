//! Who on file somebody may be: how good it is, and how fast, on labelled people with the slips that
//! people make.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use app::{
    App, Session, SystemClock,
    keys::{Author, CreateCasebook, Secret, Unlock},
    people::{
        FindMatches, duplicates, find_matches,
        matching::{Match, OnFile},
    },
};
use casebook::{Casebook, CasebookFault};
use domain::{PersonId, likeness::Likeness};
use testkit::{
    entries::Entries,
    people::{Labelled, Slip, labelled},
};
use vault::{KeyStore, Passphrase};

use super::report::{Report, Times, millis};

const PASSPHRASE: &str = "orchard lantern mossy gravel tidy";
/// Looks for the figures of quality, and looks one by one into the store.
const LOOKS: usize = 15_000;
const ONE_BY_ONE: usize = 300;

pub fn measure(report: &mut Report, people: usize) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::resting(&folder.path().join("casebook"), Arc::new(SystemClock)).unwrap();
    app.begin_casebook().unwrap();
    let new = CreateCasebook {
        passphrase: PASSPHRASE.to_owned().into(),
        allow_weak: false,
        confirm: None,
        author: Author { name: "Ruth Exemplar".into(), role: "Social worker".into(), team: None },
        cost: vault::Cost::FLOOR,
    };
    app.create_casebook(new).unwrap();
    app.lock(None).unwrap();
    let labelled = labelled(7, people, LOOKS);
    let beneath = beneath(&app);
    let ids = file(report, &beneath, &labelled);
    whole_file(report, &beneath, &labelled, &ids);
    drop(beneath);
    let secret = Secret::Passphrase(Passphrase::from(PASSPHRASE.to_owned()));
    app.unlock(&Unlock { secret, accept_older_key_file: false }).unwrap();
    one_by_one(report, &app.session().unwrap(), &labelled);
}

fn beneath(app: &App) -> Casebook {
    let key_file = KeyStore::new(app.folder()).read().unwrap().key_file;
    let key = key_file.unlock(vault::Unlock::Passphrase(&Passphrase::from(PASSPHRASE.to_owned()))).unwrap();
    Casebook::open(app.folder(), &key, key_file.database_salt()).unwrap()
}

/// Files everybody with an address and a phone, in one transaction.
fn file(report: &mut Report, casebook: &Casebook, labelled: &Labelled) -> Vec<PersonId> {
    let mut entries = Entries::seeded(7);
    let start = Instant::now();
    let mut ids = Vec::with_capacity(labelled.on_file.len());
    casebook
        .write(|gate| {
            for person in &labelled.on_file {
                let made = person.entries(&mut entries);
                ids.extend(made.iter().find_map(|entry| match &entry.act {
                    journal::Known::PersonAdded(added) => Some(added.person),
                    _ => None,
                }));
                for entry in made {
                    gate.append(entry)?;
                }
            }
            Ok::<_, CasebookFault>(())
        })
        .unwrap();
    let people = labelled.on_file.len();
    report.row(
        &format!("file {people} people, address, phone: 3 entries each"),
        seconds(start),
        String::new(),
        "",
        None,
    );
    ids
}

#[derive(Default, Clone, Copy)]
struct Quality {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Quality {
    fn text(self) -> String {
        let share = |part: u32, rest: u32| 100.0 * f64::from(part) / f64::from((part + rest).max(1));
        format!("precision {:.1}%, recall {:.1}%", share(self.right, self.wrong), share(self.right, self.missed))
    }

    fn count(&mut self, likely: &[&Match], is: Option<PersonId>) {
        let right = u32::from(likely.iter().any(|found| Some(found.person.id) == is));
        self.right += right;
        self.wrong += u32::try_from(likely.len()).unwrap() - right;
        self.missed += u32::from(is.is_some() && right == 0);
    }
}

fn whole_file(report: &mut Report, casebook: &Casebook, labelled: &Labelled, ids: &[PersonId]) {
    let start = Instant::now();
    let on_file = casebook.read(|reading| OnFile::read(reading)).unwrap();
    report.row(&format!("read {} people for a whole file", ids.len()), seconds(start), String::new(), "", None);
    let mut all = Quality::default();
    let mut exact = Quality::default();
    let mut wrong_at = Vec::new();
    let mut by_slip = [Quality::default(); Slip::ALL.len()];
    let start = Instant::now();
    for (number, look) in labelled.looks.iter().enumerate() {
        let found = on_file.matches(&look.wanted);
        let likely: Vec<&Match> = found.iter().filter(|found| found.likeness >= Likeness::Likely).collect();
        let is = look.is.map(|at| ids[at]);
        all.count(&likely, is);
        by_slip[number % Slip::ALL.len()].count(&likely, is);
        let sure: Vec<&Match> = found.iter().filter(|found| found.likeness == Likeness::Exact).collect();
        let before = exact.wrong;
        exact.count(&sure, is);
        wrong_at.extend((exact.wrong > before).then_some(look.slip));
    }
    let took = start.elapsed();
    // Each look is decided against everybody on file.
    let pairs = labelled.looks.len() as f64 * ids.len() as f64 / took.as_secs_f64() / 1e6;
    let each = took / u32::try_from(labelled.looks.len()).unwrap();
    report.row("match a whole file, each child", millis(each), format!("{pairs:.0} million pairs a second"), "", None);
    report.row("matching at likely", all.text(), format!("{} looks", labelled.looks.len()), "", None);
    report.row(
        "matching at exact",
        format!("right {}, wrong {}", exact.right, exact.wrong),
        format!("wrong {wrong_at:?}"),
        "",
        None,
    );
    for (slip, quality) in Slip::ALL.iter().zip(by_slip) {
        let text = format!("right {}, wrong {}, missed {}", quality.right, quality.wrong, quality.missed);
        report.row(&format!("  {slip:?}"), text, String::new(), "", None);
    }
}

fn one_by_one(report: &mut Report, session: &Session, labelled: &Labelled) {
    let look = |number: usize| {
        let find = FindMatches { wanted: labelled.looks[number].wanted.clone(), person: None };
        let start = Instant::now();
        find_matches(session, &find).unwrap();
        start.elapsed()
    };
    let times: Vec<Duration> = (0..ONE_BY_ONE).map(look).collect();
    report.row("find matches while a person is added", Times::of(times).text(), String::new(), "", None);
    let start = Instant::now();
    let found = duplicates(session).unwrap();
    let (took, pairs) = (start.elapsed(), found.pairs.len());
    let budget = Some(took < Duration::from_secs(2));
    report.row("duplicates of everybody on file", millis(took), format!("{pairs} pairs shown"), "under 2 s", budget);
}

fn seconds(start: Instant) -> String {
    format!("{:.2} s", start.elapsed().as_secs_f64())
}
