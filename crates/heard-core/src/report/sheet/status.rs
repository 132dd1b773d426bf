//! What became of a loop, as a sheet groups them.

use crate::loops::{Loop, State};

/// What became of a loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// We did it.
    Done,
    /// The client closed it, though we never said that it was done.
    Closed,
    /// We are at it.
    Doing,
    /// It was heard, and that is all.
    Open,
    /// We will not do it, and said why.
    NotDoing,
}

impl Became {
    /// Everything that can become of a loop, in the order in which a sheet tells it.
    pub const ALL: [Self; 5] = [Self::Done, Self::Closed, Self::Doing, Self::Open, Self::NotDoing];

    /// What became of this one.
    pub const fn of(one: &Loop) -> Self {
        match one.state {
            State::Done => Self::Done,
            State::NotDoing { .. } => Self::NotDoing,
            _ if one.closed.is_some() => Self::Closed,
            State::Doing => Self::Doing,
            State::Heard | State::Acknowledged => Self::Open,
        }
    }
}
