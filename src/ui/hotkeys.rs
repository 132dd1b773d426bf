//! One key for each thing that a meeting needs, and when a key is not ours to take.

use heard_core::act::Act;
use heard_core::capture::{Kind, Tally};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::live::Said;

/// What a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Command {
    /// Something is said.
    Say(Said),
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
pub(crate) fn command(key: &str) -> Option<Command> {
    if key == " " {
        return Some(Command::Say(Said::FloorPassed));
    }
    let key = key.to_ascii_uppercase();
    let kind = Kind::ALL.into_iter().find(|kind| key_of_kind(*kind) == key);
    let tally = Tally::ALL.into_iter().find(|tally| key_of_tally(*tally) == key);
    match (kind, tally, key.as_str()) {
        (Some(kind), ..) => Some(Command::Write(kind)),
        (_, Some(tally), _) => Some(Command::Say(Said::Act(Act::Tallied(tally)))),
        (.., MARK) => Some(Command::Say(Said::Act(Act::MomentMarked))),
        (.., REST) => Some(Command::Rest),
        (.., UNDO) => Some(Command::Say(Said::Undo)),
        (.., REDO) => Some(Command::Say(Said::Redo)),
        (.., HELP) => Some(Command::Help),
        _ => None,
    }
}

/// The command of a key event, unless the key is somebody else's: it was taken already, it is held down, it belongs
/// to the browser, its user types, or it presses the button in focus.
pub(crate) fn heard(event: &KeyboardEvent) -> Option<Command> {
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
