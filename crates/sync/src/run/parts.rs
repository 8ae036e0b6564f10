//! Files, part by part.

use casebook::CasebookFault;
use journal::{BlobPart, BlobStanding, Hub, HubFault};
use vault::{BlobError, BlobRef, Hash};

use super::course::Course;
use crate::{SyncFault, disk, files::FileLeft, plan};

/// How often in one run a file's parts may be out of place, because another copy sends it as well.
const OUT_OF_PLACE: usize = 8;

impl Course<'_> {
    /// Sends the next part of the file that goes first.
    pub(super) async fn send_part(&mut self) -> Result<(), SyncFault> {
        let Some(file) = self.files.first().copied() else { return Ok(()) };
        let known = self.file.filter(|(hash, _)| *hash == file.hash).map(|(_, held)| held);
        let short = plan::part(file.size, 0, self.limit) as u64 == file.size;
        // Of a longer file the hub may have a beginning from last time: an empty part asks.
        let (offset, length) = match known {
            Some(held) => (held, plan::part(file.size, held, self.limit)),
            None if short => (0, plan::part(file.size, 0, self.limit)),
            None => (0, 0),
        };
        let (entry, bytes) = match self.load_part(&file, offset, length).await {
            Ok(loaded) => loaded,
            Err(fault @ (SyncFault::FileMissing | SyncFault::FileDamaged)) => return self.give_up(&file, fault).await,
            Err(fault) => return Err(fault),
        };
        self.tell(file.record.into_iter());
        let part = BlobPart { entry, hash: file.hash, size: file.size, offset, bytes };
        match self.answer(self.client.put_blob(part)).await {
            Ok(standing) => self.take_part_answer(&file, offset, length, standing).await,
            Err(SyncFault::Hub(HubFault::PartOutOfPlace)) => {
                self.file = None;
                self.out_of_place.push(file.hash);
                let times = self.out_of_place.iter().filter(|hash| **hash == file.hash).count();
                if times > OUT_OF_PLACE || short {
                    return self.give_up(&file, SyncFault::Hub(HubFault::PartOutOfPlace)).await;
                }
                Ok(())
            }
            Err(SyncFault::Hub(fault @ (HubFault::OtherBlob | HubFault::Malformed))) => {
                self.give_up(&file, SyncFault::Hub(fault)).await
            }
            Err(fault) if fault.is_about_size() => {
                if self.limit.halve_part() {
                    Ok(())
                } else {
                    self.give_up(&file, fault).await
                }
            }
            Err(fault) => Err(fault),
        }
    }

    async fn load_part(&self, file: &FileLeft, offset: u64, length: usize) -> Result<(Hash, Vec<u8>), SyncFault> {
        let (casebook, file) = (self.outgoing.casebook.clone(), *file);
        disk::blocking(move || {
            let entry = casebook.read(|reading| {
                casebook::tables::entry::hash_at(reading, file.position)?.ok_or(CasebookFault::NotFound("entry"))
            })?;
            let blob = BlobRef { hash: file.hash, size: file.size };
            if length == 0 && file.size > 0 {
                // Nothing is read to ask, but a file that is gone need not be asked about.
                let there = casebook.blobs().has(&blob);
                return if there { Ok((entry, Vec::new())) } else { Err(SyncFault::FileMissing) };
            }
            let bytes = casebook.blobs().read_part(&blob, offset, length).map_err(|fault| match fault {
                BlobError::Missing => SyncFault::FileMissing,
                BlobError::Damaged => SyncFault::FileDamaged,
                other => SyncFault::Casebook(other.into()),
            })?;
            Ok((entry, bytes))
        })
        .await
    }

    async fn take_part_answer(
        &mut self,
        file: &FileLeft,
        offset: u64,
        length: usize,
        standing: BlobStanding,
    ) -> Result<(), SyncFault> {
        if let Some(signed) = standing.receipt {
            self.keep_receipt(file.chain, signed).await?;
        }
        if standing.whole {
            self.file = None;
            self.files.is_whole(file.hash);
            // The receipt may have come with this very part.
            return self.forget_answered(file).await;
        }
        let moved = length == 0 || standing.held > offset;
        if standing.held >= file.size || !moved {
            return self.give_up(file, SyncFault::NotUnderstood).await;
        }
        self.file = Some((file.hash, standing.held));
        Ok(())
    }

    async fn forget_answered(&mut self, file: &FileLeft) -> Result<(), SyncFault> {
        let position = file.position;
        let held =
            disk::read(&self.outgoing.casebook, move |reading| Ok(casebook::tables::held::is_held(reading, position)?))
                .await?;
        if held {
            self.files.answered(file.chain, position);
        }
        Ok(())
    }

    /// This file cannot go in this run; every other can.
    async fn give_up(&mut self, file: &FileLeft, why: SyncFault) -> Result<(), SyncFault> {
        self.file = None;
        let mut entries = self.files.give_up(file.hash);
        let last = entries.pop();
        for position in entries {
            self.put_aside_at(position, again(&why)).await?;
        }
        match last {
            Some(position) => self.put_aside_at(position, why).await,
            None => Ok(()),
        }
    }
}

/// The same cause, for another entry that names the same file.
fn again(why: &SyncFault) -> SyncFault {
    match why {
        SyncFault::FileMissing => SyncFault::FileMissing,
        SyncFault::FileDamaged => SyncFault::FileDamaged,
        SyncFault::Hub(fault) => SyncFault::Hub(*fault),
        SyncFault::TooLargeOnTheWay => SyncFault::TooLargeOnTheWay,
        _ => SyncFault::NotUnderstood,
    }
}
