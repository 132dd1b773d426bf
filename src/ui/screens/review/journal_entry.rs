//! Private journal entries: what the consultant learned in the meeting, and what they changed. No recap has them for the client.

use heard_core::Meeting;
use heard_core::event::kind::EventKind;
use heard_core::event::review::Story;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::autosave_form::{Field, autosave_form};
use crate::ui::components::format::short;
use crate::ui::components::parts::line;
use crate::ui::context::view::View;
use crate::ui::screens::review::cards::each_and_one_more;
use crate::ui::screens::review::cards::withdraw;

/// The card, closed at first: the entries of the meeting, and an empty one after the last.
pub(crate) fn journal_entries(view: &View, meeting: &Meeting) -> Html {
    let (texts, stories) = (&view.words.after, &meeting.after.stories);
    let titles: Vec<String> = stories.iter().map(|story| story.learned.clone()).collect();
    html! {
        <details class="stories">
            <summary>{ texts.story }</summary>
            { line("sub", texts.story_how) }
            { each_and_one_more(&titles, texts.one_more_of, &|nth| story(view, stories.get(nth))) }
        </details>
    }
}

fn story(view: &View, known: Option<&Story>) -> Html {
    let words = &view.words.after;
    let before = known.map(|story| (story.learned.clone(), story.changed.clone()));
    let (learned, changed) = before.clone().unwrap_or_default();
    let fields = [
        Field::lines(words.learned, Some(&learned)),
        Field::lines(words.changed, changed.as_deref()),
    ];
    let (id, on_command) = (known.map(|story| story.id), view.on_command.clone());
    let save = Callback::from(move |values: Vec<String>| {
        let mut values = values.into_iter();
        let learned = values.next().unwrap_or_default();
        let changed = values.next().filter(|text| !text.is_empty());
        if before.as_ref() != Some(&(learned.clone(), changed.clone())) {
            on_command.emit(Command::Record(EventKind::StoryWritten {
                story: id,
                learned,
                changed,
            }));
        }
    });
    html! {
        <>
            { autosave_form("story-form", &fields, save) }
            if let Some(id) = id { { withdraw(view, id, &short(&learned)) } }
        </>
    }
}
