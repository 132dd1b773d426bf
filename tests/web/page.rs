//! The page that a test runs in: its elements and events, its storage, and waiting for callbacks.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event, EventTarget, HtmlElement, Storage, Window};

/// Counts calls of a callback and lets a test wait for them. A test that waits in vain is ended by the runner.
#[derive(Clone, Default)]
pub(crate) struct Bell(Rc<BellState>);

#[derive(Default)]
struct BellState {
    times: Cell<usize>,
    waker: RefCell<Option<Waker>>,
}

impl Bell {
    /// Counts a call.
    pub(crate) fn ring(&self) {
        self.0.times.set(self.0.times.get() + 1);
        if let Some(waker) = self.0.waker.take() {
            waker.wake();
        }
    }

    /// The number of calls.
    pub(crate) fn times(&self) -> usize {
        self.0.times.get()
    }

    /// Waits until there were this many calls.
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

/// Waits for a timer of this many milliseconds. Timers that were due earlier have run by then, and pending renderings are
/// done.
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

/// A new element in the body, which is removed when this is dropped.
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

/// Dispatches an event of a class, which bubbles through shadow roots and can be prevented.
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

/// A storage key for one test. Its entries in localStorage are removed before and after.
pub(crate) struct Own(pub(crate) &'static str);

impl Own {
    pub(crate) fn new(key: &'static str) -> Self {
        let own = Self(key);
        own.clear();
        own
    }

    /// The entries under the key, with names that have no prefix, sorted.
    pub(crate) fn stored(&self) -> Vec<(String, String)> {
        let prefix = format!("heard:{}:", self.0);
        let storage = storage();
        let keys = (0..storage.length().unwrap()).map(|index| storage.key(index).unwrap().unwrap());
        let own = keys.filter_map(|key| {
            let name = key.strip_prefix(&prefix)?.to_owned();
            Some((name, storage.get_item(&key).unwrap()?))
        });
        let mut own: Vec<_> = own.collect();
        own.sort();
        own
    }

    fn clear(&self) {
        for (name, _) in self.stored() {
            storage().remove_item(&format!("heard:{}:{name}", self.0)).unwrap();
        }
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Fills the localStorage of the origin until this is dropped.
pub(crate) struct Filled(Vec<String>);

impl Filled {
    pub(crate) fn to_the_last_character() -> Self {
        let storage = storage();
        let sizes = (0..24).rev().map(|power| 1_usize << power);
        let padding = sizes.map(|size| (format!("fill{size}"), "x".repeat(size)));
        // For the last characters, which are fewer than a key with a number in it.
        let rest = ["fillfill", "fill", "f"].map(|key| (key.to_owned(), String::new()));
        // What does not fit is left out; the next one is half as long.
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
