//! How good the matching is, on labelled people.

use std::collections::BTreeMap;

use domain::likeness::Likeness;
use testkit::people::{Slip, labelled};

use super::OnFile;

/// What matching at `likely` gives.
#[derive(Default)]
struct Quality {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Quality {
    fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

#[test]
fn matching_finds_nearly_all_and_is_seldom_wrong() {
    let labelled = labelled(7, 20_000, 6_000);
    let people: Vec<_> = labelled.on_file.iter().enumerate().map(|(number, one)| one.filed(number)).collect();
    let ids: Vec<_> = people.iter().map(|(person, _)| person.id).collect();
    let on_file = OnFile::of(people);
    let mut all = Quality::default();
    let mut by_slip: BTreeMap<Slip, Quality> = BTreeMap::new();
    let mut exact = Quality::default();
    for look in &labelled.looks {
        let likely: Vec<_> =
            on_file.matches(&look.wanted).into_iter().filter(|found| found.likeness >= Likeness::Likely).collect();
        let is = look.is.map(|at| ids[at]);
        for quality in [&mut all, by_slip.entry(look.slip).or_default()] {
            let right = likely.iter().filter(|found| Some(found.person.id) == is).count() as u32;
            quality.right += right;
            quality.wrong += likely.len() as u32 - right;
            quality.missed += u32::from(is.is_some() && right == 0);
        }
        for found in likely.iter().filter(|found| found.likeness == Likeness::Exact) {
            let right = Some(found.person.id) == is;
            exact.right += u32::from(right);
            exact.wrong += u32::from(!right);
        }
    }
    for (slip, quality) in &by_slip {
        println!("{slip:?}: right {}, wrong {}, missed {}", quality.right, quality.wrong, quality.missed);
    }
    println!("at likely: precision {:.4}, recall {:.4}", all.precision(), all.recall());
    println!("exact: right {}, wrong {}", exact.right, exact.wrong);
    // Measured: 0.947 and 0.961; nobody who is exactly somebody was another.
    assert!(all.precision() > 0.93, "precision {:.4}", all.precision());
    assert!(all.recall() > 0.94, "recall {:.4}", all.recall());
    assert_eq!(exact.wrong, 0, "what is filed without asking is never another child's");
}
