//! Decoding the arguments of the element's methods, and the errors for arguments that are not valid.

use heard::NewMeeting;
use heard_core::codec::value::Value;
use heard_core::event::kind::MeetingKind;
use heard_core::time::Day;
use heard_core::{EventId, Refusal};
use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// The arguments of one call, which the element's JavaScript passes as a JSON array.
pub(crate) struct Args<'a>(Vec<Value<'a>>);

impl<'a> Args<'a> {
    /// Decodes the array.
    ///
    /// # Errors
    ///
    /// `bad-argument` if it is not a JSON array.
    pub(crate) fn read(json: &'a str) -> Result<Self, JsValue> {
        match Value::read(json) {
            Some(Value::List(list)) => Ok(Self(list)),
            _ => Err(error("bad-argument", "The arguments can not be read.")),
        }
    }

    /// The string at an index.
    ///
    /// # Errors
    ///
    /// `bad-argument` if it is missing or not a string.
    pub(crate) fn text(&self, place: usize) -> Result<&str, JsValue> {
        let text = self.0.get(place).and_then(Value::text);
        text.ok_or_else(|| error("bad-argument", "An argument should be a text and is not."))
    }

    /// The id at an index.
    ///
    /// # Errors
    ///
    /// `bad-argument` if it is not a string, and the code of [`Refusal::Unknown`] if it is not an id.
    pub(crate) fn id(&self, place: usize) -> Result<EventId, JsValue> {
        EventId::parse(self.text(place)?).ok_or_else(|| refused(Refusal::Unknown))
    }

    /// The options at an index; empty if they are missing.
    ///
    /// # Errors
    ///
    /// `bad-argument` if they are not an object.
    pub(crate) fn options(&self, place: usize) -> Result<Options<'_>, JsValue> {
        match self.0.get(place) {
            None | Some(Value::Null) => Ok(Options(&Value::Null)),
            Some(object @ Value::Object(_)) => Ok(Options(object)),
            Some(_) => Err(error("bad-argument", "An argument should be an object and is not.")),
        }
    }
}

/// An object of options, each of which is optional.
#[derive(Clone, Copy)]
pub(crate) struct Options<'a>(&'a Value<'a>);

impl<'a> Options<'a> {
    fn value(self, name: &str) -> Option<&'a Value<'a>> {
        self.0.field(name).filter(|value| !value.is_null())
    }

    /// An option that is a string; `None` if it is missing.
    ///
    /// # Errors
    ///
    /// `bad-argument` if it is not a string.
    pub(crate) fn text(self, name: &str) -> Result<Option<&'a str>, JsValue> {
        let read = |value: &'a Value| value.text().ok_or_else(|| not_a(name, "text"));
        self.value(name).map(read).transpose()
    }

    /// An option that is a calendar day; `None` if it is missing.
    ///
    /// # Errors
    ///
    /// `bad-argument` if it is not a day.
    pub(crate) fn day(self, name: &str) -> Result<Option<Day>, JsValue> {
        let day = |text: &str| Day::parse(text).ok_or_else(|| not_a(name, "day like 2026-01-31"));
        self.text(name)?.map(day).transpose()
    }

    /// An option that is a number of people, from 1 to 255.
    fn count(self, name: &str) -> Result<Option<u8>, JsValue> {
        let read = |value: &Value| value.whole().ok_or_else(|| not_a(name, "number from 1 to 255"));
        self.value(name).map(read).transpose()
    }

    /// An option that is a time in milliseconds; fractions are cut off.
    fn ms(self, name: &str) -> Result<Option<u64>, JsValue> {
        let read =
            |value: &Value| whole_ms(value).ok_or_else(|| not_a(name, "number of milliseconds"));
        self.value(name).map(read).transpose()
    }
}

/// The meeting that the options of `start` describe. `preselected` is the client of the element.
///
/// # Errors
///
/// `bad-argument` if an option is not valid.
pub(crate) fn beginning(args: &Args, preselected: Option<&str>) -> Result<NewMeeting, JsValue> {
    let start = args.options(0)?;
    let kind = start.text("kind")?.map_or(Ok(MeetingKind::default()), |word| {
        MeetingKind::parse(word).ok_or_else(|| unknown_word("kind of meeting", word))
    })?;
    let defaults = NewMeeting::default();
    Ok(NewMeeting {
        client: start.text("client")?.or(preselected).unwrap_or_default().to_owned(),
        kind,
        us: start.count("us")?.unwrap_or(defaults.us),
        them: start.count("them")?.unwrap_or(defaults.them),
        began_ms_ago: start.ms("beganMsAgo")?.unwrap_or(0),
        aim_percent: None,
    })
}

fn whole_ms(value: &Value) -> Option<u64> {
    let Value::Number(written) = value else { return None };
    written.split('.').next()?.parse().ok()
}

/// The error of an option with a value of another type.
pub(crate) fn not_a(name: &str, what: &str) -> JsValue {
    error("bad-argument", &format!("`{name}` should be a {what} and is not."))
}

/// The error of an unknown value of an enumeration.
pub(crate) fn unknown_word(what: &str, word: &str) -> JsValue {
    error("bad-argument", &format!("There is no {what} called “{word}”."))
}

/// The error of a refusal.
pub(crate) fn refused(refusal: Refusal) -> JsValue {
    error(refusal.code(), heard::refusal_in_words(refusal))
}

/// A JavaScript `Error` with a `code` property.
pub(crate) fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object can not fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
