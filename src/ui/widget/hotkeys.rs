//! Keyboard shortcuts: what each key means, and which key events are left to the page.

use heard_core::event::capture::{Kind, Tally};
use heard_core::event::kind::EventKind;
use wasm_bindgen::JsValue;
use web_sys::KeyboardEvent;

use crate::browser::field_events::is_in_dialog;
use crate::browser::keyboard::{latin_key, takes_text};
use crate::browser::reflect::get;
use crate::store::Command;
use crate::ui::context::key_names::{BREAK, HELP, MARK, REDO, UNDO, key_of_kind, key_of_tally};

/// What a key does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shortcut {
    /// Dispatch a command.
    Dispatch(Command),
    /// Open the capture form for this kind.
    Capture(Kind),
    /// Begin a break, or end it.
    ToggleBreak,
    /// Open the list of shortcuts.
    Help,
}

/// The shortcut of a key, in lower or upper case; `None` if it has none.
fn shortcut_of(key: &str) -> Option<Shortcut> {
    if key == " " {
        return Some(Shortcut::Dispatch(Command::PassFloor));
    }
    let key = key.to_ascii_uppercase();
    let kind = Kind::ALL.into_iter().find(|kind| key_of_kind(*kind) == key);
    let tally = Tally::ALL.into_iter().find(|tally| key_of_tally(*tally) == key);
    match (kind, tally, key.as_str()) {
        (Some(kind), ..) => Some(Shortcut::Capture(kind)),
        (_, Some(tally), _) => Some(Shortcut::Dispatch(Command::Record(EventKind::Tallied(tally)))),
        (.., MARK) => Some(Shortcut::Dispatch(Command::Record(EventKind::MomentMarked))),
        (.., BREAK) => Some(Shortcut::ToggleBreak),
        (.., UNDO) => Some(Shortcut::Dispatch(Command::Undo)),
        (.., REDO) => Some(Shortcut::Dispatch(Command::Redo)),
        (.., HELP) => Some(Shortcut::Help),
        _ => None,
    }
}

/// The shortcut of a key event. `None` if the key has none, the event was handled already, the key is held down or belongs to
/// an input method, a modifier is pressed, the target takes text, or the key presses the focused button.
pub(crate) fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    let handled = event.default_prevented() || event.repeat();
    let modified = event.alt_key() || event.ctrl_key() || event.meta_key();
    let target = event.composed_path().get(0);
    if handled || modified || handles_keys(&target) {
        return None;
    }
    let key = latin_key(event)?;
    let presses = key == " " && is_pressed_by_space(&target);
    if presses { None } else { shortcut_of(&key) }
}

/// Whether a node takes text, or is in a dialog, which handles keys itself.
fn handles_keys(node: &JsValue) -> bool {
    is_in_dialog(node) || takes_text(node)
}

