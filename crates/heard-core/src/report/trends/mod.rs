//! What the last meetings and the last months come to, side by side: figures for pictures, and no judgement of them.
//!
//! What may live here is arithmetic over meetings and loops, in whole numbers. Nothing says that more or less of something
//! is better, and no client is held against another.

mod met;
mod months;
mod scale;
mod silence;
mod spread;

pub use met::{MEETINGS, Met, clients, met};
pub use months::{MONTHS, MonthEnd, Months, Silence, months};
pub use scale::Scale;
pub use silence::silence_on;
pub use spread::Spread;

/// With fewer meetings or loops than this there is no picture yet: two points make a line out of anything.
pub const ENOUGH: usize = 3;
