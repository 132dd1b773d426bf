//! The page that a test runs in: its elements and events, its storage, and waiting for what is expected.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event, EventTarget, HtmlElement, Storage, Window};

/// Rung from a callback and heard by a test. A test that waits for a ring that never comes has failed.
#[derive(Clone, Default)]
pub(crate) struct Bell(Rc<Ringing>);

#[derive(Default)]
struct Ringing {
    times: Cell<usize>,
    waker: RefCell<Option<Waker>>,
}

impl Bell {
    /// Rings.
    pub(crate) fn ring(&self) {
        self.0.times.set(self.0.times.get() + 1);
        if let Some(waker) = self.0.waker.take() {
            waker.wake();
        }
    }

    /// How often it has rung.
    pub(crate) fn times(&self) -> usize {
        self.0.times.get()
    }

    /// Waits until it has rung so often.
    pub(crate) async fn rung(&self, times: usize) {
        poll_fn(|context| {
            if self.times() >= times {
                return Poll::Ready(());
            }
            self.0.waker.replace(Some(context.waker().clone()));
            Poll::Pending
        })
        .await;
    }
}

/// Waits for a timer that is set now: every timer that was due before it has run by then, and all that is drawn.
pub(crate) async fn later(ms: u32) {
    let bell = Bell::default();
    let timeout = Timeout::new(ms, {
        let bell = bell.clone();
        move || bell.ring()
    });
    bell.rung(1).await;
    drop(timeout);
}

pub(crate) fn window() -> Window {
    web_sys::window().unwrap()
}

pub(crate) fn document() -> Document {
    window().document().unwrap()
}

/// A new element in the body, which goes when the test is over.
pub(crate) struct Placed(pub(crate) HtmlElement);

impl Placed {
    pub(crate) fn new(name: &str) -> Self {
        let element: HtmlElement = document().create_element(name).unwrap().unchecked_into();
        document().body().unwrap().append_child(&element).unwrap();
        Self(element)
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Dispatches a real event of a class, which bubbles out of shadow roots too and can be prevented.
pub(crate) fn fire(
    target: &EventTarget,
    class: &str,
    name: &str,
    init: &[(&str, JsValue)],
) -> Event {
    let bag = Object::new();
    let usual = ["bubbles", "cancelable", "composed"].map(|key| (key, JsValue::TRUE));
    for (key, value) in usual.iter().chain(init) {
        Reflect::set(&bag, &(*key).into(), value).unwrap();
    }
    let class: Function = Reflect::get(&window(), &class.into()).unwrap().unchecked_into();
    let event = Reflect::construct(&class, &Array::of2(&name.into(), &bag)).unwrap();
    let event: Event = event.unchecked_into();
    target.dispatch_event(&event).unwrap();
    event
}

pub(crate) fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// A storage key of a test's own: nothing is kept under it before, and nothing stays.
pub(crate) struct Own(pub(crate) &'static str);

impl Own {
    pub(crate) fn new(key: &'static str) -> Self {
        let own = Self(key);
        own.clear();
        own
    }

    /// What is kept under it, keys without what all of them begin with, in the order of the alphabet.
    pub(crate) fn kept(&self) -> Vec<(String, String)> {
        let prefix = format!("heard:{}:", self.0);
        let storage = storage();
        let keys = (0..storage.length().unwrap()).map(|index| storage.key(index).unwrap().unwrap());
        let own = keys.filter_map(|key| {
            let rest = key.strip_prefix(&prefix)?.to_owned();
            Some((rest, storage.get_item(&key).unwrap()?))
        });
        let mut own: Vec<_> = own.collect();
        own.sort();
        own
    }

    fn clear(&self) {
        for (rest, _) in self.kept() {
            storage().remove_item(&format!("heard:{}:{rest}", self.0)).unwrap();
        }
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        self.clear();
    }
}

/// An origin whose storage is full, for as long as this lives.
pub(crate) struct Filled(Vec<String>);

impl Filled {
    pub(crate) fn to_the_last_character() -> Self {
        let storage = storage();
        let sizes = (0..24).rev().map(|power| 1_usize << power);
        let padding = sizes.map(|size| (format!("fill{size}"), "x".repeat(size)));
        // For room that is smaller than a key with a number in it.
        let rest = ["fillfill", "fill", "f"].map(|key| (key.to_owned(), String::new()));
        // What does not fit is left out, and half of it is tried.
        let fits = padding.chain(rest).filter(|(key, value)| storage.set_item(key, value).is_ok());
        Self(fits.map(|(key, _)| key).collect())
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        for key in &self.0 {
            storage().remove_item(key).unwrap();
        }
    }
}
