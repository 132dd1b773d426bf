//! Marks, captures and tallies: the records made during a conversation.

use serde::Serialize;

use crate::event::floor::Floor;
use crate::event::id::EventId;
use crate::event::review::{Answer, Chain};
use crate::time::Day;

/// The kind of a capture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A result that the client wants.
    #[default]
    Outcome,
    /// Something that changes how the client or the consultant understands the matter.
    Insight,
    /// A problem that exists now.
    Issue,
    /// Something that the consultant's side said it would do.
    Promise,
    /// A problem that the client was spared: it did not occur.
    Spared,
    /// An answer that the consultant held back: it is noted for later, and counted.
    Held,
}

impl Kind {
    /// Every kind, in the order in which the choices are offered.
    pub const ALL: [Self; 6] =
        [Self::Outcome, Self::Insight, Self::Issue, Self::Promise, Self::Spared, Self::Held];

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Insight => "insight",
            Self::Issue => "issue",
            Self::Promise => "promise",
            Self::Spared => "spared",
            Self::Held => "held",
        }
    }

    /// Parses [`Kind::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A marked moment, to which words can be added later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The event that set the mark.
    pub id: EventId,
    /// Milliseconds from the start of the meeting.
    pub at_ms: u64,
    /// Who had the floor; `None` during a break.
    pub floor: Option<Floor>,
}

/// A statement that was written down. Corrections keep the earlier versions of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The event that added the capture.
    pub id: EventId,
    /// The kind.
    pub kind: Kind,
    /// Milliseconds from the start of the meeting.
    pub at_ms: u64,
    /// Who had the floor; `None` during a break.
    pub floor: Option<Floor>,
    /// The current words.
    pub words: String,
    /// Who said the words; `None` if that was not noted.
    pub said_by: Option<String>,
    /// The earlier versions of the words, the oldest first.
    pub earlier: Vec<String>,
    /// The mark that the words were added to; `None` without one.
    pub mark: Option<EventId>,
    /// The consultant's own wording, kept beside the client's; `None` if there is none.
    pub ours: Option<String>,
    /// How it will be known that the outcome is reached; `None` if that was not noted.
    pub known_by: Option<String>,
    /// The day by which it is planned or promised; `None` without one.
    pub by: Option<Day>,
    /// The client's answer when the current words were read back; `None` if they were not read back.
    pub answer: Option<Answer>,
    /// The rank by importance to the client, from 1; `None` if it was not ranked.
    pub rank: Option<u32>,
    /// The chains that work the outcome backwards, in the order in which they were first drawn.
    pub chains: Vec<Chain>,
}

impl Capture {
    /// Creates a capture with its first words and without any further data.
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

    /// Returns whether the client confirmed the current words.
    pub fn is_confirmed(&self) -> bool {
        self.answer == Some(Answer::Yes)
    }

    /// Returns whether the capture begins a loop or raises one again: true for issues and promises.
    pub const fn begins_loop(&self) -> bool {
        matches!(self.kind, Kind::Issue | Kind::Promise)
    }

    /// The first version of the words.
    pub fn first_words(&self) -> &str {
        self.earlier.first().unwrap_or(&self.words)
    }
}

/// An occurrence that is only counted, without words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tally {
    /// The consultant asked a question.
    Asked,
    /// The consultant repeated in their own words what the client said.
    PlayedBack,
    /// The consultant answered or corrected too early.
    JumpedIn,
}

impl Tally {
    /// Every tally, in the order in which the choices are offered.
    pub const ALL: [Self; 3] = [Self::Asked, Self::PlayedBack, Self::JumpedIn];

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::PlayedBack => "played-back",
            Self::JumpedIn => "jumped-in",
        }
    }

    /// Parses [`Tally::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tally| tally.as_str() == word)
    }
}

/// The number of occurrences of each tally in a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tallies {
    /// Questions that the consultant asked.
    pub asked: u32,
    /// Times that the consultant repeated what the client said.
    pub played_back: u32,
    /// Times that the consultant answered or corrected too early.
    pub jumped_in: u32,
}

impl Tallies {
    /// The count of one tally.
    pub const fn of(self, tally: Tally) -> u32 {
        match tally {
            Tally::Asked => self.asked,
            Tally::PlayedBack => self.played_back,
            Tally::JumpedIn => self.jumped_in,
        }
    }

    /// Adds one to the count of a tally. An imported file may have any number, so the count saturates at [`u32::MAX`].
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
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        }
        for tally in Tally::ALL {
            assert_eq!(Tally::parse(tally.as_str()), Some(tally));
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
