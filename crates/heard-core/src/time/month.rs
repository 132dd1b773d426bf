//! Calendar months.

use crate::time::Day;
use crate::time::civil::{civil, day_number};

/// A calendar month of a year, without a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Months since January of the year 0.
    number: i64,
}

impl Month {
    /// The month of a day.
    pub const fn of(day: Day) -> Self {
        let (year, month, _) = civil(day.number);
        Self { number: year * 12 + month - 1 }
    }

    /// The month `months` months before this one; after it if `months` is negative.
    #[must_use]
    pub const fn before(self, months: i64) -> Self {
        Self { number: self.number - months }
    }

    /// The first day of the month.
    pub const fn first_day(self) -> Day {
        Day { number: day_number(self.number / 12, self.number % 12 + 1, 1) }
    }

    /// The last day of the month.
    pub const fn last_day(self) -> Day {
        Day { number: self.before(-1).first_day().number - 1 }
    }
}
