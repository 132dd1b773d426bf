//! The arguments of the element's methods, read with care, and the errors they are refused with.

use heard::Beginning;
use heard_core::act::MeetingKind;
use heard_core::{EventId, Refusal};
use js_sys::{Error, Reflect};
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// What a host may say of a meeting that begins.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Start {
    client: Option<String>,
    kind: Option<String>,
    us: Option<u8>,
    them: Option<u8>,
    began_ms_ago: Option<f64>,
}

/// What a host may say of a capture.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Capture {
    #[serde(default)]
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) words: String,
    #[serde(default)]
    pub(crate) said_by: Option<String>,
}

/// What a host may ask of an export.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Export {
    pub(crate) client: Option<String>,
    pub(crate) meeting: Option<String>,
    pub(crate) audience: Option<String>,
}

/// Reads the list of arguments that the element's JavaScript hands over as JSON.
pub(crate) fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, JsValue> {
    serde_json::from_str(json).map_err(|why| error("bad-argument", &why.to_string()))
}

/// The meeting that `start` asks for.
pub(crate) fn beginning(json: &str, preselected: Option<&str>) -> Result<Beginning, JsValue> {
    let (start,): (Option<Start>,) = read(json)?;
    let start = start.unwrap_or_default();
    let kind = start.kind.as_deref().map_or(Ok(MeetingKind::default()), |word| {
        MeetingKind::of_word(word).ok_or_else(|| unknown_word("kind of meeting", word))
    })?;
    let defaults = Beginning::default();
    Ok(Beginning {
        client: start.client.or_else(|| preselected.map(str::to_owned)).unwrap_or_default(),
        kind,
        us: start.us.unwrap_or(defaults.us),
        them: start.them.unwrap_or(defaults.them),
        began_ms_ago: start.began_ms_ago.map_or(Ok(0), whole_ms)?,
        aim_percent: None,
    })
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked, and parts of a millisecond do not count"
)]
fn whole_ms(ms: f64) -> Result<u64, JsValue> {
    let fits = (0.0..9e15).contains(&ms);
    fits.then_some(ms as u64).ok_or_else(|| refused(Refusal::OutOfRange))
}

/// An id as the contract writes it.
pub(crate) fn id(text: &str) -> Result<EventId, JsValue> {
    EventId::parse(text).ok_or_else(|| refused(Refusal::Unknown))
}

/// The error of a word that the contract does not know.
pub(crate) fn unknown_word(what: &str, word: &str) -> JsValue {
    error("bad-argument", &format!("There is no {what} called “{word}”."))
}

/// The error of a refusal.
pub(crate) fn refused(refusal: Refusal) -> JsValue {
    error(refusal.code(), heard::refusal_in_words(refusal))
}

/// An `Error` with a code.
pub(crate) fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object can not fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
