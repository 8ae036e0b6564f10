//! The locator: few hashes, by which a hub finds where a chain and what it holds part.

use casebook::{
    CasebookFault,
    tables::{chain, entry},
};
use rusqlite::Connection;
use vault::Hash;

use crate::{filled, hashes, receive_to};

/// A chain of so many links, with only the columns that the locator reads.
fn chain_of(links: u32) -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch(&format!(
            "CREATE TABLE entry (position INTEGER PRIMARY KEY, hash BLOB, chain INTEGER, sequence INTEGER);
             CREATE INDEX entry_by_chain ON entry (chain, sequence);
             CREATE TABLE receipt (number INTEGER PRIMARY KEY, chain INTEGER, head_hash BLOB);
             WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {links})
             INSERT INTO entry SELECT i + 1, CAST(printf('%032d', i) AS BLOB), 1, i FROM n;"
        ))
        .unwrap();
    connection
}

fn link(number: u32) -> Hash {
    Hash::from_bytes(format!("{number:032}").into_bytes().try_into().unwrap())
}

#[test]
fn it_goes_from_the_head_to_the_opening_in_at_most_64_steps() {
    for links in [1, 2, 9, 10, 11, 500, 1_000_000] {
        let locator = entry::locator(&chain_of(links), 1).unwrap();
        assert!(locator.len() <= 64, "{} hashes for {links} links", locator.len());
        assert_eq!(locator.first(), Some(&link(links - 1)), "begins with the head");
        assert_eq!(locator.last(), Some(&link(0)), "ends with the opening");
        let mut sorted = locator.clone();
        sorted.sort_by(|one, other| other.cmp(one));
        sorted.dedup();
        assert_eq!(sorted, locator, "backwards, each once");
    }
}

#[test]
fn a_chain_that_is_not_here_has_none() {
    assert_eq!(entry::locator(&chain_of(10), 2).unwrap(), []);
}

#[test]
fn the_link_of_the_last_receipt_is_among_them_wherever_it_stands() {
    let (casebook, _) = filled(31, 40);
    let chain = casebook.read(|reading| Ok::<_, CasebookFault>(chain::own(reading)?)).unwrap().unwrap();
    let links = casebook.read(|reading| Ok::<_, CasebookFault>(hashes(reading))).unwrap();
    for (number, hash) in links.iter().enumerate() {
        receive_to(&casebook, journal::Head { sequence: number as u64, hash: *hash }, Vec::new());
        let locator = casebook.read(|reading| Ok::<_, CasebookFault>(entry::locator(reading, chain.number)?)).unwrap();
        let places: Vec<usize> =
            locator.iter().map(|hash| links.iter().position(|link| link == hash).unwrap()).collect();
        assert!(places.contains(&number), "{number} in {places:?}");
        assert!(places.is_sorted_by(|one, other| one > other), "{places:?}");
        assert_eq!(places.last(), Some(&0));
    }
}
