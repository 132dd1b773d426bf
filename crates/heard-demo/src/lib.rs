//! Generates notebooks: fictional clients, their meetings and their loops, the same for the same seed.
//!
//! They are used for demonstrations and for measurements. A notebook contains only events that the
//! core accepts. Nothing here reads a clock, and all random choices depend on the seed alone.

mod client;
mod generate;
mod loop_course;
mod meeting;
mod phrases;
mod random;
mod recorder;
mod review;
mod size;
mod start_times;
mod task_queue;

use heard_core::Event;
use heard_core::time::Local;

use size::Size;

/// Generates the events of the year before `until`: 60 clients, 500 meetings, 800 loops.
pub fn year(seed: u64, until: Local) -> Vec<Event> {
    generate::events(seed, until, &Size::YEAR)
}

/// Generates the events of the ten weeks before `until`: 5 clients, 12 meetings, 24 loops.
pub fn small(seed: u64, until: Local) -> Vec<Event> {
    generate::events(seed, until, &Size::SMALL)
}
