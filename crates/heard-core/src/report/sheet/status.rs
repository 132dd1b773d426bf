//! The status of a loop, by which a sheet groups the loops.

use crate::loops::{Loop, State};

/// The status of a loop on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The loop is done.
    Done,
    /// The client closed the loop although it was not recorded as done.
    Closed,
    /// Work on the loop has begun.
    Doing,
    /// The loop was raised, and work on it has not begun.
    Open,
    /// The loop was declined, with a reason.
    NotDoing,
}

impl Status {
    /// Every status, in the order of a sheet's sections.
    pub const ALL: [Self; 5] = [Self::Done, Self::Closed, Self::Doing, Self::Open, Self::NotDoing];

    /// The status of a loop.
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
