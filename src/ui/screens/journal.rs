//! The journal: what one learned, and what one changed. Nobody else ever sees it.

use std::rc::Rc;

use heard_core::Meeting;
use heard_core::event::review::Story;
use yew::prelude::*;

use crate::browser::locale;
use crate::store::Command;
use crate::ui::components::parts::{Button, line, name};
use crate::ui::widget::ui_state::ROWS;
use crate::ui::widget::view::View;

/// Every story, the newest meeting first; a touch opens its meeting.
pub(crate) fn journal(view: &View) -> Html {
    let (says, all, most) = (&view.words.after, &view.local.journal, view.most(ROWS));
    html! {
        <section class="screen journal">
            <h2>{ says.journal }</h2>
            { view.everyone() }
            { line("sub", if all.is_empty() { says.journal_empty } else { says.story_how }) }
            <ol>
                for (meeting, story) in all.iter().take(most) {
                    <li key={story.id.to_string()}>{ entry(view, meeting, story) }</li>
                }
            </ol>
            { view.rest(all.len(), most) }
        </section>
    }
}

fn entry(view: &View, meeting: &Rc<Meeting>, story: &Story) -> Html {
    let open =
        Button { class: "quiet-button", ..Button::plain("open", view.words.after.journal_open) };
    html! {
        <article class="quote">
            <p dir="auto">{ &story.learned }</p>
            if let Some(changed) = &story.changed { <p class="first" dir="auto">{ changed }</p> }
            <footer>
                <small>
                    { name(view.client_name(meeting)) }{ " · " }{ locale::day(meeting.started_wall_ms) }
                </small>
                { open.draw(view.saying(Command::OpenReview(meeting.id))) }
            </footer>
        </article>
    }
}
