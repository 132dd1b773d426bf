//! The name under which a stored record is listed.

use yew::prelude::*;

use crate::browser::locale;
use crate::persistence::item::Item;
use crate::ui::context::view::View;

/// The name of an item: the client and the day of a meeting, the name of a client, or what kind of record it is.
pub(crate) fn item_name(view: &View, item: Item) -> AttrValue {
    let notebook = view.notebook();
    let meeting = |id| notebook.meeting(id);
    match item {
        Item::Meeting(id) => meeting(id).map_or_else(
            || (view.words.data.item)(&item).into(),
            |meeting| {
                let day = locale::day(meeting.started_wall_ms);
                format!("{} · {day}", view.client_name(meeting)).into()
            },
        ),
        Item::Client(id) => {
            let kind = (view.words.data.item)(&item);
            notebook
                .client(id)
                .map_or(kind.into(), |client| format!("{kind}: {}", client.name).into())
        }
        item => (view.words.data.item)(&item).into(),
    }
}
