//! The error of a controller.

use std::fmt;

use heard_core::Refusal;

use crate::i18n;

/// Why a call of a [`Controller`](crate::Controller) had no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControllerError {
    /// No widget with this controller is shown, not yet or no longer.
    NotShown,
    /// The current state does not allow the call. Nothing has changed.
    Refused(Refusal),
}

impl ControllerError {
    /// A stable code for programs, the same as that of the element's errors.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotShown => "not-connected",
            Self::Refused(refusal) => refusal.code(),
        }
    }
}

impl From<Refusal> for ControllerError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl fmt::Display for ControllerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotShown => "The widget is not shown.",
            Self::Refused(refusal) => (i18n::strings("en").refusal)(*refusal),
        })
    }
}

impl std::error::Error for ControllerError {}
