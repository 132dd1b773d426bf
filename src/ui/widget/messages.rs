//! The widget's messages, and the callbacks by which screens and components send theirs.

use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::share::document::Outcome;
use crate::ui::context::request::Request;
use crate::ui::screens::client_view::update::ClientViewMsg;
use crate::ui::screens::live::counters::LiveMsg;
use crate::ui::screens::live::state::CaptureMsg;
use crate::ui::screens::{data, loops, review, sheet, start};
use crate::ui::widget::hotkeys::Shortcut;

/// What happens to the widget.
#[derive(Clone)]
pub(crate) enum Msg {
    /// The notebook changed, with the text to announce, if there is one.
    NotebookChanged(Option<AttrValue>),
    /// A command was refused, with the message why.
    Refused(&'static str),
    /// The user sends a command, and what it changes follows; `false` when all of that has been received.
    UserActs(bool),
    /// The widget was moved into another document.
    Moved,
    /// The host page now sets the dark colour scheme where the widget is, or no longer does.
    HostIsDark(bool),
    /// A keyboard shortcut was pressed.
    ShortcutPressed(Shortcut),
    /// The pointer moved or was pressed, or a key was pressed; `true` shows the details while the client has the floor.
    Interacted(bool),
    /// There was no interaction for a while.
    DetailsTimedOut,
    /// A loop has become silent for too long, or none is any more.
    OverdueLoopsChanged(bool),
    /// A screen or a component makes a request.
    Request(Request),
    /// A message of the form for the next meeting.
    Start(start::state::Msg),
    /// A message of the live screen.
    Live(LiveMsg),
    /// A message of the capture form or of a list of captures.
    Captures(CaptureMsg),
    /// A message of the review.
    Review(review::state::Msg),
    /// A message of the loops.
    Loops(loops::update::Msg),
    /// A message of the sheet.
    Sheet(sheet::Msg),
    /// A message of the stored records.
    Data(data::Msg),
    /// A message of the client view.
    ClientView(ClientViewMsg),
    /// What came of an attempt to share a document.
    Shared(Outcome),
}

/// The callbacks that screens and components send their messages to. They are made once, so that they can be compared as
/// props.
pub(crate) struct Links {
    /// Dispatches a command.
    pub(crate) commands: Callback<Command>,
    /// Takes requests.
    pub(crate) requests: Callback<Request>,
    /// Takes messages of the form for the next meeting.
    pub(crate) start: Callback<start::state::Msg>,
    /// Takes messages of the live screen.
    pub(crate) live: Callback<LiveMsg>,
    /// Takes messages about captures.
    pub(crate) captures: Callback<CaptureMsg>,
    /// Takes messages of the review.
    pub(crate) review: Callback<review::state::Msg>,
    /// Takes messages of the loops.
    pub(crate) loops: Callback<loops::update::Msg>,
    /// Takes messages of the sheet.
    pub(crate) sheet: Callback<sheet::Msg>,
    /// Takes messages of the stored records.
    pub(crate) data: Callback<data::Msg>,
    /// Takes messages of the client view.
    pub(crate) client_view: Callback<ClientViewMsg>,
    /// Takes what came of attempts to share.
    pub(crate) share: Callback<Outcome>,
}

impl Links {
    /// The callbacks of a widget.
    pub(crate) fn new(link: &Callback<Msg>, commands: Callback<Command>) -> Self {
        Self {
            commands,
            requests: link.reform(Msg::Request),
            start: link.reform(Msg::Start),
            live: link.reform(Msg::Live),
            captures: link.reform(Msg::Captures),
            review: link.reform(Msg::Review),
            loops: link.reform(Msg::Loops),
            sheet: link.reform(Msg::Sheet),
            data: link.reform(Msg::Data),
            client_view: link.reform(Msg::ClientView),
            share: link.reform(Msg::Shared),
        }
    }
}
