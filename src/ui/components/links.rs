//! Buttons that several screens share: those that lead to other screens, and those at the end of a list.

use heard_core::EventId;
use heard_core::loops::Whose;
use heard_core::notebook::Client;
use yew::prelude::*;

use crate::ui::components::parts::{Button, button_with_name, quiet};
use crate::ui::context::request::Request;
use crate::ui::context::view::View;

/// The button to the page of a client.
pub(crate) fn client_button(view: &View, client: &Client) -> Html {
    let label = (view.words.client.about)(&client.name);
    let open = view.requests(Request::OpenClient(client.id));
    button_with_name("about", "quiet-button", label, open)
}

/// The button to the loops of a client, or of all.
pub(crate) fn loops_button(view: &View, client: Option<EventId>) -> Html {
    let texts = &view.words.loops;
    let label = if client.is_some() { texts.see } else { texts.title };
    let whose = client.map_or(Whose::Any, Whose::Of);
    Button::plain("loops", label).draw(view.requests(Request::OpenLoops(whose)))
}

/// The button to the sheet of a client, or of the meetings without a client.
pub(crate) fn sheet_button(view: &View, client: Option<EventId>) -> Html {
    let texts = &view.words.sheet;
    let aria_label = Some((texts.title_for)(&view.sheet_client(client)));
    Button { aria_label, ..quiet("sheet", texts.title) }
        .draw(view.requests(Request::OpenSheet(client)))
}

/// The button to the trends of a client, or of all.
pub(crate) fn trends_button(view: &View, client: Option<EventId>) -> Html {
    quiet("trends", view.words.trends.link).draw(view.requests(Request::OpenTrends(client)))
}

/// The button that removes the client filter, if there is one.
pub(crate) fn all_clients_button(view: &View) -> Html {
    html! {
        if view.shared.client_filter.is_some() {
            { quiet("everyone", view.words.client.everyone)
                .draw(view.requests(Request::ShowAllClients)) }
        }
    }
}

/// The button that shows more rows, if a list has more than `limit`.
pub(crate) fn more_rows(view: &View, count: usize, limit: usize) -> Html {
    html! {
        if count > limit {
            { Button::plain("more", view.words.nav.more).draw(view.requests(Request::ShowMoreRows)) }
        }
    }
}
