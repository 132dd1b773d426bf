//! One key for each thing that a meeting needs, and when a key is not ours to take.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::EventKind;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::store::Command;

/// What a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shortcut {
    /// Something is said.
    Say(Command),
    /// The capture line is wanted, for this kind.
    Write(Kind),
    /// The break begins or ends.
    Rest,
    /// The list of keys is wanted.
    Help,
}

/// The key of a kind of capture.
pub(crate) const fn key_of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Outcome => "O",
        Kind::Insight => "I",
        Kind::Issue => "U",
        Kind::Promise => "P",
        Kind::Spared => "S",
        Kind::Held => "H",
    }
}

/// The key of a tally.
pub(crate) const fn key_of_tally(tally: Tally) -> &'static str {
    match tally {
        Tally::Asked => "A",
        Tally::PlayedBack => "R",
        Tally::JumpedIn => "J",
    }
}

/// The key that marks a moment.
pub(crate) const MARK: &str = "M";
/// The key of the break.
pub(crate) const REST: &str = "B";
/// The key that undoes.
pub(crate) const UNDO: &str = "Z";
/// The key that redoes.
pub(crate) const REDO: &str = "Y";
/// The key that lists the keys.
pub(crate) const HELP: &str = "?";

/// What a key means, the upper case of letters aside.
pub(crate) fn command(key: &str) -> Option<Shortcut> {
    if key == " " {
        return Some(Shortcut::Say(Command::PassFloor));
    }
    let key = key.to_ascii_uppercase();
    let kind = Kind::ALL.into_iter().find(|kind| key_of_kind(*kind) == key);
    let tally = Tally::ALL.into_iter().find(|tally| key_of_tally(*tally) == key);
    match (kind, tally, key.as_str()) {
        (Some(kind), ..) => Some(Shortcut::Write(kind)),
        (_, Some(tally), _) => Some(Shortcut::Say(Command::Record(EventKind::Tallied(tally)))),
        (.., MARK) => Some(Shortcut::Say(Command::Record(EventKind::MomentMarked))),
        (.., REST) => Some(Shortcut::Rest),
        (.., UNDO) => Some(Shortcut::Say(Command::Undo)),
        (.., REDO) => Some(Shortcut::Say(Command::Redo)),
        (.., HELP) => Some(Shortcut::Help),
        _ => None,
    }
}

/// The command of a key event, unless the key is somebody else's: it was taken already, it is held down, it belongs
/// to the browser, its user types, or it presses the button in focus.
pub(crate) fn heard(event: &KeyboardEvent) -> Option<Shortcut> {
    let taken = event.default_prevented() || event.repeat() || event.is_composing();
    let browsers = event.alt_key() || event.ctrl_key() || event.meta_key();
    let target = event.composed_path().get(0).dyn_into::<HtmlElement>().ok();
    if taken || browsers || target.as_ref().is_some_and(types) {
        return None;
    }
    let presses = event.key() == " " && target.as_ref().is_some_and(is_pressed_by_space);
    if presses { None } else { command(&event.key()) }
}

/// Whether an element takes letters, or lies in a dialog, where keys are the dialog's.
fn types(element: &HtmlElement) -> bool {
    let name = element.tag_name();
    let field = matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    field || element.is_content_editable() || element.closest("dialog").is_ok_and(|d| d.is_some())
}

