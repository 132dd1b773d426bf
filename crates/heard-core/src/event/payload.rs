//! The data of the events that open a meeting and that capture words.

use serde::{Deserialize, Serialize};

use crate::event::as_text::{is_zero, or_default};
use crate::event::capture::Kind;
use crate::event::id::EventId;
use crate::event::meeting_kind::MeetingKind;

/// The data of the event that opens a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The client; `None` if none was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<EventId>,
    /// The kind of meeting.
    pub kind: MeetingKind,
    /// The number of participants on the consultant's side, 1 or more.
    pub us: u8,
    /// The number of participants on the client's side, 1 or more.
    pub them: u8,
    /// The time by which the meeting began before the event, in milliseconds.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub began_ms_ago: u64,
    /// The target for the consultant's share of speech, in percent; `None` for the band of the meeting's kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim_percent: Option<u8>,
    /// The offset of local time from UTC in minutes, positive if local time is ahead.
    #[serde(default, deserialize_with = "or_default")]
    pub utc_offset_min: i16,
}

/// The data of a new capture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCapture {
    /// The kind.
    pub kind: Kind,
    /// The words, as they were said.
    pub words: String,
    /// Who said the words; `None` if that was not noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// The mark that the words are added to, whose time the capture takes; `None` without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<EventId>,
    /// The time by which the words were said before the event, in milliseconds; entering them takes time.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub ago_ms: u64,
}
