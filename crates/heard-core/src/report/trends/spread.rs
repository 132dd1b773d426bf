//! How figures lie: the middle one, and the two between which the middle half of them is.

use crate::sorted_map;

/// Where figures lie.
///
/// By the rule of the nearest rank: the middle one is the smallest figure that at least half of all figures do not
/// exceed, and the quartiles are so for a quarter and for three quarters. Each is a figure that was there, and none is
/// worked out between two (Hyndman and Fan, The American Statistician 1996, definition 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The smallest.
    pub least: i64,
    /// The lower quartile: here the middle half begins.
    pub low: i64,
    /// The median.
    pub middle: i64,
    /// The upper quartile: here the middle half ends.
    pub high: i64,
    /// The largest.
    pub most: i64,
}

impl Spread {
    /// The spread of figures in whatever order; none where there are none.
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
