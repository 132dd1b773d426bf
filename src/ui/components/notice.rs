//! What the consultant must know about keeping, said once and calmly at the top.

use yew::prelude::*;

use crate::store::Snapshot;
use crate::ui::components::parts::{Button, line};
use crate::ui::widget::ui_state::Place;
use crate::ui::widget::view::{Msg, View};

/// From so many hundredths of localStorage's room on, it is said.
const TIGHT_PERCENT: usize = 60;
/// From so many meetings on that are in no file, it is said.
const MANY: usize = 3;

/// The notices, or nothing where all is well.
pub(crate) fn notice(view: &View) -> Html {
    let kept = &view.words.storage;
    let Snapshot { mode, unread, newer, percent_used, .. } = *view.snapshot;
    let file = || Button::plain("file", kept.file).draw(view.on(Msg::Filed(None)));
    let starting = view.local.place == Place::Start && view.snapshot.review.is_none();
    let unsaved = if starting { view.notebook().ended_since_file() } else { 0 };
    html! {
        <>
            if newer { { note("newer", "", kept.newer, file()) } }
            if let Some(text) = (kept.notice)(mode) { { note("mode", mode.word(), text, file()) } }
            if percent_used >= TIGHT_PERCENT {
                { note("room", &percent_used.to_string(), (kept.room)(percent_used), Html::default()) }
            }
            if unread > 0 {
                { note("unread", &unread.to_string(), (kept.unread)(unread), quarantine(view)) }
            }
            if unsaved >= MANY && !newer {
                { note("backup", &unsaved.to_string(), (kept.backup)(unsaved), file()) }
            }
        </>
    }
}

/// How safely things are kept, as a dot with a word.
pub(crate) fn dot(view: &View) -> Html {
    let Snapshot { mode, saving, .. } = *view.snapshot;
    html! {
        <span class="kept" data-mode={mode.word()} data-saving={saving.to_string()}>
            <i class="dot" aria-hidden="true"></i><span>{ (view.words.storage.mode)(mode, saving) }</span>
        </span>
    }
}

/// In a meeting: this tab does not show its time, or a newer Heard keeps it.
pub(crate) fn elsewhere(view: &View) -> Html {
    let kept = &view.words.storage;
    let take_over = || {
        let said = crate::store::Command::TakeOver;
        Button::plain("take-over", kept.take_over).draw(view.saying(said))
    };
    html! {
        if view.snapshot.newer {
            { note("newer", "", kept.newer, Html::default()) }
        } else if !view.snapshot.leading {
            { note("elsewhere", "", kept.elsewhere, take_over()) }
        }
    }
}

fn quarantine(view: &View) -> Html {
    Button::plain("quarantine", view.words.storage.unread_file).draw(view.on(Msg::QuarantineFiled))
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
