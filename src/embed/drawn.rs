//! Waiting until the screen shows what is kept.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

/// Which version of the notebook the screen shows, and who waits for which.
#[derive(Default)]
pub(crate) struct Drawn {
    version: Cell<u64>,
    waiting: RefCell<Vec<(u64, Function)>>,
}

impl Drawn {
    /// The screen shows a version.
    pub(crate) fn reach(&self, version: u64) {
        self.version.set(version);
        let (due, later) = self.waiting.take().into_iter().partition(|(at, _)| *at <= version);
        self.waiting.replace(later);
        let due: Vec<(u64, Function)> = due;
        for (_, resolve) in due {
            // A promise's own function never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }

    /// Nothing will be drawn any more: nobody waits in vain.
    pub(crate) fn give_up(&self) {
        self.reach(u64::MAX);
    }

    /// Resolves when the screen shows a version.
    pub(crate) fn wait(&self, version: u64) -> Promise {
        Promise::new(&mut |resolve, _| {
            if self.version.get() >= version {
                // A promise's own function never throws.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            } else {
                self.waiting.borrow_mut().push((version, resolve));
            }
        })
    }
}
