//! Asynchronous work: a count of what is in flight, kept by guards, and promises that resolve once it is done.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

/// Counts the work in flight.
pub(crate) struct WorkCount(Rc<Inner>);

struct Inner {
    count: Cell<u32>,
    on_end: Box<dyn Fn()>,
}

/// Keeps the count of work in flight raised for as long as it lives.
#[must_use = "dropping it ends the work"]
pub(crate) struct Work(Rc<Inner>);

impl WorkCount {
    /// A count of zero. `on_end` is called after each piece of work ends. Nothing of the store may be borrowed when a
    /// guard is dropped.
    pub(crate) fn new(on_end: impl Fn() + 'static) -> Self {
        Self(Rc::new(Inner { count: Cell::new(0), on_end: Box::new(on_end) }))
    }

    /// Begins a piece of work, which lasts until the guard is dropped.
    pub(crate) fn begin(&self) -> Work {
        self.0.count.set(self.0.count.get() + 1);
        Work(Rc::clone(&self.0))
    }

    /// Whether no work is in flight.
    pub(crate) fn is_idle(&self) -> bool {
        self.0.count.get() == 0
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.0.count.set(self.0.count.get() - 1);
        (self.0.on_end)();
    }
}

/// Promises that are resolved together; at the latest when this is dropped, so that no caller waits for ever.
#[derive(Default)]
pub(crate) struct Waiters(RefCell<Vec<Function>>);

impl Waiters {
    /// A new promise, which the next [`Waiters::resolve_all`] resolves.
    pub(crate) fn promise(&self) -> Promise {
        Promise::new(&mut |resolve, _| self.0.borrow_mut().push(resolve))
    }

    /// Resolves all promises handed out so far.
    pub(crate) fn resolve_all(&self) {
        for resolve in self.0.take() {
            // The resolving function of a promise never throws.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }
}

impl Drop for Waiters {
    fn drop(&mut self) {
        self.resolve_all();
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_futures::JsFuture;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    /// A count, and how often work has ended.
    fn counted() -> (WorkCount, Rc<Cell<u32>>) {
        let ended = Rc::new(Cell::new(0));
        let counter = Rc::clone(&ended);
        (WorkCount::new(move || counter.set(counter.get() + 1)), ended)
    }

    #[wasm_bindgen_test]
    fn work_is_in_flight_until_all_guards_are_dropped() {
        let (work, ended) = counted();
        assert!(work.is_idle());
        let (first, second) = (work.begin(), work.begin());
        drop(first);
        assert_eq!((work.is_idle(), ended.get()), (false, 1));
        drop(second);
        assert_eq!((work.is_idle(), ended.get()), (true, 2));
    }

    #[wasm_bindgen_test]
    fn work_ends_with_a_task_that_returns_early_or_never_runs() {
        let (work, ended) = counted();
        let task = async |work: Work, is_needed: bool| {
            if is_needed {
                std::future::pending::<()>().await;
            }
            drop(work);
        };
        drop(task(work.begin(), true));
        assert_eq!((work.is_idle(), ended.get()), (true, 1));
        let unanswered = Cell::new(Some(work.begin()));
        assert!(!work.is_idle());
        drop(unanswered);
        assert_eq!((work.is_idle(), ended.get()), (true, 2));
    }

    #[wasm_bindgen_test]
    async fn promises_resolve_when_told_and_at_the_latest_when_dropped() {
        let waiters = Waiters::default();
        let (first, second) = (waiters.promise(), waiters.promise());
        waiters.resolve_all();
        JsFuture::from(first).await.unwrap();
        JsFuture::from(second).await.unwrap();
        let last = waiters.promise();
        drop(waiters);
        JsFuture::from(last).await.unwrap();
    }
}
