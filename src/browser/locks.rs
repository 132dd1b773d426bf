//! Web Locks: of all the tabs on one notebook, one is at the head. The browser lets go of the lock of a tab that dies.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// web-sys counts Web Locks among what may still change, and leaves them out.
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// How a lock is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    IfFree,
    Waiting,
    Taking,
}

/// A place at the head, held or waited for as long as this lives.
#[must_use = "dropping it lets go of the lock"]
pub(crate) struct LeaderLock(Rc<Inner>);

struct Inner {
    name: String,
    manager: LockManager,
    held: Cell<bool>,
    /// Whether it is just being taken: taken twice at once, it would be taken from this very tab.
    taking: Cell<bool>,
    /// Resolving it lets go.
    release: RefCell<Option<Function>>,
    /// Told whether this tab is at the head, and whether that is the first word on it.
    changed: Box<dyn Fn(bool, bool)>,
}

impl LeaderLock {
    /// Stands for the head. `changed` hears of every change; the first word comes soon, and says how it began.
    ///
    /// None where the browser has no locks: each tab is then a head to itself.
    pub(crate) fn stand(name: String, changed: impl Fn(bool, bool) + 'static) -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let manager = Reflect::get(&navigator, &"locks".into()).ok()?;
        let manager = manager.is_object().then(|| manager.unchecked_into())?;
        let head = Rc::new(Inner {
            name,
            manager,
            held: Cell::default(),
            taking: Cell::default(),
            release: RefCell::default(),
            changed: Box::new(changed),
        });
        let weak = Rc::downgrade(&head);
        spawn_local(async move {
            ask(&weak, How::IfFree).await;
            while weak.strong_count() > 0 && ask(&weak, How::Waiting).await {}
        });
        Some(Self(head))
    }

    /// Takes the head over from whichever tab has it.
    pub(crate) fn take(&self) {
        if self.0.taking.replace(true) {
            return;
        }
        let weak = Rc::downgrade(&self.0);
        spawn_local(async move {
            ask(&weak, How::Taking).await;
            if let Some(inner) = weak.upgrade() {
                inner.taking.set(false);
            }
        });
    }
}

impl Drop for LeaderLock {
    fn drop(&mut self) {
        self.0.let_go();
    }
}

impl Inner {
    fn let_go(&self) {
        if let Some(release) = self.release.take() {
            // A promise's own function never throws.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }

    /// Says that the lock was granted, and gives the promise that holds it.
    fn hold(&self, from_the_start: bool) -> Promise {
        let held = Promise::new(&mut |resolve, _| {
            self.release.replace(Some(resolve));
        });
        self.held.set(true);
        self.taking.set(false);
        (self.changed)(true, from_the_start);
        held
    }
}

/// Asks once, and comes back when the lock is gone again or was not to be had. Says whether asking made sense.
async fn ask(weak: &Weak<Inner>, how: How) -> bool {
    let Some(inner) = weak.upgrade() else { return false };
    if inner.held.get() {
        return false;
    }
    let options = Object::new();
    let wish = if how == How::IfFree { "ifAvailable" } else { "steal" };
    // Setting a field of a fresh object can not fail.
    let _ = Reflect::set(&options, &wish.into(), &JsValue::from(how != How::Waiting));
    let holder = weak.clone();
    let granted = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| match holder
        .upgrade()
        .filter(|_| !lock.is_null())
    {
        Some(inner) => inner.hold(how == How::IfFree).into(),
        None => JsValue::UNDEFINED,
    });
    let asked = inner.manager.request(&inner.name, &options, granted.as_ref().unchecked_ref());
    drop(inner);
    let Ok(asked) = asked else { return false };
    // It is refused where another tab takes the lock, or where the page has no origin.
    let refused = JsFuture::from(asked).await.is_err();
    let Some(inner) = weak.upgrade() else { return false };
    let had = inner.held.replace(false);
    if had || how == How::IfFree {
        // Where a page without an origin is refused every lock, it is alone.
        (inner.changed)(refused && !had, how == How::IfFree && !had);
    }
    had || !refused
}

#[cfg(test)]
mod tests;
