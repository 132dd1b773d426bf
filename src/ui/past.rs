//! Past meetings, newest first; a touch opens one again.

use heard_core::Meeting;
use heard_core::floor::Party;
use yew::prelude::*;

use crate::live::Said;
use crate::shell::locale;
use crate::ui::format::{clock, percent};
use crate::ui::local::{Place, ROWS};
use crate::ui::parts::{Button, line, name};
use crate::ui::strip::strip;
use crate::ui::view::{Msg, View};

/// The list of meetings that have ended.
pub(crate) fn past(view: &View) -> Html {
    let (desk, words, most) = (view.desk(), view.words, view.most(ROWS));
    let ended = || desk.meetings().rev().filter(|meeting| meeting.ended_ms.is_some());
    html! {
        <section class="screen past">
            <h2>{ words.past.title }</h2>
            if ended().next().is_none() { { line("sub", words.past.none) } }
            <div class="row">
                { quiet("journal", words.after.journal).draw(view.on(Msg::Went(Place::Journal))) }
                { quiet("trends", words.trends.go).draw(view.on(Msg::WentToTrends(None))) }
            </div>
            <ul>
                for meeting in ended().take(most) {
                    <li key={meeting.id.to_string()}>{ entry(view, meeting) }</li>
                }
            </ul>
            { view.rest(ended().count(), most) }
        </section>
    }
}

fn quiet(name: &'static str, label: &'static str) -> Button {
    Button { class: "quiet-button", ..Button::plain(name, label) }
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
