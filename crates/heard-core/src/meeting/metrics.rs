//! The figures of a meeting, derived from its stretches and never added up by a clock.

use crate::event::floor::Party;
use crate::meeting::interval::Interval;
use crate::meeting::state::State;

/// Bits of a time that still can be multiplied: 557 years in milliseconds.
const SHARE_BITS: u32 = 44;

/// What a meeting came to. All times are in milliseconds; talk, listen, open, break and what is left out add up to the
/// whole. Time away that counts as somebody's is theirs in every respect but one: it is no change of floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metrics {
    /// The consultant had the floor, or away time counts as if so.
    pub talk_ms: u64,
    /// The client had the floor, or away time counts as if so.
    pub listen_ms: u64,
    /// Nobody had it.
    pub open_ms: u64,
    /// The meeting rested.
    pub break_ms: u64,
    /// Nobody can vouch for it, and it counts as nobody's.
    pub left_out_ms: u64,
    /// What the client said before we first took the floor; none if we never did.
    pub opening_story_ms: Option<u64>,
    /// The client's longest turn.
    pub longest_story_ms: u64,
    /// The consultant's longest turn.
    pub longest_talk_ms: u64,
    /// How often the floor went from one party to the other.
    pub floor_changes: u32,
}

impl Metrics {
    /// Metrics stretches that tile a meeting.
    pub fn of(stretches: &[Interval]) -> Self {
        let mut measures = Self::default();
        let mut turn = Turn::default();
        let mut last_party = None;
        for stretch in stretches {
            measures.add(stretch);
            turn.go_on(stretch);
            measures.compare(&turn);
            if stretch.away.is_none()
                && let Some(party) = stretch.holder()
            {
                measures.floor_changes += u32::from(last_party.is_some_and(|last| last != party));
                last_party = Some(party);
            }
        }
        measures
    }

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

    /// The whole meeting, breaks and all.
    pub const fn elapsed_ms(&self) -> u64 {
        self.speech_ms() + self.open_ms + self.break_ms + self.left_out_ms
    }

    /// Talk and listening together: what a share of speech is a share of.
    pub const fn speech_ms(&self) -> u64 {
        self.talk_ms + self.listen_ms
    }

    /// The share of speech of a party in parts of `whole`, rounded half up; none before anybody spoke.
    ///
    /// The two parties' shares add up to `whole`, which is at most 10,000: the client's is what ours leaves.
    pub fn share_of_speech(&self, party: Party, whole: u64) -> Option<u64> {
        let (mut talk, mut speech) = (self.talk_ms, self.speech_ms());
        if speech == 0 {
            return None;
        }
        // Only a clock gone mad tells of centuries; their last digits may go, so that the product fits.
        let excess = (64 - speech.leading_zeros()).saturating_sub(SHARE_BITS);
        (talk, speech) = (talk >> excess, speech >> excess);
        let talk = (talk * whole * 2 + speech) / (speech * 2);
        Some(if party == Party::Consultant { talk } else { whole - talk })
    }

    /// The consultant's share of speech in whole percent.
    pub fn talk_percent(&self) -> Option<u64> {
        self.share_of_speech(Party::Consultant, 100)
    }
}

/// A party's turn so far, whatever is left out of it.
#[derive(Default)]
pub(crate) struct Turn {
    /// Whose it is, if anyone's.
    pub(crate) of: Option<Party>,
    /// Its length without what is left out, in milliseconds.
    pub(crate) ms: u64,
    /// Where what counts of it begins, in milliseconds from the start of the meeting.
    pub(crate) start_ms: u64,
    /// Where what counts of it ends so far, in milliseconds from the start of the meeting.
    pub(crate) end_ms: u64,
}

impl Turn {
    /// What is left out of a party's turn does not end it; what counts as the other's does.
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
