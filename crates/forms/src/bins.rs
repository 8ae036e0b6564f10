//! A histogram that is made while the numbers come in, whatever they turn out to be.

use std::collections::BTreeMap;

use serde::Serialize;

/// How far apart the outermost counts may be before they are made coarser.
const SPAN: f64 = 1000.0;
/// Up to here a float counts one by one.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Most bins that are shown.
const SHOWN: i64 = 12;

/// One bar of a histogram.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bin {
    /// The smallest number that it counts.
    pub from: f64,
    /// The first number that it counts no more.
    pub below: f64,
    /// How many.
    pub count: u64,
}

/// Counts by steps of a power of ten, which grows with the range: never more than a thousand counts.
#[derive(Debug, Clone)]
pub(crate) struct Bins {
    exponent: i32,
    counts: BTreeMap<i64, u64>,
    numbers: u64,
    min: f64,
    max: f64,
    mean: f64,
}

impl Bins {
    /// For whole numbers.
    pub fn of_whole() -> Self {
        Self::from_step(0)
    }

    /// For numbers with decimals.
    pub fn of_tenths() -> Self {
        Self::from_step(-1)
    }

    fn from_step(exponent: i32) -> Self {
        Self { exponent, counts: BTreeMap::new(), numbers: 0, min: f64::INFINITY, max: f64::NEG_INFINITY, mean: 0.0 }
    }

    pub fn add(&mut self, number: f64) {
        if !number.is_finite() {
            return;
        }
        self.numbers += 1;
        self.min = self.min.min(number);
        self.max = self.max.max(number);
        let count = as_float(self.numbers);
        // By shares, because a sum of large numbers may grow beyond what a float holds.
        self.mean = self.mean * ((count - 1.0) / count) + number / count;
        while !self.fits() {
            self.coarsen();
        }
        *self.counts.entry(as_index(self.steps(number))).or_default() += 1;
    }

    /// The smallest, the mean and the largest.
    pub fn summary(&self) -> Option<(f64, f64, f64)> {
        // The shares of the mean are rounded; it stays between its ends.
        (self.numbers > 0).then(|| (self.min, self.mean.clamp(self.min, self.max), self.max))
    }

    /// Bins of 1, 2 or 5 of a power of ten, without gaps.
    pub fn shown(&self) -> Vec<Bin> {
        let (Some((first, _)), Some((last, _))) = (self.counts.first_key_value(), self.counts.last_key_value()) else {
            return Vec::new();
        };
        let widths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        let few = |width: &i64| last.div_euclid(*width) - first.div_euclid(*width) < SHOWN;
        let width = widths.into_iter().find(few).unwrap_or(1000);
        let mut bins: BTreeMap<i64, u64> = BTreeMap::new();
        for (index, count) in &self.counts {
            *bins.entry(index.div_euclid(width)).or_default() += count;
        }
        (first.div_euclid(width)..=last.div_euclid(width))
            .map(|bin| Bin {
                from: self.number(bin * width),
                below: self.number((bin + 1) * width),
                count: bins.get(&bin).copied().unwrap_or(0),
            })
            .collect()
    }

    fn fits(&self) -> bool {
        let (first, last) = (self.steps(self.min), self.steps(self.max));
        last - first < SPAN && first.abs() < EXACT && last.abs() < EXACT
    }

    fn coarsen(&mut self) {
        self.exponent += 1;
        for (index, count) in std::mem::take(&mut self.counts) {
            *self.counts.entry(index.div_euclid(10)).or_default() += count;
        }
    }

    fn steps(&self, number: f64) -> f64 {
        // A tenth has no exact float: times ten does better than by a tenth.
        let steps =
            if self.exponent < 0 { number * 10_f64.powi(-self.exponent) } else { number / 10_f64.powi(self.exponent) };
        steps.floor()
    }

    fn number(&self, steps: i64) -> f64 {
        let steps = as_signed(steps);
        if self.exponent < 0 { steps / 10_f64.powi(-self.exponent) } else { steps * 10_f64.powi(self.exponent) }
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts and steps stay below 2^53")]
fn as_float(count: u64) -> f64 {
    count as f64
}

#[allow(clippy::cast_precision_loss, reason = "counts and steps stay below 2^53")]
fn as_signed(steps: i64) -> f64 {
    steps as f64
}

#[allow(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
fn as_index(steps: f64) -> i64 {
    steps as i64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Bins;

    fn of(numbers: &[f64]) -> Bins {
        let mut bins = Bins::of_tenths();
        numbers.iter().for_each(|number| bins.add(*number));
        bins
    }

    #[test]
    fn bins_are_round_and_have_no_gaps() {
        let shown = of(&[0.0, 4.0, 31.0, 99.0]).shown();
        let edges: Vec<_> = shown.iter().map(|bin| (bin.from, bin.count)).collect();
        assert_eq!(
            edges,
            [
                (0.0, 2),
                (10.0, 0),
                (20.0, 0),
                (30.0, 1),
                (40.0, 0),
                (50.0, 0),
                (60.0, 0),
                (70.0, 0),
                (80.0, 0),
                (90.0, 1)
            ]
        );
    }

    #[test]
    fn a_number_on_the_edge_belongs_to_the_bin_that_begins_there() {
        let shown = of(&[0.3, 0.7, 0.1]).shown();
        assert_eq!(shown.first().map(|bin| (bin.from, bin.below)), Some((0.1, 0.2)));
        assert_eq!(shown.last().map(|bin| (bin.from, bin.count)), Some((0.7, 1)));
    }

    proptest! {
        #[test]
        fn every_number_is_counted_once_and_memory_stays_small(numbers in prop::collection::vec(any::<f64>(), 1..200)) {
            let bins = of(&numbers);
            let finite = numbers.iter().filter(|number| number.is_finite()).count();
            let shown = bins.shown();
            prop_assert_eq!(shown.iter().map(|bin| bin.count).sum::<u64>(), finite as u64);
            prop_assert!(shown.len() <= 12, "{} bins", shown.len());
            prop_assert!(bins.counts.len() <= 1001);
            if let Some((min, mean, max)) = bins.summary() {
                prop_assert!(min <= mean && mean <= max);
            }
        }
    }
}
