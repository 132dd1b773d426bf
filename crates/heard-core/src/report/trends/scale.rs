//! The scale of a chart's vertical axis.

use crate::report::chart::tick_step_ms;

/// The largest number of steps of a scale.
const STEPS: u64 = 4;

/// A scale that begins at 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The distance between two lines, 1 or more, in the unit of the values.
    pub step: u64,
    /// The largest value on the scale: a multiple of the step.
    pub top: u64,
}

impl Scale {
    /// A scale for values up to `most`, with a step of 1, 2 or 5 times a power of ten.
    pub fn of(most: u64) -> Self {
        let tens = std::iter::successors(Some(1_u64), |ten| ten.checked_mul(10));
        let mut steps = tens.flat_map(|ten| [1, 2, 5].map(|digit| ten.saturating_mul(digit)));
        Self::with(most, steps.find(|step| most.div_ceil(*step) <= STEPS).unwrap_or(u64::MAX))
    }

    /// A scale for durations up to `most_ms` milliseconds, with a step of [`tick_step_ms`].
    pub fn of_time(most_ms: u64) -> Self {
        Self::with(most_ms, tick_step_ms(most_ms, STEPS - 1))
    }

    fn with(most: u64, step: u64) -> Self {
        Self { step, top: most.div_ceil(step).max(1).saturating_mul(step) }
    }

    /// The values at the lines of the scale, from 0 to its largest value.
    pub fn lines(self) -> impl Iterator<Item = u64> {
        (0..=self.top / self.step).map(move |nth| nth * self.step)
    }

    /// The distance of a value from the top of a chart that is `height` high, in the unit of `height`. Values above the
    /// scale have distance 0.
    pub fn below_top(self, figure: u64, height: u64) -> u64 {
        // 128 bits, so that the product can not overflow.
        let rest = u128::from(self.top - figure.min(self.top)) * u128::from(height);
        u64::try_from(rest / u128::from(self.top)).unwrap_or(height)
    }
}
