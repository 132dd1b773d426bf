//! A touch and a long touch on the circle, told apart.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use heard_core::event::kind::EventKind;
use yew::prelude::*;

use crate::store::Command;

/// How long a touch must last to mark the moment instead of passing the floor, in milliseconds.
const LONG_PRESS_MS: u32 = 500;

/// What is known of a touch under way.
#[derive(Default)]
struct Touch {
    pending: RefCell<Option<Timeout>>,
    marked: Cell<bool>,
}

/// The callbacks of the circle.
pub(crate) struct Press {
    /// The touch begins.
    pub(crate) down: Callback<PointerEvent>,
    /// It ends, or leaves the circle.
    pub(crate) end: Callback<PointerEvent>,
    /// It was a click.
    pub(crate) click: Callback<MouseEvent>,
}

impl Press {
    /// A touch passes the floor, a long one marks the moment.
    pub(crate) fn new(on_said: &Callback<Command>) -> Self {
        let touch = Rc::new(Touch::default());
        let down = Callback::from({
            let (touch, on_said) = (Rc::clone(&touch), on_said.clone());
            move |event: PointerEvent| {
                touch.marked.set(false);
                let primary = event.button() == 0;
                touch.pending.replace(primary.then(|| mark_later(&touch, &on_said)));
            }
        });
        let end = Callback::from({
            let touch = Rc::clone(&touch);
            move |_: PointerEvent| {
                touch.pending.take();
            }
        });
        let on_said = on_said.clone();
        let click = Callback::from(move |_: MouseEvent| {
            // The click that ends a long touch has had its say.
            if !touch.marked.replace(false) {
                on_said.emit(Command::PassFloor);
            }
        });
        Self { down, end, click }
    }
}

fn mark_later(touch: &Rc<Touch>, on_said: &Callback<Command>) -> Timeout {
    let (touch, on_said) = (Rc::clone(touch), on_said.clone());
    Timeout::new(LONG_PRESS_MS, move || {
        touch.marked.set(true);
        on_said.emit(Command::Record(EventKind::MomentMarked));
    })
}
