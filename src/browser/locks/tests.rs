//! Real locks, which two heads of one page contend for as those of two tabs do.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::{Bell, later};

/// Someone who stands for a head, and what they have heard: whether they are it, and whether that was the first word.
struct Standing {
    head: Option<LeaderLock>,
    heard: Rc<RefCell<Vec<(bool, bool)>>>,
    bell: Bell,
}

impl Standing {
    fn new(name: &str) -> Self {
        let (told, bell) = (Rc::default(), Bell::default());
        let (to, ring): (Rc<RefCell<Vec<_>>>, _) = (Rc::clone(&told), bell.clone());
        let head = LeaderLock::stand(name.to_owned(), move |leading, first| {
            to.borrow_mut().push((leading, first));
            ring.ring();
        });
        Self { head: Some(head.expect("this browser has locks")), heard: told, bell }
    }

    /// Waits until so much was heard in all, and gives it.
    async fn heard(&self, times: usize) -> Vec<(bool, bool)> {
        self.bell.rung(times).await;
        self.heard.borrow().clone()
    }

    fn take(&self) {
        self.head.as_ref().unwrap().take();
    }
}

#[wasm_bindgen_test]
async fn of_two_one_is_at_the_head_and_the_other_when_that_one_goes() {
    let mut first = Standing::new("of-two");
    assert_eq!(first.heard(1).await, [(true, true)]);
    let second = Standing::new("of-two");
    assert_eq!(second.heard(1).await, [(false, true)]);
    first.head.take();
    assert_eq!(second.heard(2).await, [(false, true), (true, false)]);
    assert_eq!(first.heard.borrow().len(), 1, "who has gone hears nothing any more");
}

#[wasm_bindgen_test]
async fn whoever_takes_over_is_at_the_head_and_the_other_hears_of_it_once() {
    let (first, second) = (Standing::new("taken"), Standing::new("taken"));
    first.heard(1).await;
    second.heard(1).await;
    second.take();
    assert_eq!(second.heard(2).await, [(false, true), (true, false)]);
    assert_eq!(first.heard(2).await, [(true, true), (false, false)], "that is no first word");
    first.take();
    assert_eq!(first.heard(3).await[2], (true, false));
    assert_eq!(second.heard(3).await[2], (false, false));
}

#[wasm_bindgen_test]
async fn taking_over_twice_at_once_is_taking_over_once() {
    let (first, second) = (Standing::new("twice"), Standing::new("twice"));
    first.heard(1).await;
    second.heard(1).await;
    second.take();
    second.take();
    first.heard(2).await;
    assert_eq!(second.heard(2).await, [(false, true), (true, false)]);
    // Nor does it take anything from itself later.
    second.take();
    later(50).await;
    assert_eq!((first.bell.times(), second.bell.times()), (2, 2));
}

#[wasm_bindgen_test]
async fn one_that_took_over_and_goes_leaves_the_head_to_the_other() {
    let (first, mut second) = (Standing::new("left"), Standing::new("left"));
    first.heard(1).await;
    second.heard(1).await;
    second.take();
    first.heard(2).await;
    second.heard(2).await;
    second.head.take();
    assert_eq!(first.heard(3).await[2], (true, false));
}

#[wasm_bindgen_test]
async fn heads_of_other_names_do_not_contend() {
    let (one, other) = (Standing::new("one"), Standing::new("other"));
    assert_eq!(
        (one.heard(1).await, other.heard(1).await),
        (vec![(true, true)], vec![(true, true)])
    );
}
