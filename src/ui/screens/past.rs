//! Past meetings, newest first; a touch opens the review of one.

use heard_core::event::floor::Party;
use heard_core::{EventId, Meeting};
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::format::{clock, percent};
use crate::ui::components::links::{all_clients_button, more_rows, sheet_button, trends_button};
use crate::ui::components::parts::{line, name, quiet};
use crate::ui::context::client_filter::ClientFilter;
use crate::ui::context::request::{Place, Request};
use crate::ui::context::view::{ROWS, View};
use crate::ui::screens::live::strip::strip;

/// The list of past meetings, of all clients or of the one in the filter.
pub(crate) fn past(view: &View) -> Html {
    let (notebook, words, only) = (view.notebook(), view.words, view.shared.client_filter.as_ref());
    let whose = only.map(ClientFilter::key);
    let count = notebook.count_ended(whose);
    let (about, nothing) = match only {
        Some(only) => ((words.client.meetings)(&only.name(notebook)).into(), words.client.none),
        None => (AttrValue::Static(words.past.title), words.past.none),
    };
    html! {
        <section class="screen past">
            <h2>{ about }</h2>
            { all_clients_button(view) }
            if count == 0 { { line("sub", nothing) } }
            <div class="row">
                { quiet("journal", words.after.journal).draw(view.requests(Request::Open(Place::Journal))) }
                { trends_button(view, only.and_then(ClientFilter::client)) }
                if let Some(id) = only.and_then(ClientFilter::client) { { sheet_button(view, Some(id)) } }
            </div>
            { entries(view, whose) }
        </section>
    }
}

/// The past meetings of a client or of all, limited to the rows that are shown so far.
pub(crate) fn entries(view: &View, whose: Option<EventId>) -> Html {
    let (notebook, limit) = (view.notebook(), view.row_limit(ROWS));
    html! {
        <>
            <ul>
                for meeting in notebook.ended(whose).take(limit) {
                    <li key={meeting.id.to_string()}>{ entry(view, meeting) }</li>
                }
            </ul>
            { more_rows(view, notebook.count_ended(whose), limit) }
        </>
    }
}

fn entry(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let until_ms = meeting.ended_ms.unwrap_or(0);
    let is_open = view.shared.hides_figures(meeting);
    let is_known = meeting.was_touched() && !is_open;
    let share = percent(meeting, Party::Consultant, until_ms).filter(|_| is_known);
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
            onclick={view.sends(Command::OpenReview(meeting.id))}
        >
            <b>{ name(view.client_name(meeting)) }</b>
            <span class="sub">{ facts.join(" · ") }</span>
            if !is_open { { strip(meeting, words.live.strip, NodeRef::default()) } }
        </button>
    }
}
