//! Past meetings, newest first; a touch opens one again.

use heard_core::event::floor::Party;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::format::{clock, percent};
use crate::ui::components::parts::{Button, line, name};
use crate::ui::screens::live::strip::strip;
use crate::ui::screens::review::guess::is_open;
use crate::ui::screens::sheet::sheet_button;
use crate::ui::widget::client_filter::ClientFilter;
use crate::ui::widget::ui_state::{Place, ROWS};
use crate::ui::widget::view::{Msg, View};

/// The list of meetings that have ended.
pub(crate) fn past(view: &View) -> Html {
    let (notebook, words, only) = (view.notebook(), view.words, view.local.only.as_ref());
    let whose = only.map(ClientFilter::key);
    let count = notebook.count_ended(whose);
    let (about, nothing) = match only {
        Some(only) => ((words.client.meetings)(&only.name(notebook)).into(), words.client.none),
        None => (AttrValue::Static(words.past.title), words.past.none),
    };
    html! {
        <section class="screen past">
            <h2>{ about }</h2>
            { view.everyone() }
            if count == 0 { { line("sub", nothing) } }
            <div class="row">
                { quiet("journal", words.after.journal).draw(view.on(Msg::Went(Place::Journal))) }
                { trends_button(view, only.and_then(ClientFilter::client)) }
                if let Some(id) = only.and_then(ClientFilter::client) { { sheet_button(view, Some(id)) } }
            </div>
            { entries(view, whose) }
        </section>
    }
}

/// The meetings of a client or of all, as many as are wanted so far.
pub(crate) fn entries(view: &View, whose: Option<EventId>) -> Html {
    let (notebook, most) = (view.notebook(), view.most(ROWS));
    html! {
        <>
            <ul>
                for meeting in notebook.ended(whose).take(most) {
                    <li key={meeting.id.to_string()}>{ entry(view, meeting) }</li>
                }
            </ul>
            { view.rest(notebook.count_ended(whose), most) }
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
            onclick={view.saying(Command::OpenReview(meeting.id))}
        >
            <b>{ name(view.client_name(meeting)) }</b>
            <span class="sub">{ facts.join(" · ") }</span>
            if !is_open { { strip(meeting, words.live.strip, NodeRef::default()) } }
        </button>
    }
}
