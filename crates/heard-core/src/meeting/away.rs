//! Away: time of a meeting that nobody can vouch for, and what it is to count as.

pub use crate::event::away::Counted;
use crate::event::id::EventId;
use crate::meeting::interval::Interval;
use crate::meeting::state::Found;

/// Time of a meeting that nobody can vouch for, as the user is asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// The event that found it.
    pub id: EventId,
    /// Milliseconds from the start of the meeting.
    pub start_ms: u64,
    /// Milliseconds from the start of the meeting.
    pub end_ms: u64,
    /// What it counts as. If nobody has said and the floor changed in it, what its first part does.
    pub counted: Counted,
    /// Whether nobody has said what it counts as.
    pub is_default: bool,
}

/// What is asked about: an entry for each finding of which something lies in a turn.
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
