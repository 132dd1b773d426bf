//! The callbacks by which a widget hears: what is said, what is pressed, and what changed.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::store::{Command, NotebookStore, Watch};
use crate::ui::widget::announcements::news;
use crate::ui::widget::language::Words;
use crate::ui::widget::view::{Msg, command};

/// What is said is kept in the same task as the touch; a refusal becomes a word.
pub(crate) fn saying(
    live: &Rc<NotebookStore>,
    link: &Callback<Msg>,
    words: Words,
) -> Callback<Command> {
    let (live, link) = (Rc::clone(live), link.clone());
    Callback::from(move |said: Command| {
        link.emit(Msg::Moved);
        if !live.snapshot().leading && !matches!(said, Command::SaveDraft(_)) {
            // The tab that is touched is the one that shows the time; that is never refused.
            let _ = live.dispatch(Command::TakeOver);
        }
        if let Err(refusal) = live.dispatch(said) {
            link.emit(Msg::Refused((words.refusal)(refusal)));
        }
    })
}

pub(crate) fn pressing(live: &Rc<NotebookStore>, link: &Callback<Msg>) -> Callback<KeyboardEvent> {
    let (live, link) = (Rc::clone(live), link.clone());
    Callback::from(move |event: KeyboardEvent| {
        link.emit(Msg::Woke(true));
        if let Some(command) = command(&event, &live.snapshot()) {
            link.emit(Msg::Commanded(command));
        }
    })
}

pub(crate) fn watching(live: &Rc<NotebookStore>, link: &Callback<Msg>, words: Words) -> Watch {
    let link = link.clone();
    live.watch(move |before, after| {
        link.emit(Msg::Changed(news(before, after, &words).map(AttrValue::from)));
    })
}
