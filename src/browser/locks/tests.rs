//! Locks in a real browser. Two of one page compete for a lock as those of two tabs do.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::{Bell, later};

/// A tab that requests a lock, and the calls it has received: whether it leads, and whether that was the first call.
struct Tab {
    lock: Option<LeaderLock>,
    calls: Rc<RefCell<Vec<(bool, bool)>>>,
    bell: Bell,
}

impl Tab {
    fn new(name: &str) -> Self {
        let (calls, bell) = (Rc::default(), Bell::default());
        let (to, ring): (Rc<RefCell<Vec<_>>>, _) = (Rc::clone(&calls), bell.clone());
        let lock = LeaderLock::request(name.to_owned(), move |leading, first| {
            to.borrow_mut().push((leading, first));
            ring.ring();
        });
        Self { lock: Some(lock.expect("this browser has locks")), calls, bell }
    }

    /// Waits for this number of calls, and returns all of them.
    async fn calls(&self, times: usize) -> Vec<(bool, bool)> {
        self.bell.rung(times).await;
        self.calls.borrow().clone()
    }

    fn steal(&self) {
        self.lock.as_ref().unwrap().steal();
    }
}

#[wasm_bindgen_test]
async fn one_of_two_tabs_leads_and_the_other_once_that_one_is_closed() {
    let mut first = Tab::new("of-two");
    assert_eq!(first.calls(1).await, [(true, true)]);
    let second = Tab::new("of-two");
    assert_eq!(second.calls(1).await, [(false, true)]);
    first.lock.take();
    assert_eq!(second.calls(2).await, [(false, true), (true, false)]);
    assert_eq!(first.calls.borrow().len(), 1, "a dropped lock is not called any more");
}

#[wasm_bindgen_test]
async fn a_tab_that_steals_the_lock_leads_and_the_other_is_told_once() {
    let (first, second) = (Tab::new("taken"), Tab::new("taken"));
    first.calls(1).await;
    second.calls(1).await;
    second.steal();
    assert_eq!(second.calls(2).await, [(false, true), (true, false)]);
    assert_eq!(first.calls(2).await, [(true, true), (false, false)], "that is not its first call");
    first.steal();
    assert_eq!(first.calls(3).await[2], (true, false));
    assert_eq!(second.calls(3).await[2], (false, false));
}

#[wasm_bindgen_test]
async fn stealing_twice_at_once_has_the_effect_of_stealing_once() {
    let (first, second) = (Tab::new("twice"), Tab::new("twice"));
    first.calls(1).await;
    second.calls(1).await;
    second.steal();
    second.steal();
    first.calls(2).await;
    assert_eq!(second.calls(2).await, [(false, true), (true, false)]);
    // Stealing a lock that it holds changes nothing either.
    second.steal();
    later(50).await;
    assert_eq!((first.bell.times(), second.bell.times()), (2, 2));
}

#[wasm_bindgen_test]
async fn a_tab_that_stole_the_lock_returns_it_when_it_is_closed() {
    let (first, mut second) = (Tab::new("left"), Tab::new("left"));
    first.calls(1).await;
    second.calls(1).await;
    second.steal();
    first.calls(2).await;
    second.calls(2).await;
    second.lock.take();
    assert_eq!(first.calls(3).await[2], (true, false));
}

#[wasm_bindgen_test]
async fn locks_of_different_names_are_independent() {
    let (one, other) = (Tab::new("one"), Tab::new("other"));
    assert_eq!(
        (one.calls(1).await, other.calls(1).await),
        (vec![(true, true)], vec![(true, true)])
    );
}
