//! Data that is added when a meeting is reviewed: chains, the client's answers, costs, notices and stories.

use crate::event::id::EventId;

/// The client's answer to words that were read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The words are correct.
    Yes,
    /// The words are not quite correct.
    NotQuite,
}

impl Answer {
    /// Every answer, in the order in which the choices are offered.
    pub const ALL: [Self; 2] = [Self::Yes, Self::NotQuite];

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::NotQuite => "not-quite",
        }
    }

    /// Parses [`Answer::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == word)
    }
}

/// The text of a chain, which works an outcome backwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainText {
    /// The steps, from the outcome to the smallest first action; each states what has to be true for the one before it.
    pub steps: Vec<String>,
    /// The people whom the first action will inconvenience; `None` if that was not noted.
    pub hurts: Option<String>,
}

/// A chain that works an outcome backwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The event that first drew the chain.
    pub id: EventId,
    /// The text.
    pub links: ChainText,
}

/// The kind of a cost that the consultant's work causes the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CostKind {
    /// Pain.
    Pain,
    /// Interruption of the client's work.
    #[default]
    Disruption,
    /// Inconvenience.
    Inconvenience,
    /// Expense in money.
    Expense,
}

impl CostKind {
    /// Every kind, in the order in which the choices are offered.
    pub const ALL: [Self; 4] = [Self::Pain, Self::Disruption, Self::Inconvenience, Self::Expense];

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Disruption => "disruption",
            Self::Inconvenience => "inconvenience",
            Self::Expense => "expense",
        }
    }

    /// Parses [`CostKind::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A cost that the consultant's work causes the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The kind.
    pub kind: CostKind,
    /// The people who bear the cost; `None` if that was not noted.
    pub whom: Option<String>,
    /// The amount and other remarks; `None` if there are none.
    pub note: Option<String>,
}

/// The text of a notice about a change, meant for the people whom the change affects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeText {
    /// The change.
    pub what: String,
    /// How long the change will affect them; `None` if that was not noted.
    pub how_long: Option<String>,
    /// How they can stop the change; `None` if that was not noted.
    pub how_to_stop: Option<String>,
}

/// A notice that announces a change before it takes effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The event that first wrote the notice.
    pub id: EventId,
    /// The text.
    pub text: NoticeText,
}

/// A private story of the consultant: what they learned, and what they changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The event that first wrote the story.
    pub id: EventId,
    /// When it was first written, in milliseconds since 1970 by the wall clock.
    pub wall_ms: i64,
    /// What the consultant learned.
    pub learned: String,
    /// What the consultant changed; `None` if that was not noted.
    pub changed: Option<String>,
}

/// The data of a meeting's review that concerns the meeting as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// The consultant's guess of their own share, in percent of the time in which either party spoke; `None` without a
    /// guess.
    pub guess_percent: Option<u8>,
    /// How well the client felt heard, from 1 (not at all) to 5 (completely); `None` without a rating.
    pub felt_heard: Option<u8>,
    /// The costs, each with the event that first noted it, in the order in which they were added.
    pub costs: Vec<(EventId, Cost)>,
    /// The notices, in the order in which they were added.
    pub notices: Vec<Notice>,
    /// The consultant's private stories, in the order in which they were added.
    pub stories: Vec<Story>,
}

impl After {
    /// Removes the cost, the notice or the story with an identifier.
    pub(crate) fn strike(&mut self, id: EventId) {
        self.costs.retain(|(cost, _)| *cost != id);
        self.notices.retain(|notice| notice.id != id);
        self.stories.retain(|story| story.id != id);
    }

    /// Returns whether there is a cost, a notice or a story with an identifier.
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
            assert_eq!(Answer::parse(answer.as_str()), Some(answer));
        }
        for kind in CostKind::ALL {
            assert_eq!(CostKind::parse(kind.as_str()), Some(kind));
        }
    }
}
