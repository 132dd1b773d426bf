//! The figures of a meeting, derived from its stretches and never added up by a clock.

use crate::edit::{State, Stretch};
use crate::floor::{Floor, Party};

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
    /// The two parties' shares add up to `whole`: the client's is what the consultant's leaves.
    pub fn share_of_speech(&self, party: Party, whole: u64) -> Option<u64> {
        let speech = u128::from(self.speech_ms());
        if speech == 0 {
            return None;
        }
        let talk = (u128::from(self.talk_ms) * u128::from(whole) * 2 + speech) / (speech * 2);
        let talk = u64::try_from(talk).unwrap_or(whole);
        Some(if party == Party::Consultant { talk } else { whole - talk })
    }

    /// The consultant's share of speech in whole percent.
    pub fn talk_percent(&self) -> Option<u64> {
        self.share_of_speech(Party::Consultant, 100)
    }
}
