//! The picture of a meeting: its turns drawn large, told one by one, and the same as a table.

pub(crate) mod describe;
pub(crate) mod drawing;
pub(crate) mod lanes;
pub(crate) mod markers;
pub(crate) mod pointer;
pub(crate) mod table;

use heard_core::Meeting;
use heard_core::event::capture::Kind;
use heard_core::meeting::{Interval, State};
use yew::prelude::*;

pub(crate) use crate::ui::components::meeting_chart::pointer::Pick;

use crate::ui::components::meeting_chart::describe::{told, told_aloud};
use crate::ui::components::meeting_chart::drawing::drawing;
use crate::ui::components::meeting_chart::pointer::hand;
use crate::ui::components::meeting_chart::table::table;
use crate::ui::widget::hotkeys::key_of_kind;
use crate::ui::widget::language::Words;
use crate::ui::widget::view::View;

/// What the picture is drawn from.
struct Scene<'a> {
    meeting: &'a Meeting,
    turns: Vec<Interval>,
    /// The length of the meeting in milliseconds.
    length_ms: u64,
    /// Whether it is known who spoke.
    known: bool,
    /// Which turn is told.
    told: Option<usize>,
    words: Words,
}

/// The picture, the line that tells a turn of it, its keys, and its table.
pub(crate) fn picture(view: &View, meeting: &Meeting) -> Html {
    let length_ms = meeting.ended_ms.unwrap_or(0);
    let turns = meeting.stretches(length_ms);
    // A correction may have left fewer turns than there were.
    let told_turn = view.local.told.filter(|told| *told < turns.len());
    let (known, words) = (meeting.was_touched(), view.words);
    let scene = Scene { meeting, turns, length_ms, known, told: told_turn, words };
    html! {
        <figure class="picture">
            <div class="drawing">
                { drawing(&scene) }
                { hand(view, scene.turns.len(), scene.told, told_aloud(&scene)) }
            </div>
            { told(&scene) }
            { legend(&scene) }
            { table(view, &scene) }
        </figure>
    }
}

/// What each shape stands for, as far as it is there.
fn legend(scene: &Scene) -> Html {
    let Scene { meeting, turns, words, .. } = scene;
    let away = |turn: &Interval| turn.away.is_some();
    let rests = |turn: &Interval| turn.state == State::Break;
    let shapes = [
        ("key client", words.review.listen, scene.known),
        ("key consultant", words.review.talk, scene.known),
        ("key break", words.live.on_break, turns.iter().any(rests)),
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

/// A kind by its word; what was held is held by now.
fn kind_word(kind: Kind, words: Words) -> &'static str {
    if kind == Kind::Held { words.capture.held } else { (words.kind)(kind) }
}
