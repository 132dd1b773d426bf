//! Real channels, several of one page, which hear each other as those of several tabs do.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::Bell;

type Heard = Rc<RefCell<Vec<String>>>;

fn open(name: &str) -> (Channel, Heard, Bell) {
    let (heard, bell) = (Heard::default(), Bell::default());
    let (to, ring) = (Rc::clone(&heard), bell.clone());
    let channel = Channel::open(name, move |text| {
        to.borrow_mut().push(text);
        ring.ring();
    });
    (channel.expect("this browser has channels"), heard, bell)
}

#[wasm_bindgen_test]
async fn what_one_says_all_others_of_the_name_hear_in_order_and_nobody_else() {
    let (one, own, _) = open("said");
    let (_two, heard, bell) = open("said");
    let (_three, also, also_bell) = open("said");
    let (_other, elsewhere, _) = open("not said");
    let words = ["t{\"words\":\"“zwei” 👋🏽\"}", "", "x"];
    for text in words {
        one.say(text);
    }
    bell.rung(3).await;
    also_bell.rung(3).await;
    assert_eq!(
        (heard.borrow().as_slice(), also.borrow().as_slice()),
        (&words.map(str::to_owned)[..], &words.map(str::to_owned)[..])
    );
    assert_eq!((own.borrow().len(), elsewhere.borrow().len()), (0, 0));
}

#[wasm_bindgen_test]
async fn what_is_no_text_is_not_heard_and_who_has_gone_hears_nothing() {
    let (one, _, _) = open("gone");
    let (two, heard, _) = open("gone");
    let (_three, last, bell) = open("gone");
    let other = BroadcastChannel::new("gone").unwrap();
    other.post_message(&JsValue::from(7)).unwrap();
    drop(two);
    one.say("to whoever is left");
    bell.rung(1).await;
    other.close();
    assert_eq!(
        (heard.borrow().len(), last.borrow().as_slice()),
        (0, &["to whoever is left".to_owned()][..])
    );
}
