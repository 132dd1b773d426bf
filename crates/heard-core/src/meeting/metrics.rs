//! The metrics of a meeting, computed from its intervals and never accumulated by a timer.

use crate::event::floor::Party;
use crate::meeting::interval::Interval;
use crate::meeting::state::State;

/// The number of bits of a time that can be multiplied without overflow: 2^44 milliseconds are 557 years.
const SHARE_BITS: u32 = 44;

/// The metrics of a meeting. All times are in milliseconds; talk, listen, open, break and left-out time add up to the
/// whole meeting. Away time that counts for a party is treated as that party's in every metric except `floor_changes`,
/// which follows the recorded changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metrics {
    /// Time for which the consultant had the floor, including away time that counts as such.
    pub talk_ms: u64,
    /// Time for which the client had the floor, including away time that counts as such.
    pub listen_ms: u64,
    /// Time for which the floor was open.
    pub open_ms: u64,
    /// Time in breaks.
    pub break_ms: u64,
    /// Away time that counts for neither party.
    pub left_out_ms: u64,
    /// The speech of the client before the consultant first took the floor; `None` if the consultant never did.
    pub opening_story_ms: Option<u64>,
    /// The longest turn of the client.
    pub longest_story_ms: u64,
    /// The longest turn of the consultant.
    pub longest_talk_ms: u64,
    /// The number of times the floor went from one party to the other, whether or not the page was running before.
    pub floor_changes: u32,
}

impl Metrics {
    /// Computes the metrics of intervals that are in order and without gaps or overlaps.
    pub fn of(stretches: &[Interval]) -> Self {
        let mut measures = Self::default();
        let mut turn = Turn::default();
        let mut last_party = None;
        for stretch in stretches {
            measures.add(stretch);
            turn.go_on(stretch);
            measures.compare(&turn);
            if let Some(party) = stretch.holder() {
                measures.floor_changes += u32::from(last_party.is_some_and(|last| last != party));
                last_party = Some(party);
            }
        }
        measures
    }

    /// Adds the length of an interval to the total of its category.
    fn add(&mut self, stretch: &Interval) {
        let part = match (stretch.party(), stretch.state) {
            (Some(Party::Client), _) => &mut self.listen_ms,
            (Some(Party::Consultant), _) => &mut self.talk_ms,
            (None, _) if stretch.is_left_out() => &mut self.left_out_ms,
            (None, State::Floor(_)) => &mut self.open_ms,
            (None, State::Break) => &mut self.break_ms,
        };
        *part += stretch.ms();
    }

    /// Updates the opening story and the longest turns with the present turn.
    fn compare(&mut self, turn: &Turn) {
        match turn.of {
            Some(Party::Client) => self.longest_story_ms = self.longest_story_ms.max(turn.ms),
            Some(Party::Consultant) => {
                self.opening_story_ms.get_or_insert(self.listen_ms);
                self.longest_talk_ms = self.longest_talk_ms.max(turn.ms);
            }
            None => {}
        }
    }

    /// Returns the length of the whole meeting in milliseconds, including breaks.
    pub const fn elapsed_ms(&self) -> u64 {
        self.speech_ms() + self.open_ms + self.break_ms + self.left_out_ms
    }

    /// Returns talk and listen time together, in milliseconds. A share of speech is relative to this time.
    pub const fn speech_ms(&self) -> u64 {
        self.talk_ms + self.listen_ms
    }

    /// Returns a party's share of speech in parts of `whole`, rounded half up; `None` before anyone has spoken.
    ///
    /// `whole` is at most 10,000. The shares of the two parties add up to `whole`: the client's share is the remainder
    /// of the consultant's.
    pub fn share_of_speech(&self, party: Party, whole: u64) -> Option<u64> {
        let (mut talk, mut speech) = (self.talk_ms, self.speech_ms());
        if speech == 0 {
            return None;
        }
        // Times of centuries come only from wrong clocks: their lowest bits are dropped so that the product fits in a
        // `u64`.
        let excess = (64 - speech.leading_zeros()).saturating_sub(SHARE_BITS);
        (talk, speech) = (talk >> excess, speech >> excess);
        let talk = (talk * whole * 2 + speech) / (speech * 2);
        Some(if party == Party::Consultant { talk } else { whole - talk })
    }

    /// Returns the share of speech of the consultant in whole percent (0 to 100); `None` before anyone has spoken.
    pub fn talk_percent(&self) -> Option<u64> {
        self.share_of_speech(Party::Consultant, 100)
    }
}

/// The present turn of a party, accumulated interval by interval.
#[derive(Default)]
pub(crate) struct Turn {
    /// The party that has the turn; `None` in an open floor or a break.
    pub(crate) of: Option<Party>,
    /// The length without left-out time, in milliseconds.
    pub(crate) ms: u64,
    /// The start of its first interval that counts, in milliseconds from the start of the meeting.
    pub(crate) start_ms: u64,
    /// The end of its last interval that counts, in milliseconds from the start of the meeting.
    pub(crate) end_ms: u64,
}

impl Turn {
    /// Extends the turn by the next interval, or begins a new one. Left-out time within a party's turn does not end
    /// it; time that counts for the other party does.
    pub(crate) fn go_on(&mut self, stretch: &Interval) {
        let left_out = stretch.is_left_out();
        let of = if left_out { stretch.holder() } else { stretch.party() };
        if self.of != of {
            *self = Self { of, ..Self::default() };
        }
        if left_out {
            return;
        }
        if self.ms == 0 {
            self.start_ms = stretch.start_ms;
        }
        self.ms += stretch.ms();
        self.end_ms = stretch.end_ms;
    }
}
