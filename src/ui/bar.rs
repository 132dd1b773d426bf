//! The bar at the top of every screen outside a meeting.

use yew::prelude::*;

use crate::ui::words::Words;

/// The screens that one can go to by oneself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// Before a meeting.
    #[default]
    Start,
    /// Past meetings.
    Past,
    /// Settings.
    Settings,
}

/// The name, and the ways to the other screens; `place` is where one is, none in a review.
pub(crate) fn bar(
    place: Option<Place>,
    on_go: &Callback<Place>,
    on_help: Callback<MouseEvent>,
    words: Words,
) -> Html {
    let nav = &words.nav;
    let way = |to: Place, label: &'static str| {
        let here = (place == Some(to)).then_some("page");
        html! {
            <button
                part="button"
                class="way"
                type="button"
                aria-current={here}
                onclick={on_go.reform(move |_| to)}
            >{ label }</button>
        }
    };
    html! {
        <nav class="bar" aria-label={nav.name}>
            { way(Place::Start, nav.name) }
            <span class="space"></span>
            { way(Place::Past, nav.past) }
            { way(Place::Settings, nav.settings) }
            <button part="button" class="way" type="button" onclick={on_help}>
                { nav.keys }
            </button>
        </nav>
    }
}
