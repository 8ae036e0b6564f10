//! What goes next. Pure: it is given what is left and says one step; after each step it is asked
//! anew, so that an urgent record filed meanwhile waits for one request at most.
//!
//! Links go in order and without holes, so a body can only go once its link and all before it are
//! there. Urgent bodies go first, with the bare links that they need ahead of them; then short files
//! of urgent records, the other bodies, and the files.

use journal::{BlobUse, MAX_BATCH_BYTES, MAX_BATCH_LINKS, MAX_PART_BYTES};

/// A body that may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ready {
    /// Its entry's place in the casebook.
    pub position: i64,
    /// Its bytes.
    pub bytes: usize,
}

/// What is left of one chain: the next of each sort, in order. No more of each than a batch takes
/// need be given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    /// Positions of the links that the hub does not hold.
    pub links: Vec<i64>,
    /// Urgent bodies.
    pub urgent: Vec<Ready>,
    /// All other bodies.
    pub others: Vec<Ready>,
    /// Entries of which everything has gone and no receipt has come.
    pub unanswered: bool,
}

/// Which files go before which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Of an urgent record, and gone in one part.
    UrgentShort,
    /// Of an urgent record.
    Urgent,
    /// Gone in one part.
    Short,
    /// Any other.
    Other,
}

impl Rank {
    /// The rank of a file that an entry names.
    pub fn of(blob: &BlobUse, urgent: bool) -> Self {
        let short = usize::try_from(blob.size).is_ok_and(|size| size <= MAX_PART_BYTES);
        match (urgent, short) {
            (true, true) => Self::UrgentShort,
            (true, false) => Self::Urgent,
            (false, true) => Self::Short,
            (false, false) => Self::Other,
        }
    }
}

/// How much goes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Links, and bodies, of a batch.
    pub entries: usize,
    /// Bytes of a batch's bodies. A single larger body goes alone.
    pub bytes: usize,
    /// Bytes of a part of a file.
    pub part: usize,
}

impl Limit {
    /// What the protocol allows.
    pub const FULL: Self = Self { entries: MAX_BATCH_LINKS, bytes: MAX_BATCH_BYTES, part: MAX_PART_BYTES };
    /// The smallest part: below it a file would never end.
    const LEAST_PART: usize = 64 << 10;

    /// Less at once, after a request was too large; false when it is one entry at a time already.
    pub fn halve_batch(&mut self) -> bool {
        let more = self.entries > 1;
        self.entries = (self.entries / 2).max(1);
        self.bytes /= 2;
        more
    }

    /// Shorter parts, after one was too large; false when they are the shortest already.
    pub fn halve_part(&mut self) -> bool {
        let more = self.part > Self::LEAST_PART;
        self.part = (self.part / 2).max(Self::LEAST_PART);
        more
    }
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Send a batch.
    Batch {
        /// Index of the chain.
        chain: usize,
        /// How many of its links go, from the first.
        links: usize,
        /// Positions of the bodies that go.
        bodies: Vec<i64>,
    },
    /// Name the links of unanswered entries again, to be told whether they are held whole.
    Ask {
        /// Index of the chain.
        chain: usize,
    },
    /// Send a part of the first file.
    File,
}

/// The next step; none when all is done. Chains are given in the order in which they go, and of the
/// files the rank of the first.
pub fn next(chains: &[Left], first_file: Option<Rank>, limit: Limit) -> Option<Step> {
    let batch_of = |chain: usize, bodies: &[Ready]| {
        let (links, bodies) = batch(&chains.get(chain)?.links, bodies, limit)?;
        Some(Step::Batch { chain, links, bodies })
    };
    let mut numbered = chains.iter().enumerate();
    if let Some((chain, left)) = numbered.clone().find(|(_, left)| !left.urgent.is_empty()) {
        return batch_of(chain, &left.urgent);
    }
    if first_file == Some(Rank::UrgentShort) {
        return Some(Step::File);
    }
    numbered
        .find_map(|(chain, left)| batch_of(chain, &left.others))
        .or_else(|| chains.iter().position(|left| left.unanswered).map(|chain| Step::Ask { chain }))
        .or(first_file.map(|_| Step::File))
}

/// The bodies that fit, with the links up to the last of them; where none can go yet, links alone.
fn batch(links: &[i64], bodies: &[Ready], limit: Limit) -> Option<(usize, Vec<i64>)> {
    let at_most = links.len().min(limit.entries);
    let reach = links.get(..at_most).and_then(<[i64]>::last).copied().unwrap_or(i64::MAX);
    let mut total = 0_usize;
    let fitting = bodies.iter().take(limit.entries).take_while(|body| body.position <= reach).enumerate().take_while(
        |(number, body)| {
            total = total.saturating_add(body.bytes);
            *number == 0 || total <= limit.bytes
        },
    );
    let chosen: Vec<i64> = fitting.map(|(_, body)| body.position).collect();
    match chosen.last() {
        Some(last) => Some((links.iter().take_while(|link| *link <= last).count(), chosen)),
        None if at_most > 0 => Some((at_most, chosen)),
        None => None,
    }
}

