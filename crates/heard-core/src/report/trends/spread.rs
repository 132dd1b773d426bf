//! The distribution of values: the median, the quartiles and the extremes.

use crate::sorted_map;

/// The median, the quartiles and the extremes of values, by the nearest-rank method.
///
/// The median is the smallest value that at least half of all values do not exceed, and the quartiles are the same for
/// one quarter and three quarters. Each is one of the values; there is no interpolation (Hyndman and Fan, The American
/// Statistician 1996, definition 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The smallest value.
    pub least: i64,
    /// The lower quartile.
    pub low: i64,
    /// The median.
    pub middle: i64,
    /// The upper quartile.
    pub high: i64,
    /// The largest value.
    pub most: i64,
}

impl Spread {
    /// The spread of values in any order; `None` if there are no values.
    pub fn of(mut figures: Vec<i64>) -> Option<Self> {
        sorted_map::sort(&mut figures, &Ord::cmp);
        let quarter = |quarters: usize| {
            let rank = (figures.len() * quarters).div_ceil(4).max(1);
            figures.get(rank - 1).copied()
        };
        Some(Self {
            least: quarter(0)?,
            low: quarter(1)?,
            middle: quarter(2)?,
            high: quarter(3)?,
            most: quarter(4)?,
        })
    }
}
