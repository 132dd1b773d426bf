//! Past meetings, newest first; a touch opens one again.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::floor::Party;
use yew::prelude::*;

use crate::live::Said;
use crate::shell::locale;
use crate::ui::format::{clock, percent};
use crate::ui::local::{Place, ROWS};
use crate::ui::parts::{Button, line, name};
use crate::ui::sheet::sheets;
use crate::ui::strip::strip;
use crate::ui::view::{Msg, View};

/// The list of meetings that have ended.
pub(crate) fn past(view: &View) -> Html {
    let (desk, words, only) = (view.desk(), view.words, view.local.only.as_ref());
    let is_shown = |meeting: &&Rc<Meeting>| only.is_none_or(|only| only.has(desk, meeting));
    let ended = || desk.meetings().rev().filter(is_shown).filter(|one| one.ended_ms.is_some());
    let (about, nothing) = match only {
        Some(only) => ((words.client.meetings)(&only.name(desk)).into(), words.client.none),
        None => (AttrValue::Static(words.past.title), words.past.none),
    };
    html! {
        <section class="screen past">
            <h2>{ about }</h2>
            { view.everyone() }
            if ended().next().is_none() { { line("sub", nothing) } }
            { Button { class: "quiet-button", ..Button::plain("journal", words.after.journal) }
                .draw(view.on(Msg::Went(Place::Journal))) }
            { sheets(view) }
            { entries(view, &mut ended(), ended().count()) }
        </section>
    }
}

/// Meetings in the order in which they come, as many as are wanted so far.
pub(crate) fn entries(
    view: &View,
    meetings: &mut dyn Iterator<Item = &Rc<Meeting>>,
    count: usize,
) -> Html {
    let most = view.most(ROWS);
    html! {
        <>
            <ul>
                for meeting in meetings.take(most) {
                    <li key={meeting.id.to_string()}>{ entry(view, meeting) }</li>
                }
            </ul>
            { view.rest(count, most) }
        </>
    }
}

fn entry(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let until_ms = meeting.ended_ms.unwrap_or(0);
    let share = percent(meeting, Party::Consultant, until_ms).filter(|_| meeting.was_touched());
    let share = share.map(|share| format!("{} {}", words.live.you, (words.percent)(share)));
    let facts = [
        Some(locale::day(meeting.started_wall_ms)),
        Some(clock(until_ms)),
        share,
        Some((words.past.caught)(meeting.captures.len())),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    html! {
        <button
            part="button"
            class="entry"
            type="button"
            data-meeting={meeting.id.to_string()}
            onclick={view.saying(Said::Reopened(meeting.id))}
        >
            <b>{ name(view.client_name(meeting)) }</b>
            <span class="sub">{ facts.join(" · ") }</span>
            { strip(meeting, words.live.strip, NodeRef::default()) }
        </button>
    }
}
