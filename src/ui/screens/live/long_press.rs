//! Clicks and long presses of the floor button.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use heard_core::event::kind::EventKind;
use web_sys::{Element, Window};
use yew::prelude::*;

use crate::browser::own_window::{self, Timer};
use crate::store::Command;

/// How long a press must last to mark the moment instead of passing the floor, in milliseconds.
const LONG_PRESS_MS: u32 = 500;
/// The longest delay between the release of a pointer and its click, in milliseconds.
const CLICK_MS: f64 = 350.0;

/// The state of a press.
#[derive(Default)]
struct PressState {
    pending: RefCell<Option<Timer>>,
    /// Whether the press has marked the moment.
    marked: Cell<bool>,
    /// Whether the pointer has left the button while it was pressed.
    left: Cell<bool>,
    /// When the pointer was released over the button, by the time stamp of the event in milliseconds.
    released_ms: Cell<Option<f64>>,
}

/// The event handlers of the floor button. They outlive single renders, so that a press survives one.
pub(crate) struct LongPress {
    /// The pointer is pressed.
    pub(crate) down: Callback<PointerEvent>,
    /// It is released, or the browser takes it over, for example to scroll.
    pub(crate) end: Callback<PointerEvent>,
    /// It leaves the button.
    pub(crate) leave: Callback<PointerEvent>,
    /// It enters the button, for the first time or again.
    pub(crate) enter: Callback<PointerEvent>,
    /// The button is clicked.
    pub(crate) click: Callback<MouseEvent>,
}

impl LongPress {
    /// Handlers that pass the floor on a click and mark the moment on a long press.
    pub(crate) fn new(on_command: &Callback<Command>) -> Self {
        let state = Rc::new(PressState::default());
        let on = |handle: fn(&PressState, &PointerEvent)| {
            let state = Rc::clone(&state);
            Callback::from(move |event: PointerEvent| handle(&state, &event))
        };
        let (end, leave, enter) =
            (on(PressState::end), on(PressState::leave), on(PressState::enter));
        let down = Callback::from({
            let (state, on_command) = (Rc::clone(&state), on_command.clone());
            move |event: PointerEvent| {
                state.begin();
                let window = own_window::of(&event.target_unchecked_into::<Element>());
                let window = window.filter(|_| event.button() == 0);
                state
                    .pending
                    .replace(window.map(|window| mark_later(&window, &state, &on_command)));
            }
        });
        let on_command = on_command.clone();
        let click = Callback::from(move |event: MouseEvent| {
            if !state.ends_with(&event) {
                on_command.emit(Command::PassFloor);
            }
        });
        Self { down, end, leave, enter, click }
    }
}

impl PressState {
    fn begin(&self) {
        self.marked.set(false);
        self.left.set(false);
        self.released_ms.set(None);
    }

    fn end(&self, event: &PointerEvent) {
        self.pending.take();
        let is_released = event.type_() == "pointerup" && is_over_button(event);
        self.released_ms.set(is_released.then(|| event.time_stamp()));
    }

    fn leave(&self, _: &PointerEvent) {
        self.pending.take();
        self.left.set(self.released_ms.get().is_none());
    }

    fn enter(&self, event: &PointerEvent) {
        if event.buttons() != 0 {
            self.left.set(false);
        }
    }

    /// Whether a click is the end of a long press, which does nothing more. A click by a key or by a script, which has no
    /// count of clicks, is never one; nor is a later click after the pointer was released elsewhere.
    fn ends_with(&self, event: &MouseEvent) -> bool {
        let since_ms = self.released_ms.get().map(|at_ms| event.time_stamp() - at_ms);
        let is_click_of_press = event.detail() > 0 && since_ms.is_some_and(|ms| ms <= CLICK_MS);
        self.marked.replace(false) && is_click_of_press && !self.left.get()
    }
}

/// Whether a pointer is over the button that it was pressed on. A touch that slides off still belongs to the button.
fn is_over_button(event: &PointerEvent) -> bool {
    let pressed: Element = event.target_unchecked_into();
    // `closest` throws only for a selector that does not parse.
    let Some(button) = pressed.closest("button").ok().flatten() else { return false };
    let (area, x, y) = (
        button.get_bounding_client_rect(),
        f64::from(event.client_x()),
        f64::from(event.client_y()),
    );
    (area.left()..=area.right()).contains(&x) && (area.top()..=area.bottom()).contains(&y)
}

fn mark_later(window: &Window, state: &Rc<PressState>, on_command: &Callback<Command>) -> Timer {
    let (state, on_command) = (Rc::clone(state), on_command.clone());
    Timer::start(window, LONG_PRESS_MS, move || {
        state.marked.set(true);
        on_command.emit(Command::Record(EventKind::MomentMarked));
    })
}
