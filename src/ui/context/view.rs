//! The context that every screen and every component is rendered from.

use std::rc::Rc;

use heard_core::meeting::Meeting;
use heard_core::{EventId, Notebook};
use yew::prelude::*;

use crate::options::Options;
use crate::store::{Command, NotebookStore, Snapshot};
use crate::ui::context::client_filter::ClientFilter;
use crate::ui::context::language::Words;
use crate::ui::context::request::{Confirmation, Place, Request};
use crate::ui::context::status::Status;

/// How many rows of a long list are shown at first, and how many more at each touch.
pub(crate) const ROWS: usize = 30;

/// The widget's transient state that several screens read.
#[derive(Default)]
pub(crate) struct SharedState {
    /// The screen outside a meeting.
    pub(crate) place: Place,
    /// The text of the status line.
    pub(crate) status: Status,
    /// The client to whom lists are limited; `None` shows those of all clients.
    pub(crate) client_filter: Option<ClientFilter>,
    /// How many rows of a long list are shown beyond the first ones.
    pub(crate) extra_rows: usize,
    /// The meeting whose figures are shown although no guess was made.
    pub(crate) revealed: Option<EventId>,
    /// Whether a loop has been silent for longer than the settings allow.
    pub(crate) has_overdue_loops: bool,
    /// What the open dialog asks to confirm.
    pub(crate) confirming: Option<Confirmation>,
    /// The heading of the screen, which receives the focus when the pressed control is gone.
    pub(crate) heading: NodeRef,
}

impl SharedState {
    /// Whether the talk share of a meeting is still to be guessed, so that nothing on screen may tell it.
    pub(crate) fn hides_figures(&self, meeting: &Meeting) -> bool {
        let was_shown = self.revealed == Some(meeting.id);
        meeting.was_touched() && meeting.after.guess_percent.is_none() && !was_shown
    }
}

/// The context that every screen is rendered from.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The notebook as of now.
    pub(crate) snapshot: &'a Snapshot,
    /// The widget's transient state, as far as several screens read it.
    pub(crate) shared: &'a SharedState,
    /// What the host page configured.
    pub(crate) options: &'a Options,
    /// The open notebook.
    pub(crate) store: &'a Rc<NotebookStore>,
    /// Dispatches a command within the same task as the event that caused it.
    pub(crate) on_command: &'a Callback<Command>,
    /// Takes requests to the widget.
    pub(crate) on_request: &'a Callback<Request>,
    /// The strings of the language.
    pub(crate) words: Words,
}

impl View<'_> {
    /// A click handler that dispatches a command.
    pub(crate) fn sends(&self, command: Command) -> Callback<MouseEvent> {
        self.on_command.reform(move |_| command.clone())
    }

    /// A click handler that makes a request of the widget.
    pub(crate) fn requests(&self, request: Request) -> Callback<MouseEvent> {
        self.on_request.reform(move |_| request.clone())
    }

    /// The notebook of the snapshot.
    pub(crate) fn notebook(&self) -> &Notebook {
        &self.snapshot.notebook
    }

    /// The name of a meeting's client, or a placeholder.
    pub(crate) fn client_name(&self, meeting: &Meeting) -> AttrValue {
        let client = meeting.opening.client.and_then(|id| self.notebook().client(id));
        client
            .map_or(AttrValue::Static(self.words.someone), |client| Rc::clone(&client.name).into())
    }

    /// The name of the client of a sheet, or the label for meetings without a client.
    pub(crate) fn sheet_client(&self, client: Option<EventId>) -> AttrValue {
        let client = client.and_then(|id| self.notebook().client(id));
        let name = client.map(|client| Rc::clone(&client.name).into());
        name.unwrap_or(AttrValue::Static(self.words.sheet.labels.nobody))
    }

    /// How many rows of a list are shown that begins with `few`.
    pub(crate) const fn row_limit(&self, few: usize) -> usize {
        few + self.shared.extra_rows
    }
}
