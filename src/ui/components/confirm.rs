//! The dialog that asks to confirm what can not be undone, or is not undone easily.

use heard_core::Record;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::persistence::item::Item;
use crate::store::Command;
use crate::ui::components::dialog::Dialog;
use crate::ui::components::item_name::item_name;
use crate::ui::components::parts::{Button, danger, line};
use crate::ui::context::request::{Confirmation, Request};
use crate::ui::context::view::View;

/// The text of a dialog and the command that it asks to confirm.
struct Question {
    title: &'static str,
    what: AttrValue,
    how: &'static str,
    go: Button,
    command: Command,
}

/// The dialog that asks before records are erased or clients merged. Its cancel button comes first and has the focus.
pub(crate) fn confirm_dialog(view: &View, confirmation: Confirmation) -> Html {
    let Question { title, what, how, go, command } = question(view, confirmation);
    html! {
        <Dialog {title} on_close={view.on_request.reform(|()| Request::Confirm(None))}>
            { line("sub", what) }
            { line("sub", how) }
            <div class="controls">
                { Button::closing("cancel", view.words.nav.cancel).draw(Callback::noop()) }
                { go.draw(view.requests(Request::Dispatch(command))) }
            </div>
        </Dialog>
    }
}

fn question(view: &View, confirmation: Confirmation) -> Question {
    let (notebook, words) = (view.notebook(), view.words);
    let texts = &words.settings;
    let erasing = |title, what, command| {
        let go = danger("erase-all", texts.erase_go);
        Question { title, what, how: texts.erase_for_good, go, command }
    };
    match confirmation {
        Confirmation::EraseAll => {
            erasing(texts.erase_title, texts.erase_what.into(), Command::EraseAll)
        }
        Confirmation::EraseRecord(id) => {
            let client = notebook.client(id).map(|_| Item::Client(id));
            let title = match client {
                Some(_) => words.data.erase_client,
                None => words.data.erase_meeting,
            };
            let what = item_name(view, client.unwrap_or(Item::Meeting(id)));
            erasing(title, what, Command::EraseRecord(id))
        }
        Confirmation::EraseUnread => {
            let what = item_name(view, Item::Quarantine);
            erasing(words.data.erase_quarantine, what, Command::EraseQuarantine)
        }
        Confirmation::MergeClients { merged, remains } => {
            let texts = &words.client;
            let name = |id| notebook.client(id).map_or("", |client| &*client.name);
            Question {
                title: texts.merge_title,
                what: (texts.merge_what)(name(merged), name(remains)).into(),
                how: texts.merge_undo,
                go: Button::plain("same-go", texts.merge_go),
                command: Command::RecordIn(
                    Record::Begun(merged),
                    EventKind::ClientMerged { into: remains },
                ),
            }
        }
    }
}
