//! Past meetings, newest first; a touch opens one again.

use heard_core::floor::Party;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::live::Said;
use crate::shell::locale;
use crate::ui::after::is_open;
use crate::ui::apart::Only;
use crate::ui::format::{clock, percent};
use crate::ui::local::{Place, ROWS};
use crate::ui::parts::{Button, line, name};
use crate::ui::sheet::sheet_button;
use crate::ui::strip::strip;
use crate::ui::view::{Msg, View};

/// The list of meetings that have ended.
pub(crate) fn past(view: &View) -> Html {
    let (desk, words, only) = (view.desk(), view.words, view.local.only.as_ref());
    let whose = only.map(Only::key);
    let count = desk.count_ended(whose);
    let (about, nothing) = match only {
        Some(only) => ((words.client.meetings)(&only.name(desk)).into(), words.client.none),
        None => (AttrValue::Static(words.past.title), words.past.none),
    };
    html! {
        <section class="screen past">
            <h2>{ about }</h2>
            { view.everyone() }
            if count == 0 { { line("sub", nothing) } }
            <div class="row">
                { quiet("journal", words.after.journal).draw(view.on(Msg::Went(Place::Journal))) }
                { trends_button(view, only.and_then(Only::client)) }
                if let Some(id) = only.and_then(Only::client) { { sheet_button(view, Some(id)) } }
            </div>
            { entries(view, whose) }
        </section>
    }
}

/// The meetings of a client or of all, as many as are wanted so far.
pub(crate) fn entries(view: &View, whose: Option<EventId>) -> Html {
    let (desk, most) = (view.desk(), view.most(ROWS));
    html! {
        <>
            <ul>
                for meeting in desk.ended(whose).take(most) {
                    <li key={meeting.id.to_string()}>{ entry(view, meeting) }</li>
                }
            </ul>
            { view.rest(desk.count_ended(whose), most) }
        </>
    }
}

/// The way to the pictures over time, of a client or of all.
pub(crate) fn trends_button(view: &View, client: Option<EventId>) -> Html {
    quiet("trends", view.words.trends.link).draw(view.on(Msg::WentToTrends(client)))
}

fn quiet(name: &'static str, label: &'static str) -> Button {
    Button { class: "quiet-button", ..Button::plain(name, label) }
}

fn entry(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let until_ms = meeting.ended_ms.unwrap_or(0);
    // What is still to be guessed is not told here either.
    let is_open = is_open(view, meeting);
    let is_told = meeting.was_touched() && !is_open;
    let share = percent(meeting, Party::Consultant, until_ms).filter(|_| is_told);
    let share = share.map(|share| format!("{} {}", words.live.you, (words.percent)(share)));
    let facts = [
        Some(locale::day(meeting.started_wall_ms)),
        Some(clock(until_ms)),
        share,
        Some((words.past.notes)(meeting.captures.len())),
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
            if !is_open { { strip(meeting, words.live.strip, NodeRef::default()) } }
        </button>
    }
}
