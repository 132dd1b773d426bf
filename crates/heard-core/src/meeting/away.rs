//! Away time: time of a meeting during which the page was not running, and what it counts as.

pub use crate::event::away::Counted;
use crate::event::id::EventId;
use crate::meeting::interval::Interval;
use crate::meeting::state::Found;

/// Time of a meeting during which the page was not running, as shown to the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// The id of the event that detected it.
    pub id: EventId,
    /// The start, in milliseconds from the start of the meeting.
    pub start_ms: u64,
    /// The end, in milliseconds from the start of the meeting.
    pub end_ms: u64,
    /// What it counts as. If the user has not chosen and the floor changed during it, this is what its first part
    /// counts as.
    pub counted: Counted,
    /// Whether `counted` is the default because the user has not chosen.
    pub is_default: bool,
}

/// Lists the away time to show to the user: one entry for each detection that overlaps a turn.
pub(crate) fn listed(stretches: &[Interval], found: &[Found]) -> Vec<Away> {
    let mut aways: Vec<Away> = Vec::new();
    for Interval { start_ms, end_ms, away, .. } in stretches.iter().copied() {
        let Some((id, counted)) = away else { continue };
        match aways.last_mut() {
            Some(last) if last.id == id => last.end_ms = end_ms,
            _ => {
                let is_default = !found.iter().any(|found| found.id == id && found.said.is_some());
                aways.push(Away { id, start_ms, end_ms, counted, is_default });
            }
        }
    }
    aways
}
