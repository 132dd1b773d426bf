//! Dates and times of day as the reader's own language writes them, by the browser's `Intl`.

use heard_core::calendar::{Day, Month};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

fn written(wall_ms: i64, options: &[(&str, &str)]) -> String {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 stay far below 2^53")]
    let date = Date::new(&JsValue::from_f64(wall_ms as f64));
    let bag = Object::new();
    for (name, value) in options {
        // Setting a property of a fresh object can not fail.
        let _ = Reflect::set(&bag, &(*name).into(), &(*value).into());
    }
    date.to_locale_string(&language(), &bag).into()
}

/// The browser's own language, where it is a kind of the page's; the page's otherwise.
fn language() -> String {
    let window = web_sys::window();
    let own = window.as_ref().and_then(|window| window.navigator().language());
    let document = window.as_ref().and_then(web_sys::Window::document);
    let root = document.and_then(|document| document.document_element());
    let page = root.and_then(|root| root.get_attribute("lang")).filter(|lang| is_tag(lang));
    let page = page.unwrap_or_else(|| "en".to_owned());
    own.filter(|own| own.starts_with(&page) && is_tag(own)).unwrap_or(page)
}

/// Whether `Intl` will take it: it throws at what is no language tag.
fn is_tag(lang: &str) -> bool {
    let mut parts = lang.split('-');
    let first = parts.next().unwrap_or_default();
    let alphanumeric = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (2..=8).contains(&part.len()) && alphanumeric(part))
}

/// A day, as `21 Nov 2026`.
pub(crate) fn day(wall_ms: i64) -> String {
    written(wall_ms, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

/// A day of the calendar, as `21 November 2026`, wherever the reader is.
pub(crate) fn calendar_day(day: Day) -> String {
    let utc = ("timeZone", "UTC");
    written(day.utc_ms(), &[("day", "numeric"), ("month", "long"), ("year", "numeric"), utc])
}

/// A month of the calendar, as `Nov 2026`, wherever the reader is.
pub(crate) fn month(month: Month) -> String {
    let utc = ("timeZone", "UTC");
    written(month.first_day().utc_ms(), &[("month", "short"), ("year", "numeric"), utc])
}

/// A time of day, as `19:56`.
pub(crate) fn time_of_day(wall_ms: i64) -> String {
    written(wall_ms, &[("hour", "2-digit"), ("minute", "2-digit")])
}
