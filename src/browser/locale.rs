//! Dates and times of day as the reader's own language writes them, by the browser's `Intl`.

use std::cell::RefCell;

use heard_core::time::{Day, Month};
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::browser::clock;

/// How a part of a moment is written: the fields that `Intl` is asked for.
type Fields = &'static [(&'static str, &'static str)];

/// A writer of moments, with the language and the fields that it is for, and how far local time was ahead of UTC when it was
/// made: it goes on writing for the zone that was.
type Writer = (String, Fields, i16, Function);

thread_local! {
    /// Making a writer takes far longer than writing, and a list of meetings has many days.
    static WRITERS: RefCell<Vec<Writer>> = const { RefCell::new(Vec::new()) };
}

fn written(wall_ms: i64, fields: Fields) -> String {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 stay far below 2^53")]
    let wall_ms = JsValue::from_f64(wall_ms as f64);
    let text = writer(&language(), fields).call1(&JsValue::UNDEFINED, &wall_ms);
    // A moment beyond all days has no text.
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn writer(language: &str, fields: Fields) -> Function {
    WRITERS.with_borrow_mut(|writers| {
        let offset = clock::utc_offset_min();
        let is_for =
            |(lang, of, at, _): &&Writer| lang == language && *of == fields && *at == offset;
        if let Some((.., writer)) = writers.iter().find(is_for) {
            return writer.clone();
        }
        let bag = Object::new();
        for (name, value) in fields {
            // Setting a property of a fresh object can not fail.
            let _ = Reflect::set(&bag, &(*name).into(), &(*value).into());
        }
        let writer = DateTimeFormat::new(&Array::of1(&language.into()), &bag).format();
        writers.push((language.to_owned(), fields, offset, writer.clone()));
        writer
    })
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
    written(
        day.utc_ms(),
        &[("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")],
    )
}

/// A month of the calendar, as `Nov 2026`, wherever the reader is.
pub(crate) fn month(month: Month) -> String {
    written(
        month.first_day().utc_ms(),
        &[("month", "short"), ("year", "numeric"), ("timeZone", "UTC")],
    )
}

/// A time of day, as `19:56`.
pub(crate) fn time_of_day(wall_ms: i64) -> String {
    written(wall_ms, &[("hour", "2-digit"), ("minute", "2-digit")])
}
