//! The lines of a pack, written while the file is read: packed JSON, the same bytes for the same file
//! on every laptop.

use std::{
    io::{self, Read, Write},
    ops::ControlFlow,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
};

use casebook::CasebookFault;
use exchange::packs::{Cells, PackItem};
use flate2::{Compression, GzBuilder, write::GzEncoder};
use journal::{HistoricNote, PackLine};
use vault::BlobRef;

use super::{
    on_file::OnFile,
    read::{Opened, ReadPack, Tally},
};
use crate::{AppFault, Session};

/// Packed bytes that are handed on together.
const PART: usize = 256 * 1024;
/// Rows after which it is asked whether to go on.
const AT_A_TIME: u32 = 500;

/// The lines of a file, sealed.
pub(super) struct Written {
    pub(super) blob: BlobRef,
    pub(super) lines: u32,
    pub(super) tally: Tally,
}

/// Seals the lines of a file. Reading and sealing go side by side, and neither holds more than a few
/// parts. `progress` is told rows done; when it says false nothing is kept.
///
/// # Errors
/// [`AppFault::Import`], [`AppFault::Stopped`], [`AppFault::DiskFull`].
pub(super) fn write(
    session: &Session,
    read: &ReadPack,
    opened: &Opened<'_>,
    on_file: &OnFile,
    progress: &mut (dyn FnMut(u32) -> bool + Send),
) -> Result<Written, AppFault> {
    let (hand_on, parts) = sync_channel(4);
    std::thread::scope(|scope| {
        let reading = scope.spawn(move || Packing::new(hand_on).all(session, read, opened, on_file, progress));
        let sealed = session.casebook.blobs().put(Parts { parts, part: Vec::new(), at: 0, ended: false });
        let read = reading.join().map_err(|_| AppFault::Internal("a file could not be read"))?;
        match (read, sealed) {
            // What stopped the reading is what the person must hear of.
            (Err(fault), _) => Err(fault),
            (Ok(_), Err(error)) => Err(CasebookFault::from(error).into()),
            (Ok((lines, tally)), Ok(blob)) => Ok(Written { blob, lines, tally }),
        }
    })
}

/// What is handed from reading to sealing.
enum Part {
    Bytes(Vec<u8>),
    End,
}

struct Packing {
    hand_on: SyncSender<Part>,
    packed: GzEncoder<Vec<u8>>,
    lines: u32,
    tally: Tally,
}

impl Packing {
    fn new(hand_on: SyncSender<Part>) -> Self {
        // No time and no name of a system in the header: the same lines are the same bytes.
        let packed = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::new(6));
        Self { hand_on, packed, lines: 0, tally: Tally::default() }
    }

    fn all(
        mut self,
        session: &Session,
        read: &ReadPack,
        opened: &Opened<'_>,
        on_file: &OnFile,
        progress: &mut (dyn FnMut(u32) -> bool + Send),
    ) -> Result<(u32, Tally), AppFault> {
        let mut taking = opened.taking(session, read);
        let (mut done, mut fault) = (0_u32, None);
        let each = opened.file.each(&mut |row, cells: &Cells<'_>| {
            let taken = taking.row(cells);
            self.tally.take(on_file, row, &taken, false);
            done += 1;
            let goes_on = if done.is_multiple_of(AT_A_TIME) && !progress(done) {
                Err(AppFault::Stopped)
            } else {
                self.keep(taken.items)
            };
            match goes_on {
                Ok(()) => ControlFlow::Continue(()),
                Err(stopped) => {
                    fault = Some(stopped);
                    ControlFlow::Break(())
                }
            }
        });
        each.map_err(AppFault::Import)?;
        if let Some(fault) = fault {
            return Err(fault);
        }
        let last = taking.finish();
        self.tally.items(on_file, &last);
        self.keep(last)?;
        self.packed.try_finish()?;
        self.send(0)?;
        self.hand_on.send(Part::End).map_err(|_| AppFault::Stopped)?;
        Ok((self.lines, self.tally))
    }

    fn keep(&mut self, items: Vec<PackItem>) -> Result<(), AppFault> {
        for item in items {
            let line = match item {
                PackItem::Person { person, fields } => PackLine::Person { person, fields },
                PackItem::Fact { fact, about, says } => PackLine::Fact { fact, about, says },
                PackItem::Note(note) => PackLine::Note(HistoricNote {
                    id: note.id,
                    people: vec![note.person],
                    at: note.at,
                    written_date: note.written_date,
                    sort: note.sort,
                    title: note.title,
                    author: note.author,
                    text: note.text,
                }),
            };
            serde_json::to_writer(&mut self.packed, &line)
                .map_err(|_| AppFault::Internal("a line could not be written"))?;
            self.packed.write_all(b"\n")?;
            self.lines = self.lines.saturating_add(1);
        }
        self.send(PART)
    }

    /// Hands on what is packed, when it is as much as that.
    fn send(&mut self, at_least: usize) -> Result<(), AppFault> {
        let waiting = self.packed.get_mut();
        if waiting.is_empty() || waiting.len() < at_least {
            return Ok(());
        }
        // Nobody takes it any longer when the disk is full: the one who seals says so.
        let _ = self.hand_on.send(Part::Bytes(std::mem::take(waiting)));
        Ok(())
    }
}

/// The parts as one stream. It fails where it breaks off, so that half a pack is never sealed.
struct Parts {
    parts: Receiver<Part>,
    part: Vec<u8>,
    at: usize,
    ended: bool,
}

impl Read for Parts {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.part.len() && !self.ended {
            match self.parts.recv() {
                Ok(Part::Bytes(part)) => (self.part, self.at) = (part, 0),
                Ok(Part::End) => self.ended = true,
                Err(_) => return Err(io::ErrorKind::BrokenPipe.into()),
            }
        }
        let rest = self.part.get(self.at..).unwrap_or_default();
        let count = rest.len().min(into.len());
        if let (Some(from), Some(to)) = (rest.get(..count), into.get_mut(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}
