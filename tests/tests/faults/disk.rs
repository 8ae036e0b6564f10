//! A disk as a power cut leaves it. What was synced is there. Of the rest anything may be there or
//! not, in any order and in part, as [`Reached`] says: of a file's content, and of the names in its
//! folder, which are synced apart.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::Path,
};

use crate::{log::Event, lots::Lots};

/// The file in which a program on the disk writes a line for each act that was confirmed. It tells
/// the test what to expect, and is not part of the disk.
pub const ACKNOWLEDGED: &str = "acknowledged";

const SECTOR: usize = 512;

/// What of the changes since the last sync reached the disk before the power went.
#[derive(Debug, Clone, Copy)]
pub enum Reached {
    /// The first so many of each file and each folder.
    Prefix,
    /// Each change or not.
    EachChange,
    /// Each sector of each write or not.
    EachSector,
    /// The first so many, and a part of the next: a write or a cut that stopped on the way, a new
    /// name while the old one is there still.
    Torn,
}

impl Reached {
    pub const ALL: [Self; 4] = [Self::Prefix, Self::EachChange, Self::EachSector, Self::Torn];
}

enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut { length: usize },
}

enum Name {
    Given { path: String, node: usize },
    Moved { from: String, to: String, node: usize },
    Removed { path: String },
}

