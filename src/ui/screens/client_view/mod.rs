//! The client view: a page that the consultant hands to the client, with nothing private behind it, and the way back.

pub(crate) mod felt_heard;
pub(crate) mod ranking;
pub(crate) mod read_back;
pub(crate) mod update;

use heard_core::Meeting;
use yew::prelude::*;

use crate::ui::components::parts::{Button, line, quiet};
use crate::ui::context::view::View;
use crate::ui::screens::client_view::felt_heard::felt_heard;
use crate::ui::screens::client_view::read_back::read_back;
use crate::ui::screens::client_view::update::{ClientView, ClientViewMsg, Page, ReturnStep};

/// The buttons of the review that open the client view.
pub(crate) fn hand_over_buttons(
    view: &View,
    link: &Callback<ClientViewMsg>,
    meeting: &Meeting,
) -> Html {
    let texts = &view.words.hand_over;
    let id = meeting.id;
    let over = |page| link.reform(move |_: MouseEvent| ClientViewMsg::HandedOver(id, page));
    html! {
        <div class="controls">
            { Button::plain("read-back", texts.read_back).draw(over(Page::Words)) }
            { Button::plain("ask-felt", texts.ask_felt).draw(over(Page::Felt)) }
        </div>
    }
}

/// The page, rendered instead of the screen, so that nothing private can be reached from it.
pub(crate) fn client_view(view: &ClientView) -> Html {
    let (title, body) = content(view);
    let closed = view.link.reform(|_: Event| ClientViewMsg::DialogClosed);
    html! {
        <dialog
            ref={&view.state.dialog}
            class="hand-over"
            part="hand-over"
            aria-label={title}
            data-page={view.state.page.as_str()}
            oncancel={|event: Event| event.prevent_default()}
            onclose={closed}
        >
            <div class="client-view-body">
                <h2 tabindex="-1">{ title }</h2>
                { body }
            </div>
            { footer(view) }
        </dialog>
    }
}

/// The heading and the content of the page.
fn content(view: &ClientView) -> (&'static str, Html) {
    let texts = &view.words.hand_over;
    // Answers must not be recorded in a meeting that another tab has begun.
    let is_free = view.notebook().running().is_none();
    let meeting = view.notebook().meeting(view.state.meeting).filter(|_| is_free);
    match (view.state.returning, view.state.page, meeting) {
        (step, ..) if step != ReturnStep::None => (texts.consultants, way_back(view)),
        (_, _, None) => (texts.nothing_here, Html::default()),
        (_, Page::Words, Some(meeting)) => (texts.heard, read_back(view, meeting)),
        (_, Page::Felt, Some(meeting)) => (texts.felt, felt_heard(view, meeting)),
        (_, Page::Thanks, _) => (texts.thanks, Html::default()),
    }
}

/// The second step of the way back; the first is a small button in the corner. The view closes when the finger is lifted, and
/// the click that would follow is prevented, because it would hit what is underneath.
fn way_back(view: &ClientView) -> Html {
    let texts = &view.words.hand_over;
    let released = view.link.reform(|_: PointerEvent| ClientViewMsg::Holding(false));
    let is_held = view.state.returning == ReturnStep::Held;
    let pressed = if is_held {
        ClientViewMsg::Returned
    } else {
        ClientViewMsg::Returning(ReturnStep::Pressed)
    };
    let link = view.link.clone();
    let lifted = Callback::from(move |event: TouchEvent| {
        if is_held {
            event.prevent_default();
            link.emit(ClientViewMsg::Returned);
        }
    });
    let begin = view.link.reform(|event: PointerEvent| ClientViewMsg::Holding(event.button() == 0));
    html! {
        <>
            { line("sub", texts.not_you) }
            <button
                type="button"
                part="button"
                class="big hold"
                data-act="hold"
                onpointerdown={begin}
                onpointerup={released.clone()}
                onpointerleave={released.clone()}
                onpointercancel={released}
                ontouchend={lifted}
                oncontextmenu={|event: MouseEvent| event.prevent_default()}
                onclick={view.on(pressed)}
            >{ if is_held { texts.release } else { texts.hold } }</button>
            if view.state.returning == ReturnStep::Pressed {
                { line("sub", texts.or_press) }
                { Button::plain("i-am", texts.i_am).draw(view.on(ClientViewMsg::Returned)) }
            }
        </>
    }
}

/// The footer. The button in its corner begins the way back, and once begun, cancels it in the same place.
fn footer(view: &ClientView) -> Html {
    let texts = &view.words.hand_over;
    let corner = if view.state.returning == ReturnStep::None {
        let back = quiet("give-back", texts.give_back);
        back.draw(view.on(ClientViewMsg::Returning(ReturnStep::Requested)))
    } else {
        let stay = quiet("stay", texts.stay);
        stay.draw(view.on(ClientViewMsg::Returning(ReturnStep::None)))
    };
    let thanks = view.state.page == Page::Thanks && view.state.returning == ReturnStep::None;
    let change = quiet("change", texts.change);
    html! {
        <footer>
            if thanks { { change.draw(view.on(ClientViewMsg::PageChosen(Page::Felt))) } }
            <p class={if view.state.refused { "warning" } else { "visually-hidden" }} role="status">
                { &view.state.message }
            </p>
            { corner }
        </footer>
    }
}
