//! Reasons for rejecting a command.

use std::fmt;

/// The reason why a command was rejected. A rejected command changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No meeting runs.
    NoMeeting,
    /// A meeting runs already.
    AlreadyRunning,
    /// The party has the floor already, or the away stretch counts as that already.
    AlreadyHeld,
    /// The meeting rests already.
    OnBreak,
    /// The meeting does not rest.
    NotOnBreak,
    /// There are no words.
    NoWords,
    /// There are too many words to keep in one piece.
    TooLong,
    /// There is no such meeting, capture, mark, turn, away stretch or client.
    Unknown,
    /// The time lies outside the room that the neighbouring turns leave.
    OutOfRoom,
    /// Nothing is left to undo.
    NothingToUndo,
    /// Nothing is left to redo.
    NothingToRedo,
    /// A number is outside its range.
    OutOfRange,
    /// The step does not lead on from where the loop stands.
    OutOfStep,
    /// Another client has the name already.
    NameTaken,
    /// A newer Heard has written here, and this one must not.
    Newer,
    /// The browser has no room for it.
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

    /// A stable word for programs.
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
