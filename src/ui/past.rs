//! Past meetings, newest first; a touch opens one again.

use std::rc::Rc;

use heard_core::floor::Party;
use heard_core::{Desk, Meeting};
use yew::prelude::*;

use crate::live::Said;
use crate::shell::locale;
use crate::ui::format::{clock, percent};
use crate::ui::strip::strip;
use crate::ui::words::{Words, use_words};

/// How many are drawn at once.
const WINDOW: usize = 30;

/// Props of [`PastScreen`].
#[derive(Properties, PartialEq)]
pub(crate) struct PastScreenProps {
    /// What is kept.
    pub(crate) desk: Rc<Desk>,
    /// A meeting is looked at.
    pub(crate) on_said: Callback<Said>,
}

/// The list of meetings that have ended.
#[component]
pub(crate) fn PastScreen(PastScreenProps { desk, on_said }: &PastScreenProps) -> Html {
    let words = use_words();
    let most = use_state_eq(|| WINDOW);
    let ended = || desk.meetings().rev().filter(|meeting| meeting.ended_ms.is_some());
    let more = ended().nth(*most).is_some();
    html! {
        <main class="past">
            <h2>{ words.past.title }</h2>
            if ended().next().is_none() { <p class="sub">{ words.past.none }</p> }
            <ul>
                for meeting in ended().take(*most) {
                    <li key={meeting.id.to_string()}>{ entry(desk, meeting, on_said, words) }</li>
                }
            </ul>
            if more {
                <button
                    part="button"
                    class="ghost"
                    type="button"
                    onclick={Callback::from({
                        let most = most.clone();
                        move |_| most.set(*most + WINDOW)
                    })}
                >{ words.nav.more }</button>
            }
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
            onclick={on_said.reform(move |_| Said::Reopened(id))}
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
