//! The read-only properties of the element, by their names.

use heard::{Live, Mode, Shown};
use heard_core::Meeting;
use heard_core::floor::{Floor, Party};
use heard_core::meeting::State;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The value of a property; undefined for one unknown.
pub(crate) fn get(live: &Live, name: &str) -> JsValue {
    let shown = live.shown();
    let meeting = on_desk(&shown);
    let until_ms = meeting.map_or(0, |meeting| meeting.position(live.now()));
    let measures = meeting.map(|meeting| meeting.measures(until_ms)).unwrap_or_default();
    match name {
        "state" => state(&shown).into(),
        "floor" => floor(&shown).map_or(JsValue::NULL, |floor| floor.word().into()),
        "talkMs" => number(measures.talk_ms),
        "listenMs" => number(measures.listen_ms),
        "elapsedMs" => number(until_ms),
        "talkShare" => share(measures.talk_ms, measures.speech_ms()),
        "storageMode" => storage_mode(shown.mode).into(),
        _ => JsValue::UNDEFINED,
    }
}

/// The meeting that runs, or the one under review.
pub(crate) fn on_desk(shown: &Shown) -> Option<&Rc<Meeting>> {
    shown.desk.running().or_else(|| shown.desk.meeting(shown.review?))
}

/// The word of what lies on the desk.
pub(crate) fn state(shown: &Shown) -> &'static str {
    match (shown.desk.running().map(|meeting| meeting.state()), shown.review) {
        (Some(State::Break), _) => "break",
        (Some(State::Floor(_)), _) => "running",
        (None, Some(_)) => "review",
        (None, None) => "idle",
    }
}

/// The custom state of the element, beside `ready`.
pub(crate) fn custom_state(shown: &Shown) -> &'static str {
    match (state(shown), floor(shown).and_then(Floor::party)) {
        ("break", _) => "break",
        ("review", _) => "over",
        (_, Some(Party::Consultant)) => "talking",
        (_, Some(Party::Client)) => "listening",
        ("running", None) => "open",
        _ => "",
    }
}

fn floor(shown: &Shown) -> Option<Floor> {
    shown.desk.running()?.floor()
}

/// The word of how safely things are kept.
pub(crate) const fn storage_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Durable => "durable",
        Mode::Local => "local",
        Mode::Memory | Mode::Full => "memory",
    }
}

#[allow(clippy::cast_precision_loss, reason = "a meeting's milliseconds stay far below 2^53")]
fn number(ms: u64) -> JsValue {
    JsValue::from_f64(ms as f64)
}

#[allow(clippy::cast_precision_loss, reason = "a meeting's milliseconds stay far below 2^53")]
fn share(part: u64, whole: u64) -> JsValue {
    if whole == 0 { JsValue::NULL } else { JsValue::from_f64(part as f64 / whole as f64) }
}
