//! Gap detection: whether the page was suspended or closed for a while, computed from two readings of the wall clock
//! and of the monotonic clock.
//!
//! This module has no timer. The caller checks on every timer event and every input, and passes the last moment at
//! which Heard is known to have been running: that of this document, or for a new document the newest stored one. A
//! gap is stored as [`crate::EventKind::AwayFound`] before the event of the input. The timeline computes how long the
//! gap lasted.

use crate::event::timestamp::Timestamp;

/// The delay of a timer, in milliseconds, above which the page was suspended. Browsers throttle the timers of a hidden
/// page to once a minute ("intensive throttling", Chromium since 88), so the limit is that minute plus a margin of
/// half a minute.
pub const LONG_GAP_MS: u64 = 90_000;

/// The lead of the wall clock over the monotonic clock, in milliseconds, up to which there is no gap. Corrections by
/// NTP are smaller. During sleep on Linux and macOS the monotonic clock stops, so the lead grows by the length of the
/// sleep.
pub const AHEAD_MS: u64 = 10_000;

/// The time between two documents, in milliseconds, below which the page was only reloaded and there is no gap.
pub const RELOAD_MS: u64 = 10_000;

/// The length of a gap, in milliseconds, up to which the turn around it most likely went on: 20 minutes. Few turns are
/// longer, so a longer gap counts for neither party until the user says otherwise. The figure is our own convention.
pub const PLAUSIBLE_TURN_MS: u64 = 20 * 60_000;

/// What triggered a gap check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wake {
    /// A timer that was due within seconds, on time or late.
    Pulse,
    /// An input by the user, or a call by the host.
    Touch,
}

/// Detects a gap between `last`, the last moment at which the page is known to have been running, and `now`. Returns
/// `last`, the start of the gap, or `None` if there is no gap.
///
/// A long time between two inputs is not a gap if both clocks agree: the page may have been running without input.
/// Only a late timer shows that the page was suspended. The totals therefore do not depend on how often a timer fires.
pub fn missed(last: Timestamp, now: Timestamp, how: Wake) -> Option<Timestamp> {
    let Passed { credit_ms, whole_ms } = Passed::between(last, now);
    let missed = if now.boot == last.boot {
        let wall_ms = now.wall_ms.saturating_sub(last.wall_ms);
        let fell_behind = wall_ms.saturating_add_unsigned(AHEAD_MS)
            < i64::try_from(credit_ms).unwrap_or(i64::MAX);
        let stood_still = how == Wake::Pulse && credit_ms > LONG_GAP_MS && !fell_behind;
        whole_ms > credit_ms || stood_still
    } else {
        whole_ms >= RELOAD_MS
    };
    missed.then_some(last)
}

/// The time that passed between two moments.
pub(crate) struct Passed {
    /// The time measured by the monotonic clock, in milliseconds.
    pub(crate) credit_ms: u64,
    /// The whole time in milliseconds, never less than `credit_ms`.
    pub(crate) whole_ms: u64,
}

impl Passed {
    /// Computes the time between two moments. Within one document it is measured by the monotonic clock, unless the
    /// wall clock is ahead by more than [`AHEAD_MS`]; between two documents only the wall clock can be used.
    pub(crate) fn between(earlier: Timestamp, later: Timestamp) -> Self {
        let wall_ms = later.wall_ms.saturating_sub(earlier.wall_ms);
        let wall_ms = u64::try_from(wall_ms).unwrap_or(0);
        if later.boot != earlier.boot {
            return Self { credit_ms: 0, whole_ms: wall_ms };
        }
        let credit_ms = later.mono_ms.saturating_sub(earlier.mono_ms);
        let ran_ahead = wall_ms > credit_ms.saturating_add(AHEAD_MS);
        Self { credit_ms, whole_ms: if ran_ahead { wall_ms } else { credit_ms } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::timestamp::DocumentId;

    const LAST: Timestamp =
        Timestamp { boot: DocumentId::from_random(1), wall_ms: 1_000_000, mono_ms: 500_000 };

    /// Whether a gap is detected by a timer and by an input after the clocks advanced by these times.
    fn after(wall_ms: i64, mono_ms: i64) -> (bool, bool) {
        let now = Timestamp {
            wall_ms: LAST.wall_ms + wall_ms,
            mono_ms: LAST.mono_ms.saturating_add_signed(mono_ms),
            ..LAST
        };
        both(now)
    }

    fn both(now: Timestamp) -> (bool, bool) {
        let since = |how| missed(LAST, now, how).map(|since| assert_eq!(since, LAST)).is_some();
        (since(Wake::Pulse), since(Wake::Touch))
    }

    const NEITHER: (bool, bool) = (false, false);
    const ONLY_BY_A_PULSE: (bool, bool) = (true, false);
    const BY_BOTH: (bool, bool) = (true, true);

    #[test]
    fn a_page_that_runs_or_is_held_back_to_once_a_minute_misses_nothing() {
        for ms in [0, 1, 5_000, 60_000, 90_000] {
            assert_eq!(after(ms, ms), NEITHER, "{ms}");
            assert_eq!(after(ms + 10_000, ms), NEITHER, "{ms} and ten seconds of drift");
        }
    }

    #[test]
    fn a_late_timer_proves_that_the_page_stood_still_and_a_late_touch_does_not() {
        assert_eq!(after(90_001, 90_001), ONLY_BY_A_PULSE);
        assert_eq!(after(3_600_000, 3_600_000), ONLY_BY_A_PULSE);
        assert_eq!(after(3_610_000, 3_600_000), ONLY_BY_A_PULSE);
        assert_eq!(after(3_590_000, 3_600_000), ONLY_BY_A_PULSE);
    }

    #[test]
    fn a_wall_clock_that_ran_ahead_is_missed_time_whoever_notices() {
        assert_eq!(after(10_001, 0), BY_BOTH);
        assert_eq!(after(600_000, 5_000), BY_BOTH);
        assert_eq!(after(3_610_001, 3_600_000), BY_BOTH);
    }

    #[test]
    fn a_wall_clock_that_fell_behind_says_nothing() {
        assert_eq!(after(-3_600_000, 5_000), NEITHER);
        assert_eq!(after(3_589_999, 3_600_000), NEITHER);
        assert_eq!(after(-10_000, 3_600_000), NEITHER);
    }

    #[test]
    fn a_new_document_is_a_reload_below_ten_seconds() {
        let new = |wall_ms| {
            both(Timestamp {
                boot: DocumentId::from_random(2),
                wall_ms: LAST.wall_ms + wall_ms,
                mono_ms: 40,
            })
        };
        assert_eq!([new(-86_400_000), new(0), new(9_999)], [NEITHER; 3]);
        assert_eq!([new(10_000), new(86_400_000)], [BY_BOTH; 2]);
    }

    #[test]
    fn a_monotonic_clock_that_went_back_counts_as_standing() {
        assert_eq!(after(5_000, -400_000), NEITHER);
        assert_eq!(after(10_001, -400_000), BY_BOTH);
        assert_eq!(after(-5_000, -400_000), NEITHER);
    }

    #[test]
    fn clocks_gone_mad_do_not_overflow() {
        let first = Timestamp { wall_ms: i64::MIN, mono_ms: 0, ..LAST };
        let last = Timestamp { wall_ms: i64::MAX, mono_ms: u64::MAX, ..LAST };
        assert_eq!(missed(first, last, Wake::Pulse), Some(first));
        assert_eq!(missed(first, last, Wake::Touch), None);
        assert_eq!(missed(last, first, Wake::Pulse), None);
    }
}
