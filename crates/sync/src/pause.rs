//! How long to wait between tries.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};

/// Each pause is drawn between half of its bound and the bound; the bounds are 5 s, 10 s, 20 s … an
/// hour, and there is no last one. Drawn, so that a hundred laptops do not come back all at once.
pub(crate) fn pauses() -> ExponentialBackoff {
    ExponentialBuilder::default()
        .with_min_delay(Duration::from_millis(2500))
        .with_max_delay(Duration::from_secs(30 * 60))
        .with_factor(2.0)
        .with_jitter()
        .without_max_times()
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_from_seconds_to_an_hour_and_never_end() {
        let pauses: Vec<f64> = pauses().take(5000).map(|pause| pause.as_secs_f64()).collect();
        assert_eq!(pauses.len(), 5000);
        let mut bound = 5.0_f64;
        for pause in &pauses {
            assert!((bound / 2.0..=bound).contains(pause), "{pause} is not within {bound}");
            bound = (bound * 2.0).min(3600.0);
        }
        assert!(pauses[100..].windows(2).any(|two| two[0] != two[1]), "they are drawn");
    }
}
