//! The kinds of events.

pub use crate::event::meeting_kind::MeetingKind;
pub use crate::event::payload::{NewCapture, Opening};

use serde::{Deserialize, Serialize};

use crate::event::as_text::or_default;
use crate::event::away::Counted;
use crate::event::capture::{Kind, Tally};
use crate::event::flat;
use crate::event::floor::{Floor, Party, Source};
use crate::event::id::EventId;
use crate::event::loop_step::Stepped;
use crate::event::raw_object::RawObject;
use crate::event::review::{Answer, ChainText, Cost, NoticeText};
use crate::event::settings::Setting;
use crate::event::timestamp::Timestamp;
use crate::time::Day;

/// The stored name of [`EventKind::MeetingImported`].
pub(crate) const MEETING_IMPORTED: &str = "meeting-brought";
/// The stored name of [`EventKind::DataImported`].
pub(crate) const DATA_IMPORTED: &str = "rest-brought";

/// What happened in an event.
///
/// serde writes it as the value of `act` in a line: a string, or an object with one field of the kind's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A client was added to the notebook.
    ClientAdded {
        /// The name as it was written.
        name: String,
    },
    /// A client got another name.
    ClientRenamed {
        /// The name from now on.
        name: String,
    },
    /// A client was found to be the same as another one, under whom all that is theirs is shown from now on.
    ClientMerged {
        /// The event that added the other one.
        into: EventId,
    },
    /// A meeting began, the client having the floor.
    MeetingOpened(Opening),
    /// A party took the floor.
    FloorTaken {
        /// Who has it now.
        by: Party,
        /// How we know.
        #[serde(default, deserialize_with = "or_default")]
        source: Source,
    },
    /// Nobody holds the floor any longer.
    FloorLeft {
        /// How we know.
        #[serde(default, deserialize_with = "or_default")]
        source: Source,
    },
    /// The meeting rests.
    BreakTaken,
    /// The meeting goes on; the client has the floor.
    BreakEnded,
    /// A moment was kept, its words to come.
    MomentMarked,
    /// Something was caught in words.
    Captured(NewCapture),
    /// A capture's words were corrected; the ones before stay with it.
    Amended {
        /// The event that caught it.
        capture: EventId,
        /// The words from now on.
        words: String,
    },
    /// A capture or a mark was withdrawn; the event stays in the log.
    Struck {
        /// The event that caught or marked it.
        what: EventId,
    },
    /// Something was counted.
    Tallied(Tally),
    /// The meeting was closed.
    MeetingEnded,
    /// Afterwards, a turn was found to have begun at another time.
    TurnMoved {
        /// The event that began the turn.
        turn: EventId,
        /// Milliseconds from the start of the meeting.
        to_ms: u64,
    },
    /// Afterwards, a turn was found to have been somebody else's.
    TurnGiven {
        /// The event that began the turn.
        turn: EventId,
        /// Whose it was.
        to: Floor,
    },
    /// Afterwards, a change of floor was found to have been missed.
    TurnSplit {
        /// Milliseconds from the start of the meeting.
        at_ms: u64,
        /// Whose turn began there.
        to: Floor,
    },
    /// An event was undone.
    Undone {
        /// The event that no longer counts.
        event: EventId,
    },
    /// An undone event was redone.
    Redone {
        /// The event that counts again.
        event: EventId,
    },
    /// The consultant chose how Heard behaves.
    SettingChanged(Setting),
    /// Nobody can vouch for the time since a moment: the machine slept, the page was gone or stood still.
    AwayFound {
        /// The last moment of which it is known that Heard was awake.
        since: Timestamp,
    },
    /// An away stretch was said to count as something.
    AwayCounted {
        /// The event that found it.
        away: EventId,
        /// What it counts as from now on.
        #[serde(rename = "as")]
        counted: Counted,
    },
    /// Everything kept was saved as a file.
    FileSaved,
    /// One's own share was guessed, before it was shown.
    Guessed {
        /// The guess, in percent of the time in which somebody spoke, 0 to 100.
        percent: u8,
    },
    /// A capture was found to be of another kind.
    KindChanged {
        /// The event that caught it.
        capture: EventId,
        /// What it is of.
        to: Kind,
    },
    /// Who said a capture's words was noted, or is not known after all.
    Attributed {
        /// The event that caught it.
        capture: EventId,
        /// Who said them.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// A capture was put into our own words, beside theirs; or no longer.
    Reworded {
        /// The event that caught it.
        capture: EventId,
        /// Our words.
        #[serde(skip_serializing_if = "Option::is_none")]
        ours: Option<String>,
    },
    /// It was said how an outcome will be known, and by when; or a promise was given its day.
    Planned {
        /// The event that caught it.
        capture: EventId,
        /// How we will know.
        #[serde(skip_serializing_if = "Option::is_none")]
        known_by: Option<String>,
        /// By which day.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<Day>,
    },
    /// An outcome was worked backwards; or a chain was drawn anew.
    #[serde(with = "flat::chain")]
    ChainDrawn {
        /// The event that caught the outcome.
        outcome: EventId,
        /// The event that first drew the chain, if this is not it.
        chain: Option<EventId>,
        /// What it says from now on.
        links: ChainText,
    },
    /// A capture was shown to the client, who answered.
    ReadBack {
        /// The event that caught it.
        capture: EventId,
        /// Whether that is it.
        answer: Answer,
    },
    /// The client said what matters most.
    Ranked {
        /// The events that caught them, what matters most first.
        captures: Vec<EventId>,
    },
    /// The client said how heard they felt.
    FeltHeard {
        /// 1, not at all, to 5, wholly.
        step: u8,
    },
    /// It was noted what we cost them; or noted anew.
    #[serde(with = "flat::cost")]
    CostNoted {
        /// The event that first noted it, if this is not it.
        cost: Option<EventId>,
        /// What it says from now on.
        says: Cost,
    },
    /// A change was announced to those whom it will hurt; or the notice was written anew.
    #[serde(with = "flat::notice")]
    NoticeWritten {
        /// The event that first wrote it, if this is not it.
        notice: Option<EventId>,
        /// What it says from now on.
        says: NoticeText,
    },
    /// A story for oneself was written down, or written anew.
    StoryWritten {
        /// The event that first wrote it, if this is not it.
        #[serde(skip_serializing_if = "Option::is_none")]
        story: Option<EventId>,
        /// What I learned.
        learned: String,
        /// What I changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        changed: Option<String>,
    },
    /// A capture was said to raise a loop again; or to be one of its own, where it was asked.
    Likened {
        /// The event that caught it.
        capture: EventId,
        /// The older loop that it raises again.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<EventId>,
    },
    /// A loop took a step.
    LoopStepped(Stepped),
    /// It was noted who of us sees to a loop, and by which day it is promised.
    LoopAssigned {
        /// The loop.
        which: EventId,
        /// Who sees to it.
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
        /// By which day.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<Day>,
    },
    /// A client came with a file that has no log of it: their object in the file.
    #[serde(rename = "client-brought")]
    ClientImported(RawObject),
    /// A meeting came with a file that has no log of it: its object in the file.
    #[serde(rename = "meeting-brought")]
    MeetingImported(RawObject),
    /// What else a file had, which is kept without being read: loops, the journal, unknown fields; as one object.
    #[serde(rename = "rest-brought")]
    DataImported(RawObject),
}
