//! What the consultant must know about keeping, said once and calmly at the top.

use yew::prelude::*;

use crate::shell::notebook::Mode;
use crate::ui::words::Words;

/// A notice, or nothing where all is well and no entry is `unread`.
pub(crate) fn notice(mode: Mode, unread: usize, on_file: &Callback<()>, words: Words) -> Html {
    let kept = &words.kept;
    html! {
        <>
            if let Some(text) = (kept.notice)(mode) {
                <div class="notice" role="note" data-mode={mode.word()}>
                    <p>{ text }</p>
                    <button part="button" class="ghost" type="button" onclick={on_file.reform(|_| ())}>
                        { kept.file }
                    </button>
                </div>
            }
            if unread > 0 {
                <div class="notice" role="note" data-unread={unread.to_string()}>
                    <p>{ (kept.unread)(unread) }</p>
                </div>
            }
        </>
    }
}
