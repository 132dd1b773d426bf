//! The list of keys.

use heard_core::capture::{Kind, Tally};
use yew::prelude::*;

use crate::ui::dialog::Dialog;
use crate::ui::hotkeys::{HELP, MARK, REDO, REST, UNDO, key_of_kind, key_of_tally};
use crate::ui::words::Words;

/// Every key, with what it does.
pub(crate) fn keys(on_close: &Callback<()>, words: Words) -> Html {
    let keys = &words.keys;
    let mut rows = vec![
        (keys.space, keys.floor.to_owned()),
        (MARK, keys.mark.to_owned()),
        (REST, keys.rest.to_owned()),
    ];
    let line = |kind| (key_of_kind(kind), format!("{}{}", keys.line, (words.kind)(kind)));
    rows.extend(Kind::ALL.map(line));
    let count = |tally| (key_of_tally(tally), format!("{}{}", keys.tally, (words.tally)(tally)));
    rows.extend(Tally::ALL.map(count));
    rows.extend([
        (UNDO, keys.undo.to_owned()),
        (REDO, keys.redo.to_owned()),
        ("Enter", keys.enter.to_owned()),
        ("Esc", keys.escape.to_owned()),
        (HELP, keys.help.to_owned()),
    ]);
    html! {
        <Dialog title={keys.title} on_close={on_close}>
            <dl class="keys">
                for (key, what) in rows {
                    <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div>
                }
            </dl>
            <button part="button" class="ghost" type="button" onclick={on_close.reform(|_| ())}>
                { words.nav.close }
            </button>
        </Dialog>
    }
}
