//! What components and hosts can say. Whoever says it knows no clock and no storage.

use heard_core::event::kind::{Act, MeetingKind};
use heard_core::event::settings::Setting;
use heard_core::{EventId, Record};

use crate::store::Draft;

/// Something said to the live notebook.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A meeting begins.
    Began(Beginning),
    /// Something happened in the meeting that runs, or in the one under review.
    Act(Act),
    /// Something happened to a record that need not be the meeting at hand: to a loop, which its meeting keeps.
    Of(Record, Act),
    /// The floor is passed on, or the break is over.
    FloorPassed,
    /// The last thing is taken back.
    Undo,
    /// What was taken back comes again.
    Redo,
    /// The consultant chose how Heard behaves.
    Set(Setting),
    /// The review is over; nothing lies on the desk.
    PutAway,
    /// A meeting of the past is looked at.
    Reopened(EventId),
    /// What stands in the capture line is to be kept, as said when its first letter was written.
    Caught(Draft),
    /// What stands in the capture line.
    Drafted(Draft),
    /// Everything under the storage key goes. It was asked twice.
    Erased,
    /// A meeting, or a client with all their meetings, goes. It was asked twice.
    RecordErased(EventId),
    /// The bytes that could not be read go. It was asked twice.
    QuarantineErased,
    /// Everything kept was saved as a file.
    FileSaved,
    /// This tab is to show the running turn.
    TookOver,
}

/// A meeting about to begin. What is missing has a sensible value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
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

impl Default for Beginning {
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
