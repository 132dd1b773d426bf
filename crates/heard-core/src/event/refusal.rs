//! Reasons for rejecting a command.

use std::fmt;

/// The reason why a command was rejected. A rejected command changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No meeting is running.
    NoMeeting,
    /// A meeting is already running.
    AlreadyRunning,
    /// The party already has the floor, or the time away is already counted that way.
    AlreadyHeld,
    /// The meeting is already on a break.
    OnBreak,
    /// The meeting is not on a break.
    NotOnBreak,
    /// The text is blank.
    NoWords,
    /// The text is longer than the limit.
    TooLong,
    /// There is no such meeting, capture, mark, turn, period of time away or client.
    Unknown,
    /// The time is outside the interval between the neighbouring turns.
    OutOfRoom,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// A number is outside its range.
    OutOfRange,
    /// The state of the loop does not allow the step.
    OutOfStep,
    /// Another client already has the name.
    NameTaken,
    /// The data was written by a newer version of Heard, so this version must not change it.
    Newer,
    /// The browser's storage is full.
    NoRoom,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 16] = [
        Self::NoMeeting,
        Self::AlreadyRunning,
        Self::AlreadyHeld,
        Self::OnBreak,
        Self::NotOnBreak,
        Self::NoWords,
        Self::TooLong,
        Self::Unknown,
        Self::OutOfRoom,
        Self::NothingToUndo,
        Self::NothingToRedo,
        Self::OutOfRange,
        Self::OutOfStep,
        Self::NameTaken,
        Self::Newer,
        Self::NoRoom,
    ];

    /// The stable name in the public API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoMeeting => "no-meeting",
            Self::AlreadyRunning => "already-running",
            Self::AlreadyHeld => "already-held",
            Self::OnBreak => "on-break",
            Self::NotOnBreak => "not-on-break",
            Self::NoWords => "no-words",
            Self::TooLong => "too-long",
            Self::Unknown => "unknown-id",
            Self::OutOfRoom => "out-of-room",
            Self::NothingToUndo => "nothing-to-undo",
            Self::NothingToRedo => "nothing-to-redo",
            Self::OutOfRange => "out-of-range",
            Self::OutOfStep => "out-of-step",
            Self::NameTaken => "name-taken",
            Self::Newer => "storage-newer",
            Self::NoRoom => "storage-full",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Refusal {}
