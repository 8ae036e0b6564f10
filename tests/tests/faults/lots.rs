//! How often a test tries, and the lots it draws.

/// How many cases, and the seed of their lots.
#[derive(Clone, Copy)]
pub struct Run {
    pub count: u32,
    pub seed: u64,
}

impl Run {
    /// So many cases in `make test`, so many in `make soak`.
    pub fn of(small: u32, soak: u32) -> Self {
        let count = if std::env::var_os("HOLDFAST_SOAK").is_some() { soak } else { small };
        let seed = match std::env::var("HOLDFAST_SEED") {
            Ok(seed) => seed.parse().unwrap(),
            Err(_) => u64::from(u32::from_be_bytes(vault::random_bytes().unwrap())),
        };
        println!("{count} cases, seed {seed}");
        Self { count, seed }
    }

    /// Says that all cases were done.
    pub fn done(self, what: &str) {
        println!("{what}: {count} of {count}, seed {seed}", count = self.count, seed = self.seed);
    }
}

/// Lots drawn from a seed (SplitMix64).
pub struct Lots(u64);

impl Lots {
    /// The same seed gives the same lots.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `below`.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    /// Heads or tails.
    pub fn coin(&mut self) -> bool {
        self.below(2) == 0
    }
}
