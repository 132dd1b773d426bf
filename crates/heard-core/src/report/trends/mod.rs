//! The metrics of the last meetings and months, for charts.
//!
//! This module contains only integer arithmetic over meetings and loops. It rates no value as better than another, and
//! it does not compare clients with each other.

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

/// The smallest number of meetings or loops for which a chart is shown: a line through two points would suggest a trend
/// that the data does not support.
pub const ENOUGH: usize = 3;
