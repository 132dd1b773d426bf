//! How much room localStorage has, and how it is shared out.

use web_sys::Storage;

/// What browsers give an origin, in characters: 5 MiB of keys and values, measured in Chromium 156, Firefox 153 and
/// `WebKitGTK`; `WebKit` counts a character outside Latin-1 twice.
const ALL: usize = 5 * 1_024 * 1_024;
/// Closed meetings may take this much of it, in percent; older ones then lie in `IndexedDB` only.
const FOR_MEETINGS: usize = 40;
/// From here on it is said, in percent.
pub(crate) const WARN_PERCENT: usize = 60;

/// Hundredths of the room.
pub(crate) const fn percent(characters: usize) -> usize {
    characters * 100 / ALL
}

/// Whether closed meetings that take so many characters leave room for the rest, which takes `others`.
pub(crate) const fn fits(meetings: usize, others: usize) -> bool {
    percent(meetings) < FOR_MEETINGS && percent(meetings + others) < WARN_PERCENT
}

/// What a text takes, at worst.
pub(crate) fn weight(text: &str) -> usize {
    let units = text.encode_utf16().count();
    let wide = text.chars().any(|letter| u32::from(letter) > 0xff);
    if wide { units * 2 } else { units }
}

/// What everything in a storage takes, the host's part too.
pub(crate) fn used(storage: &Storage) -> usize {
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    keys.map(|key| {
        let value = storage.get_item(&key).ok().flatten().unwrap_or_default();
        weight(&key) + weight(&value)
    })
    .sum()
}
