//! A story for oneself: when I learned it, and what I changed. Nobody else ever sees it.

use heard_core::Meeting;
use heard_core::event::kind::EventKind;
use heard_core::event::review::Story;
use yew::prelude::*;

use crate::store::Command;
use crate::ui::components::autosave_form::{Field, form};
use crate::ui::components::format::short;
use crate::ui::components::parts::line;
use crate::ui::screens::review::cards::each_and_one_more;
use crate::ui::screens::review::cards::withdraw;
use crate::ui::widget::view::View;

/// The card, closed at first: every story of the meeting, and an empty one after the last.
pub(crate) fn stories(view: &View, meeting: &Meeting) -> Html {
    let (says, stories) = (&view.words.after, &meeting.after.stories);
    let titles: Vec<String> = stories.iter().map(|story| story.learned.clone()).collect();
    html! {
        <details class="stories">
            <summary>{ says.story }</summary>
            { line("sub", says.story_how) }
            { each_and_one_more(&titles, says.one_more_of, &|nth| story(view, stories.get(nth))) }
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
    let (id, keep) = (known.map(|story| story.id), view.on_said.clone());
    let keep = Callback::from(move |values: Vec<String>| {
        let mut values = values.into_iter();
        let learned = values.next().unwrap_or_default();
        let changed = values.next().filter(|text| !text.is_empty());
        if before.as_ref() != Some(&(learned.clone(), changed.clone())) {
            keep.emit(Command::Record(EventKind::StoryWritten { story: id, learned, changed }));
        }
    });
    html! {
        <>
            { form("story-form", &fields, keep) }
            if let Some(id) = id { { withdraw(view, id, &short(&learned)) } }
        </>
    }
}
