//! How a period of time away is counted.

use crate::event::floor::{Floor, Party};

/// The party that a period of time away is credited to. The user may change it at any time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Not counted for either party.
    #[default]
    LeftOut,
    /// Counted as the consultant's speech.
    Talk,
    /// Counted as the client's speech.
    Listen,
}

impl Counted {
    /// Every variant, in the order in which the choices are offered.
    pub const ALL: [Self; 3] = [Self::LeftOut, Self::Talk, Self::Listen];

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::Talk => "talk",
            Self::Listen => "listen",
        }
    }

    /// Parses [`Counted::as_str`]; `None` for any other text.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counted| counted.as_str() == word)
    }

    /// The party that the time is credited to; `None` if it is left out.
    pub const fn party(self) -> Option<Party> {
        match self {
            Self::LeftOut => None,
            Self::Talk => Some(Party::Consultant),
            Self::Listen => Some(Party::Client),
        }
    }
}

impl From<Floor> for Counted {
    /// Counts the time as speech of the party that has the floor; an open floor counts as left out.
    fn from(floor: Floor) -> Self {
        match floor {
            Floor::Client => Self::Listen,
            Floor::Consultant => Self::Talk,
            Floor::Open => Self::LeftOut,
        }
    }
}
