//! Why a controller did nothing.

use std::fmt;

use heard_core::Refusal;

use crate::i18n;

/// What was asked of a widget and came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControllerError {
    /// No widget with this controller is snapshot: not yet, or no longer.
    NotShown,
    /// It does not fit what is so. Nothing has changed.
    Refused(Refusal),
}

impl ControllerError {
    /// A stable word for programs; the element's errors carry the same.
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
