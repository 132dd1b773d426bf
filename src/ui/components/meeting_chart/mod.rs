//! The chart of one meeting: its turns drawn on a time axis, a description of the selected turn, and a table.

pub(crate) mod describe;
pub(crate) mod drawing;
pub(crate) mod lanes;
pub(crate) mod markers;
pub(crate) mod pointer;
pub(crate) mod scene;
pub(crate) mod shapes;
pub(crate) mod table;

use heard_core::Meeting;
use heard_core::event::capture::Kind;
use heard_core::meeting::{Interval, State};
use yew::prelude::*;

use crate::ui::components::meeting_chart::describe::{selected_line, selected_text};
use crate::ui::components::meeting_chart::drawing::drawing;
use crate::ui::components::meeting_chart::pointer::{Pick, slider};
use crate::ui::components::meeting_chart::scene::{Scene, kind_word};
use crate::ui::components::meeting_chart::table::table;
use crate::ui::context::key_names::key_of_kind;
use crate::ui::context::view::View;

/// The chart of a meeting that has ended. `selected` is the index of the selected turn; `on_pick` receives the next one.
pub(crate) fn meeting_chart(
    view: &View,
    meeting: &Meeting,
    selected: Option<usize>,
    on_pick: &Callback<Pick>,
) -> Html {
    let length_ms = meeting.ended_ms.unwrap_or(0);
    let turns = meeting.intervals(length_ms);
    // A correction may have left fewer turns than there were.
    let selected = selected.filter(|index| *index < turns.len());
    let (known, words) = (meeting.was_touched(), view.words);
    let scene = Scene { meeting, turns, length_ms, known, selected, words };
    let (label, description) = (words.picture.turns, selected_text(&scene));
    html! {
        <figure class="picture">
            <div class="drawing">
                { drawing(&scene) }
                { slider(label, on_pick, scene.turns.len(), scene.selected, description) }
            </div>
            { selected_line(&scene) }
            { legend(&scene) }
            { table(view, &scene) }
        </figure>
    }
}

/// The legend of the shapes that are present.
fn legend(scene: &Scene) -> Html {
    let Scene { meeting, turns, words, .. } = scene;
    let away = |turn: &Interval| turn.away.is_some();
    let is_break = |turn: &Interval| turn.state == State::Break;
    let shapes = [
        ("key client", words.review.listen, scene.known),
        ("key consultant", words.review.talk, scene.known),
        ("key break", words.live.on_break, turns.iter().any(is_break)),
        ("key away", words.away.title, turns.iter().any(away)),
        ("key away", words.picture.unknown, !scene.known),
        ("key mark", words.live.mark_legend, !meeting.marks.is_empty()),
    ];
    let caught = |kind: &Kind| meeting.captures.iter().any(|capture| capture.kind == *kind);
    html! {
        <p class="legend" aria-hidden="true">
            for (class, what, _) in shapes.into_iter().filter(|(.., there)| *there) {
                <span {class}>{ what }</span>
            }
            for kind in Kind::ALL.into_iter().filter(caught) {
                <span class="key pin"><b>{ key_of_kind(kind) }</b>{ kind_word(kind, *words) }</span>
            }
        </p>
    }
}
