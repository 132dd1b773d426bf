//! A moment where one is.

use crate::time::{Day, rfc3339};

/// A moment of the wall clock, and what local time was there and then: only so does it have a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Local {
    /// Milliseconds since 1970 by the wall clock.
    pub wall_ms: i64,
    /// Minutes that local time was ahead of UTC.
    pub utc_offset_min: i16,
}

impl Local {
    /// The day on which it was, for those who were there.
    pub fn day(self) -> Day {
        Day::of(self.wall_ms, self.utc_offset_min)
    }

    /// The moment as RFC 3339 writes it.
    pub fn rfc3339(self) -> String {
        rfc3339(self.wall_ms, self.utc_offset_min)
    }
}
