//! What the last meetings and the last months come to, side by side: figures for pictures, and no judgement of them.
//!
//! What may live here is arithmetic over meetings and loops, in whole numbers. Nothing says that more or less of something
//! is better, and no client is held against another.

mod met;
mod months;
mod scale;
mod silence;
mod spread;

pub use met::{Met, clients, met};
pub use months::{MonthEnd, Months, Silence, months};
pub use scale::Scale;
pub use silence::silence_on;
pub use spread::Spread;

/// How many meetings back a picture goes.
pub const MEETINGS: usize = 24;
/// How many months back a picture goes, the one that runs included.
pub const MONTHS: usize = 12;
/// With fewer meetings or loops than this there is no picture yet: two points make a line out of anything.
pub const ENOUGH: usize = 3;
