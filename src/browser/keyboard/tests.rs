//! Key events that an ordinary keyboard does not send, and layouts of other scripts.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::page::window;

/// A key event with these properties.
fn event(init: &[(&str, JsValue)]) -> KeyboardEvent {
    let fields: Vec<(&str, &JsValue)> = init.iter().map(|(name, value)| (*name, value)).collect();
    made("KeyboardEvent", &crate::browser::reflect::object(&fields))
}

/// An event `keydown` of a class.
fn made(class: &str, init: &JsValue) -> KeyboardEvent {
    let class: Function = Reflect::get(&window(), &class.into()).unwrap().unchecked_into();
    let args = Array::of2(&"keydown".into(), init);
    Reflect::construct(&class, &args).unwrap().unchecked_into()
}

fn latin(key: &str, code: &str, more: &[(&str, JsValue)]) -> Option<String> {
    let own = [("key", key.into()), ("code", code.into())];
    latin_key(&event(&[&own[..], more].concat()))
}

#[wasm_bindgen_test]
fn an_event_without_a_usable_key_has_none() {
    for name in ["", "Unidentified", "Process", "Dead"] {
        assert_eq!(key(&event(&[("key", name.into())])), None, "{name}");
    }
    // A form filler of Chromium dispatches events of the class Event, which have no key at all.
    let plain = made("Event", &JsValue::UNDEFINED);
    assert_eq!((key(&plain), latin_key(&plain)), (None, None));
}

#[wasm_bindgen_test]
fn a_press_that_an_input_method_handles_has_no_key() {
    for (name, value) in [("isComposing", JsValue::TRUE), ("keyCode", 229.into())] {
        for pressed in ["m", "Enter", "Escape"] {
            let event = event(&[("key", pressed.into()), (name, value.clone())]);
            assert_eq!((key(&event), latin_key(&event)), (None, None), "{name} {pressed}");
        }
    }
}

#[wasm_bindgen_test]
fn a_letter_of_another_script_is_named_by_its_place_on_the_keyboard() {
    for (key, code, letter) in [
        ("ь", "KeyM", "M"),
        ("Ь", "KeyM", "M"),
        ("מ", "KeyM", "M"),
        ("لا", "KeyB", "B"),
        ("っ", "KeyZ", "Z"),
        ("่", "KeyJ", "J"),
        ("ж", "Semicolon", "ж"),
        ("ь", "", "ь"),
    ] {
        assert_eq!(latin(key, code, &[]).as_deref(), Some(letter), "{key} at {code}");
    }
}

#[wasm_bindgen_test]
fn a_letter_of_a_latin_layout_is_not_named_by_its_place() {
    for (key, code) in
        [("z", "KeyY"), ("a", "KeyQ"), ("é", "Digit2"), ("ı", "KeyI"), ("m", "Semicolon")]
    {
        assert_eq!(latin(key, code, &[]).as_deref(), Some(key));
    }
}

#[wasm_bindgen_test]
fn with_a_modifier_a_letter_keeps_its_name() {
    for name in ["ctrlKey", "altKey", "metaKey", "shiftKey", "modifierAltGraph"] {
        let modifier = [(name, JsValue::TRUE)];
        assert_eq!(latin("ь", "KeyM", &modifier).as_deref(), Some("ь"), "{name}");
    }
}
