//! The data of the events that open a meeting and that capture words.

use serde::{Deserialize, Serialize};

use crate::event::as_text::{is_zero, or_default};
use crate::event::capture::Kind;
use crate::event::id::EventId;
use crate::event::meeting_kind::MeetingKind;

/// The data of a meeting's opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The client, if one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<EventId>,
    /// What kind of conversation it is.
    pub kind: MeetingKind,
    /// How many of us, 1 or more.
    pub us: u8,
    /// How many of them, 1 or more.
    pub them: u8,
    /// How long before the event the meeting began, in milliseconds.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub began_ms_ago: u64,
    /// The target for the consultant's share of speech, in percent; `None` for the band of the meeting's kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim_percent: Option<u8>,
    /// The offset of local time from UTC, in minutes.
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
    /// The mark to which the words belong, and whose time the capture takes; `None` without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<EventId>,
    /// How long before the event the words were said, in milliseconds: writing takes time.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub ago_ms: u64,
}
