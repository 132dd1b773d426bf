//! Calendar days.

use std::fmt::{self, Display, Formatter};

use crate::time::civil::{DAY_S, LAST_S, civil, day_number, is_day, numbers};

/// A calendar day, without a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Days since 1970-01-01.
    pub(super) number: i64,
}

impl Day {
    /// Parses a day such as `2026-11-21`. `None` for any other form, for a day that does not exist, and for years
    /// before 1970.
    pub fn parse(text: &str) -> Option<Self> {
        let &[year, month, day] = &numbers(text, '-', &[4, 2, 2])?[..] else { return None };
        let fits = (1970..=9999).contains(&year) && is_day(year, month, day);
        fits.then(|| Self { number: day_number(year, month, day) })
    }

    /// The local day of a time in milliseconds since 1970 (UTC), with local time `utc_offset_min` minutes ahead of UTC.
    /// Times outside 1970 to 9999 give the nearest day in that range.
    pub fn of(wall_ms: i64, utc_offset_min: i16) -> Self {
        let local_s = (wall_ms / 1_000).saturating_add(i64::from(utc_offset_min) * 60);
        Self { number: local_s.clamp(0, LAST_S) / DAY_S }
    }

    /// The next day.
    #[must_use]
    pub const fn next(self) -> Self {
        Self { number: self.number + 1 }
    }

    /// The number of days from `other` to this day; negative if this day is earlier.
    pub const fn days_since(self, other: Self) -> i64 {
        self.number - other.number
    }

    /// The start of the day in UTC, in milliseconds since 1970.
    pub const fn utc_ms(self) -> i64 {
        self.number * DAY_S * 1_000
    }
}

impl Display for Day {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.number);
        write!(to, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::rfc3339;

    #[test]
    fn a_day_is_read_as_written_and_begins_at_midnight_where_one_is() {
        for text in ["1970-01-01", "2024-02-29", "2026-11-21", "9999-12-31"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["", "2026-11", "2026-02-29", "2026-13-01", "1969-12-31", "26-11-21", "2026-1-1"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        let evening_ms = 1_795_291_200_000;
        let day = Day::parse("2026-11-21").unwrap();
        assert_eq!((Day::of(evening_ms, 60), Day::of(evening_ms + 3 * 3_600_000, 0)), (day, day));
        assert_eq!(Day::of(evening_ms + 3 * 3_600_000, 60), day.next());
        assert_eq!(Day::of(i64::MIN, -600), Day::of(0, 0));
        assert_eq!(rfc3339(day.utc_ms(), 0), "2026-11-21T00:00:00.000+00:00");
    }
}
