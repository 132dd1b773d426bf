//! A time with its offset from UTC.

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

    /// Formats the time as RFC 3339.
    pub fn rfc3339(self) -> String {
        rfc3339(self.wall_ms, self.utc_offset_min)
    }
}
