//! Where a meeting's stories lie, so that they can be shown: the opening one, and the longest that we were told.

use crate::event::floor::Party;
use crate::meeting::interval::Interval;
use crate::meeting::metrics::Turn;

/// The places of two stories, each from and to in milliseconds from the start of the meeting. What lies between may hold
/// more than the story: a break, an open floor, time that is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    /// What the client said before we first took the floor; none if we never did, or if they said nothing before.
    pub opening: Option<(u64, u64)>,
    /// The client's longest turn; of several that are as long, the first.
    pub longest: Option<(u64, u64)>,
}

impl Stories {
    /// Finds them in stretches that tile a meeting.
    pub fn of(stretches: &[Interval]) -> Self {
        let mut stories = Self::default();
        let (mut turn, mut longest_ms) = (Turn::default(), 0);
        let (mut theirs, mut taken) = (None, false);
        for stretch in stretches {
            turn.go_on(stretch);
            if turn.of == Some(Party::Client) && turn.ms > longest_ms {
                longest_ms = turn.ms;
                stories.longest = Some((turn.start_ms, turn.end_ms));
            }
            if turn.of == Some(Party::Consultant) && !taken {
                (stories.opening, taken) = (theirs, true);
            }
            if stretch.party() == Some(Party::Client) {
                let (start_ms, _) = theirs.unwrap_or((stretch.start_ms, 0));
                theirs = Some((start_ms, stretch.end_ms));
            }
        }
        stories
    }
}
