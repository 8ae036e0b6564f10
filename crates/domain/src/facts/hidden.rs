//! Who may not see a hidden address.

use super::Address;
use crate::PersonId;

/// Whether a hidden address is kept from somebody who works with `works_with` today: they work with
/// somebody from whom it is hidden by name, or with whoever is known as a perpetrator of abuse
/// against the one who lives there. Whoever else has the casebook sees it: they must be able to knock
/// on the door.
pub fn is_kept_from(address: &Address, perpetrators: &[PersonId], works_with: &[PersonId]) -> bool {
    address.hidden && address.hidden_from.iter().chain(perpetrators).any(|from| works_with.contains(from))
}

/// What is left of an address for somebody who may not see it: that there is one, what it is for and
/// from when, and nothing by which it is found.
pub fn without_place(address: &Address) -> Address {
    Address { lines: String::new(), postcode: None, note: String::new(), ..address.clone() }
}

#[cfg(test)]
mod tests {
    use super::{is_kept_from, without_place};
    use crate::{
        PersonId,
        facts::{Address, AddressUse},
    };

    fn person(number: u8) -> PersonId {
        PersonId::from_bytes([number; 16])
    }

    fn hidden(from: &[PersonId]) -> Address {
        Address {
            lines: "1 Refuge Row".into(),
            postcode: Some("E8 1AA".into()),
            used: crate::facts::AddressUse::Temporary,
            from: None,
            until: None,
            do_not_contact: true,
            hidden: true,
            hidden_from: from.to_vec(),
            note: "Ring twice".into(),
        }
    }

    #[test]
    fn it_is_kept_from_whoever_works_with_one_from_whom_it_is_hidden() {
        let (him, other) = (person(1), person(2));
        assert!(is_kept_from(&hidden(&[him]), &[], &[other, him]));
        assert!(!is_kept_from(&hidden(&[him]), &[], &[other]));
    }

    #[test]
    fn it_is_kept_from_whoever_works_with_a_known_perpetrator() {
        let him = person(1);
        assert!(is_kept_from(&hidden(&[]), &[him], &[him]));
        assert!(!is_kept_from(&hidden(&[]), &[him], &[]), "and from nobody else");
    }

    #[test]
    fn an_address_that_is_not_hidden_is_seen_by_all() {
        let him = person(1);
        let open = Address { hidden: false, ..hidden(&[him]) };
        assert!(!is_kept_from(&open, &[him], &[him]));
    }

    #[test]
    fn nothing_that_finds_the_place_is_left() {
        let left = without_place(&hidden(&[]));
        assert!(left.lines.is_empty() && left.postcode.is_none() && left.note.is_empty());
        assert_eq!((left.used, left.hidden), (AddressUse::Temporary, true));
    }
}
