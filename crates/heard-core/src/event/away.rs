//! What time counts as in which Heard was not awake.

use crate::event::floor::{Floor, Party};

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
