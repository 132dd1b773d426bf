//! Web Locks: of all tabs with the same notebook one leads. The browser releases the lock of a tab that is closed or
//! crashes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// Declared here, because web-sys has Web Locks only among its unstable interfaces.
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// How a lock is requested.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// Only if no tab holds it.
    IfFree,
    /// As soon as no tab holds it.
    Waiting,
    /// At once, from the tab that holds it.
    Stealing,
}

/// The lock of the leading tab, held or waited for until this is dropped.
#[must_use = "dropping it releases the lock"]
pub(crate) struct LeaderLock(Rc<Inner>);

struct Inner {
    name: String,
    manager: LockManager,
    held: Cell<bool>,
    /// Whether it is being stolen. A second request meanwhile would steal it from this tab itself.
    stealing: Cell<bool>,
    /// Resolves the promise that holds the lock, which releases it.
    release: RefCell<Option<Function>>,
    /// Called with whether this tab leads, and whether that is the first answer.
    changed: Box<dyn Fn(bool, bool)>,
}

impl LeaderLock {
    /// Requests the lock of this name, and waits for it while another tab holds it. `changed` is called with whether this
    /// tab leads, soon for the first time and again after each change, and with whether that is the first call.
    ///
    /// `None` where the browser has no locks: each tab then leads by itself.
    pub(crate) fn request(name: String, changed: impl Fn(bool, bool) + 'static) -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let manager = Reflect::get(&navigator, &"locks".into()).ok()?;
        let manager = manager.is_object().then(|| manager.unchecked_into())?;
        let inner = Rc::new(Inner {
            name,
            manager,
            held: Cell::default(),
            stealing: Cell::default(),
            release: RefCell::default(),
            changed: Box::new(changed),
        });
        let weak = Rc::downgrade(&inner);
        spawn_local(async move {
            request(&weak, How::IfFree).await;
            while weak.strong_count() > 0 && request(&weak, How::Waiting).await {}
        });
        Some(Self(inner))
    }

    /// Takes the lock from the tab that holds it.
    pub(crate) fn steal(&self) {
        if self.0.stealing.replace(true) {
            return;
        }
        let weak = Rc::downgrade(&self.0);
        spawn_local(async move {
            request(&weak, How::Stealing).await;
            if let Some(inner) = weak.upgrade() {
                inner.stealing.set(false);
            }
        });
    }
}

impl Drop for LeaderLock {
    fn drop(&mut self) {
        self.0.release();
    }
}

impl Inner {
    fn release(&self) {
        if let Some(release) = self.release.take() {
            // The resolving function of a promise never throws.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }

    /// The lock was granted. Returns the promise that holds it until it is resolved.
    fn hold(&self, is_first: bool) -> Promise {
        let held = Promise::new(&mut |resolve, _| {
            self.release.replace(Some(resolve));
        });
        self.held.set(true);
        self.stealing.set(false);
        (self.changed)(true, is_first);
        held
    }
}

/// Requests the lock once, and returns when it was refused, or granted and lost again. Returns whether another request is
/// worthwhile.
async fn request(weak: &Weak<Inner>, how: How) -> bool {
    let Some(inner) = weak.upgrade() else { return false };
    if inner.held.get() {
        return false;
    }
    let options = Object::new();
    let option = if how == How::IfFree { "ifAvailable" } else { "steal" };
    // Setting a property of a new object can not fail.
    let _ = Reflect::set(&options, &option.into(), &JsValue::from(how != How::Waiting));
    let holder = weak.clone();
    let granted = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| match holder
        .upgrade()
        .filter(|_| !lock.is_null())
    {
        Some(inner) => inner.hold(how == How::IfFree).into(),
        None => JsValue::UNDEFINED,
    });
    let requested = inner.manager.request(&inner.name, &options, granted.as_ref().unchecked_ref());
    drop(inner);
    let Ok(requested) = requested else { return false };
    // It is rejected when another tab steals the lock, and in a page without an origin.
    let refused = JsFuture::from(requested).await.is_err();
    let Some(inner) = weak.upgrade() else { return false };
    let had = inner.held.replace(false);
    if had || how == How::IfFree {
        // A page without an origin is refused every lock, and leads by itself.
        (inner.changed)(refused && !had, how == How::IfFree && !had);
    }
    had || !refused
}

#[cfg(test)]
mod tests;
