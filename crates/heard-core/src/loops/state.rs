//! The states of a loop.

use crate::event::loop_step::Phrase;

/// The state of a loop, apart from whether the client closed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// The client raised it, and nothing else has happened.
    #[default]
    Heard,
    /// The client was informed that it was received.
    Acknowledged,
    /// Work on it is in progress.
    Doing,
    /// It is done, according to the consultant's side.
    Done,
    /// It will not be done.
    NotDoing {
        /// The reason.
        because: Phrase,
    },
}

impl State {
    /// The name in files and in the public API.
    pub const fn as_str(&self) -> &'static str {
        StateKind::of(self).as_str()
    }

    /// Parses [`State::as_str`]. `None` for any other text, and for `not-doing` without a reason that [`Phrase::new`]
    /// accepts.
    pub fn parse(word: &str, reason: Option<&str>) -> Option<Self> {
        Some(match word {
            "heard" => Self::Heard,
            "acknowledged" => Self::Acknowledged,
            "doing" => Self::Doing,
            "done" => Self::Done,
            "not-doing" => Self::NotDoing { because: Phrase::new(reason?).ok()? },
            _ => return None,
        })
    }

    /// Returns whether it is done or declined. After that, the client only has to be informed.
    pub const fn is_settled(&self) -> bool {
        matches!(self, Self::Done | Self::NotDoing { .. })
    }
}

/// A state without its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateKind {
    /// [`State::Heard`].
    Heard,
    /// [`State::Acknowledged`].
    Acknowledged,
    /// [`State::Doing`].
    Doing,
    /// [`State::Done`].
    Done,
    /// [`State::NotDoing`].
    NotDoing,
}

impl StateKind {
    /// Every kind, in the usual order of a loop's progress.
    pub const ALL: [Self; 5] =
        [Self::Heard, Self::Acknowledged, Self::Doing, Self::Done, Self::NotDoing];

    /// The kind of a state.
    pub const fn of(state: &State) -> Self {
        match state {
            State::Heard => Self::Heard,
            State::Acknowledged => Self::Acknowledged,
            State::Doing => Self::Doing,
            State::Done => Self::Done,
            State::NotDoing { .. } => Self::NotDoing,
        }
    }

    /// The name in files and in the public API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::Acknowledged => "acknowledged",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::NotDoing => "not-doing",
        }
    }
}
