//! A time with its offset from UTC.

use crate::time::civil::{DAY_S, LAST_S};
use crate::time::{Day, rfc3339};

/// A time by the wall clock with the offset of local time from UTC, which determines its calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Local {
    /// Milliseconds since 1970 (UTC) by the wall clock.
    pub wall_ms: i64,
    /// The offset of local time from UTC in minutes, positive if local time is ahead.
    pub utc_offset_min: i16,
}

impl Local {
    /// The local calendar day.
    pub fn day(self) -> Day {
        Day::of(self.wall_ms, self.utc_offset_min)
    }

    /// The local time of day in whole seconds since midnight, 0 to 86,399. It belongs to [`Local::day`], also for times
    /// outside 1970 to 9999.
    pub fn second_of_day(self) -> i64 {
        let local_s = (self.wall_ms / 1_000).saturating_add(i64::from(self.utc_offset_min) * 60);
        local_s.clamp(0, LAST_S) % DAY_S
    }

    /// Formats the time as RFC 3339.
    pub fn rfc3339(self) -> String {
        rfc3339(self.wall_ms, self.utc_offset_min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_of_the_day_is_the_local_one() {
        let at = |wall_ms, utc_offset_min| Local { wall_ms, utc_offset_min }.second_of_day();
        assert_eq!((at(0, 0), at(999, 60), at(23 * 3_600_000, 90)), (0, 3_600, 1_800));
        assert_eq!((at(i64::MIN, 0), at(i64::MAX, 0)), (0, 86_399));
    }
}
