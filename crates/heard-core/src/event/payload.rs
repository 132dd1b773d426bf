//! The data of the events that open a meeting and that capture words.

use serde::{Deserialize, Serialize};

use crate::event::as_text::{is_zero, or_default};
use crate::event::capture::Kind;
use crate::event::id::EventId;
use crate::event::meeting_kind::MeetingKind;

/// What is known when a meeting begins.
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
    /// How long the meeting had been going on when the touch came, in milliseconds.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub began_ms_ago: u64,
    /// The aim for one's own share of speech, in percent, where it is not the band's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim_percent: Option<u8>,
    /// Minutes that local time was ahead of UTC.
    #[serde(default, deserialize_with = "or_default")]
    pub utc_offset_min: i16,
}

/// Something caught in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCapture {
    /// What it is of.
    pub kind: Kind,
    /// The words, as they were said.
    pub words: String,
    /// Who said them, if that was noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// The mark whose words they are: its moment is theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<EventId>,
    /// How long before the event the words were said, in milliseconds: writing takes time.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "is_zero")]
    pub ago_ms: u64,
}
