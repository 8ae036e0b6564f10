//! Ids of facts of which there is one by what they are about: everybody who decides about the same two
//! people, or marks the same event, writes in one ledger.

use domain::{FactId, PersonId, facts::Target};
use vault::Hash;

/// The id of the decision whether two files are of one person, whichever is named first. UUID version
/// 8 from SHA-256 of `same_person`, a zero byte and the two ids, the lower first.
pub fn pair_id(one: PersonId, other: PersonId) -> FactId {
    let (first, second) = (one.min(other), one.max(other));
    derived(&[b"same_person\0", first.as_bytes(), second.as_bytes()])
}

/// The id of the mark on an event of a timeline. UUID version 8 from SHA-256 of `mark`, a zero byte and
/// [`Target::key`].
pub fn mark_id(of: Target) -> FactId {
    derived(&[b"mark\0", of.key().as_bytes()])
}

fn derived(parts: &[&[u8]]) -> FactId {
    let mut bytes = [0; 16];
    for (byte, hashed) in bytes.iter_mut().zip(Hash::of_parts(parts).as_bytes()) {
        *byte = *hashed;
    }
    FactId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use domain::{NoteId, PersonId, RecordId, facts::Target};

    use super::{mark_id, pair_id};

    #[test]
    fn a_pair_has_one_id_whoever_is_named_first() {
        let [one, other, third] = [1, 2, 3].map(|number| PersonId::from_bytes([number; 16]));
        assert_eq!(pair_id(one, other), pair_id(other, one));
        assert_ne!(pair_id(one, other), pair_id(one, third));
        assert_eq!(pair_id(one, other).to_string(), "120f7c45-bf74-8e7e-83b4-8af13baddbd3", "kept ids never change");
    }

    #[test]
    fn a_target_has_one_mark() {
        let record = Target::Record(RecordId::from_bytes([1; 16]));
        assert_eq!(mark_id(record), mark_id(record));
        assert_ne!(mark_id(record), mark_id(Target::Note(NoteId::from_bytes([1; 16]))));
        assert_eq!(mark_id(record).to_string(), "e3a3dd32-fd14-8b72-8b68-bc8a1e798716", "kept ids never change");
    }
}
