//! Claims about the notebooks that nobody lived.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says no by panicking")]
#![allow(clippy::print_stdout, reason = "what was measured is printed")]

mod admitted;
mod counts;
mod files;
mod loops;
mod speed;

use heard_core::Event;
use heard_core::calendar::Local;

/// Saturday, 21 November 2026, 21:00 in Berlin.
const EVENING: Local = Local { wall_ms: 1_795_291_200_000, utc_offset_min: 60 };

/// The year that most claims are about.
fn year() -> Vec<Event> {
    heard_demo::year(1, EVENING)
}
