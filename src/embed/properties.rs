//! The read-only properties of the element, by their names.

use heard::{NotebookStore, Snapshot, State};
use heard_core::event::floor::{Floor, Party};
use wasm_bindgen::JsValue;

/// The value of a property; `undefined` for an unknown one.
pub(crate) fn get(store: &NotebookStore, name: &str) -> JsValue {
    let snapshot = store.snapshot();
    let figures = store.figures();
    match name {
        "state" => snapshot.state().as_str().into(),
        "floor" => snapshot.floor().map_or(JsValue::NULL, |floor| floor.as_str().into()),
        "talkMs" => number(figures.talk_ms),
        "listenMs" => number(figures.listen_ms),
        "elapsedMs" => number(figures.elapsed_ms),
        "talkShare" => figures.talk_share().map_or(JsValue::NULL, JsValue::from_f64),
        "storageMode" => snapshot.mode.as_str().into(),
        _ => JsValue::UNDEFINED,
    }
}

/// The custom state of the element, in addition to `ready`; empty while the widget is idle.
pub(crate) fn custom_state(snapshot: &Snapshot) -> &'static str {
    match (snapshot.state(), snapshot.floor().and_then(Floor::party)) {
        (State::Break, _) => "break",
        (State::Review, _) => "over",
        (_, Some(Party::Consultant)) => "talking",
        (_, Some(Party::Client)) => "listening",
        (State::Running, None) => "open",
        _ => "",
    }
}

#[allow(clippy::cast_precision_loss, reason = "a meeting's milliseconds stay far below 2^53")]
fn number(ms: u64) -> JsValue {
    JsValue::from_f64(ms as f64)
}
