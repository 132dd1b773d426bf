//! The wall clock and the monotonic clock, and the random id of this document.

use std::cell::Cell;

use heard_core::{DocumentId, Timestamp};

thread_local! {
    static BOOT: DocumentId = DocumentId::from_random(random_bits());
    static OVERRIDE: Cell<Option<Timestamp>> = const { Cell::new(None) };
}

/// Runs an action with both clocks set to a time in the past: touches made before this module was loaded are recorded as
/// of the time when they were made.
pub(crate) fn as_of<T>(at: Timestamp, action: impl FnOnce() -> T) -> T {
    let before = OVERRIDE.replace(Some(at));
    let result = action();
    OVERRIDE.set(before);
    result
}

/// 48 random bits. The ids of the documents of one notebook have to differ, and need not be secret.
fn random_bits() -> u64 {
    whole(js_sys::Math::random() * 2_f64.powi(48))
}

/// The id of this document, which is a new one after each reload.
pub(crate) fn boot() -> DocumentId {
    OVERRIDE.get().map_or_else(|| BOOT.with(|boot| *boot), |at| at.boot)
}

/// Now by both clocks, in whole milliseconds.
pub(crate) fn now() -> Timestamp {
    if let Some(at) = OVERRIDE.get() {
        return at;
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
    OVERRIDE.get().map_or_else(|| js_sys::Date::now() as i64, |at| at.wall_ms)
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
    reason = "the clocks and `Math.random` give numbers from 0 to 2^53"
)]
fn whole(number: f64) -> u64 {
    number as u64
}
