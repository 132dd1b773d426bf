//! Time that passes on the screen: one timeout a second, aligned to the digits, and none while the page is hidden.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::{Document, VisibilityState};

/// Calls a painter when the shown second changes, for as long as it lives.
///
/// It never adds anything up: the painter reads the clock, so a late or a missing call shows late and counts nothing.
#[must_use = "dropping it stops the ticking"]
pub(crate) struct Ticker {
    inner: Rc<Inner>,
    _visibility: Option<EventListener>,
}

struct Inner {
    /// Paints, and says in how many milliseconds the picture changes next; none for never.
    paint: Box<dyn Fn() -> Option<u32>>,
    timeout: RefCell<Option<Timeout>>,
    document: Option<Document>,
    running: Cell<bool>,
}

impl Ticker {
    /// Paints at once, and again whenever the painter asked to be called.
    pub(crate) fn start(paint: impl Fn() -> Option<u32> + 'static) -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let inner = Rc::new(Inner {
            paint: Box::new(paint),
            timeout: RefCell::default(),
            document,
            running: Cell::new(true),
        });
        Inner::tick(&inner);
        let weak = Rc::downgrade(&inner);
        let visibility = inner.document.as_ref().map(|document| {
            EventListener::new(document, "visibilitychange", move |_| Inner::wake(&weak))
        });
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
        if !inner.running.get() || inner.is_hidden() {
            return;
        }
        let Some(after_ms) = (inner.paint)() else { return };
        let weak = Rc::downgrade(inner);
        let timeout = Timeout::new(after_ms, move || Self::wake(&weak));
        inner.timeout.replace(Some(timeout));
    }

    fn wake(weak: &Weak<Self>) {
        if let Some(inner) = weak.upgrade() {
            inner.timeout.take();
            Self::tick(&inner);
        }
    }

    fn is_hidden(&self) -> bool {
        let state = self.document.as_ref().map(Document::visibility_state);
        state == Some(VisibilityState::Hidden)
    }
}
