//! How a widget hears: what is said goes to the live notebook, and what came of it to the status line.

use std::rc::Rc;

use heard_core::EventId;
use heard_core::export::Wanted;
use yew::prelude::*;

use crate::live::{Draft, Live, Said};
use crate::shell::download;
use crate::ui::bar::Place;
use crate::ui::news::news;
use crate::ui::words::Words;

/// What a widget remembers that its user would not miss after a reload, and the ways to say something.
#[derive(Clone, PartialEq)]
pub(crate) struct Hearing {
    /// The screen outside a meeting.
    pub(crate) place: Place,
    /// Whether the user has done anything yet; until then, the focus is the host's.
    pub(crate) moved: bool,
    /// What the status line says.
    pub(crate) status: AttrValue,
    /// Something is said.
    pub(crate) on_said: Callback<Said>,
    /// Words are to be kept; says whether they were.
    pub(crate) on_keep: Callback<Draft, bool>,
    /// Another screen is wanted.
    pub(crate) on_go: Callback<Place>,
    /// A file of a meeting is wanted, or of everything.
    pub(crate) on_file: Callback<Option<EventId>>,
}

/// Hears for a live notebook.
#[hook]
pub(crate) fn use_hearing(live: &Rc<Live>, words: Words) -> Hearing {
    let place = use_state_eq(Place::default);
    let moved = use_state_eq(|| false);
    let status = use_status(live, words);

    let hear = Callback::from({
        let (live, status, moved) = (Rc::clone(live), status.setter(), moved.setter());
        move |said: Said| {
            moved.set(true);
            let heard = live.hear(said);
            if let Err(refusal) = heard {
                status.set(AttrValue::Static((words.refusal)(refusal)));
            }
            heard.is_ok()
        }
    });
    let on_said = Callback::from({
        let (hear, place) = (hear.clone(), place.setter());
        move |said: Said| {
            if matches!(said, Said::PutAway | Said::Began(_) | Said::Erased) {
                place.set(Place::Start);
            }
            hear.emit(said);
        }
    });
    let on_go = Callback::from({
        let (hear, place) = (hear.clone(), place.setter());
        move |to| {
            place.set(to);
            hear.emit(Said::PutAway);
        }
    });
    let on_keep = hear.reform(Said::Caught);
    let on_file = Callback::from({
        let live = Rc::clone(live);
        move |meeting| {
            let text = live.json(Wanted { meeting, ..Wanted::default() });
            // A browser that refuses a download says so itself.
            let _ = download::save("heard.json", &text, "application/json");
        }
    });
    let (place, moved, status) = (*place, *moved, (*status).clone());
    Hearing { place, moved, status, on_said, on_keep, on_go, on_file }
}

/// The status line, which tells what changed, whoever changed it.
#[hook]
fn use_status(live: &Rc<Live>, words: Words) -> UseStateHandle<AttrValue> {
    let status = use_state_eq(|| AttrValue::Static(""));
    use_effect_with(Rc::clone(live), {
        let status = status.setter();
        move |live| {
            let watch = live.watch(move |before, after| {
                if let Some(news) = news(before, after, &words) {
                    status.set(news.into());
                }
            });
            move || drop(watch)
        }
    });
    status
}
