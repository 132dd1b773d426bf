//! The figures of a meeting, derived from its stretches and never added up by a clock.

use crate::edit::{State, Stretch};
use crate::floor::{Floor, Party};

/// Bits of a time that still can be multiplied: 557 years in milliseconds.
const SHARE_BITS: u32 = 44;

/// What a meeting came to. All times are in milliseconds; talk, listen, open and break add up to the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// The consultant had the floor.
    pub talk_ms: u64,
    /// The client had the floor.
    pub listen_ms: u64,
    /// Nobody had it.
    pub open_ms: u64,
    /// The meeting rested.
    pub break_ms: u64,
    /// What the client said before we first took the floor; none if we never did.
    pub opening_story_ms: Option<u64>,
    /// The client's longest turn.
    pub longest_story_ms: u64,
    /// The consultant's longest turn.
    pub longest_talk_ms: u64,
    /// How often the floor went from one party to the other.
    pub floor_changes: u32,
}

impl Measures {
    /// Measures stretches that tile a meeting.
    pub fn of(stretches: &[Stretch]) -> Self {
        let mut measures = Self::default();
        let mut last_party = None;
        for stretch in stretches {
            measures.add(stretch);
            if let State::Floor(floor) = stretch.state
                && let Some(party) = floor.party()
            {
                measures.floor_changes += u32::from(last_party.is_some_and(|last| last != party));
                last_party = Some(party);
            }
        }
        measures
    }

    fn add(&mut self, stretch: &Stretch) {
        let ms = stretch.ms();
        match stretch.state {
            State::Floor(Floor::Client) => {
                self.listen_ms += ms;
                self.longest_story_ms = self.longest_story_ms.max(ms);
            }
            State::Floor(Floor::Consultant) => {
                self.opening_story_ms.get_or_insert(self.listen_ms);
                self.talk_ms += ms;
                self.longest_talk_ms = self.longest_talk_ms.max(ms);
            }
            State::Floor(Floor::Open) => self.open_ms += ms,
            State::Break => self.break_ms += ms,
        }
    }

    /// The whole meeting, breaks and all.
    pub const fn elapsed_ms(&self) -> u64 {
        self.talk_ms + self.listen_ms + self.open_ms + self.break_ms
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
