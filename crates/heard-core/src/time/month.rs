//! A month of the calendar.

use crate::time::Day;
use crate::time::civil::{civil, day_number};

/// A month of a year, wherever one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Months since the year nought.
    number: i64,
}

impl Month {
    /// The month in which a day is.
    pub const fn of(day: Day) -> Self {
        let (year, month, _) = civil(day.number);
        Self { number: year * 12 + month - 1 }
    }

    /// The month so many months before this one; after it, where that is below nought.
    #[must_use]
    pub const fn before(self, months: i64) -> Self {
        Self { number: self.number - months }
    }

    /// Its first day.
    pub const fn first_day(self) -> Day {
        Day { number: day_number(self.number / 12, self.number % 12 + 1, 1) }
    }

    /// Its last day.
    pub const fn last_day(self) -> Day {
        Day { number: self.before(-1).first_day().number - 1 }
    }
}
