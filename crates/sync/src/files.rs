//! The files that entries on their way still wait for.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::RecordId;
use journal::BlobUse;
use vault::Hash;

use crate::plan::Rank;

/// A file to send, in the name of one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileLeft {
    pub(crate) rank: Rank,
    /// The entry in whose name it goes.
    pub(crate) position: i64,
    pub(crate) hash: Hash,
    pub(crate) size: u64,
    pub(crate) chain: usize,
    pub(crate) record: Option<RecordId>,
}

/// An entry whose body is there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gone {
    pub(crate) chain: usize,
    pub(crate) position: i64,
    pub(crate) record: Option<RecordId>,
    pub(crate) urgent: bool,
}

/// Every file once, whichever entries name it, and what each entry still lacks.
#[derive(Debug, Default)]
pub(crate) struct Files {
    left: BTreeSet<FileLeft>,
    lacking: HashMap<i64, (usize, HashSet<Hash>)>,
    named_by: HashMap<Hash, Vec<i64>>,
    whole: HashSet<Hash>,
    /// Entries, by chain, of which everything has gone and no receipt has come.
    unanswered: BTreeSet<(usize, i64)>,
}

impl Files {
    /// An entry's body is there: its files are next, or its receipt is awaited.
    pub(crate) fn expect(&mut self, gone: Gone, blobs: &[BlobUse]) {
        let lacking: HashSet<Hash> =
            blobs.iter().map(|blob| blob.hash).filter(|hash| !self.whole.contains(hash)).collect();
        if lacking.is_empty() {
            self.unanswered.insert((gone.chain, gone.position));
            return;
        }
        for blob in blobs.iter().filter(|blob| lacking.contains(&blob.hash)) {
            let named_by = self.named_by.entry(blob.hash).or_default();
            let rank = Rank::of(blob, gone.urgent);
            // Once is enough, unless an urgent entry needs it sooner than the one before.
            let first = named_by.is_empty();
            let sooner = !first && gone.urgent;
            named_by.push(gone.position);
            if sooner {
                self.left.retain(|file| file.hash != blob.hash || file.rank <= rank);
            }
            if first || (sooner && !self.left.iter().any(|file| file.hash == blob.hash)) {
                self.left.insert(FileLeft {
                    rank,
                    position: gone.position,
                    hash: blob.hash,
                    size: blob.size,
                    chain: gone.chain,
                    record: gone.record,
                });
            }
        }
        self.lacking.insert(gone.position, (gone.chain, lacking));
    }

    /// The file that goes next.
    pub(crate) fn first(&self) -> Option<&FileLeft> {
        self.left.first()
    }

    /// The hub holds a file whole: entries that lacked nothing else have only their receipt to wait
    /// for.
    pub(crate) fn is_whole(&mut self, hash: Hash) {
        self.whole.insert(hash);
        self.left.retain(|file| file.hash != hash);
        for position in self.named_by.remove(&hash).unwrap_or_default() {
            let Some((chain, lacking)) = self.lacking.get_mut(&position) else { continue };
            lacking.remove(&hash);
            if lacking.is_empty() {
                self.unanswered.insert((*chain, position));
                self.lacking.remove(&position);
            }
        }
    }

    /// A file cannot go in this run; gives the entries that wait for it.
    pub(crate) fn give_up(&mut self, hash: Hash) -> Vec<i64> {
        self.left.retain(|file| file.hash != hash);
        self.named_by.get(&hash).cloned().unwrap_or_default()
    }

    /// A receipt covers an entry, or it was asked about.
    pub(crate) fn answered(&mut self, chain: usize, position: i64) {
        self.unanswered.remove(&(chain, position));
    }

    /// The entries of a chain about which the hub should be asked, in order.
    pub(crate) fn unanswered(&self, chain: usize) -> impl Iterator<Item = i64> {
        self.unanswered.range((chain, i64::MIN)..=(chain, i64::MAX)).map(|(_, position)| *position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blob(content: &[u8]) -> BlobUse {
        BlobUse { hash: Hash::of(content), size: content.len() as u64 }
    }

    fn gone(position: i64, urgent: bool) -> Gone {
        Gone { chain: 0, position, record: None, urgent }
    }

    #[test]
    fn a_file_that_many_entries_name_goes_once_and_frees_them_all() {
        let mut files = Files::default();
        let (form, photo) = (blob(b"form"), blob(b"photo"));
        files.expect(gone(1, false), &[form]);
        files.expect(gone(2, false), &[form, photo]);
        files.expect(gone(3, false), &[form]);
        assert_eq!(files.first().unwrap().position, 1);
        files.is_whole(form.hash);
        assert_eq!(files.unanswered(0).collect::<Vec<_>>(), [1, 3], "the second still lacks its photograph");
        assert_eq!(files.first().unwrap().hash, photo.hash);
        files.is_whole(photo.hash);
        assert_eq!(files.unanswered(0).collect::<Vec<_>>(), [1, 2, 3]);
        assert!(files.first().is_none());
    }

    #[test]
    fn an_urgent_entry_pulls_a_shared_file_forward() {
        let mut files = Files::default();
        let (photo, form) = (blob(b"photo"), blob(b"form"));
        files.expect(gone(1, false), &[photo]);
        files.expect(gone(2, false), &[form]);
        files.expect(gone(3, true), &[form]);
        let first = files.first().unwrap();
        assert_eq!((first.hash, first.position, first.rank), (form.hash, 3, Rank::UrgentShort));
        files.is_whole(form.hash);
        assert_eq!(files.first().unwrap().hash, photo.hash, "and it is not sent twice");
    }

    #[test]
    fn giving_a_file_up_names_the_entries_and_keeps_the_others_going() {
        let mut files = Files::default();
        let (lost, good) = (blob(b"lost"), blob(b"good"));
        files.expect(gone(1, false), &[lost]);
        files.expect(gone(2, false), &[lost, good]);
        assert_eq!(files.give_up(lost.hash), [1, 2]);
        assert_eq!(files.first().unwrap().hash, good.hash);
        files.is_whole(good.hash);
        assert_eq!(files.unanswered(0).count(), 0, "an entry without its file is not asked about");
    }
}