/// The bytes of a file's next part: from `held` on.
pub fn part(size: u64, held: u64, limit: Limit) -> usize {
    usize::try_from(size.saturating_sub(held)).unwrap_or(usize::MAX).min(limit.part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(positions: impl IntoIterator<Item = i64>, bytes: usize) -> Vec<Ready> {
        positions.into_iter().map(|position| Ready { position, bytes }).collect()
    }

    fn first_thousand(links: std::ops::Range<i64>) -> Vec<i64> {
        links.take(MAX_BATCH_LINKS).collect()
    }

    #[test]
    fn nothing_left_is_no_step() {
        assert_eq!(next(&[Left::default()], None, Limit::FULL), None);
        assert_eq!(next(&[], None, Limit::FULL), None);
    }

    #[test]
    fn links_and_bodies_go_in_order_up_to_the_limit_of_bytes() {
        let left = Left { links: first_thousand(1..2000), others: ready(1..900, 100 << 10), ..Left::default() };
        let step = next(&[left], None, Limit::FULL);
        assert_eq!(
            step,
            Some(Step::Batch { chain: 0, links: 20, bodies: (1..=20).collect() }),
            "links go no further than the bodies, so that each batch can be received whole"
        );
    }

    #[test]
    fn a_body_beyond_the_limit_goes_alone_and_is_never_left_behind() {
        let left = Left { others: ready([5, 6], MAX_BATCH_BYTES + 1), ..Left::default() };
        assert_eq!(next(&[left], None, Limit::FULL), Some(Step::Batch { chain: 0, links: 0, bodies: vec![5] }));
    }

    #[test]
    fn bare_links_go_ahead_of_an_urgent_body_behind_ten_thousand() {
        let mut sent = 0_i64;
        let mut batches = 0;
        loop {
            let left = Left {
                links: first_thousand(sent + 1..10_002),
                urgent: ready([10_001], 2000),
                others: ready(1..=1000, 2000),
                ..Left::default()
            };
            let Some(Step::Batch { links, bodies, .. }) = next(&[left], None, Limit::FULL) else { panic!("a batch") };
            batches += 1;
            sent += i64::try_from(links).unwrap();
            if bodies == [10_001] {
                break;
            }
            assert!(bodies.is_empty(), "no other body is in front of the urgent one");
        }
        assert_eq!((batches, sent), (11, 10_001), "ten batches of bare links, then the record");
    }

    #[test]
    fn an_urgent_body_takes_no_other_bodies_along() {
        let left = Left { links: vec![1, 2, 3], urgent: ready([2], 10), others: ready([1, 3], 10), ..Left::default() };
        assert_eq!(next(&[left], None, Limit::FULL), Some(Step::Batch { chain: 0, links: 2, bodies: vec![2] }));
    }

    #[test]
    fn an_urgent_body_of_any_chain_goes_before_the_own_chain() {
        let own = Left { links: vec![7, 8], others: ready([7, 8], 10), ..Left::default() };
        let other = Left { links: vec![3], urgent: ready([3], 10), ..Left::default() };
        assert_eq!(next(&[own, other], None, Limit::FULL), Some(Step::Batch { chain: 1, links: 1, bodies: vec![3] }));
    }

    #[test]
    fn links_of_held_back_records_go_without_their_bodies() {
        let left = Left { links: vec![4, 5], ..Left::default() };
        assert_eq!(next(&[left], None, Limit::FULL), Some(Step::Batch { chain: 0, links: 2, bodies: vec![] }));
    }

    #[test]
    fn short_urgent_files_go_before_other_bodies_and_long_ones_after() {
        let left = Left { others: ready([1], 10), ..Left::default() };
        let chains = [left];
        assert_eq!(next(&chains, Some(Rank::UrgentShort), Limit::FULL), Some(Step::File));
        for rank in [Rank::Urgent, Rank::Short, Rank::Other] {
            assert!(matches!(next(&chains, Some(rank), Limit::FULL), Some(Step::Batch { .. })));
        }
        assert_eq!(next(&[Left::default()], Some(Rank::Other), Limit::FULL), Some(Step::File));
    }

    #[test]
    fn what_is_unanswered_is_asked_before_the_long_files() {
        let left = Left { unanswered: true, ..Left::default() };
        assert_eq!(next(&[left], Some(Rank::Urgent), Limit::FULL), Some(Step::Ask { chain: 0 }));
    }

    #[test]
    fn after_too_large_the_batch_is_halved_down_to_one_and_everything_still_goes() {
        let mut limit = Limit::FULL;
        let mut tries = 0;
        while limit.halve_batch() {
            tries += 1;
        }
        assert!(tries <= 11, "{tries} tries to get from 1000 to one");
        let left = Left { links: vec![1, 2], urgent: ready([2], 4 << 20), ..Left::default() };
        assert_eq!(next(&[left], None, limit), Some(Step::Batch { chain: 0, links: 1, bodies: vec![] }));
        let left = Left { links: vec![2], urgent: ready([2], 4 << 20), ..Left::default() };
        assert_eq!(next(&[left], None, limit), Some(Step::Batch { chain: 0, links: 1, bodies: vec![2] }));
    }

    #[test]
    fn parts_cover_a_file_without_a_hole_and_end_with_it() {
        let size = 3 * MAX_PART_BYTES as u64 + 7;
        let mut held = 0;
        let mut parts = Vec::new();
        while held < size {
            let bytes = part(size, held, Limit::FULL);
            parts.push(bytes);
            held += bytes as u64;
        }
        assert_eq!(parts, [MAX_PART_BYTES, MAX_PART_BYTES, MAX_PART_BYTES, 7]);
        assert_eq!(part(0, 0, Limit::FULL), 0, "an empty file is one empty part");
        let mut limit = Limit::FULL;
        while limit.halve_part() {}
        assert_eq!(limit.part, 64 << 10);
    }
}
