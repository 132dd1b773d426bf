//! A document to share, and what came of the last attempt.

use heard_core::report::recap::Recap;
use heard_core::report::sheet::SheetRequest;
use heard_core::transfer::export::{Audience, Wanted};
use yew::prelude::*;

use crate::store::NotebookStore;

/// The state of the share buttons.
#[derive(Default)]
pub(crate) struct ShareState {
    /// The message about the last attempt.
    pub(crate) message: &'static str,
    /// Whether the text is shown in a field, to be copied by hand.
    pub(crate) by_hand: bool,
    /// That field.
    pub(crate) copy_field: NodeRef,
    /// The preview of the document.
    pub(crate) preview: NodeRef,
}

/// What came of an attempt to share.
#[derive(Clone, Copy)]
pub(crate) struct Outcome {
    /// The message about it.
    pub(crate) message: &'static str,
    /// Whether the clipboard refused, so that the text must be copied by hand.
    pub(crate) by_hand: bool,
}

impl ShareState {
    /// Takes what came of an attempt; returns whether the field with the text is to receive the focus.
    pub(crate) const fn take(&mut self, outcome: Outcome) -> bool {
        (self.message, self.by_hand) = (outcome.message, outcome.by_hand);
        outcome.by_hand
    }

    /// Clears the message, because another document is shown.
    pub(crate) const fn clear(&mut self) {
        (self.message, self.by_hand) = ("", false);
    }
}

/// Which document.
#[derive(Clone, Copy)]
pub(crate) enum DocumentKind {
    /// The recap of a meeting.
    Recap(Wanted),
    /// The sheet of a client and a period.
    Sheet(SheetRequest),
}

/// A document to share.
pub(crate) struct Document {
    /// Which one.
    pub(crate) kind: DocumentKind,
    /// The name of its files without the extension.
    pub(crate) file: String,
    /// Whether it has dates to export as a calendar.
    pub(crate) has_calendar: bool,
    /// The table that can be downloaded beside it, if there is one.
    pub(crate) table: Option<Table>,
}

/// A table that can be downloaded as CSV.
#[derive(Clone)]
pub(crate) struct Table {
    /// The label of its button.
    pub(crate) label: &'static str,
    /// The name of its file without the extension.
    pub(crate) file: String,
}

impl DocumentKind {
    /// The text of the document.
    pub(crate) fn text(self, store: &NotebookStore) -> Recap {
        match self {
            Self::Recap(wanted) => store.recap(wanted),
            Self::Sheet(asked) => store.sheet(asked),
        }
    }

    /// The part of the notebook that its calendar and its table are made from.
    pub(crate) const fn wanted(self) -> Wanted {
        match self {
            Self::Recap(wanted) => wanted,
            Self::Sheet(SheetRequest { client, .. }) => {
                Wanted { client, meeting: None, audience: Audience::Client }
            }
        }
    }
}
