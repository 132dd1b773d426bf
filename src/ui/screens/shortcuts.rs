//! The list of keyboard shortcuts.

use heard_core::event::capture::{Kind, Tally};
use yew::prelude::*;

use crate::ui::components::dialog::Dialog;
use crate::ui::components::parts::Button;
use crate::ui::context::key_names::{BREAK, HELP, MARK, REDO, UNDO, key_of_kind, key_of_tally};
use crate::ui::context::request::Request;
use crate::ui::context::view::View;

/// The dialog with every key and what it does.
pub(crate) fn shortcuts(view: &View) -> Html {
    let words = view.words;
    let keys = &words.keys;
    let mut rows = vec![
        (keys.space, keys.floor.to_owned()),
        (MARK, keys.mark.to_owned()),
        (BREAK, keys.rest.to_owned()),
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
        <Dialog title={keys.title} on_close={view.on_request.reform(|()| Request::ShowShortcuts(false))}>
            <dl class="keys">
                for (key, what) in rows {
                    <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div>
                }
            </dl>
            { Button::closing("close", words.nav.close).draw(Callback::noop()) }
        </Dialog>
    }
}
