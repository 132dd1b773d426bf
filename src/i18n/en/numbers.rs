//! How English writes numbers with their units.

use heard_core::meeting::talk_band::Band;

/// `36%`.
pub(super) fn percent(percent: u64) -> String {
    format!("{percent}%")
}

/// The typical range of a kind of meeting: `20–45%`.
pub(super) fn band_range(band: Band) -> String {
    percent_range(band.low_percent.into(), band.high_percent.into())
}

/// `11–78%`.
pub(super) fn percent_range(low: u64, high: u64) -> String {
    format!("{low}–{high}%")
}

/// `1 day`, `2 days`: `one` is the singular of a noun that takes an s.
pub(super) fn count(count: u64, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        many => format!("{many} {one}s"),
    }
}

/// The same for lengths of lists.
pub(super) fn count_of(items: usize, one: &str) -> String {
    count(items as u64, one)
}

/// `no notes`, `1 note`, `2 notes`.
pub(super) fn count_or_no(items: usize, one: &str) -> String {
    if items == 0 { format!("no {one}s") } else { count_of(items, one) }
}

/// A duration in full: `1 minute 30 seconds`, from milliseconds.
pub(super) fn duration(ms: u64) -> String {
    let (minutes, seconds) = (ms / 60_000, ms / 1_000 % 60);
    match (minutes, seconds) {
        (0, seconds) => count(seconds, "second"),
        (minutes, 0) => count(minutes, "minute"),
        (minutes, seconds) => [count(minutes, "minute"), count(seconds, "second")].join(" "),
    }
}

/// `1 KB`, `16 KB`, from characters: stored records are almost all ASCII, so a character counts as a byte.
pub(super) fn kilobytes(characters: usize) -> String {
    format!("{} KB", characters.div_ceil(1_000))
}
