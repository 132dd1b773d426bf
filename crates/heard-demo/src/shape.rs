//! How much there is of everything.

/// How large a notebook is. The counts are kept exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How many clients, each of whom was met at least once.
    pub clients: usize,
    /// How many meetings, all of them ended.
    pub meetings: usize,
    /// How many loops; what was raised again counts once.
    pub loops: usize,
    /// Over how many days the meetings are spread.
    pub days: i64,
}

impl Shape {
    /// A busy year.
    pub const YEAR: Self = Self { clients: 60, meetings: 500, loops: 800, days: 365 };
    /// A first look.
    pub const SMALL: Self = Self { clients: 5, meetings: 12, loops: 24, days: 70 };
}
