//! The navigation bar at the top of every screen outside a meeting.

use yew::prelude::*;

use crate::ui::components::notice::storage_dot;
use crate::ui::context::request::{Place, Request};
use crate::ui::context::view::View;

/// The product's name and the buttons that lead to other screens. `place` is the current screen, `None` in a review.
pub(crate) fn nav_bar(view: &View, place: Option<Place>) -> Html {
    let nav = &view.words.nav;
    let way = |label: Html, name: &'static str, request: Request, here: bool| {
        html! {
            <button
                part="button"
                class="way"
                data-way={name}
                type="button"
                aria-current={here.then_some("page")}
                onclick={view.requests(request)}
            >{ label }</button>
        }
    };
    let to = |label: Html, name, to: Place| way(label, name, Request::Open(to), place == Some(to));
    html! {
        <nav class="bar" aria-label={nav.name}>
            { to(nav.name.into(), "start", Place::Start) }
            { storage_dot(view) }
            <span class="space"></span>
            { to(loops_label(view), "loops", Place::Loops) }
            { to(nav.past.into(), "past", Place::Past) }
            { to(nav.settings.into(), "settings", Place::Settings) }
            { way(nav.keys.into(), "keys", Request::ShowShortcuts(true), false) }
        </nav>
    }
}

/// The label of the button to the loops, with a dot if one has been silent for too long.
fn loops_label(view: &View) -> Html {
    let texts = &view.words.loops;
    html! {
        <>
            { texts.title }
            if view.shared.has_overdue_loops {
                <i class="loop-dot" role="img" aria-label={texts.waiting}></i>
            }
        </>
    }
}
