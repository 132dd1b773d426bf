//! The scale at the side of a picture: round figures, and how high each stands.

use crate::report::chart::tick_step_ms;

/// How many steps a scale has at most.
const STEPS: u64 = 4;

/// A scale from nought up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// From one line to the next; at least one.
    pub step: u64,
    /// Where it ends: a whole number of steps.
    pub top: u64,
}

impl Scale {
    /// A scale for figures up to `most`, whose steps are one, two or five, or these with noughts.
    pub fn of(most: u64) -> Self {
        let tens = std::iter::successors(Some(1_u64), |ten| ten.checked_mul(10));
        let mut steps = tens.flat_map(|ten| [1, 2, 5].map(|digit| ten.saturating_mul(digit)));
        Self::with(most, steps.find(|step| most.div_ceil(*step) <= STEPS).unwrap_or(u64::MAX))
    }

    /// A scale for times up to `most_ms` milliseconds, whose steps are those of a clock.
    pub fn of_time(most_ms: u64) -> Self {
        Self::with(most_ms, tick_step_ms(most_ms, STEPS - 1))
    }

    fn with(most: u64, step: u64) -> Self {
        Self { step, top: most.div_ceil(step).max(1).saturating_mul(step) }
    }

    /// The figures at its lines, from nought to its top.
    pub fn lines(self) -> impl Iterator<Item = u64> {
        (0..=self.top / self.step).map(move |nth| nth * self.step)
    }

    /// How far below the top a figure lies, where the whole is so high: in the unit of that height.
    pub fn below_top(self, figure: u64, height: u64) -> u64 {
        // In wider figures, so that centuries of milliseconds do not run over.
        let rest = u128::from(self.top - figure.min(self.top)) * u128::from(height);
        u64::try_from(rest / u128::from(self.top)).unwrap_or(height)
    }
}
