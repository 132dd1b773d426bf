//! How many clients, meetings and loops to generate.

/// The size of a generated notebook. It has exactly these counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// Clients, each with at least one meeting.
    pub(crate) clients: usize,
    /// Meetings, all of them ended.
    pub(crate) meetings: usize,
    /// Loops; one that was raised again counts once.
    pub(crate) loops: usize,
    /// Days over which the meetings are spread.
    pub(crate) days: i64,
}

impl Size {
    /// A busy year.
    pub(crate) const YEAR: Self = Self { clients: 60, meetings: 500, loops: 800, days: 365 };
    /// Enough for a first look.
    pub(crate) const SMALL: Self = Self { clients: 5, meetings: 12, loops: 24, days: 70 };
}
