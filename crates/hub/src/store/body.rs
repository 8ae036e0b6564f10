//! What the hub reads in a body: its kind and its files, nothing of its content.

use std::collections::BTreeSet;

use domain::Urgency;
use journal::{BodyInBatch, HubFault, Known, SealedBody};
use vault::Hash;

/// The kind whose entries are records, in whatever version.
const RECORD: &str = "record_filed";
/// The longest name of a kind that is noted; the body is kept as it is all the same.
const MAX_KIND: usize = 100;

/// A body that is the one its link commits to.
pub(super) struct Taken {
    pub(super) link: Hash,
    pub(super) nonce: Vec<u8>,
    pub(super) bytes: Vec<u8>,
    /// None when the body is not in a shape that this version reads.
    pub(super) kind: Option<String>,
    pub(super) is_record: bool,
    pub(super) is_urgent: bool,
    /// Hash and size of each file, once.
    pub(super) blobs: BTreeSet<(Hash, i64)>,
}

/// Takes a body for the link that commits to it.
///
/// # Errors
/// [`HubFault::BodyTooLarge`] or [`HubFault::OtherBody`].
pub(super) fn take(body: BodyInBatch, commitment: Hash) -> Result<Taken, HubFault> {
    let nonce: [u8; 32] = body.nonce.as_slice().try_into().map_err(|_| HubFault::OtherBody)?;
    let sealed = SealedBody::from_parts(nonce, body.bytes).map_err(|_| HubFault::BodyTooLarge)?;
    sealed.verify(commitment).map_err(|_| HubFault::OtherBody)?;
    let mut taken = Taken {
        link: body.link,
        nonce: body.nonce,
        bytes: Vec::new(),
        kind: None,
        is_record: false,
        is_urgent: false,
        blobs: BTreeSet::new(),
    };
    if let Ok(read) = sealed.read() {
        taken.is_record = read.kind.as_str() == RECORD;
        taken.is_urgent =
            matches!(Known::read(&read), Some(Known::RecordFiled(filed)) if filed.urgency == Urgency::Urgent);
        // A size beyond what PostgreSQL counts is one that no file will ever have.
        let size = |size: u64| i64::try_from(size).unwrap_or(i64::MAX);
        taken.blobs = read.blobs.iter().map(|blob| (blob.hash, size(blob.size))).collect();
        // PostgreSQL has no text with a zero in it; such a name must not stop the batch.
        taken.kind = Some(read.kind.0).filter(|kind| kind.len() <= MAX_KIND && !kind.contains('\0'));
    }
    taken.bytes = sealed.bytes().to_vec();
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(bytes: &[u8]) -> (BodyInBatch, Hash) {
        let sealed = SealedBody::from_parts([7; 32], bytes.to_vec()).unwrap();
        (BodyInBatch::new(Hash::of(b"link"), &sealed), sealed.commitment())
    }

    #[test]
    fn bytes_that_are_no_body_are_taken_as_they_are() {
        let (body, commitment) = sent(b"not json at all");
        let taken = take(body, commitment).unwrap();
        assert_eq!(taken.bytes, b"not json at all");
        assert_eq!(taken.kind, None);
        assert!(taken.blobs.is_empty() && !taken.is_record);
    }

    #[test]
    fn a_kind_with_a_zero_in_its_name_is_taken_without_the_name() {
        let json = |kind: &str| {
            format!(
                r#"{{"author":"018f0000-0000-7000-8000-000000000001","kind":"{kind}","kind_version":1,
                "recorded":{{"at":"2026-11-21T10:00:00+00:00","zone":"Europe/London"}},"payload":{{}}}}"#
            )
        };
        let kind_of = |kind| {
            let (body, commitment) = sent(json(kind).as_bytes());
            take(body, commitment).unwrap().kind
        };
        assert_eq!(kind_of("visit_planned").as_deref(), Some("visit_planned"), "an unknown kind is noted");
        assert_eq!(kind_of(r"a\u0000b"), None);
    }

    #[test]
    fn another_body_is_refused() {
        let (body, _) = sent(b"one");
        assert_eq!(take(body, Hash::of(b"two")).err(), Some(HubFault::OtherBody));
    }
}
