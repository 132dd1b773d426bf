//! What the consultant must know about keeping, said once and calmly at the top.

use yew::prelude::*;

use crate::ui::parts::{Button, line};
use crate::ui::view::{Msg, View};

/// A notice, or nothing where all is well.
pub(crate) fn notice(view: &View) -> Html {
    let kept = &view.words.kept;
    let (mode, unread) = (view.shown.mode, view.shown.unread);
    html! {
        <>
            if let Some(text) = (kept.notice)(mode) {
                <div class="notice" role="note" data-mode={mode.word()}>
                    { line("sub", text) }
                    { Button::plain("file", kept.file).draw(view.on(Msg::Filed(None))) }
                </div>
            }
            if unread > 0 {
                <div class="notice" role="note" data-unread={unread.to_string()}>
                    { line("sub", (kept.unread)(unread)) }
                </div>
            }
        </>
    }
}
