//! Selecting a turn of the chart by mouse, touch or keyboard, as on a slider whose steps are the turns.

use heard_core::Meeting;
use heard_core::report::chart::place_ms;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::browser::keyboard::key;

/// How many turns `PageUp` and `PageDown` move by.
const PAGE: isize = 10;

/// Which turn to select.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    /// The turn at a position: pixels from the left, and the whole width in pixels.
    At(u64, u64),
    /// The turn of this index, or the last.
    To(usize),
    /// So many turns after the selected one, or before it if negative; the first if none is selected.
    By(isize),
    /// No turn.
    Nothing,
}

impl Pick {
    /// The index of the turn to select in a meeting that has ended; `None` for no turn. `selected` is the present one.
    pub(crate) fn of(self, meeting: &Meeting, selected: Option<usize>) -> Option<usize> {
        let length_ms = meeting.ended_ms?;
        let turns = meeting.intervals(length_ms);
        let last = turns.len().checked_sub(1)?;
        match self {
            Self::At(part, whole) => {
                let at_ms = place_ms(part, whole, length_ms);
                turns.iter().position(|turn| at_ms < turn.end_ms)
            }
            Self::To(number) => Some(number.min(last)),
            Self::By(steps) => {
                Some(selected.map_or(0, |index| index.saturating_add_signed(steps).min(last)))
            }
            Self::Nothing => None,
        }
    }

    fn of_key(event: &KeyboardEvent) -> Option<Self> {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return None;
        }
        Some(match key(event)?.as_str() {
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

/// The slider over the drawing. `count` is the number of turns, `selected` the index of the selected one, and `description`
/// what a screen reader says of it.
pub(crate) fn slider(
    label: &'static str,
    on_pick: &Callback<Pick>,
    count: usize,
    selected: Option<usize>,
    description: String,
) -> Html {
    if count == 0 {
        return Html::default();
    }
    let link = on_pick.clone();
    let pressed = Callback::from(move |event: KeyboardEvent| {
        if let Some(pick) = Pick::of_key(&event) {
            event.prevent_default();
            link.emit(pick);
        }
    });
    let pointed = on_pick.reform(|event: PointerEvent| Pick::of_pointer(&event));
    html! {
        <div
            class="turn-slider"
            role="slider"
            tabindex="0"
            aria-label={label}
            aria-valuemin="1"
            aria-valuemax={count.to_string()}
            aria-valuenow={(selected.unwrap_or(0) + 1).to_string()}
            aria-valuetext={description}
            onkeydown={pressed}
            onfocus={on_pick.reform(|_: FocusEvent| Pick::By(0))}
            onpointerdown={pointed.clone()}
            onpointermove={pointed}
        />
    }
}
