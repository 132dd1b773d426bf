//! The timeline of a meeting: maps timestamps to positions and tolerates changes of the machine's clocks.

use crate::event::Event;
use crate::event::away::Counted;
use crate::event::id::EventId;
use crate::event::kind::EventKind;
use crate::event::timestamp::{DocumentId, Timestamp};
use crate::meeting::gap_detection::{AHEAD_MS, PLAUSIBLE_TURN_MS, Passed};
use crate::meeting::state::Found;

/// Maps timestamps to positions in a meeting, in milliseconds from its start.
///
/// The first event of each document is positioned by the wall clock, relative to the event before it. Later events of
/// the document are positioned by its monotonic clock, up to detected away time, after which a new reference point is
/// set. Clock errors therefore do not accumulate, and a position never depends on what was undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The reference point of each document.
    anchors: Vec<Anchor>,
    /// The last event that was placed.
    last: Anchor,
    /// The detected away time, in order and without overlaps.
    found: Vec<Found>,
}

/// A reference point: a timestamp and its position in milliseconds from the start of the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Anchor {
    at: Timestamp,
    position_ms: u64,
}

impl Timeline {
    /// Creates a timeline on which `opened` is at `began_ms_ago` milliseconds after the start.
    pub fn starting(opened: Timestamp, began_ms_ago: u64) -> Self {
        let last = Anchor { at: opened, position_ms: began_ms_ago };
        Self { anchors: vec![last], last, found: Vec::new() }
    }

    /// Returns this timeline with the away time of an imported meeting.
    pub(crate) fn with_found(mut self, found: Vec<Found>) -> Self {
        self.found = found;
        self
    }

    /// Places the next event of the log and returns its position in milliseconds from the start. The position is never
    /// before that of the last placed event.
    pub fn place(&mut self, event: &Event) -> u64 {
        if let EventKind::AwayFound { since } = event.kind {
            self.find(event, since);
        }
        let position_ms = self.position(event.at);
        self.last = Anchor { at: event.at, position_ms };
        if self.anchor(event.at.boot).is_none() {
            self.anchors.push(self.last);
        }
        position_ms
    }

    /// Returns the position of a timestamp, in milliseconds from the start. The result is never before the last placed
    /// event; for an earlier timestamp it is the position of that event.
    pub fn position(&self, at: Timestamp) -> u64 {
        let anchor = self.anchor(at.boot).unwrap_or(self.last);
        anchor.position_ms.saturating_add(at.since(anchor.at)).max(self.last.position_ms)
    }

    /// Returns the detected away time, in order and without overlaps.
    pub(crate) fn found(&self) -> &[Found] {
        &self.found
    }

    /// Sets what the away time detected by the event `away` counts as.
    pub(crate) fn count(&mut self, away: EventId, counted: Counted) {
        for found in self.found.iter_mut().filter(|found| found.id == away) {
            found.said = Some(counted);
        }
    }

    /// Records the away time since a timestamp, and sets a new reference point for the document of the event after it.
    fn find(&mut self, event: &Event, since: Timestamp) {
        let Anchor { at: since, position_ms: from_ms } = self.exactly(since);
        let Passed { credit_ms, whole_ms } = Passed::between(since, event.at);
        let end_ms = from_ms.saturating_add(whole_ms);
        self.anchors.retain(|anchor| anchor.at.boot != event.at.boot);
        self.anchors.push(Anchor { at: event.at, position_ms: end_ms });

        // It is not known when in this period the monotonic clock was stopped: the time that it measured is credited
        // first, and the rest at the end is away.
        let is_measured = credit_ms == whole_ms;
        let away_ms = if is_measured { whole_ms } else { whole_ms - credit_ms };
        // Another tab may have detected the same gap: what it left out is subtracted. The away time does not start
        // before the last event, because the page was running then.
        let again_ms = if is_measured { 0 } else { self.left_out_since(from_ms) };
        let earliest_ms = from_ms.max(self.last.position_ms);
        let mut start_ms = (end_ms - away_ms.saturating_sub(again_ms)).max(earliest_ms);
        // Nor is time credited that is longer than any plausible turn.
        if start_ms - earliest_ms > PLAUSIBLE_TURN_MS {
            start_ms = earliest_ms;
        }
        let left_ms = end_ms.saturating_sub(start_ms);
        let is_credited = is_measured && left_ms <= PLAUSIBLE_TURN_MS;
        // Two tabs may resume a few seconds apart: such a remainder is not recorded as a second gap.
        if left_ms > 0 && (left_ms == away_ms || left_ms >= AHEAD_MS) {
            self.found.push(Found { id: event.id(), start_ms, end_ms, is_credited, said: None });
        }
    }

    /// Returns the position of a timestamp that may be before the last event, but not before the reference point of
    /// its document.
    fn exactly(&self, at: Timestamp) -> Anchor {
        match self.anchor(at.boot) {
            Some(anchor) if at.mono_ms < anchor.at.mono_ms => anchor,
            Some(anchor) => {
                Anchor { at, position_ms: anchor.position_ms.saturating_add(at.since(anchor.at)) }
            }
            None => {
                let wall_ms = at.wall_ms.saturating_sub(self.last.at.wall_ms);
                Anchor { at, position_ms: self.last.position_ms.saturating_add_signed(wall_ms) }
            }
        }
    }

    /// Returns how much of the time after `from_ms` was detected as away and not credited, in milliseconds.
    fn left_out_since(&self, from_ms: u64) -> u64 {
        let left_out = self.found.iter().filter(|found| !found.is_credited);
        left_out.map(|found| found.end_ms.saturating_sub(found.start_ms.max(from_ms))).sum()
    }

    /// Returns the reference point of a document; `None` if none of its events was placed.
    fn anchor(&self, boot: DocumentId) -> Option<Anchor> {
        self.anchors.iter().copied().find(|anchor| anchor.at.boot == boot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::id::Record;
    use crate::event::kind::EventKind;

    fn at(boot: u64, wall_ms: i64, mono_ms: u64) -> Timestamp {
        Timestamp { boot: DocumentId::from_random(boot), wall_ms, mono_ms }
    }

    fn event(at: Timestamp) -> Event {
        Event { n: 1, at, of: Record::Settings, kind: EventKind::MomentMarked, raw: None }
    }

    #[test]
    fn a_reload_is_bridged_by_the_wall_clock() {
        let mut timeline = Timeline::starting(at(1, 10_000, 500), 0);
        assert_eq!(timeline.place(&event(at(1, 99, 1_500))), 1_000);
        assert_eq!(timeline.position(at(2, 2_099, 3)), 3_000);
        assert_eq!(timeline.place(&event(at(2, 2_099, 3))), 3_000);
        assert_eq!(timeline.place(&event(at(2, 0, 13))), 3_010);
    }

    #[test]
    fn two_documents_that_take_turns_do_not_add_up_their_clocks_errors() {
        let mut timeline = Timeline::starting(at(1, 1_000, 0), 0);
        for step in 1..=100_u64 {
            let wall = i64::try_from(step * 10).unwrap();
            timeline.place(&event(at(1, 1_000 + wall, step * 10)));
            timeline.place(&event(at(2, 990 + wall, step * 10 + 70)));
        }
        assert_eq!(timeline.position(at(1, 0, 1_000)), 1_000);
    }

    #[test]
    fn a_meeting_that_began_before_the_touch_has_its_start_there() {
        let timeline = Timeline::starting(at(1, 0, 0), 600_000);
        assert_eq!(timeline.position(at(1, 0, 25)), 600_025);
    }
}
