//! The clocks of the document, and its random name.

use heard_core::{Boot, Moment};

thread_local! {
    static BOOT: Boot = Boot::from_random(random_bits());
}

/// 48 random bits. They have to differ among the documents of one notebook, not to be secret.
fn random_bits() -> u64 {
    whole(js_sys::Math::random() * 2_f64.powi(48))
}

/// The life of this document.
pub(crate) fn boot() -> Boot {
    BOOT.with(|boot| *boot)
}

/// Now, by both clocks, in whole milliseconds.
pub(crate) fn now() -> Moment {
    let mono = web_sys::window().and_then(|window| window.performance());
    Moment {
        boot: boot(),
        wall_ms: wall_ms(),
        mono_ms: mono.map_or(0, |performance| whole(performance.now())),
    }
}

/// Now by the wall clock, in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation, reason = "a date is a whole number of milliseconds")]
pub(crate) fn wall_ms() -> i64 {
    js_sys::Date::now() as i64
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