fn is_pressed_by_space(element: &HtmlElement) -> bool {
    matches!(element.tag_name().as_str(), "BUTTON" | "SUMMARY" | "A")
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::HashSet;
    use std::rc::Rc;

    use gloo_events::{EventListener, EventListenerOptions};
    use js_sys::{Function, Object, Reflect};
    use wasm_bindgen::JsValue;
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::EventTarget;

    use super::*;
    use crate::page::{Placed, fire, window};

    /// Every key that has a meaning, with its meaning.
    fn keys() -> Vec<(&'static str, Shortcut)> {
        let act = |act| Shortcut::Say(Command::Record(act));
        let mut keys = vec![
            (" ", Shortcut::Say(Command::PassFloor)),
            (MARK, act(EventKind::MomentMarked)),
            (REST, Shortcut::Rest),
            (UNDO, Shortcut::Say(Command::Undo)),
            (REDO, Shortcut::Say(Command::Redo)),
            (HELP, Shortcut::Help),
        ];
        keys.extend(Kind::ALL.map(|kind| (key_of_kind(kind), Shortcut::Write(kind))));
        keys.extend(Tally::ALL.map(|tally| (key_of_tally(tally), act(EventKind::Tallied(tally)))));
        keys
    }

    /// What a key pressed on an element asks for.
    fn asked(on: &EventTarget, key: &str, init: &[(&str, JsValue)]) -> Option<Shortcut> {
        let command = Rc::new(RefCell::new(None));
        let listener = EventListener::new(&window(), "keydown", {
            let command = Rc::clone(&command);
            move |event| *command.borrow_mut() = Some(heard(event.unchecked_ref()))
        });
        fire(on, "KeyboardEvent", "keydown", &[&[("key", key.into())], init].concat());
        drop(listener);
        command.take().expect("the window hears every key")
    }

    #[wasm_bindgen_test]
    fn every_meaning_has_a_key_and_no_key_two() {
        let keys = keys();
        assert_eq!(keys.iter().map(|(key, _)| key).collect::<HashSet<_>>().len(), keys.len());
        for (key, meaning) in keys {
            assert_eq!(command(key).as_ref(), Some(&meaning), "{key}");
            assert_eq!(command(&key.to_lowercase()).as_ref(), Some(&meaning), "{key}");
        }
    }

    #[wasm_bindgen_test]
    fn keys_without_a_meaning_stay_the_pages() {
        let letters = [
            "", "Enter", "Escape", "Tab", "F1", "ArrowUp", "Process", "é", "ß", "1", "  ", "OO",
            "X",
        ];
        assert_eq!(letters.map(command), [const { None }; 13]);
    }

    #[wasm_bindgen_test]
    fn a_key_pressed_where_nobody_types_is_heard() {
        for name in ["div", "button", "a", "summary", "p"] {
            let element = Placed::new(name);
            assert_eq!(asked(&element.0, "o", &[]), Some(Shortcut::Write(Kind::Outcome)), "{name}");
            assert_eq!(asked(&element.0, "?", &[("shiftKey", true.into())]), Some(Shortcut::Help));
        }
    }

    #[wasm_bindgen_test]
    fn a_key_held_composed_or_with_the_browsers_own_modifiers_is_not_ours() {
        let element = Placed::new("div");
        for name in ["repeat", "isComposing", "altKey", "ctrlKey", "metaKey"] {
            for (key, _) in keys() {
                assert_eq!(asked(&element.0, key, &[(name, true.into())]), None, "{name} {key}");
            }
        }
    }

    #[wasm_bindgen_test]
    fn a_key_that_somebody_took_is_not_ours() {
        let element = Placed::new("div");
        let options = EventListenerOptions::enable_prevent_default();
        let taker = EventListener::new_with_options(&element.0, "keydown", options, |event| {
            event.prevent_default();
        });
        assert_eq!(asked(&element.0, "o", &[]), None);
        drop(taker);
        assert!(asked(&element.0, "o", &[]).is_some());
    }

    #[wasm_bindgen_test]
    fn whoever_types_keeps_the_letters() {
        for name in ["input", "textarea", "select"] {
            let field = Placed::new(name);
            assert!(keys().iter().all(|(key, _)| asked(&field.0, key, &[]).is_none()), "{name}");
        }
        let (editable, word) = (Placed::new("div"), Placed::new("b"));
        editable.0.append_child(&word.0).unwrap();
        assert!(asked(&word.0, "o", &[]).is_some());
        editable.0.set_attribute("contenteditable", "").unwrap();
        assert_eq!(asked(&word.0, "o", &[]), None);
    }

    #[wasm_bindgen_test]
    fn whoever_types_in_a_shadow_root_keeps_the_letters_too() {
        let (host, field) = (Placed::new("div"), Placed::new("textarea"));
        let open = Object::new();
        Reflect::set(&open, &"mode".into(), &"open".into()).unwrap();
        let attach: Function =
            Reflect::get(&host.0, &"attachShadow".into()).unwrap().unchecked_into();
        let root: web_sys::Node = attach.call1(&host.0, &open).unwrap().unchecked_into();
        root.append_child(&field.0).unwrap();
        assert_eq!(asked(&field.0, "o", &[]), None);
        assert!(asked(&host.0, "o", &[]).is_some());
    }

    #[wasm_bindgen_test]
    fn keys_in_a_dialog_are_the_dialogs() {
        let (dialog, button) = (Placed::new("dialog"), Placed::new("button"));
        assert!(asked(&button.0, "o", &[]).is_some());
        dialog.0.append_child(&button.0).unwrap();
        assert_eq!(asked(&button.0, "o", &[]), None);
    }

    #[wasm_bindgen_test]
    fn space_presses_what_can_be_pressed_and_passes_the_floor_elsewhere() {
        for name in ["button", "summary", "a"] {
            assert_eq!(asked(&Placed::new(name).0, " ", &[]), None, "{name}");
        }
        assert_eq!(asked(&Placed::new("div").0, " ", &[]), Some(Shortcut::Say(Command::PassFloor)));
    }
}