fn is_pressed_by_space(node: &JsValue) -> bool {
    matches!(get(node, "tagName").as_string().as_deref(), Some("BUTTON" | "SUMMARY" | "A"))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::HashSet;
    use std::rc::Rc;

    use gloo_events::{EventListener, EventListenerOptions};
    use js_sys::{Function, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::EventTarget;

    use super::*;
    use crate::page::{Placed, fire, window};

    /// Every key that has a shortcut, with its shortcut.
    fn keys() -> Vec<(&'static str, Shortcut)> {
        let record = |kind| Shortcut::Dispatch(Command::Record(kind));
        let mut keys = vec![
            (" ", Shortcut::Dispatch(Command::PassFloor)),
            (MARK, record(EventKind::MomentMarked)),
            (BREAK, Shortcut::ToggleBreak),
            (UNDO, Shortcut::Dispatch(Command::Undo)),
            (REDO, Shortcut::Dispatch(Command::Redo)),
            (HELP, Shortcut::Help),
        ];
        keys.extend(Kind::ALL.map(|kind| (key_of_kind(kind), Shortcut::Capture(kind))));
        keys.extend(
            Tally::ALL.map(|tally| (key_of_tally(tally), record(EventKind::Tallied(tally)))),
        );
        keys
    }

    /// The shortcut of a key pressed on an element.
    fn pressed(on: &EventTarget, key: &str, init: &[(&str, JsValue)]) -> Option<Shortcut> {
        let command = Rc::new(RefCell::new(None));
        let listener = EventListener::new(&window(), "keydown", {
            let command = Rc::clone(&command);
            move |event| *command.borrow_mut() = Some(shortcut(event.unchecked_ref()))
        });
        fire(on, "KeyboardEvent", "keydown", &[&[("key", key.into())], init].concat());
        drop(listener);
        command.take().expect("key events bubble to the window")
    }

    #[wasm_bindgen_test]
    fn each_key_has_one_shortcut_in_either_case() {
        let keys = keys();
        assert_eq!(keys.iter().map(|(key, _)| key).collect::<HashSet<_>>().len(), keys.len());
        for (key, meaning) in keys {
            assert_eq!(shortcut_of(key).as_ref(), Some(&meaning), "{key}");
            assert_eq!(shortcut_of(&key.to_lowercase()).as_ref(), Some(&meaning), "{key}");
        }
    }

    #[wasm_bindgen_test]
    fn other_keys_have_no_shortcut() {
        let letters = [
            "", "Enter", "Escape", "Tab", "F1", "ArrowUp", "Process", "é", "ß", "1", "  ", "OO",
            "X",
        ];
        assert_eq!(letters.map(shortcut_of), [const { None }; 13]);
    }

    #[wasm_bindgen_test]
    fn a_key_pressed_on_an_element_that_takes_no_text_is_a_shortcut() {
        for name in ["div", "button", "a", "summary", "p"] {
            let element = Placed::new(name);
            assert_eq!(
                pressed(&element.0, "o", &[]),
                Some(Shortcut::Capture(Kind::Outcome)),
                "{name}"
            );
            assert_eq!(
                pressed(&element.0, "?", &[("shiftKey", true.into())]),
                Some(Shortcut::Help)
            );
        }
    }

    #[wasm_bindgen_test]
    fn a_key_that_repeats_composes_or_has_a_modifier_is_no_shortcut() {
        let element = Placed::new("div");
        for name in ["repeat", "isComposing", "altKey", "ctrlKey", "metaKey"] {
            for (key, _) in keys() {
                assert_eq!(pressed(&element.0, key, &[(name, true.into())]), None, "{name} {key}");
            }
        }
    }

    #[wasm_bindgen_test]
    fn a_key_that_was_handled_is_no_shortcut() {
        let element = Placed::new("div");
        let options = EventListenerOptions::enable_prevent_default();
        let taker = EventListener::new_with_options(&element.0, "keydown", options, |event| {
            event.prevent_default();
        });
        assert_eq!(pressed(&element.0, "o", &[]), None);
        drop(taker);
        assert!(pressed(&element.0, "o", &[]).is_some());
    }

    #[wasm_bindgen_test]
    fn a_key_typed_into_a_field_is_no_shortcut() {
        for name in ["input", "textarea", "select"] {
            let field = Placed::new(name);
            assert!(keys().iter().all(|(key, _)| pressed(&field.0, key, &[]).is_none()), "{name}");
        }
        let (editable, word) = (Placed::new("div"), Placed::new("b"));
        editable.0.append_child(&word.0).unwrap();
        assert!(pressed(&word.0, "o", &[]).is_some());
        editable.0.set_attribute("contenteditable", "").unwrap();
        assert_eq!(pressed(&word.0, "o", &[]), None);
    }

    #[wasm_bindgen_test]
    fn a_key_typed_into_a_field_of_a_shadow_root_is_no_shortcut() {
        let (host, field) = (Placed::new("div"), Placed::new("textarea"));
        let open = Object::new();
        Reflect::set(&open, &"mode".into(), &"open".into()).unwrap();
        let attach: Function =
            Reflect::get(&host.0, &"attachShadow".into()).unwrap().unchecked_into();
        let root: web_sys::Node = attach.call1(&host.0, &open).unwrap().unchecked_into();
        root.append_child(&field.0).unwrap();
        assert_eq!(pressed(&field.0, "o", &[]), None);
        assert!(pressed(&host.0, "o", &[]).is_some());
    }

    #[wasm_bindgen_test]
    fn a_key_pressed_in_a_dialog_is_no_shortcut() {
        let (dialog, button) = (Placed::new("dialog"), Placed::new("button"));
        assert!(pressed(&button.0, "o", &[]).is_some());
        dialog.0.append_child(&button.0).unwrap();
        assert_eq!(pressed(&button.0, "o", &[]), None);
    }

    #[wasm_bindgen_test]
    fn space_passes_the_floor_unless_it_presses_a_focused_control() {
        for name in ["button", "summary", "a"] {
            assert_eq!(pressed(&Placed::new(name).0, " ", &[]), None, "{name}");
        }
        assert_eq!(
            pressed(&Placed::new("div").0, " ", &[]),
            Some(Shortcut::Dispatch(Command::PassFloor))
        );
    }
}
