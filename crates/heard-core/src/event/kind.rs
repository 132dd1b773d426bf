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

/// The type of an event, with its data.
///
/// serde writes it as the value of `act` in a line: a string, or an object with one field named after the kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A client was added to the notebook.
    ClientAdded {
        /// The name as it was entered.
        name: String,
    },
    /// A client was renamed.
    ClientRenamed {
        /// The new name.
        name: String,
    },
    /// A client was merged into another one, which from then on shows the data of both.
    ClientMerged {
        /// The event that added the other client.
        into: EventId,
    },
    /// A meeting began; the client has the floor.
    MeetingOpened(Opening),
    /// A party took the floor.
    FloorTaken {
        /// The party that has the floor now.
        by: Party,
        /// The source of the change.
        #[serde(default, deserialize_with = "or_default")]
        source: Source,
    },
    /// The floor became open: no party has it.
    FloorLeft {
        /// The source of the change.
        #[serde(default, deserialize_with = "or_default")]
        source: Source,
    },
    /// A break began.
    BreakTaken,
    /// The break ended; the client has the floor.
    BreakEnded,
    /// A moment was marked; its words can be added later.
    MomentMarked,
    /// A capture was added.
    Captured(NewCapture),
    /// The words of a capture were corrected; the earlier words are kept.
    Amended {
        /// The event that added the capture.
        capture: EventId,
        /// The new words.
        words: String,
    },
    /// An item was withdrawn: a capture, a mark, a cost, a notice or a story. Its event stays in the log.
    Struck {
        /// The event that added the item.
        what: EventId,
    },
    /// A tally was increased by one.
    Tallied(Tally),
    /// The meeting ended.
    MeetingEnded,
    /// The start of a turn was corrected after the meeting.
    TurnMoved {
        /// The event that began the turn.
        turn: EventId,
        /// The new start, in milliseconds from the start of the meeting.
        to_ms: u64,
    },
    /// The party of a turn was corrected after the meeting.
    TurnGiven {
        /// The event that began the turn.
        turn: EventId,
        /// The correct state of the floor.
        to: Floor,
    },
    /// A missing change of the floor was added after the meeting.
    TurnSplit {
        /// The time of the change, in milliseconds from the start of the meeting.
        at_ms: u64,
        /// The state of the floor from that time.
        to: Floor,
    },
    /// An event was undone.
    Undone {
        /// The event that was undone.
        event: EventId,
    },
    /// An undone event was redone.
    Redone {
        /// The event that is in effect again.
        event: EventId,
    },
    /// A setting was changed.
    SettingChanged(Setting),
    /// A period without measurement was found: the machine was suspended, or the page was closed or frozen.
    AwayFound {
        /// The last time at which the page is known to have been running.
        since: Timestamp,
    },
    /// A period of time away was assigned to a party, or left out.
    AwayCounted {
        /// The event that recorded the period.
        away: EventId,
        /// The new assignment.
        #[serde(rename = "as")]
        counted: Counted,
    },
    /// All data was saved as a file.
    FileSaved,
    /// The consultant guessed their own share of speech before it was shown.
    Guessed {
        /// The guess, in percent of the time in which either party spoke, 0 to 100.
        percent: u8,
    },
    /// The kind of a capture was changed.
    KindChanged {
        /// The event that added the capture.
        capture: EventId,
        /// The new kind.
        to: Kind,
    },
    /// The speaker of a capture's words was set or removed.
    Attributed {
        /// The event that added the capture.
        capture: EventId,
        /// The speaker; `None` if unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// The consultant's own wording of a capture was set or removed.
    Reworded {
        /// The event that added the capture.
        capture: EventId,
        /// The consultant's wording; `None` to remove it.
        #[serde(skip_serializing_if = "Option::is_none")]
        ours: Option<String>,
    },
    /// The plan of an outcome was set, or the day of a promise.
    Planned {
        /// The event that added the capture.
        capture: EventId,
        /// How it will be known that the outcome is reached; `None` if that was not noted.
        #[serde(skip_serializing_if = "Option::is_none")]
        known_by: Option<String>,
        /// The planned or promised day; `None` without one.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<Day>,
    },
    /// A chain that works an outcome backwards was added or replaced.
    #[serde(with = "flat::chain")]
    ChainDrawn {
        /// The event that added the outcome.
        outcome: EventId,
        /// The event that first drew the chain; `None` for a new chain.
        chain: Option<EventId>,
        /// The text of the chain.
        links: ChainText,
    },
    /// A capture was read back to the client, who answered.
    ReadBack {
        /// The event that added the capture.
        capture: EventId,
        /// The client's answer.
        answer: Answer,
    },
    /// The client ranked captures by importance.
    Ranked {
        /// The events that added the captures, the most important first.
        captures: Vec<EventId>,
    },
    /// The client rated how well they felt heard.
    FeltHeard {
        /// The rating, from 1 (not at all) to 5 (completely).
        step: u8,
    },
    /// A cost that the consultant's work caused the client was added or replaced.
    #[serde(with = "flat::cost")]
    CostNoted {
        /// The event that first noted the cost; `None` for a new one.
        cost: Option<EventId>,
        /// The cost.
        text: Cost,
    },
    /// A notice about a change was added or replaced; it is meant for the people whom the change affects.
    #[serde(with = "flat::notice")]
    NoticeWritten {
        /// The event that first wrote the notice; `None` for a new one.
        notice: Option<EventId>,
        /// The text of the notice.
        text: NoticeText,
    },
    /// A private story of the consultant was added or replaced.
    StoryWritten {
        /// The event that first wrote the story; `None` for a new one.
        #[serde(skip_serializing_if = "Option::is_none")]
        story: Option<EventId>,
        /// What the consultant learned.
        learned: String,
        /// What the consultant changed; `None` if that was not noted.
        #[serde(skip_serializing_if = "Option::is_none")]
        changed: Option<String>,
    },
    /// A capture was marked as raising an earlier loop again, or as a loop of its own.
    Likened {
        /// The event that added the capture.
        capture: EventId,
        /// The earlier loop; `None` if the capture is a loop of its own.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<EventId>,
    },
    /// A step of a loop was recorded.
    LoopStepped(Stepped),
    /// The owner and the promised day of a loop were set.
    LoopAssigned {
        /// The loop.
        which: EventId,
        /// The person on the consultant's side who is responsible; `None` if not assigned.
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
        /// The promised day; `None` without one.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<Day>,
    },
    /// A client was imported from a file without a log of the client. Holds the client's object in the file.
    #[serde(rename = "client-brought")]
    ClientImported(RawObject),
    /// A meeting was imported from a file without a log of the meeting. Holds the meeting's object in the file.
    #[serde(rename = "meeting-brought")]
    MeetingImported(RawObject),
    /// The other data of an imported file, as one object: loops, the journal and unknown fields. The text is kept
    /// unchanged.
    #[serde(rename = "rest-brought")]
    DataImported(RawObject),
}
