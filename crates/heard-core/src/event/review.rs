//! What is said of a meeting when it is over: outcomes worked backwards, the client's own yes, what it cost them.

use crate::event::id::EventId;

/// The client's answer to words that were read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// That is it.
    Yes,
    /// Not quite.
    NotQuite,
}

impl Answer {
    /// Every answer, in the order in which it is offered.
    pub const ALL: [Self; 2] = [Self::Yes, Self::NotQuite];

    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::NotQuite => "not-quite",
        }
    }

    /// The answer of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

/// What a chain says, from the outcome backwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainText {
    /// What will be different; what would have to be true for that; and so on to the smallest thing that could be done first.
    pub steps: Vec<String>,
    /// Whom that first thing will inconvenience.
    pub hurts: Option<String>,
}

/// An outcome worked backwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The event that first drew it.
    pub id: EventId,
    /// What it says.
    pub links: ChainText,
}

/// A way in which our presence costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CostKind {
    /// It hurt.
    Pain,
    /// It kept them from their work.
    #[default]
    Disruption,
    /// It was a bother.
    Inconvenience,
    /// It cost money.
    Expense,
}

impl CostKind {
    /// Every kind, in the order in which it is offered.
    pub const ALL: [Self; 4] = [Self::Pain, Self::Disruption, Self::Inconvenience, Self::Expense];

    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Disruption => "disruption",
            Self::Inconvenience => "inconvenience",
            Self::Expense => "expense",
        }
    }

    /// The kind of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What we cost them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// In which way.
    pub kind: CostKind,
    /// Whom.
    pub whom: Option<String>,
    /// How much, and what else there is to say.
    pub note: Option<String>,
}

/// What the notice for a change says: a dentist would say no less.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeText {
    /// What will happen.
    pub what: String,
    /// How long it will hurt.
    pub how_long: Option<String>,
    /// How they can stop us.
    pub how_to_stop: Option<String>,
}

/// A notice for a change, before it hurts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The event that first wrote it.
    pub id: EventId,
    /// What it says.
    pub says: NoticeText,
}

/// A story for oneself: when I learned it, and what I changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The event that first wrote it.
    pub id: EventId,
    /// The wall clock when it was first written, in milliseconds since 1970.
    pub wall_ms: i64,
    /// What I learned.
    pub learned: String,
    /// What I changed.
    pub changed: Option<String>,
}

/// All that was said of a meeting as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// One's own share as it was guessed, in percent of the time in which somebody spoke.
    pub guess_percent: Option<u8>,
    /// How heard the client felt: 1, not at all, to 5, wholly.
    pub felt_heard: Option<u8>,
    /// What we cost them, each with the event that noted it, in the order of noting.
    pub costs: Vec<(EventId, Cost)>,
    /// Notices for changes, in the order of writing.
    pub notices: Vec<Notice>,
    /// Stories for oneself, in the order of writing. Nobody else ever sees them.
    pub stories: Vec<Story>,
}

impl After {
    /// Withdraws a cost, a notice or a story.
    pub(crate) fn strike(&mut self, id: EventId) {
        self.costs.retain(|(cost, _)| *cost != id);
        self.notices.retain(|notice| notice.id != id);
        self.stories.retain(|story| story.id != id);
    }

    /// Whether a cost, a notice or a story of this name stands.
    pub(crate) fn has(&self, id: EventId) -> bool {
        self.costs.iter().any(|(cost, _)| *cost == id)
            || self.notices.iter().any(|notice| notice.id == id)
            || self.stories.iter().any(|story| story.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_answer_and_its_kind_of_cost() {
        for answer in Answer::ALL {
            assert_eq!(Answer::of_word(answer.word()), Some(answer));
        }
        for kind in CostKind::ALL {
            assert_eq!(CostKind::of_word(kind.word()), Some(kind));
        }
    }
}
