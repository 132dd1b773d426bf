//! Clicks and long presses of the floor button.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;

/// How long a press must last to mark the moment instead of passing the floor, in milliseconds.
const LONG_PRESS_MS: u32 = 500;

/// The state of a press.
#[derive(Default)]
struct PressState {
    pending: RefCell<Option<Timeout>>,
    marked: Cell<bool>,
}

/// The event handlers of the floor button. They outlive single renders, so that a press survives one.
pub(crate) struct LongPress {
    /// The pointer is pressed.
    pub(crate) down: Callback<PointerEvent>,
    /// It is released, or leaves the button.
    pub(crate) end: Callback<PointerEvent>,
    /// The button is clicked.
    pub(crate) click: Callback<MouseEvent>,
}

impl LongPress {
    /// Handlers that pass the floor on a click and mark the moment on a long press.
    pub(crate) fn new(on_command: &Callback<Command>) -> Self {
        let state = Rc::new(PressState::default());
        let down = Callback::from({
            let (state, on_command) = (Rc::clone(&state), on_command.clone());
            move |event: PointerEvent| {
                state.marked.set(false);
                let primary = event.button() == 0;
                state.pending.replace(primary.then(|| mark_later(&state, &on_command)));
            }
        });
        let end = Callback::from({
            let state = Rc::clone(&state);
            move |_: PointerEvent| {
                state.pending.take();
            }
        });
        let on_command = on_command.clone();
        let click = Callback::from(move |_: MouseEvent| {
            // The click that ends a long press does nothing more.
            if !state.marked.replace(false) {
                on_command.emit(Command::PassFloor);
            }
        });
        Self { down, end, click }
    }
}

fn mark_later(state: &Rc<PressState>, on_command: &Callback<Command>) -> Timeout {
    let (state, on_command) = (Rc::clone(state), on_command.clone());
    Timeout::new(LONG_PRESS_MS, move || {
        state.marked.set(true);
        on_command.emit(Command::Record(EventKind::MomentMarked));
    })
}
