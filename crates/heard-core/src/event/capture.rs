//! What is caught of a conversation: marks, captures in words, and tallies.

use serde::Serialize;

use crate::event::floor::Floor;
use crate::event::id::EventId;
use crate::event::review::{Answer, Chain};
use crate::time::Day;

/// What a capture is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A result that the client wants.
    #[default]
    Outcome,
    /// Something that changes how one sees the matter.
    Insight,
    /// A problem that exists now.
    Issue,
    /// What we said we would do.
    Promise,
    /// A bad thing that did not happen to them.
    Spared,
    /// An answer that was not given: parked, and counted.
    Held,
}

impl Kind {
    /// Every kind, in the order in which it is offered.
    pub const ALL: [Self; 6] =
        [Self::Outcome, Self::Insight, Self::Issue, Self::Promise, Self::Spared, Self::Held];

    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Insight => "insight",
            Self::Issue => "issue",
            Self::Promise => "promise",
            Self::Spared => "spared",
            Self::Held => "held",
        }
    }

    /// The kind of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A moment kept, its words to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The event that kept it.
    pub id: EventId,
    /// Milliseconds from the start of the meeting.
    pub at_ms: u64,
    /// Who had the floor; none in a break.
    pub floor: Option<Floor>,
}

/// Something kept in words. The first words are never lost: a correction is a new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The event that caught it.
    pub id: EventId,
    /// What it is of.
    pub kind: Kind,
    /// Milliseconds from the start of the meeting.
    pub at_ms: u64,
    /// Who had the floor; none in a break.
    pub floor: Option<Floor>,
    /// The words as they stand now.
    pub words: String,
    /// Who said them, if that was noted.
    pub said_by: Option<String>,
    /// The versions before, the first words first.
    pub earlier: Vec<String>,
    /// The mark whose words they are.
    pub mark: Option<EventId>,
    /// Our own wording, beside theirs.
    pub ours: Option<String>,
    /// How we will know.
    pub known_by: Option<String>,
    /// By which day.
    pub by: Option<Day>,
    /// What the client said when these very words were read back; none, where they were not.
    pub answer: Option<Answer>,
    /// Its place in what matters most to the client, from 1.
    pub rank: Option<u32>,
    /// How it was worked backwards, in the order of first drawing.
    pub chains: Vec<Chain>,
}

impl Capture {
    /// Something as it was caught, of which nothing more has been said.
    pub(crate) fn new(id: EventId, kind: Kind, at_ms: u64, words: String) -> Self {
        Self {
            id,
            kind,
            at_ms,
            words,
            floor: None,
            said_by: None,
            earlier: Vec::new(),
            mark: None,
            ours: None,
            known_by: None,
            by: None,
            answer: None,
            rank: None,
            chains: Vec::new(),
        }
    }

    /// Whether the client has said yes to these very words.
    pub fn is_confirmed(&self) -> bool {
        self.answer == Some(Answer::Yes)
    }

    /// Whether it begins a loop, or raises one again.
    pub const fn begins_loop(&self) -> bool {
        matches!(self.kind, Kind::Issue | Kind::Promise)
    }

    /// The words as they were first caught.
    pub fn first_words(&self) -> &str {
        self.earlier.first().unwrap_or(&self.words)
    }
}

/// Something counted and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tally {
    /// We asked a question.
    Asked,
    /// We said back what we had heard.
    PlayedBack,
    /// We answered or corrected too soon.
    JumpedIn,
}

impl Tally {
    /// Every tally, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::Asked, Self::PlayedBack, Self::JumpedIn];

    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::PlayedBack => "played-back",
            Self::JumpedIn => "jumped-in",
        }
    }

    /// The tally of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tally| tally.word() == word)
    }
}

/// How often each thing was counted in a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tallies {
    /// Questions asked.
    pub asked: u32,
    /// Times we said back what we had heard.
    pub played_back: u32,
    /// Times we answered or corrected too soon.
    pub jumped_in: u32,
}

impl Tallies {
    /// How often this was counted.
    pub const fn of(self, tally: Tally) -> u32 {
        match tally {
            Tally::Asked => self.asked,
            Tally::PlayedBack => self.played_back,
            Tally::JumpedIn => self.jumped_in,
        }
    }

    /// Counts one more. An imported file may have any number, so the count saturates.
    pub(crate) fn count(&mut self, tally: Tally) {
        let counted = match tally {
            Tally::Asked => &mut self.asked,
            Tally::PlayedBack => &mut self.played_back,
            Tally::JumpedIn => &mut self.jumped_in,
        };
        *counted = counted.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_kind_and_tally() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_word(kind.word()), Some(kind));
        }
        for tally in Tally::ALL {
            assert_eq!(Tally::of_word(tally.word()), Some(tally));
        }
    }

    #[test]
    fn each_tally_counts_for_itself() {
        let mut tallies = Tallies::default();
        Tally::ALL.into_iter().zip(1..).for_each(|(tally, times)| {
            (0..times).for_each(|_| tallies.count(tally));
        });
        assert_eq!(tallies, Tallies { asked: 1, played_back: 2, jumped_in: 3 });
        assert_eq!(Tally::ALL.map(|tally| tallies.of(tally)), [1, 2, 3]);
    }
}
