//! Reads what tests/faults/writelog.c wrote down: each change to the watched folder, in order.

use std::path::Path;

/// One change, or what is needed to understand the next.
pub enum Event {
    /// A file or folder was opened; it is made when it was not there.
    Open { file: i32, inode: i64, path: String },
    /// An open file was closed.
    Close { file: i32 },
    /// Bytes were written.
    Write { file: i32, at: usize, bytes: Vec<u8> },
    /// A file was cut, or made longer with zeros.
    Cut { file: i32, length: usize },
    /// The names in a folder about to be synced, with their inodes.
    Names { file: i32, names: Vec<(i64, String)> },
    /// What was changed before is on the disk now.
    Sync { file: i32 },
    /// A sync failed: what was changed before may never get to the disk, whatever is synced later.
    FailedSync { file: i32 },
    /// A name was given to what had another.
    Rename { from: String, to: String },
    /// A name was removed.
    Unlink { path: String },
    /// A folder was made.
    MakeDir { path: String },
}

/// Reads a log.
pub fn read(path: &Path) -> Vec<Event> {
    let bytes = std::fs::read(path).unwrap();
    let mut rest = bytes.as_slice();
    let mut events = Vec::new();
    while !rest.is_empty() {
        let (head, more) = rest.split_at(17);
        let file = i32::from_le_bytes(head[1..5].try_into().unwrap());
        let number = i64::from_le_bytes(head[5..13].try_into().unwrap());
        let length = u32::from_le_bytes(head[13..].try_into().unwrap());
        let (content, more) = more.split_at(usize::try_from(length).unwrap());
        events.push(event(head[0], file, number, content));
        rest = more;
    }
    events
}

fn event(kind: u8, file: i32, number: i64, content: &[u8]) -> Event {
    let text = || String::from_utf8(content.to_vec()).unwrap();
    let size = || usize::try_from(number).unwrap();
    match kind {
        b'O' => Event::Open { file, inode: number, path: text() },
        b'C' => Event::Close { file },
        b'W' => Event::Write { file, at: size(), bytes: content.to_vec() },
        b'T' => Event::Cut { file, length: size() },
        b'N' => Event::Names { file, names: text().lines().map(name).collect() },
        b'S' => Event::Sync { file },
        b'E' => Event::FailedSync { file },
        b'R' => {
            let both = text();
            let (from, to) = both.split_once('\0').unwrap();
            Event::Rename { from: from.to_owned(), to: to.to_owned() }
        }
        b'U' => Event::Unlink { path: text() },
        b'M' => Event::MakeDir { path: text() },
        other => panic!("no record of a log begins with {other}"),
    }
}

fn name(line: &str) -> (i64, String) {
    let (inode, name) = line.split_once(' ').unwrap();
    (inode.parse().unwrap(), name.to_owned())
}
