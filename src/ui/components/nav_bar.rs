//! The bar at the top of every screen outside a meeting.

use yew::prelude::*;

use crate::ui::components::notice::dot;
use crate::ui::screens::loops;
use crate::ui::widget::ui_state::Place;
use crate::ui::widget::view::{Msg, View};

/// The name, and the ways to the other screens; `place` is where one is, none in a review.
pub(crate) fn bar(view: &View, place: Option<Place>) -> Html {
    let nav = &view.words.nav;
    let way = |label: Html, name: &'static str, msg: Msg, here: bool| {
        html! {
            <button
                part="button"
                class="way"
                data-way={name}
                type="button"
                aria-current={here.then_some("page")}
                onclick={view.on(msg)}
            >{ label }</button>
        }
    };
    let to = |label: Html, name, to: Place| way(label, name, Msg::Went(to), place == Some(to));
    html! {
        <nav class="bar" aria-label={nav.name}>
            { to(nav.name.into(), "start", Place::Start) }
            { dot(view) }
            <span class="space"></span>
            { to(loops::label(view), "loops", Place::Loops) }
            { to(nav.past.into(), "past", Place::Past) }
            { to(nav.settings.into(), "settings", Place::Settings) }
            { way(nav.keys.into(), "keys", Msg::Helped(true), false) }
        </nav>
    }
}
