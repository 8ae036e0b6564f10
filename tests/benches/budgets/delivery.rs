//! Sending to the hub over loopback, durable, beside a bare batched INSERT of the same bytes into
//! the same PostgreSQL.

use std::{sync::Arc, time::Instant};

use casebook::{CasebookFault, tables};
use domain::{Clock, Stamp};
use sync::{Outgoing, enrol, send_once};
use testkit::{TestHub, create_in, entries::Entries};

use super::report::Report;

const ENTRIES: usize = 50_000;
const AT_A_TIME: usize = 1000;

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().unwrap();
    let mut entries = Entries::seeded(4);
    let casebook = Arc::new(create_in(folder.path(), &[4; 32], &entries).unwrap());
    let (person, added) = entries.person_added();
    casebook.write(|gate| gate.append(added).map(|_| ())).unwrap();
    for _ in 0..ENTRIES / AT_A_TIME {
        casebook
            .write(|gate| {
                for _ in 0..AT_A_TIME {
                    let (_, entry) = entries.record_filed(&[person]);
                    gate.append(entry)?;
                }
                Ok::<_, CasebookFault>(())
            })
            .unwrap();
    }
    let hub = TestHub::start().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let author = entries.author;
    let clock: Arc<dyn Clock> = Arc::new(entries.clock);
    let stamp = Stamp::now(clock.as_ref(), false);
    runtime.block_on(enrol(&casebook, &clock, &hub.enrol_code().unwrap(), author, stamp)).unwrap();
    let outgoing = Outgoing { casebook: Arc::clone(&casebook), clock, author, app_version: "bench".to_owned() };
    let start = Instant::now();
    let sent = runtime.block_on(send_once(&outgoing)).unwrap();
    let ours = f64::from(sent.received) / start.elapsed().as_secs_f64();
    assert!(sent.received as usize >= ENTRIES);

    let bare = runtime.block_on(bare(&hub.database().url(), &casebook));
    report.row(
        &format!("send {ENTRIES} entries to the hub"),
        format!("{ours:.0} a second, {:.0}%", 100.0 * ours / bare),
        format!("bare batched INSERT {bare:.0} a second"),
        "at least 50%",
        Some(ours >= bare * 0.5),
    );
}

/// The same links and bodies, a thousand a transaction, into one table.
async fn bare(url: &str, casebook: &casebook::Casebook) -> f64 {
    let (mut client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client
        .batch_execute("CREATE TABLE bare (hash BYTEA PRIMARY KEY, link BYTEA, nonce BYTEA, body BYTEA)")
        .await
        .unwrap();
    let mut position = 0;
    let mut rows = 0;
    let mut spent = std::time::Duration::ZERO;
    loop {
        let batch =
            casebook.read(|reading| Ok::<_, CasebookFault>(tables::entry::after(reading, position, 1000)?)).unwrap();
        let Some(last) = batch.last() else { break };
        position = last.position;
        let hashes: Vec<&[u8]> = batch.iter().map(|entry| entry.hash.as_bytes().as_slice()).collect();
        let links: Vec<&[u8]> = batch.iter().map(|entry| entry.link.as_slice()).collect();
        let bodies: Vec<&journal::SealedBody> = batch.iter().filter_map(|entry| entry.body.as_ref()).collect();
        let nonces: Vec<&[u8]> = bodies.iter().map(|body| body.nonce().as_slice()).collect();
        let bytes: Vec<&[u8]> = bodies.iter().map(|body| body.bytes()).collect();
        // Only PostgreSQL is timed, not the reading here.
        let start = Instant::now();
        let transaction = client.transaction().await.unwrap();
        transaction
            .execute(
                "INSERT INTO bare SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[])",
                &[&hashes, &links, &nonces, &bytes],
            )
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        spent += start.elapsed();
        rows += batch.len();
    }
    rows as f64 / spent.as_secs_f64()
}
