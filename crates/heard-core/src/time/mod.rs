//! Days, months, local times and durations, and their forms as text.

mod civil;
mod day;
mod duration;
mod local;
mod month;
mod periods;
mod rfc3339;

pub use day::Day;
pub use duration::clock;
pub use local::Local;
pub use month::Month;
pub use rfc3339::{read_rfc3339, rfc3339};
