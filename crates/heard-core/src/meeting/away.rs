//! Away: time of a meeting that nobody can vouch for, and what it is to count as.

use crate::event::floor::{Floor, Party};
use crate::event::id::EventId;
use crate::meeting::interval::Interval;

/// What an away stretch counts as. The user may change it at any time, and back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counted {
    /// As nothing: neither party is said to have spoken.
    #[default]
    LeftOut,
    /// As the consultant's.
    Talk,
    /// As the client's.
    Listen,
}

impl Counted {
    /// Every way of counting, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::LeftOut, Self::Talk, Self::Listen];

    /// The word that the contract uses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::Talk => "talk",
            Self::Listen => "listen",
        }
    }

    /// The way of a word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counted| counted.word() == word)
    }

    /// Whose time it counts as, if anyone's.
    pub const fn party(self) -> Option<Party> {
        match self {
            Self::LeftOut => None,
            Self::Talk => Some(Party::Consultant),
            Self::Listen => Some(Party::Client),
        }
    }
}

impl From<Floor> for Counted {
    /// The time of whoever has the floor.
    fn from(floor: Floor) -> Self {
        match floor {
            Floor::Client => Self::Listen,
            Floor::Consultant => Self::Talk,
            Floor::Open => Self::LeftOut,
        }
    }
}

/// Time of a meeting that nobody can vouch for, as the user is asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// The event that found it.
    pub id: EventId,
    /// Milliseconds from the start of the meeting.
    pub start_ms: u64,
    /// Milliseconds from the start of the meeting.
    pub end_ms: u64,
    /// What it counts as. If nobody has said and the floor changed in it, what its first part does.
    pub counted: Counted,
    /// Whether nobody has said what it counts as.
    pub is_default: bool,
}

/// Away time as the timeline found it, breaks and the end of the meeting not considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: EventId,
    pub(crate) start_ms: u64,
    pub(crate) end_ms: u64,
    /// Whether the clocks agree on how long it was: then it counts as the turn it fell into. Otherwise it is left out.
    pub(crate) is_credited: bool,
    /// What the user said.
    pub(crate) said: Option<Counted>,
}

impl Found {
    /// What it counts as in a turn.
    pub(crate) fn counted_in(&self, floor: Floor) -> Counted {
        self.said.unwrap_or(if self.is_credited { floor.into() } else { Counted::LeftOut })
    }
}

/// What is asked about: an entry for each finding of which something lies in a turn.
pub(crate) fn listed(stretches: &[Interval], found: &[Found]) -> Vec<Away> {
    let mut aways: Vec<Away> = Vec::new();
    for Interval { start_ms, end_ms, away, .. } in stretches.iter().copied() {
        let Some((id, counted)) = away else { continue };
        match aways.last_mut() {
            Some(last) if last.id == id => last.end_ms = end_ms,
            _ => {
                let is_default = !found.iter().any(|found| found.id == id && found.said.is_some());
                aways.push(Away { id, start_ms, end_ms, counted, is_default });
            }
        }
    }
    aways
}
