//! Channels in a real browser. Several channels of one page receive each other's messages as those of several tabs do.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::Bell;

type Received = Rc<RefCell<Vec<String>>>;

fn open(name: &str) -> (Channel, Received, Bell) {
    let (received, bell) = (Received::default(), Bell::default());
    let (to, ring) = (Rc::clone(&received), bell.clone());
    let channel = Channel::open(name, move |text| {
        to.borrow_mut().push(text);
        ring.ring();
    });
    (channel.expect("this browser has channels"), received, bell)
}

#[wasm_bindgen_test]
async fn a_message_reaches_all_other_channels_of_its_name_in_order_and_no_others() {
    let (one, own, _) = open("sent");
    let (_two, received, bell) = open("sent");
    let (_three, also, also_bell) = open("sent");
    let (_other, elsewhere, _) = open("not sent");
    let words = ["t{\"words\":\"“zwei” 👋🏽\"}", "", "x"];
    for text in words {
        one.send(text);
    }
    bell.rung(3).await;
    also_bell.rung(3).await;
    assert_eq!(
        (received.borrow().as_slice(), also.borrow().as_slice()),
        (&words.map(str::to_owned)[..], &words.map(str::to_owned)[..])
    );
    assert_eq!((own.borrow().len(), elsewhere.borrow().len()), (0, 0));
}

#[wasm_bindgen_test]
async fn only_text_is_received_and_a_closed_channel_receives_nothing() {
    let (one, _, _) = open("gone");
    let (two, received, _) = open("gone");
    let (_three, last, bell) = open("gone");
    let other = BroadcastChannel::new("gone").unwrap();
    other.post_message(&JsValue::from(7)).unwrap();
    drop(two);
    one.send("to the rest");
    bell.rung(1).await;
    other.close();
    assert_eq!(
        (received.borrow().len(), last.borrow().as_slice()),
        (0, &["to the rest".to_owned()][..])
    );
}
