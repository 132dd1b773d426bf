//! What any screen can ask of the widget: to dispatch a command, to open another screen, to confirm an erasure.

use heard_core::EventId;
use heard_core::loops::Whose;
use heard_core::transfer::export::Wanted as Part;

use crate::store::Command;

/// The screens that can be opened outside a meeting. A review is opened by [`Command::OpenReview`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// The form for the next meeting.
    #[default]
    Start,
    /// Past meetings.
    Past,
    /// Settings.
    Settings,
    /// The stored records.
    Data,
    /// The private journal.
    Journal,
    /// Issues and promises.
    Loops,
    /// One client.
    Client,
    /// The sheet of a client and a period.
    Sheet,
    /// Charts over the last meetings and months.
    Trends,
}

/// An action that a dialog asks to confirm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confirmation {
    /// Erase everything.
    EraseAll,
    /// Erase a meeting, or a client with all their meetings.
    EraseRecord(EventId),
    /// Erase the bytes that could not be read.
    EraseUnread,
    /// Merge one client into another.
    MergeClients {
        /// The client that is shown under the other one from then on.
        merged: EventId,
        /// The client that remains.
        remains: EventId,
    },
}

/// The form of an export as tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableForm {
    /// A workbook for spreadsheets.
    Workbook,
    /// The meeting table as CSV.
    Csv,
}

/// A request that any screen can make of the widget.
#[derive(Clone)]
pub(crate) enum Request {
    /// Dispatch a command, close the dialog that asked for it, and move the focus if the pressed control goes away.
    Dispatch(Command),
    /// Open a screen.
    Open(Place),
    /// Open the page of a client.
    OpenClient(EventId),
    /// Open the loops of a client, or of all.
    OpenLoops(Whose<EventId>),
    /// Open the sheet of a client, or of the meetings without a client.
    OpenSheet(Option<EventId>),
    /// Open the trends of a client, or of all.
    OpenTrends(Option<EventId>),
    /// Remove the client filter of the list on screen.
    ShowAllClients,
    /// Open or close the list of keyboard shortcuts.
    ShowShortcuts(bool),
    /// Open the dialog that asks to confirm, or close it.
    Confirm(Option<Confirmation>),
    /// Show more rows of the list on screen.
    ShowMoreRows,
    /// Download a part of the notebook as JSON.
    Export(Part),
    /// Download a part of the notebook as tables.
    ExportTable(Part, TableForm),
    /// Download the bytes that could not be read.
    ExportUnread,
}
