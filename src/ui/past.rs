//! Past meetings, newest first; a touch opens one again.

use std::rc::Rc;

use heard_core::floor::Party;
use heard_core::{Desk, Meeting};
use yew::prelude::*;

use crate::live::Said;
use crate::shell::locale;
use crate::ui::format::{clock, percent};
use crate::ui::saying::saying;
use crate::ui::strip::strip;
use crate::ui::window::Window;
use crate::ui::words::Words;

/// The list of meetings that have ended.
pub(crate) fn past(desk: &Desk, window: &Window, on_said: &Callback<Said>, words: Words) -> Html {
    let ended = || desk.meetings().rev().filter(|meeting| meeting.ended_ms.is_some());
    html! {
        <main class="past">
            <h2>{ words.past.title }</h2>
            if ended().next().is_none() { <p class="sub">{ words.past.none }</p> }
            <ul>
                for meeting in ended().take(window.most) {
                    <li key={meeting.id.to_string()}>{ entry(desk, meeting, on_said, words) }</li>
                }
            </ul>
            { window.rest(ended().count(), words) }
        </main>
    }
}

fn entry(desk: &Desk, meeting: &Rc<Meeting>, on_said: &Callback<Said>, words: Words) -> Html {
    let id = meeting.id;
    let client = meeting.opening.client.and_then(|id| desk.client(id));
    let name = client.map_or(words.someone, |client| &*client.name);
    let until_ms = meeting.ended_ms.unwrap_or(0);
    let share = percent(meeting, Party::Consultant, until_ms).filter(|_| meeting.was_touched());
    html! {
        <button
            part="button"
            class="entry"
            type="button"
            data-meeting={id.to_string()}
            onclick={saying(on_said, Said::Reopened(id))}
        >
            <b><bdi>{ name }</bdi></b>
            <span class="sub">
                { locale::day(meeting.started_wall_ms) }{ " · " }{ clock(until_ms) }
                if let Some(share) = share { { " · " }{ (words.live.you)(&(words.percent)(share)) } }
                { " · " }{ (words.past.caught)(meeting.captures.len()) }
            </span>
            { strip(meeting, words.live.strip, NodeRef::default()) }
        </button>
    }
}
