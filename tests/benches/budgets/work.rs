//! A working day on a full store: what is due for a hundred children, and letters put on their files.

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use app::{
    Session, SystemClock,
    documents::{NewDocument, add_document},
    facts::{NewFact, record_fact},
    files::{begin_upload, upload_part},
    people::list_people,
    search::{Among, SearchFor, search},
    work::my_day,
};
use chrono::{Days, NaiveDate};
use domain::{
    Clock as _, EventTime, Fact, PersonId,
    facts::{Allocation, AllocationRole, Episode, EpisodeKind, Worker},
};
use testkit::entries::Entries;

use super::report::{Report, Times, millis};

const ALLOCATED: usize = 100;
/// A scanned letter.
const LETTER: usize = 1_000_000;

/// My day of somebody with a hundred children, each with an assessment that runs.
pub fn my_day_of_many(report: &mut Report, session: &Arc<Session>) {
    let today = SystemClock.now().date_naive();
    let (children, _) = list_people(session, "", u32::try_from(ALLOCATED).unwrap()).unwrap();
    for (number, child) in (0..).zip(&children) {
        let from = today - Days::new(number % 60);
        let worker = Worker { name: "Ruth Exemplar".into(), email: None, author: None };
        keep(
            session,
            child.person.id,
            Fact::Allocation(Allocation {
                team: "Assessment".into(),
                worker: Some(worker),
                role: AllocationRole::LeadWorker,
                from,
                until: None,
                reason: String::new(),
                ended_because: String::new(),
                handover: String::new(),
                priority: None,
            }),
        );
        keep(session, child.person.id, assessment(from));
    }
    let times = Times::of(
        (0..20)
            .map(|_| {
                let start = Instant::now();
                let day = my_day(session).unwrap();
                let took = start.elapsed();
                assert_eq!(day.allocated as usize, ALLOCATED);
                assert!(!black_box(day).due.is_empty());
                took
            })
            .collect(),
    );
    report.row(
        &format!("my day for {ALLOCATED} children"),
        format!("p50 {} p95 {}", millis(times.percentile(50)), millis(times.percentile(95))),
        String::new(),
        "",
        None,
    );
}

/// So many megabytes of scanned letters, and one of them found by its words.
pub fn documents(report: &mut Report, session: &Arc<Session>, megabytes: usize) {
    let (people, _) = list_people(session, "", 500).unwrap();
    let mut random = Entries::seeded(74);
    let start = Instant::now();
    for number in 0..megabytes {
        let file = letter(number, &mut random);
        let upload = begin_upload(session, "letter.pdf", file.len()).unwrap();
        for part in file.chunks(512 << 10) {
            upload_part(session, &upload, part).unwrap();
        }
        let new = NewDocument {
            upload: Some(upload),
            about: vec![people[number % people.len()].person.id],
            sort: "letter".into(),
            title: format!("Letter {number}"),
            ..NewDocument::default()
        };
        add_document(session, new).unwrap();
    }
    let took = start.elapsed();
    let rate = megabytes as f64 / took.as_secs_f64();
    report.row(
        &format!("put {megabytes} scanned letters of 1 MB on files"),
        format!("{rate:.1} MB a second"),
        "looked into, sealed and indexed".into(),
        "",
        None,
    );
    let times = (0..200)
        .map(|_| {
            let number = random.number(megabytes as u64);
            let wanted =
                SearchFor { text: format!("lettermark{number:05}"), among: Among::All, ..SearchFor::default() };
            let start = Instant::now();
            let found = search(session, &wanted).unwrap();
            let took = start.elapsed();
            assert_eq!(black_box(found).texts.len(), 1);
            took
        })
        .collect();
    let times = Times::of(times);
    report.row(
        &format!("find a word of one letter, among {megabytes} MB of them"),
        format!("p50 {} p95 {}", millis(times.percentile(50)), millis(times.percentile(95))),
        String::new(),
        "p95 under 50 ms",
        Some(times.percentile(95) < Duration::from_millis(50)),
    );
}

fn keep(session: &Arc<Session>, person: PersonId, says: Fact) {
    record_fact(session, NewFact { seen: None, id: None, about: vec![person], says }).unwrap();
}

fn assessment(from: NaiveDate) -> Fact {
    Fact::Episode(Episode {
        episode: EpisodeKind::Assessment,
        from: EventTime { date: from, time: None },
        until: None,
        own_date: None,
        came_from: None,
        begun_by: None,
        ended_by: None,
        details: Default::default(),
        note: String::new(),
    })
}

/// A page of text and a scan that no compression makes smaller.
fn letter(number: usize, random: &mut Entries) -> Vec<u8> {
    let draws = format!("BT /F 12 Tf 20 250 Td (Dear parents lettermark{number:05} about the school) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R
            /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{draws}\nendstream", draws.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    file.extend(format!("6 0 obj\n<< /Length {LETTER} >>\nstream\n").bytes());
    // Letters only: nothing in it may look like the end of the stream.
    file.extend((0..LETTER / 8).flat_map(|_| random.number(1 << 40).to_be_bytes().map(|byte| b'A' + byte % 26)));
    file.extend(b"\nendstream\nendobj\ntrailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n");
    file
}
