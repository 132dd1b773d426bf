//! The private journal: what the consultant learned and changed. It is part of no recap and no sheet.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::review::Story;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::links::{all_clients_button, more_rows};
use crate::ui::components::parts::{line, name, quiet};
use crate::ui::context::view::{ROWS, View};

/// All entries with their meetings, in the order given.
pub(crate) fn journal(view: &View, all: &[(Rc<Meeting>, Story)]) -> Html {
    let (texts, limit) = (&view.words.after, view.row_limit(ROWS));
    html! {
        <section class="screen journal">
            <h2>{ texts.journal }</h2>
            { all_clients_button(view) }
            { line("sub", if all.is_empty() { texts.journal_empty } else { texts.story_how }) }
            <ol>
                for (meeting, story) in all.iter().take(limit) {
                    <li key={story.id.to_string()}>{ entry(view, meeting, story) }</li>
                }
            </ol>
            { more_rows(view, all.len(), limit) }
        </section>
    }
}

fn entry(view: &View, meeting: &Rc<Meeting>, story: &Story) -> Html {
    let open = quiet("open", view.words.after.journal_open);
    html! {
        <article class="quote">
            <p dir="auto" translate="no">{ &story.learned }</p>
            if let Some(changed) = &story.changed { <p class="first" dir="auto" translate="no">{ changed }</p> }
            <footer>
                <small>
                    { name(view.client_name(meeting)) }{ " · " }{ locale::day(meeting.started_wall_ms) }
                </small>
                { open.draw(view.sends(Command::OpenReview(meeting.id))) }
            </footer>
        </article>
    }
}
