//! Tests of the generated notebooks.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "the tests print their measurements")]

mod accepted;
mod counts;
mod files;
mod loops;
mod speed;

use std::sync::OnceLock;

use heard_core::Event;
use heard_core::codec;
use heard_core::time::Local;

/// Saturday, 21 November 2026, 21:00 in Berlin.
const EVENING: Local = Local { wall_ms: 1_795_291_200_000, utc_offset_min: 60 };

/// The lines of the year that most tests use, generated once.
fn lines() -> &'static [String] {
    static LINES: OnceLock<Vec<String>> = OnceLock::new();
    LINES.get_or_init(|| written(&heard_demo::year(1, EVENING)))
}

/// The events of the year that most tests use.
fn year() -> Vec<Event> {
    lines().iter().map(|line| codec::read(line).expect("a generated line is valid")).collect()
}

fn written(events: &[Event]) -> Vec<String> {
    events.iter().map(codec::write).collect()
}
