//! Random choices from a seed.

/// A random number generator that gives the same numbers for the same seed.
///
/// The numbers are those of the crate `fastrand`, whose version `Cargo.lock` fixes.
#[derive(Clone, Debug)]
pub(crate) struct Random(fastrand::Rng);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// Any 64 bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0.u64(..)
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.i64(least..=most)
    }

    /// The smaller of two numbers from `least` to `most`, so that small numbers are more frequent.
    pub(crate) fn low_between(&mut self, least: i64, most: i64) -> i64 {
        self.between(least, most).min(self.between(least, most))
    }

    /// An index into a list of this length, which must not be 0.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        self.0.usize(..length)
    }

    /// True in this many of 100 cases.
    pub(crate) fn percent(&mut self, percent: u64) -> bool {
        self.0.u64(..100) < percent
    }

    /// One element of a list that is not empty.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.index(from.len())]
    }

    /// Puts a list into a random order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        self.0.shuffle(list);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers_on_every_machine() {
        // What fastrand 2.5.0 gives. Another version may give others, and then other notebooks.
        let mut random = Random::new(1_234_567);
        assert_eq!(
            [random.bits(), random.bits(), random.bits()],
            [13_725_641_357_320_173_039, 13_099_500_103_347_697_343, 1_505_849_618_603_060_667]
        );
    }

    #[test]
    fn numbers_stay_between_their_bounds_and_reach_them() {
        let mut random = Random::new(1);
        let numbers: Vec<i64> = (0..200).map(|_| random.between(-1, 1)).collect();
        assert!([-1, 0, 1].iter().all(|number| numbers.contains(number)));
        assert!(numbers.iter().all(|number| (-1..=1).contains(number)));
    }
}
