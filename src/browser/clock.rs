//! The clocks of the document, and its random name.

use std::cell::Cell;

use heard_core::{DocumentId, Timestamp};

thread_local! {
    static BOOT: DocumentId = DocumentId::from_random(random_bits());
    static THEN: Cell<Option<Timestamp>> = const { Cell::new(None) };
}

/// Does something as of a moment that is past: what was said before this module was there counts from its own time.
pub(crate) fn as_of<T>(then: Timestamp, act: impl FnOnce() -> T) -> T {
    let before = THEN.replace(Some(then));
    let done = act();
    THEN.set(before);
    done
}

/// 48 random bits. They have to differ among the documents of one notebook, not to be secret.
fn random_bits() -> u64 {
    whole(js_sys::Math::random() * 2_f64.powi(48))
}

/// The life of this document.
pub(crate) fn boot() -> DocumentId {
    THEN.get().map_or_else(|| BOOT.with(|boot| *boot), |then| then.boot)
}

/// Now, by both clocks, in whole milliseconds.
pub(crate) fn now() -> Timestamp {
    if let Some(then) = THEN.get() {
        return then;
    }
    let mono = web_sys::window().and_then(|window| window.performance());
    Timestamp {
        boot: boot(),
        wall_ms: wall_ms(),
        mono_ms: mono.map_or(0, |performance| whole(performance.now())),
    }
}

/// Now by the wall clock, in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation, reason = "a date is a whole number of milliseconds")]
pub(crate) fn wall_ms() -> i64 {
    THEN.get().map_or_else(|| js_sys::Date::now() as i64, |then| then.wall_ms)
}

/// Minutes that local time is ahead of UTC.
#[allow(
    clippy::cast_possible_truncation,
    reason = "offsets are whole minutes, at most fourteen hours"
)]
pub(crate) fn utc_offset_min() -> i16 {
    -(js_sys::Date::new_0().get_timezone_offset() as i16)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the clocks and the dice give numbers from nought to 2^53"
)]
fn whole(number: f64) -> u64 {
    number as u64
}
