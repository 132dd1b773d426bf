//! The meeting's own clock: where on it each moment lies, whatever the machine's clocks did.

use crate::event::Event;
use crate::moment::{Boot, Moment};

/// Places moments on a meeting's clock, in milliseconds from its start.
///
/// Each document's first event is placed by the wall clock after the event before it; the rest of that document
/// follows by its monotonic clock. So no error adds up, and a position never depends on what was undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    anchors: Vec<Anchor>,
    last: Anchor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Anchor {
    at: Moment,
    position_ms: u64,
}

impl Timeline {
    /// A clock on which `opened` lies `began_ms_ago` after the start.
    pub fn starting(opened: Moment, began_ms_ago: u64) -> Self {
        let last = Anchor { at: opened, position_ms: began_ms_ago };
        Self { anchors: vec![last], last }
    }

    /// Where an event lies that comes next in the log. Never before the one that came last.
    pub fn place(&mut self, event: &Event) -> u64 {
        let position_ms = self.position(event.at);
        self.last = Anchor { at: event.at, position_ms };
        if self.anchor(event.at.boot).is_none() {
            self.anchors.push(self.last);
        }
        position_ms
    }

    /// Where a moment lies that is not before the last event.
    pub fn position(&self, at: Moment) -> u64 {
        let anchor = self.anchor(at.boot).unwrap_or(self.last);
        anchor.position_ms.saturating_add(at.since(anchor.at)).max(self.last.position_ms)
    }

    fn anchor(&self, boot: Boot) -> Option<Anchor> {
        self.anchors.iter().copied().find(|anchor| anchor.at.boot == boot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Act;
    use crate::id::Record;

    fn at(boot: u64, wall_ms: i64, mono_ms: u64) -> Moment {
        Moment { boot: Boot::from_random(boot), wall_ms, mono_ms }
    }

    fn event(at: Moment) -> Event {
        Event { n: 1, at, of: Record::Settings, act: Act::MomentMarked, raw: None }
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
