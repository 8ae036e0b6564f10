//! Need to Know: an urgent record goes first.

use std::{
    io::Read,
    sync::{Arc, Mutex},
};

use domain::{RecordState, Urgency};
use journal::MAX_PART_BYTES;

use crate::{
    line::Act,
    world::{Filed, World},
};

/// Bytes of the large file: 1 GiB in the full counts.
fn large() -> u64 {
    if std::env::var_os("HOLDFAST_SOAK").is_some() { 1 << 30 } else { 32 << 20 }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_record_behind_ten_thousand_and_a_large_file_goes_first() {
    let mut world = World::new(51).await;
    let size = large();
    println!("    a file of {} MiB and 10,000 records before the urgent one", size >> 20);
    let film = world.desk.keep_from(std::io::repeat(3).take(size));
    world.desk.file(Urgency::Normal, &[film]);
    world.desk.file_many(10_000, Urgency::Normal, &[]);
    let urgent = world.desk.file(Urgency::Urgent, &[]).entry.head.hash;
    world.desk.send().await.unwrap();
    let log = world.line.log();
    let first_body = log.iter().find(|request| request.is_batch() && !request.batch().bodies.is_empty()).unwrap();
    let bodies: Vec<_> = first_body.batch().bodies.iter().map(|body| body.link).collect();
    assert_eq!(bodies, [urgent], "the first body on the line is the urgent one, alone");
    let place =
        log.iter().position(|request| request.is_part() && request.target.contains(&urgent.to_string())).unwrap();
    let next_batch = log[place..].iter().find(|request| request.is_batch()).unwrap();
    assert!(!next_batch.batch().bodies.is_empty(), "its form goes right after it, and then the others");
    let bytes_before: usize = log[..=place].iter().map(|request| request.length).sum();
    assert!(bytes_before < 3 << 20, "{bytes_before} bytes until the urgent record was received");
    let sent: u64 = log
        .iter()
        .filter(|request| request.is_part() && request.target.contains(&film.hash.to_string()))
        .map(|request| request.length as u64)
        .sum();
    assert_eq!(sent, size, "every byte of the file went, once");
    drop(log);
    assert_eq!(world.desk.custody().received, 10_002);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_record_filed_while_a_large_file_goes_waits_for_one_part_at_most() {
    let mut world = World::new(52).await;
    let film = world.desk.keep(&vec![5; 32 << 20]);
    world.desk.file(Urgency::Normal, &[film]);
    let outgoing = world.desk.outgoing();
    let desk = Arc::new(Mutex::new(world.desk));
    let urgent: Arc<Mutex<Option<(Filed, usize)>>> = Arc::default();
    let (filing, note) = (desk.clone(), urgent.clone());
    let mut seen = 0;
    let mut parts = 0;
    world.line.rule(move |request| {
        seen += 1;
        parts += usize::from(request.body.len() == MAX_PART_BYTES);
        if parts == 5 && note.lock().unwrap().is_none() {
            // Filed while the fifth part is on the line.
            let filed = filing.lock().unwrap().file(Urgency::Urgent, &[]);
            *note.lock().unwrap() = Some((filed, seen));
        }
        Act::Pass
    });
    sync::send_once(&outgoing).await.unwrap();
    let (filed, filed_at) = urgent.lock().unwrap().unwrap();
    let log = world.line.log();
    // What the line saw since the rule was set, enrolment not included.
    let since = log.len() - (log.len() - log.iter().position(|request| request.target == "/v1/standing").unwrap());
    let next = &log[since + filed_at];
    assert!(next.is_batch(), "the very next request");
    assert_eq!(next.batch().bodies.iter().map(|body| body.link).collect::<Vec<_>>(), [filed.entry.head.hash]);
    assert_eq!(desk.lock().unwrap().record(filed.record).state, RecordState::Sent);
    assert_eq!(desk.lock().unwrap().custody().received, 2);
}
