//! Ids that come from the lost system's own: whoever reads the same file makes the same things.

use domain::{FactId, NoteId, PersonId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::words::plain;

/// UUID version 8 from SHA-256 over the system, what it is and the parts that name it there, each
/// ended by a zero byte. What is changed here changes the ids of people who are on file: it never is.
pub(super) fn derived(system: &str, what: &str, parts: &[&str]) -> Uuid {
    let system = plain(system);
    let mut hash = Sha256::new();
    for part in [system.as_str(), what].into_iter().chain(parts.iter().copied()) {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut bytes = [0; 16];
    for (byte, digest) in bytes.iter_mut().zip(hash.finalize()) {
        *byte = digest;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// The person whom a system knows by that id. Ids are text: `007` and `7` are two people.
#[must_use]
pub fn person_id(system: &str, source_id: &str) -> PersonId {
    PersonId(derived(system, "person", &[source_id]))
}

/// The same for one of whom the file has no id: by name and date of birth.
pub(super) fn unnumbered(system: &str, name: &str, born: &str) -> PersonId {
    PersonId(derived(system, "person without an id", &[&plain(name), born]))
}

/// The same for one of whom the file has neither: a name alone is not one person's. What else the row
/// says tells two of a name apart, and what another day's file says is somebody else until a person
/// decides.
pub(super) fn name_alone(system: &str, name: &str, as_at: &str, parts: &[&str]) -> PersonId {
    let (name, parts) = (plain(name), parts.iter().map(|part| plain(part)).collect::<Vec<_>>());
    let all: Vec<&str> = [name.as_str(), as_at].into_iter().chain(parts.iter().map(String::as_str)).collect();
    PersonId(derived(system, "person by name alone", &all))
}

pub(super) fn fact_id(system: &str, what: &str, parts: &[&str]) -> FactId {
    FactId(derived(system, what, parts))
}

pub(super) fn note_id(system: &str, parts: &[&str]) -> NoteId {
    NoteId(derived(system, "note", parts))
}

#[cfg(test)]
mod tests {
    use super::person_id;

    #[test]
    fn a_persons_id_comes_from_system_and_id_alone() {
        assert_eq!(person_id("Mosaic", "4411"), person_id("  mosaic ", "4411"));
        assert_ne!(person_id("Mosaic", "4411"), person_id("Mosaic", "04411"), "leading zeros tell people apart");
        assert_ne!(person_id("Mosaic", "4411"), person_id("Liquidlogic", "4411"));
        assert_eq!(
            person_id("Mosaic", "4411").to_string(),
            "c64219c2-ea21-84f0-b350-71937797d87a",
            "made with other libraries"
        );
    }
}
