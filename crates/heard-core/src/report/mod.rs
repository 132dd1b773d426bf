//! Reports for people: the recap of a meeting, the sheet of a client, trends, and the geometry of charts.

pub mod chart;
pub mod recap;
pub mod sheet;
pub mod trends;
