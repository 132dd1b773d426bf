//! Starts of quarters and years, and the same day a year earlier.

use crate::time::Day;
use crate::time::civil::{civil, day_number, days_in};

impl Day {
    /// The first day of the calendar quarter.
    #[must_use]
    pub fn quarter_start(self) -> Self {
        let (year, month, _) = civil(self.number);
        Self { number: day_number(year, (month - 1) / 3 * 3 + 1, 1) }
    }

    /// January 1 of the year.
    #[must_use]
    pub fn year_start(self) -> Self {
        Self { number: day_number(civil(self.number).0, 1, 1) }
    }

    /// The same day of the previous year; for February 29, February 28. Days before 1970 give 1970-01-01.
    #[must_use]
    pub fn year_before(self) -> Self {
        let (year, month, day) = civil(self.number);
        let day = day.min(days_in(year - 1, month));
        Self { number: day_number(year - 1, month, day).max(0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_and_years_begin_where_calendars_say() {
        for (day, quarter, year, before) in [
            ("2026-11-21", "2026-10-01", "2026-01-01", "2025-11-21"),
            ("2026-01-01", "2026-01-01", "2026-01-01", "2025-01-01"),
            ("2026-03-31", "2026-01-01", "2026-01-01", "2025-03-31"),
            ("2024-02-29", "2024-01-01", "2024-01-01", "2023-02-28"),
            ("2025-12-31", "2025-10-01", "2025-01-01", "2024-12-31"),
            ("1970-05-05", "1970-04-01", "1970-01-01", "1970-01-01"),
        ] {
            let read = |text| Day::parse(text).unwrap();
            let of = read(day);
            let starts = (of.quarter_start(), of.year_start(), of.year_before());
            assert_eq!(starts, (read(quarter), read(year), read(before)), "{day}");
        }
    }
}
