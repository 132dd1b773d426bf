//! Dates and times of day in the language of the reader, formatted by `Intl`.

use std::cell::RefCell;

use heard_core::time::{Day, Month};
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::reflect::{get, new, object};
use crate::browser::{clock, language_tag};

/// The options of `Intl.DateTimeFormat`.
type Fields = &'static [(&'static str, &'static str)];

/// A formatter, with its language and options, and the offset of local time from UTC when it was made: it keeps the time
/// zone of that time.
type Formatter = (String, Fields, i16, Function);

thread_local! {
    /// Making a formatter takes far longer than formatting, and a list of meetings has many dates.
    static FORMATTERS: RefCell<Vec<Formatter>> = const { RefCell::new(Vec::new()) };
}

fn format(wall_ms: i64, fields: Fields) -> String {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 stay far below 2^53")]
    let wall_ms = JsValue::from_f64(wall_ms as f64);
    let text = formatter(&language(), fields)
        .and_then(|formatter| formatter.call1(&JsValue::UNDEFINED, &wall_ms).ok());
    // `Intl` throws for a time outside the range of dates.
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// The formatter of a language. `None` in a page that has replaced `Intl`.
fn formatter(language: &str, fields: Fields) -> Option<Function> {
    FORMATTERS.with_borrow_mut(|formatters| {
        let offset = clock::utc_offset_min();
        let is_for =
            |(lang, of, at, _): &&Formatter| lang == language && *of == fields && *at == offset;
        if let Some((.., formatter)) = formatters.iter().find(is_for) {
            return Some(formatter.clone());
        }
        let formatter = new_formatter(language, fields)?;
        formatters.push((language.to_owned(), fields, offset, formatter.clone()));
        Some(formatter)
    })
}

fn new_formatter(language: &str, fields: Fields) -> Option<Function> {
    let values = fields.iter().map(|(name, value)| (*name, JsValue::from(*value)));
    let values: Vec<(&str, JsValue)> = values.collect();
    let fields: Vec<(&str, &JsValue)> = values.iter().map(|(name, value)| (*name, value)).collect();
    let (tags, options) = (language_tag::preferred(language).into(), object(&fields));
    let intl = get(&js_sys::global(), "Intl");
    let made = new(&intl, "DateTimeFormat", &[&tags, &options]).ok()?;
    get(&made, "format").dyn_into().ok()
}

/// The browser's language, if it is a variant of the page's language; otherwise that of the page.
fn language() -> String {
    let window = web_sys::window();
    let own = window.as_ref().and_then(|window| window.navigator().language());
    let document = window.as_ref().and_then(web_sys::Window::document);
    let root = document.and_then(|document| document.document_element());
    let page = root.and_then(|root| root.get_attribute("lang"));
    let page = page.and_then(|lang| language_tag::canonical(&lang));
    let page = page.unwrap_or_else(|| language_tag::FALLBACK.to_owned());
    let own = own.and_then(|own| language_tag::canonical(&own));
    own.filter(|own| language_tag::is_variant(own, &page)).unwrap_or(page)
}

/// The date of a time in milliseconds since 1970, such as `21 Nov 2026`.
pub(crate) fn day(wall_ms: i64) -> String {
    format(wall_ms, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

/// A calendar day, such as `21 November 2026`, independent of the time zone.
pub(crate) fn calendar_day(day: Day) -> String {
    format(
        day.utc_ms(),
        &[("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")],
    )
}

/// A calendar month, such as `Nov 2026`, independent of the time zone.
pub(crate) fn month(month: Month) -> String {
    format(
        month.first_day().utc_ms(),
        &[("month", "short"), ("year", "numeric"), ("timeZone", "UTC")],
    )
}

/// The time of day of a time in milliseconds since 1970, such as `19:56`.
pub(crate) fn time_of_day(wall_ms: i64) -> String {
    format(wall_ms, &[("hour", "2-digit"), ("minute", "2-digit")])
}
