//! A large casebook: opening it, a child's file in it, rebuilding its views, checking it.

use std::time::{Duration, Instant};

use casebook::{CasebookFault, tables};
use testkit::{TempCasebook, entries::Entries};

use super::report::{Report, millis};

const AT_A_TIME: usize = 2000;
/// Records of the child whose file is opened.
const OF_ONE_CHILD: usize = 2000;

pub fn measure(report: &mut Report, most: usize) {
    argon2(report);
    let mut casebook = TempCasebook::create(3);
    let mut entries = Entries::seeded(3);
    let mut people = Vec::new();
    for _ in 0..200 {
        let (person, added) = entries.person_added();
        casebook.write(|gate| gate.append(added).map(|_| ())).unwrap();
        people.push(person);
    }
    let mut filed = 0;
    for size in [most / 10, most] {
        let start = Instant::now();
        let before = filed;
        while filed < size {
            casebook
                .write(|gate| {
                    for _ in 0..AT_A_TIME.min(size - filed) {
                        let person = if filed < OF_ONE_CHILD { 0 } else { 1 + filed % (people.len() - 1) };
                        let (_, entry) = entries.record_filed(&[people[person]]);
                        gate.append(entry)?;
                        filed += 1;
                    }
                    Ok::<_, CasebookFault>(())
                })
                .unwrap();
        }
        let rate = (filed - before) as f64 / start.elapsed().as_secs_f64();
        report.row(&format!("file in bulk to {size} entries"), format!("{rate:.0} a second"), String::new(), "", None);
        casebook.settle().unwrap();
        open(report, &mut casebook, size);
        child(report, &casebook, people[0], size);
        custody(report, &casebook, size);
    }
    rebuild(report, &casebook, most);
    check(report, &casebook, most);
}

/// Unlocking is Argon2, which is slow on purpose, and then the opening.
fn argon2(report: &mut Report) {
    let key = vault::CasebookKey::make().unwrap();
    let passphrase = vault::Passphrase::from("orchard lantern mossy gravel tidy".to_owned());
    let code = vault::RecoveryCode::make().unwrap();
    let id = uuid_of(7);
    let file =
        vault::KeyFile::make(id, &key, &passphrase, &code, vault::Cost::DEFAULT, "2026-11-21T00:00:00Z").unwrap();
    let start = Instant::now();
    file.unlock(vault::Unlock::Passphrase(&passphrase)).unwrap();
    report.row("unlock: Argon2id, 256 MiB", millis(start.elapsed()), String::new(), "0.5 to 1.5 s by design", None);
}

fn uuid_of(seed: u64) -> uuid::Uuid {
    Entries::seeded(seed).id()
}

fn open(report: &mut Report, casebook: &mut TempCasebook, size: usize) {
    let mut best = Duration::MAX;
    for _ in 0..5 {
        casebook.close();
        let start = Instant::now();
        casebook.reopen().unwrap();
        best = best.min(start.elapsed());
    }
    report.row(
        &format!("open with {size} entries, after Argon2"),
        millis(best),
        format!("memory {} MB", memory()),
        "under 150 ms, 150 MB",
        Some(best < Duration::from_millis(150) && memory() < 150),
    );
}

fn child(report: &mut Report, casebook: &TempCasebook, person: domain::PersonId, size: usize) {
    let start = Instant::now();
    let rows = casebook
        .read(|reading| {
            let rows = tables::record::timeline(reading, person, None, 50)?;
            tables::record::timeline_total(reading, person)?;
            for (_, record) in &rows {
                tables::record::filed(reading, record.position)?;
            }
            Ok::<_, CasebookFault>(rows.len())
        })
        .unwrap();
    let took = start.elapsed();
    assert_eq!(rows, 50.min(OF_ONE_CHILD));
    report.row(
        &format!("first page of a child's file of {OF_ONE_CHILD}, among {size}"),
        millis(took),
        String::new(),
        "under 50 ms",
        Some(took < Duration::from_millis(50)),
    );
}

fn custody(report: &mut Report, casebook: &TempCasebook, size: usize) {
    let start = Instant::now();
    let custody = casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::custody(reading)?)).unwrap();
    let took = start.elapsed();
    assert!(custody.adds_up());
    report.row(&format!("custody count of {size} records"), millis(took), String::new(), "", None);
}

fn rebuild(report: &mut Report, casebook: &TempCasebook, size: usize) {
    let start = Instant::now();
    casebook.rebuild(&mut |_, _| true).unwrap();
    let rate = size as f64 / start.elapsed().as_secs_f64();
    report.row(
        &format!("rebuild the views of {size} entries"),
        format!("{rate:.0} a second"),
        String::new(),
        "at least 20,000 a second",
        Some(rate >= 20_000.0),
    );
}

fn check(report: &mut Report, casebook: &TempCasebook, size: usize) {
    let start = Instant::now();
    let found = casebook.check(&mut |_, _| true).unwrap();
    assert_eq!(found.faults, []);
    let seconds = start.elapsed().as_secs_f64();
    report.row(
        &format!("check {size} entries"),
        format!("{seconds:.1} s, {:.0} a second", size as f64 / seconds),
        String::new(),
        "",
        None,
    );
}

/// What this process holds in memory, in MB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.trim().split(' ').next()?.parse::<u64>().ok());
    kib.unwrap_or(0) / 1000
}
