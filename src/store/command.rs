//! What components and hosts can ask of a store. A command holds no time and no id: the store adds them.

use heard_core::event::kind::{EventKind, MeetingKind};
use heard_core::event::settings::Setting;
use heard_core::{EventId, Record};

use crate::store::draft::Draft;

/// A request to the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Begin a meeting.
    Begin(NewMeeting),
    /// Record an event in the running meeting, or else in the one under review.
    Record(EventKind),
    /// Record an event in a given record: a step of a loop belongs to the meeting in which the loop was opened.
    RecordIn(Record, EventKind),
    /// Pass the floor to the other party, or end the break.
    PassFloor,
    /// Undo the last event.
    Undo,
    /// Redo the event that was undone last.
    Redo,
    /// Change a setting.
    ChangeSetting(Setting),
    /// Close the review.
    CloseReview,
    /// Open the review of a past meeting.
    OpenReview(EventId),
    /// Record the draft as a capture, as of the time when its first letter was typed.
    Capture(Draft),
    /// Save the draft.
    SaveDraft(Draft),
    /// Erase everything under the storage key. The user has confirmed it.
    EraseAll,
    /// Erase a meeting, or a client with all their meetings. The user has confirmed it.
    EraseRecord(EventId),
    /// Erase the bytes that can not be read. The user has confirmed it.
    EraseQuarantine,
    /// Note that the whole notebook was exported to a file.
    NoteFileSaved,
    /// Show the running turn in this tab instead of another one.
    TakeOver,
}

/// A meeting to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeeting {
    /// The client's name, which is added to the notebook if it is new. Blank for a meeting without a client.
    pub client: String,
    /// The kind of conversation.
    pub kind: MeetingKind,
    /// The number of people on the consultant's side.
    pub us: u8,
    /// The number of people on the client's side.
    pub them: u8,
    /// How long ago the meeting began, in milliseconds.
    pub began_ms_ago: u64,
    /// The aim for the consultant's share of the talking time in percent. `None` for the recommended band.
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
