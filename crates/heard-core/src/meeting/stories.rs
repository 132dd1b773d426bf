//! The positions of two stories in a meeting: the opening story, and the longest turn of the client.

use crate::event::floor::Party;
use crate::meeting::interval::Interval;
use crate::meeting::metrics::Turn;

/// The positions of two stories, each as start and end in milliseconds from the start of the meeting. The range
/// between them may also contain a break, an open floor, or time that is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    /// The speech of the client before the consultant first took the floor; `None` if the consultant never did, or if
    /// the client did not speak before.
    pub opening: Option<(u64, u64)>,
    /// The longest turn of the client, the first of several equally long ones; `None` if the client did not speak.
    pub longest: Option<(u64, u64)>,
}

impl Stories {
    /// Finds the stories in the intervals of a meeting, which must be in order and without gaps or overlaps.
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
