//! What components and hosts can say. Whoever says it knows no clock and no storage.

use heard_core::event::kind::{EventKind, MeetingKind};
use heard_core::event::settings::Setting;
use heard_core::{EventId, Record};

use crate::store::Draft;

/// Something said to the live notebook.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A meeting begins.
    Begin(NewMeeting),
    /// Something happened in the meeting that runs, or in the one under review.
    Record(EventKind),
    /// Something happened to a record that need not be the meeting at hand: to a loop, which its meeting keeps.
    RecordIn(Record, EventKind),
    /// The floor is passed on, or the break is over.
    PassFloor,
    /// The last thing is taken back.
    Undo,
    /// What was taken back comes again.
    Redo,
    /// The consultant chose how Heard behaves.
    ChangeSetting(Setting),
    /// The review is over; nothing lies on the notebook.
    CloseReview,
    /// A meeting of the past is looked at.
    OpenReview(EventId),
    /// What stands in the capture line is to be kept, as said when its first letter was written.
    Capture(Draft),
    /// What stands in the capture line.
    SaveDraft(Draft),
    /// Everything under the storage key goes. It was asked twice.
    EraseAll,
    /// A meeting, or a client with all their meetings, goes. It was asked twice.
    EraseRecord(EventId),
    /// The bytes that could not be read go. It was asked twice.
    EraseQuarantine,
    /// Everything kept was saved as a file.
    NoteFileSaved,
    /// This tab is to show the running turn.
    TakeOver,
}

/// A meeting about to begin. What is missing has a sensible value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeeting {
    /// The client's name; added to the notebook when it is new. Nobody, when it is blank.
    pub client: String,
    /// The kind of conversation.
    pub kind: MeetingKind,
    /// How many of us.
    pub us: u8,
    /// How many of them.
    pub them: u8,
    /// How long it has been going on, in milliseconds.
    pub began_ms_ago: u64,
    /// The aim in percent, where it is not the band's.
    pub aim_percent: Option<u8>,
}

impl Default for NewMeeting {
    fn default() -> Self {
        Self {
            client: String::new(),
            kind: MeetingKind::default(),
            us: 1,
            them: 1,
            began_ms_ago: 0,
            aim_percent: None,
        }
    }
}
