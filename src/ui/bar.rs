//! The bar at the top of every screen outside a meeting.

use yew::prelude::*;

use crate::ui::local::Place;
use crate::ui::notice::dot;
use crate::ui::view::{Msg, View};

/// The name, and the ways to the other screens; `place` is where one is, none in a review.
pub(crate) fn bar(view: &View, place: Option<Place>) -> Html {
    let nav = &view.words.nav;
    let way = |label: &'static str, msg: Msg, here: bool| {
        html! {
            <button
                part="button"
                class="way"
                type="button"
                aria-current={here.then_some("page")}
                onclick={view.on(msg)}
            >{ label }</button>
        }
    };
    let to = |label, to: Place| way(label, Msg::Went(to), place == Some(to));
    html! {
        <nav class="bar" aria-label={nav.name}>
            { to(nav.name, Place::Start) }
            { dot(view) }
            <span class="space"></span>
            { to(nav.past, Place::Past) }
            { to(nav.settings, Place::Settings) }
            { way(nav.keys, Msg::Helped(true), false) }
        </nav>
    }
}
