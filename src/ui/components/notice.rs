//! Notices about storage at the top of the screen.

use heard_core::transfer::export::Wanted as Part;
use yew::prelude::*;

use crate::store::{Command, Snapshot};
use crate::ui::components::parts::{Button, line};
use crate::ui::context::request::{Place, Request};
use crate::ui::context::view::View;

/// The share of the localStorage quota, in percent, from which the notice about space is shown.
const TIGHT_PERCENT: usize = 60;
/// The number of meetings without a backup from which the notice about backups is shown.
const MANY: usize = 3;

/// The notices that apply now.
pub(crate) fn notices(view: &View) -> Html {
    let texts = &view.words.storage;
    let Snapshot { mode, unread, newer, percent_used, .. } = *view.snapshot;
    let file =
        || Button::plain("file", texts.file).draw(view.requests(Request::Export(Part::default())));
    let starting = view.shared.place == Place::Start && view.snapshot.review.is_none();
    let unsaved = if starting { view.notebook().ended_since_file() } else { 0 };
    html! {
        <>
            if newer { { note("newer", "", texts.newer, file()) } }
            if let Some(text) = (texts.notice)(mode) { { note("mode", mode.data_value(), text, file()) } }
            if percent_used >= TIGHT_PERCENT {
                { note("room", &percent_used.to_string(), (texts.room)(percent_used), Html::default()) }
            }
            if unread > 0 {
                { note("unread", &unread.to_string(), (texts.unread)(unread), export_unread_button(view)) }
            }
            if unsaved >= MANY && !newer {
                { note("backup", &unsaved.to_string(), (texts.backup)(unsaved), file()) }
            }
        </>
    }
}

/// The state of storage as a dot and a label.
pub(crate) fn storage_dot(view: &View) -> Html {
    let Snapshot { mode, saving, .. } = *view.snapshot;
    let label = (view.words.storage.mode)(mode, saving);
    html! {
        <span class="save-state" data-mode={mode.data_value()} data-saving={saving.to_string()}>
            <i class="dot" aria-hidden="true"></i><span key={label}>{ label }</span>
        </span>
    }
}

/// During a meeting: another tab leads it, or a newer version of Heard has written it.
pub(crate) fn other_tab_notice(view: &View) -> Html {
    let texts = &view.words.storage;
    let take_over =
        || Button::plain("take-over", texts.take_over).draw(view.sends(Command::TakeOver));
    html! {
        if view.snapshot.newer {
            { note("newer", "", texts.newer, Html::default()) }
        } else if !view.snapshot.leading {
            { note("elsewhere", "", texts.elsewhere, take_over()) }
        }
    }
}

fn export_unread_button(view: &View) -> Html {
    Button::plain("quarantine", view.words.storage.unread_file)
        .draw(view.requests(Request::ExportUnread))
}

fn note(what: &'static str, value: &str, text: impl Into<AttrValue>, action: Html) -> Html {
    draw(what, value, text.into(), action)
}

fn draw(what: &'static str, value: &str, text: AttrValue, action: Html) -> Html {
    html! {
        <div class="notice" role="note" data-note={what} data-value={value.to_owned()}>
            { line("sub", text) }
            { action }
        </div>
    }
}
