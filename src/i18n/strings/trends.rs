//! The texts of the trends screen.

use heard_core::meeting::talk_band::Band;
use heard_core::report::trends::{Silence, Spread};

/// The charts of the last meetings and months.
pub(crate) struct Trends {
    /// The link to the screen.
    pub(crate) link: &'static str,
    /// The heading.
    pub(crate) title: &'static str,
    /// What the charts cover, and who can see them.
    pub(crate) how: &'static str,
    /// The label of the filter by client.
    pub(crate) client: &'static str,
    /// The choice of all clients.
    pub(crate) all: &'static str,
    /// How many meetings are left out until the consultant has guessed; at least 1.
    pub(crate) covered: fn(usize) -> String,
    /// The consultant's share of the talking.
    pub(crate) share: Figure,
    /// The guess beside the actual share.
    pub(crate) guess: Figure,
    /// How long the client talked before the consultant first spoke.
    pub(crate) opening: Figure,
    /// Days without an update at the end of each month.
    pub(crate) silence: Figure,
    /// Loops raised and closed in each month.
    pub(crate) flow: Figure,
    /// `share` in words: how many meetings, and their shares in percent.
    pub(crate) share_gist: fn(usize, Spread) -> String,
    /// `guess` in words: how many meetings, and guess minus actual in percentage points.
    pub(crate) guess_gist: fn(usize, Spread) -> String,
    /// `opening` in words: how many meetings, and the shortest, the median and the longest time.
    pub(crate) opening_gist: fn(usize, [&str; 3]) -> String,
    /// `silence` in words: today's loops (`None` if there are none), and the longest of all months in days.
    pub(crate) silence_gist: fn(Option<Silence>, u64) -> String,
    /// `flow` in words: how many were raised, and how many closed.
    pub(crate) flow_gist: fn(u64, u64) -> String,
    /// The typical range of a meeting type, in the table.
    pub(crate) usual: fn(Band) -> String,
    /// A difference in percentage points with its sign, in the table.
    pub(crate) points: fn(i64) -> String,
}

/// The texts of one chart.
pub(crate) struct Figure {
    /// The heading.
    pub(crate) title: &'static str,
    /// Shown while there is too little data.
    pub(crate) empty: &'static str,
    /// The columns of its table.
    pub(crate) columns: &'static [&'static str],
    /// The legend, in the order in which the chart lists its shapes.
    pub(crate) keys: &'static [&'static str],
}
