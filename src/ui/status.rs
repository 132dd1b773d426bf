//! The status line: the one polite voice of the widget.

use std::rc::Rc;

use heard_core::Meeting;
use yew::prelude::*;

use crate::options::Announce;
use crate::shell::clock;
use crate::shell::ticker::Ticker;
use crate::ui::words::Words;

const MINUTE_MS: u64 = 60_000;

/// Says what happened, or the minutes, or nothing. Not seen: the screen has its own place for the same words.
pub(crate) fn status(news: &AttrValue, minutes: &AttrValue, announce: Announce) -> Html {
    let says = match announce {
        Announce::Turns => news.clone(),
        Announce::Minutes => minutes.clone(),
        Announce::Off => AttrValue::default(),
    };
    html! { <p class="unseen" part="status" role="status" aria-live="polite">{ says }</p> }
}

/// The minutes of a running meeting in words, where they were asked for.
#[hook]
pub(crate) fn use_minutes(meeting: Option<Rc<Meeting>>, words: Words) -> AttrValue {
    let said = use_state_eq(AttrValue::default);
    use_effect_with(meeting, {
        let said = said.setter();
        move |meeting| {
            let ticker = meeting.clone().map(|meeting| {
                Ticker::start(move || {
                    let elapsed_ms = meeting.position(clock::now());
                    if elapsed_ms >= MINUTE_MS {
                        said.set((words.live.minutes)(elapsed_ms / MINUTE_MS).into());
                    }
                    u32::try_from(MINUTE_MS - elapsed_ms % MINUTE_MS).ok()
                })
            });
            move || drop(ticker)
        }
    });
    (*said).clone()
}
