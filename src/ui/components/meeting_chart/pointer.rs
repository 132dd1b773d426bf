//! Pointing at the picture: by pointer, by finger, and by keys, as on a slider whose steps are the turns.

use heard_core::Meeting;
use heard_core::report::chart::place_ms;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::ui::widget::view::{Msg, View};

/// How many turns a page is.
const PAGE: isize = 10;

/// What is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    /// The turn at this part of the whole width.
    At(u64, u64),
    /// The turn of this number, or the last.
    To(usize),
    /// So many turns on, or back; the turn that is told already, or the first.
    By(isize),
    /// No turn any more.
    Nothing,
}

impl Pick {
    /// The turn that is meant, where another may be told already.
    pub(crate) fn of(self, meeting: &Meeting, told: Option<usize>) -> Option<usize> {
        let length_ms = meeting.ended_ms?;
        let turns = meeting.stretches(length_ms);
        let last = turns.len().checked_sub(1)?;
        match self {
            Self::At(part, whole) => {
                let at_ms = place_ms(part, whole, length_ms);
                turns.iter().position(|turn| at_ms < turn.end_ms)
            }
            Self::To(number) => Some(number.min(last)),
            Self::By(steps) => {
                Some(told.map_or(0, |told| told.saturating_add_signed(steps).min(last)))
            }
            Self::Nothing => None,
        }
    }

    fn of_key(event: &KeyboardEvent) -> Option<Self> {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return None;
        }
        Some(match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => Self::By(1),
            "ArrowLeft" | "ArrowDown" => Self::By(-1),
            "PageUp" => Self::By(PAGE),
            "PageDown" => Self::By(-PAGE),
            "Home" => Self::To(0),
            "End" => Self::To(usize::MAX),
            "Escape" => Self::Nothing,
            _ => return None,
        })
    }

    fn of_pointer(event: &PointerEvent) -> Self {
        let width = event.target_unchecked_into::<Element>().client_width();
        let part = |px: i32| u64::try_from(px).unwrap_or(0);
        Self::At(part(event.offset_x()), part(width))
    }
}

/// What lies over the drawing and takes what hands do; it says the turn that is told.
pub(crate) fn hand(view: &View, count: usize, told: Option<usize>, aloud: String) -> Html {
    if count == 0 {
        return Html::default();
    }
    let link = view.link.clone();
    let pressed = Callback::from(move |event: KeyboardEvent| {
        if let Some(pick) = Pick::of_key(&event) {
            event.prevent_default();
            link.emit(Msg::Picked(pick));
        }
    });
    let pointed = view.link.reform(|event: PointerEvent| Msg::Picked(Pick::of_pointer(&event)));
    html! {
        <div
            class="hand"
            role="slider"
            tabindex="0"
            aria-label={view.words.picture.turns}
            aria-valuemin="1"
            aria-valuemax={count.to_string()}
            aria-valuenow={(told.unwrap_or(0) + 1).to_string()}
            aria-valuetext={aloud}
            onkeydown={pressed}
            onfocus={view.link.reform(|_: FocusEvent| Msg::Picked(Pick::By(0)))}
            onpointerdown={pointed.clone()}
            onpointermove={pointed}
        />
    }
}
