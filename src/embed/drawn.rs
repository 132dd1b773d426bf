//! Waiting until a version of the snapshot has been rendered.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

/// The version that has been rendered, and the promises that wait for one.
#[derive(Default)]
pub(crate) struct Drawn {
    version: Cell<u64>,
    waiting: RefCell<Vec<(u64, Function)>>,
}

impl Drawn {
    /// A version has been rendered.
    pub(crate) fn reach(&self, version: u64) {
        self.version.set(version);
        let (due, later) = self.waiting.take().into_iter().partition(|(at, _)| *at <= version);
        self.waiting.replace(later);
        let due: Vec<(u64, Function)> = due;
        for (_, resolve) in due {
            // The resolving function of a promise never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }

    /// Nothing will be rendered any more, so all promises resolve.
    pub(crate) fn close(&self) {
        self.reach(u64::MAX);
    }

    /// A promise that resolves when this version or a later one has been rendered.
    pub(crate) fn wait(&self, version: u64) -> Promise {
        Promise::new(&mut |resolve, _| {
            if self.version.get() >= version {
                // The resolving function of a promise never throws.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            } else {
                self.waiting.borrow_mut().push((version, resolve));
            }
        })
    }
}
