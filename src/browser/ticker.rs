//! A timer for running times on the screen: one timeout for each change of the digits, and none while the page is hidden.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use web_sys::Window;

use crate::browser::own_window::{Timer, is_hidden, on_visibility_change};

/// Calls a function whenever the displayed time changes, until this is dropped.
///
/// It measures nothing: the function reads the clock, so a late or missing call delays what is displayed and nothing else.
#[must_use = "dropping it stops the ticking"]
pub(crate) struct Ticker {
    inner: Rc<Inner>,
    _visibility: EventListener,
}

struct Inner {
    /// The window in which the time is displayed. Its timers are used, because another window may be hidden.
    window: Window,
    /// Renders, and returns after how many milliseconds to call it again; `None` for never.
    paint: Box<dyn Fn() -> Option<u32>>,
    timeout: RefCell<Option<Timer>>,
    running: Cell<bool>,
}

impl Ticker {
    /// Calls `paint` at once, and again after the number of milliseconds that it returns each time. `None` ends the ticking.
    /// It pauses while `window` is hidden.
    pub(crate) fn start(window: &Window, paint: impl Fn() -> Option<u32> + 'static) -> Self {
        let inner = Rc::new(Inner {
            window: window.clone(),
            paint: Box::new(paint),
            timeout: RefCell::default(),
            running: Cell::new(true),
        });
        Inner::tick(&inner);
        let weak = Rc::downgrade(&inner);
        let visibility = on_visibility_change(window, move || Inner::wake(&weak));
        Self { inner, _visibility: visibility }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.inner.running.set(false);
        self.inner.timeout.take();
    }
}

impl Inner {
    fn tick(inner: &Rc<Self>) {
        if !inner.running.get() || is_hidden(&inner.window) {
            return;
        }
        let Some(after_ms) = (inner.paint)() else { return };
        let weak = Rc::downgrade(inner);
        let timeout = Timer::start(&inner.window, after_ms, move || Self::wake(&weak));
        inner.timeout.replace(Some(timeout));
    }

    fn wake(weak: &Weak<Self>) {
        if let Some(inner) = weak.upgrade() {
            inner.timeout.take();
            Self::tick(&inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use js_sys::{Object, Reflect};
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::page::{Bell, document, fire, later, window};

    /// A function that returns these delays in milliseconds, one with each call, and then `None`.
    fn asking(after_ms: &'static [u32]) -> (Bell, impl Fn() -> Option<u32> + 'static) {
        let bell = Bell::default();
        let painted = bell.clone();
        let paint = move || {
            bell.ring();
            after_ms.get(bell.times() - 1).copied()
        };
        (painted, paint)
    }

    fn hide(hidden: bool) {
        let name = "visibilityState".into();
        if hidden {
            let state = Object::new();
            Reflect::set(&state, &"value".into(), &"hidden".into()).unwrap();
            Reflect::set(&state, &"configurable".into(), &true.into()).unwrap();
            Reflect::define_property(&document(), &name, &state).unwrap();
        } else {
            Reflect::delete_property(&document(), &name).unwrap();
        }
        fire(&window(), "Event", "visibilitychange", &[]);
    }

    #[wasm_bindgen_test]
    async fn it_calls_at_once_and_again_after_each_delay() {
        let now = || window().performance().unwrap().now();
        let (painted, paint) = asking(&[30, 60]);
        let begun_ms = now();
        let ticker = Ticker::start(&window(), paint);
        assert_eq!(painted.times(), 1);
        painted.rung(2).await;
        let second_ms = now();
        painted.rung(3).await;
        // Timers never fire early, but the clock of the page is rounded.
        assert!(second_ms - begun_ms >= 29.0 && now() - second_ms >= 59.0);
        drop(ticker);
    }

    #[wasm_bindgen_test]
    async fn it_stops_when_the_function_returns_none() {
        let (painted, paint) = asking(&[0]);
        let ticker = Ticker::start(&window(), paint);
        painted.rung(2).await;
        later(20).await;
        assert_eq!(painted.times(), 2);
        drop(ticker);
    }

    #[wasm_bindgen_test]
    async fn it_stops_when_it_is_dropped() {
        let (painted, paint) = asking(&[5; 1_000]);
        let ticker = Ticker::start(&window(), paint);
        painted.rung(3).await;
        drop(ticker);
        later(20).await;
        assert_eq!(painted.times(), 3);
        fire(&window(), "Event", "visibilitychange", &[]);
        assert_eq!(painted.times(), 3);
    }

    #[wasm_bindgen_test]
    async fn the_function_may_drop_its_own_ticker() {
        let painted = Bell::default();
        let own: Rc<RefCell<Option<Ticker>>> = Rc::default();
        let ticker = Ticker::start(&window(), {
            let (painted, own) = (painted.clone(), Rc::clone(&own));
            move || {
                painted.ring();
                own.take();
                Some(0)
            }
        });
        own.replace(Some(ticker));
        painted.rung(2).await;
        later(20).await;
        assert_eq!(painted.times(), 2);
    }

    #[wasm_bindgen_test]
    async fn it_does_not_call_in_a_hidden_page_and_calls_at_once_when_it_is_shown() {
        let (painted, paint) = asking(&[5; 1_000]);
        let ticker = Ticker::start(&window(), paint);
        hide(true);
        let before = painted.times();
        later(20).await;
        let hidden = painted.times();
        hide(false);
        assert_eq!((before, hidden, painted.times()), (1, 1, 2));
        painted.rung(3).await;
        drop(ticker);
    }
}
