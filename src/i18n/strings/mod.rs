//! The structs that hold the texts of one language, grouped by the screen that shows them.
//!
//! A text with a value in it is a function: the language decides where the value goes and how it is counted.

pub(super) mod after;
pub(super) mod client;
pub(super) mod data;
pub(super) mod hand_over;
pub(super) mod live;
pub(super) mod loops;
pub(super) mod opening;
pub(super) mod picture;
pub(super) mod recap;
pub(super) mod review;
pub(super) mod settings;
pub(super) mod sheet;
pub(super) mod start;
pub(super) mod trends;

use heard_core::Refusal;
use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::MeetingKind;

use after::After;
use client::Client;
use data::{Data, Storage};
use hand_over::HandOver;
use live::{Away, Capture, Live};
use loops::Loops;
use opening::Opening;
use picture::Picture;
use recap::Recap;
use review::{Past, Review};
use settings::{Keys, Settings};
use sheet::Sheet;
use start::Start;
use trends::Trends;

/// All texts of one language.
pub(crate) struct Strings {
    /// The bar at the top, and buttons that many screens have.
    pub(crate) nav: Nav,
    /// The screen before a meeting.
    pub(crate) start: Start,
    /// The screen during a meeting.
    pub(crate) live: Live,
    /// The form for a note, and the list of notes.
    pub(crate) capture: Capture,
    /// The screen after a meeting.
    pub(crate) review: Review,
    /// The list of past meetings.
    pub(crate) past: Past,
    /// The settings screen.
    pub(crate) settings: Settings,
    /// The list of keyboard shortcuts.
    pub(crate) keys: Keys,
    /// The save status and the notices about storage.
    pub(crate) storage: Storage,
    /// The question about time during which the page was not running.
    pub(crate) away: Away,
    /// The cards of the review screen that ask something.
    pub(crate) after: After,
    /// The page of one client.
    pub(crate) client: Client,
    /// The screen that lists all stored data.
    pub(crate) data: Data,
    /// The meeting chart and the figures beside it.
    pub(crate) picture: Picture,
    /// The pages that the client reads on the consultant's device.
    pub(crate) hand_over: HandOver,
    /// The recap of a meeting.
    pub(crate) recap: Recap,
    /// The loops screen.
    pub(crate) loops: Loops,
    /// The opening card, and the question about duplicates.
    pub(crate) opening: Opening,
    /// The sheet "You said, we did".
    pub(crate) sheet: Sheet,
    /// The trends screen.
    pub(crate) trends: Trends,
    /// The kind of one note, as a label.
    pub(crate) kind: fn(Kind) -> &'static str,
    /// The heading above all notes of a kind.
    pub(crate) kinds: fn(Kind) -> &'static str,
    /// A meeting type.
    pub(crate) meeting_kind: fn(MeetingKind) -> &'static str,
    /// What a counter counts, as the label of its button.
    pub(crate) tally: fn(Tally) -> &'static str,
    /// Why a command was not carried out: one or two full sentences for the status line.
    pub(crate) refusal: fn(Refusal) -> &'static str,
    /// A whole percentage, such as `36%`.
    pub(crate) percent: fn(u64) -> String,
    /// Stands in for the name of a client who has none.
    pub(crate) someone: &'static str,
}

/// The bar at the top of every screen, and buttons that many screens have.
pub(crate) struct Nav {
    /// The product's name: the link to the start screen, and the bar's label for screen readers.
    pub(crate) name: &'static str,
    /// The link to past meetings.
    pub(crate) past: &'static str,
    /// The link to the settings.
    pub(crate) settings: &'static str,
    /// The button that opens the list of keyboard shortcuts. Keep it short: it shares one line with the client's name.
    pub(crate) keys: &'static str,
    /// Closes a dialog.
    pub(crate) close: &'static str,
    /// Leaves a dialog or a form without doing anything.
    pub(crate) cancel: &'static str,
    /// Takes back the last change.
    pub(crate) undo: &'static str,
    /// Restores what was taken back.
    pub(crate) redo: &'static str,
    /// Shows more rows of a list.
    pub(crate) more: &'static str,
}