impl Name {
    fn folder(&self) -> &str {
        match self {
            Self::Given { path, .. } | Self::Removed { path } => folder_of(path),
            Self::Moved { to, .. } => folder_of(to),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Kept,
    Part,
    Lost,
}

struct Node {
    inode: i64,
    /// Where it was made, if it is a folder.
    folder: Option<String>,
    synced: Vec<u8>,
    since: Vec<Change>,
}

/// The disk while a program writes on it.
pub struct Disk {
    nodes: Vec<Node>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    names_since: Vec<Name>,
    open: HashMap<i32, usize>,
    /// Lines of [`ACKNOWLEDGED`] so far.
    pub acknowledged: usize,
    /// Whether a sync does what it says. The control asks for a disk on which it does not.
    pub syncs: bool,
}

impl Disk {
    /// An empty folder.
    pub fn new() -> Self {
        let root = Node { inode: 0, folder: Some(String::new()), synced: Vec::new(), since: Vec::new() };
        let names = BTreeMap::from([(String::new(), 0)]);
        Self {
            nodes: vec![root],
            synced_names: names.clone(),
            names,
            names_since: Vec::new(),
            open: HashMap::new(),
            acknowledged: 0,
            syncs: true,
        }
    }

    /// The next change.
    pub fn take(&mut self, event: &Event, lots: &mut Lots) {
        match event {
            Event::Open { file, inode, path } => {
                let node = self.find_or_make(path, *inode, None);
                self.open.insert(*file, node);
            }
            Event::Close { file } => drop(self.open.remove(file)),
            Event::Write { file, at, bytes } => {
                let node = self.open[file];
                if self.names.get(ACKNOWLEDGED) == Some(&node) {
                    self.acknowledged += bytes.iter().filter(|byte| **byte == b'\n').count();
                } else {
                    self.nodes[node].since.push(Change::Write { at: *at, bytes: bytes.clone() });
                }
            }
            Event::Cut { file, length } => self.nodes[self.open[file]].since.push(Change::Cut { length: *length }),
            Event::Names { file, names } => self.look_at_names(self.open[file], names),
            Event::Sync { file } => self.sync(self.open[file], |_| true),
            Event::FailedSync { file } => self.sync(self.open[file], |_| lots.coin()),
            Event::Rename { from, to } => self.rename(from, to),
            Event::Unlink { path } => {
                self.names.remove(path);
                self.names_since.push(Name::Removed { path: path.clone() });
            }
            Event::MakeDir { path } => {
                self.find_or_make(path, 0, Some(path.clone()));
            }
        }
    }

    fn find_or_make(&mut self, path: &str, inode: i64, folder: Option<String>) -> usize {
        if let Some(node) = self.names.get(path).copied() {
            let found = &mut self.nodes[node];
            if found.folder.is_some() {
                found.inode = inode;
            }
            assert_eq!(found.inode, inode, "{path} was replaced and nobody saw it");
            return node;
        }
        let node = self.nodes.len();
        self.nodes.push(Node { inode, folder, synced: Vec::new(), since: Vec::new() });
        self.names.insert(path.to_owned(), node);
        self.names_since.push(Name::Given { path: path.to_owned(), node });
        node
    }

    /// Finds the renames that went past the log.
    fn look_at_names(&mut self, node: usize, found: &[(i64, String)]) {
        let folder = self.nodes[node].folder.clone().unwrap();
        for (inode, name) in found {
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            if self.names.get(&path).is_some_and(|known| self.nodes[*known].inode == *inode) {
                continue;
            }
            let moved = self.names.iter().find(|(known, node)| {
                folder_of(known) == folder && self.nodes[**node].inode == *inode && self.nodes[**node].folder.is_none()
            });
            if let Some(from) = moved.map(|(from, _)| from.clone()) {
                self.rename(&from, &path);
            }
        }
    }

    fn rename(&mut self, from: &str, to: &str) {
        let node = self.names.remove(from).unwrap();
        self.names.insert(to.to_owned(), node);
        self.names_since.push(Name::Moved { from: from.to_owned(), to: to.to_owned(), node });
    }

    /// Puts what changed on the disk, each change that `reached` says; forgets the rest.
    fn sync(&mut self, node: usize, mut reached: impl FnMut(usize) -> bool) {
        if !self.syncs {
            return;
        }
        if let Some(folder) = self.nodes[node].folder.clone() {
            let (here, elsewhere) =
                std::mem::take(&mut self.names_since).into_iter().partition(|name| name.folder() == folder);
            self.names_since = elsewhere;
            for (number, name) in Vec::into_iter(here).enumerate() {
                if reached(number) {
                    change_names(&mut self.synced_names, &name, Fate::Kept);
                }
            }
            return;
        }
        let node = &mut self.nodes[node];
        for (number, change) in std::mem::take(&mut node.since).into_iter().enumerate() {
            if reached(number) {
                change_content(&mut node.synced, &change, Fate::Kept, &mut Lots::of(0));
            }
        }
    }

    /// Writes into an empty folder what is there when the power comes back.
    pub fn after_power_cut(&self, reached: Reached, lots: &mut Lots, to: &Path) {
        let mut names = self.synced_names.clone();
        let folders: BTreeSet<&str> = self.names_since.iter().map(Name::folder).collect();
        for folder in folders {
            let here: Vec<&Name> = self.names_since.iter().filter(|name| name.folder() == folder).collect();
            // A name is there or not: there are no parts of one.
            let reached = if matches!(reached, Reached::EachSector) { Reached::EachChange } else { reached };
            for (name, fate) in here.iter().zip(fates(here.len(), reached, lots)) {
                change_names(&mut names, name, fate);
            }
        }
        for (path, node) in names {
            let there = to.join(&path);
            let node = &self.nodes[node];
            if path.is_empty() || path == ACKNOWLEDGED || !there.parent().is_some_and(Path::is_dir) {
                continue;
            }
            if node.folder.is_some() {
                fs::create_dir(there).unwrap();
                continue;
            }
            let mut content = node.synced.clone();
            for (change, fate) in node.since.iter().zip(fates(node.since.len(), reached, lots)) {
                change_content(&mut content, change, fate, lots);
            }
            fs::write(there, content).unwrap();
        }
    }
}

/// What becomes of so many changes, oldest first.
fn fates(number: usize, reached: Reached, lots: &mut Lots) -> Vec<Fate> {
    let first = lots.below(number + 1);
    let fate = |at: usize| match reached {
        Reached::Prefix | Reached::Torn if at < first => Fate::Kept,
        Reached::Torn if at == first => Fate::Part,
        Reached::Prefix | Reached::Torn => Fate::Lost,
        Reached::EachChange => {
            if lots.coin() {
                Fate::Kept
            } else {
                Fate::Lost
            }
        }
        Reached::EachSector => Fate::Part,
    };
    (0..number).map(fate).collect()
}

fn change_content(content: &mut Vec<u8>, change: &Change, fate: Fate, lots: &mut Lots) {
    match (change, fate) {
        (_, Fate::Lost) => {}
        (Change::Write { at, bytes }, Fate::Kept) => put(content, *at, bytes),
        (Change::Write { at, bytes }, Fate::Part) => {
            let mut at = *at;
            let mut rest = bytes.as_slice();
            while !rest.is_empty() {
                let (sector, more) = rest.split_at((SECTOR - at % SECTOR).min(rest.len()));
                if lots.coin() {
                    put(content, at, sector);
                }
                at += sector.len();
                rest = more;
            }
        }
        (Change::Cut { length }, Fate::Kept) => content.resize(*length, 0),
        (Change::Cut { length }, Fate::Part) => {
            let between = content.len().abs_diff(*length);
            content.resize(content.len().min(*length) + lots.below(between + 1), 0);
        }
    }
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if content.len() < at + bytes.len() {
        content.resize(at + bytes.len(), 0);
    }
    content[at..at + bytes.len()].copy_from_slice(bytes);
}

fn change_names(names: &mut BTreeMap<String, usize>, change: &Name, fate: Fate) {
    match (change, fate) {
        (_, Fate::Lost) => {}
        (Name::Given { path, node }, _) => drop(names.insert(path.clone(), *node)),
        (Name::Removed { path }, _) => drop(names.remove(path)),
        (Name::Moved { from, to, node }, fate) => {
            names.insert(to.clone(), *node);
            if fate == Fate::Kept {
                names.remove(from);
            }
        }
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
