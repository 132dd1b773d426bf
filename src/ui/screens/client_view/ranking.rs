//! The client's ranking of the outcomes, by dragging, buttons or keys.

use std::rc::Rc;

use heard_core::event::capture::{Capture, Kind};
use heard_core::sorted_map;
use heard_core::{EventId, Meeting};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::browser::keyboard::key;
use crate::ui::components::format;
use crate::ui::components::parts::{line, title, toggle_button};
use crate::ui::screens::client_view::update::{ClientView, ClientViewMsg, Drag};

/// The outcomes in their order. Those without a rank come last, in the order of capture.
fn in_order(meeting: &Meeting) -> Vec<&Rc<Capture>> {
    let all = meeting.captures.iter().filter(|capture| capture.kind == Kind::Outcome);
    let mut all: Vec<_> = all.collect();
    let place = |capture: &Rc<Capture>| capture.rank.unwrap_or(u32::MAX);
    sorted_map::sort(&mut all, &|one, other| place(one).cmp(&place(other)));
    all
}

/// The ids in their order.
pub(crate) fn ids(meeting: &Meeting) -> Vec<EventId> {
    in_order(meeting).iter().map(|capture| capture.id).collect()
}

/// Whether every outcome has a rank.
pub(crate) fn is_ranked(meeting: &Meeting) -> bool {
    in_order(meeting).iter().all(|capture| capture.rank.is_some())
}

/// The ids with one of them at another place.
pub(crate) fn moved(meeting: &Meeting, id: EventId, to: usize) -> Vec<EventId> {
    let mut ids = ids(meeting);
    if let Some(from) = ids.iter().position(|other| *other == id) {
        let id = ids.remove(from);
        ids.insert(to.min(ids.len()), id);
    }
    ids
}

/// The list to rank, if there are at least two outcomes.
pub(crate) fn ranking(view: &ClientView, meeting: &Meeting) -> Html {
    let texts = &view.words.hand_over;
    let all = in_order(meeting);
    let [first, _, ..] = all[..] else { return Html::default() };
    let from = |drag: Drag| all.iter().position(|capture| capture.id == drag.id);
    let drag = view.state.drag.and_then(|drag| Some((drag, from(drag)?)));
    // Confirming the order sends the first outcome to the first place.
    let confirmed = ClientViewMsg::Placed(first.id, 0, "so");
    html! {
        <section>
            { title(texts.most) }
            { line("sub", texts.most_hint) }
            <ol class="ranking">
                for (place, capture) in all.iter().enumerate() {
                    { row(view, capture, (place, all.len()), drag) }
                }
            </ol>
            { toggle_button("so", texts.order_right, is_ranked(meeting), view.on(confirmed)) }
        </section>
    }
}

fn row(
    view: &ClientView,
    capture: &Rc<Capture>,
    (place, count): (usize, usize),
    drag: Option<(Drag, usize)>,
) -> Html {
    let texts = &view.words.hand_over;
    let (id, words) = (capture.id, format::short(&capture.words));
    let placed = move |to, by| ClientViewMsg::Placed(id, to, by);
    let last = count - 1;
    let button = |by: &'static str, sign: &'static str, label: String, to: usize| {
        // A button at the end of the list stays focusable, but does nothing.
        let ends = to == place;
        let onclick = if ends { Callback::noop() } else { view.on(placed(to, by)) };
        html! {
            <button type="button" part="button" class="ghost" data-act={by} aria-label={label} aria-disabled={ends.to_string()} {onclick}>
                { sign }
            </button>
        }
    };
    let link = view.link.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let (to, by) = match key(&event).unwrap_or_default().as_str() {
            "ArrowUp" => (place.saturating_sub(1), "up"),
            "ArrowDown" => ((place + 1).min(last), "down"),
            _ => return,
        };
        event.prevent_default();
        if to != place {
            link.emit(placed(to, by));
        }
    });
    let drop = drag.filter(|(drag, from)| drag.to == place && *from != place);
    let drop = drop.map(|(_, from)| if from < place { "after" } else { "before" });
    let lifted = drag.is_some_and(|(drag, _)| drag.id == id);
    html! {
        <li key={id.to_string()} data-rank={id.to_string()} data-drop={drop} data-lifted={lifted.to_string()} {onkeydown}>
            { grip(view, id, place, drag.map(|(drag, _)| drag).filter(|_| lifted)) }
            <q dir="auto" translate="no">{ &capture.words }</q>
            <span class="moves">
                { button("up", "↑", (texts.up)(&words), place.saturating_sub(1)) }
                { button("down", "↓", (texts.down)(&words), (place + 1).min(last)) }
            </span>
        </li>
    }
}

/// The handle by which a row is dragged. The row follows the pointer; the others stay in place until it is released, so that the
/// element with the pointer capture stays in the document.
fn grip(view: &ClientView, id: EventId, place: usize, drag: Option<Drag>) -> Html {
    let link = view.link.clone();
    let down = Callback::from(move |event: PointerEvent| {
        let grip: Element = event.target_unchecked_into();
        // A pointer that has gone can not be captured.
        if event.button() == 0 && grip.set_pointer_capture(event.pointer_id()).is_ok() {
            let drag = Drag { id, from_y: event.client_y(), to: place };
            link.emit(ClientViewMsg::Dragged(Some(drag)));
        }
    });
    let link = view.link.clone();
    let moves = Callback::from(move |event: PointerEvent| {
        let (Some(drag), Some(row)) = (drag, row_of(&event)) else { return };
        let by = event.client_y() - drag.from_y;
        // If the style can not be set, the row can be dropped all the same.
        let _ = row.style().set_property("translate", &format!("0 {by}px"));
        let to = place_of(&row, place);
        if to != drag.to {
            link.emit(ClientViewMsg::Dragged(Some(Drag { to, ..drag })));
        }
    });
    let end = |drops: bool| {
        let link = view.link.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(row) = row_of(&event) else { return };
            let _ = row.style().remove_property("translate");
            match drag.filter(|drag| drops && drag.to != place) {
                Some(drag) => link.emit(ClientViewMsg::Placed(id, drag.to, "up")),
                None => link.emit(ClientViewMsg::Dragged(None)),
            }
        })
    };
    html! {
        <span
            class="grip"
            aria-hidden="true"
            onpointerdown={down}
            onpointermove={moves}
            onpointerup={end(true)}
            onpointercancel={end(false)}
        />
    }
}

fn row_of(event: &PointerEvent) -> Option<HtmlElement> {
    let grip: Element = event.target_dyn_into()?;
    grip.closest("li").ok()??.dyn_into().ok()
}

/// The place of a row that is being dragged: it passes another row when its edge is beyond the other's middle.
fn place_of(row: &HtmlElement, from: usize) -> usize {
    let own = row.get_bounding_client_rect();
    let passes = |(place, other): &(usize, Element)| {
        let other = other.get_bounding_client_rect();
        let middle = other.top() + other.height() / 2.0;
        if *place < from { own.top() > middle } else { own.bottom() > middle }
    };
    let list = row.parent_element().map(|list| list.children());
    let rows = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)));
    rows.enumerate().filter(|(place, _)| *place != from).filter(passes).count()
}
