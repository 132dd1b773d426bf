//! The callbacks that connect a widget to its store and to the keyboard.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::store::{Command, NotebookStore, Snapshot, Watch};
use crate::ui::context::language::Words;
use crate::ui::widget::announcements::announcement;
use crate::ui::widget::hotkeys::{self, Shortcut};
use crate::ui::widget::messages::Msg;

/// Dispatches commands within the same task as the event that caused them; a refusal becomes a message of the status line.
pub(crate) fn dispatching(
    store: &Rc<NotebookStore>,
    link: &Callback<Msg>,
    words: Words,
) -> Callback<Command> {
    let (store, link) = (Rc::clone(store), link.clone());
    Callback::from(move |command: Command| {
        link.emit(Msg::UserActs(true));
        if !store.snapshot().leading && !matches!(command, Command::SaveDraft(_)) {
            // The tab that is used takes the lead, which is never refused.
            let _ = store.dispatch(Command::TakeOver);
        }
        if let Err(refusal) = store.dispatch(command) {
            link.emit(Msg::Refused((words.refusal)(refusal)));
        }
        link.emit(Msg::UserActs(false));
    })
}

/// Turns key events into messages.
pub(crate) fn on_key(store: &Rc<NotebookStore>, link: &Callback<Msg>) -> Callback<KeyboardEvent> {
    let (store, link) = (Rc::clone(store), link.clone());
    Callback::from(move |event: KeyboardEvent| {
        link.emit(Msg::Interacted(true));
        if let Some(shortcut) = applicable_shortcut(&event, &store.snapshot()) {
            link.emit(Msg::ShortcutPressed(shortcut));
        }
    })
}

/// Subscribes to changes of the notebook, until the result is dropped.
pub(crate) fn watch(store: &Rc<NotebookStore>, link: &Callback<Msg>, words: Words) -> Watch {
    let link = link.clone();
    store.watch(move |before, after| {
        link.emit(Msg::NotebookChanged(announcement(before, after, &words).map(AttrValue::from)));
    })
}

/// The shortcut of a key event, if it applies on the present screen. If so, the browser's default action is prevented.
fn applicable_shortcut(event: &KeyboardEvent, snapshot: &Snapshot) -> Option<Shortcut> {
    let shortcut = hotkeys::shortcut(event)?;
    let Snapshot { notebook, review, .. } = snapshot;
    let applies = match shortcut {
        _ if notebook.running().is_some() => true,
        Shortcut::Help => true,
        Shortcut::Dispatch(Command::Undo) => notebook.undoing(*review).is_ok(),
        Shortcut::Dispatch(Command::Redo) => notebook.redoing(*review).is_ok(),
        _ => false,
    };
    applies.then(|| {
        event.prevent_default();
        shortcut
    })
}
